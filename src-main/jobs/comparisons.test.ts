import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { defaultSampling } from '../contract/chat'
import type { ComparisonEvent, ComparisonWithAnswers, Vote } from '../contract/compare'
import { buildEntry } from '../testing/buildEntry'
import {
  modelFolder,
  openedApplication,
  resourcesWithStarter,
  type TestClient
} from '../testing/openedApplication'
import { scriptedEngines } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import type { SpawnEngine } from './engineProcess'

let workerUrl: URL
let spawnEngine: SpawnEngine
beforeAll(async () => {
  workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  spawnEngine = await scriptedEngines()
})

const { seed: _seed, ...sampling } = defaultSampling

async function opened(folder = temporaryFolder()) {
  const pids: number[] = []
  const spawnCounted: SpawnEngine = () => {
    const engine = spawnEngine()
    if (engine.pid !== undefined) pids.push(engine.pid)
    return engine
  }
  const { client, application } = await openedApplication({
    dataFolder: join(folder, 'data'),
    resourcesFolder: resourcesWithStarter(join(folder, 'resources')),
    workerUrl,
    spawnEngine: spawnCounted
  })
  let closed = false
  const close = async (): Promise<void> => {
    if (!closed) await application.close()
    closed = true
  }
  onTestFinished(close)
  await application.starterReady
  for (const name of ['Second', 'Third']) {
    const source = { type: 'path', path: modelFolder(join(folder, name), name) } as const
    for await (const event of await client.models.import({ source, mode: 'reference', name })) {
      void event
    }
  }
  return { client, close, folder, pids }
}

const start = (client: TestClient, prompt: string, models: string[]) =>
  client.compare.start({
    ...{ mode: 'sideBySide', prompt, seed: 7 },
    entries: models.map((model) => ({ model, sampling }))
  })
const startBlind = (client: TestClient, prompt: string) =>
  client.compare.start({
    ...{ mode: 'blind', prompt, seed: 7 },
    entries: ['Starter', 'Second'].map((model) => ({ model, sampling }))
  })

async function events(client: TestClient, answerId: string): Promise<ComparisonEvent[]> {
  const all: ComparisonEvent[] = []
  for await (const event of await client.compare.follow({ answerId })) all.push(event)
  return all
}

async function ended(client: TestClient, id: string): Promise<ComparisonWithAnswers> {
  const { answers } = await client.compare.get({ id })
  await Promise.all(answers.map((answer) => events(client, answer.id)))
  return client.compare.get({ id })
}

describe('side by side', () => {
  test('every column answers the same prompt with the same seed, as generate does', async () => {
    const { client } = await opened()
    const comparison = await start(client, 'echo', ['Starter', 'Second'])
    const done = await ended(client, comparison.id)
    expect(done).toMatchObject({ seed: 7, mode: 'sideBySide', vote: null })
    expect(done.answers.map(({ modelName }) => modelName)).toEqual(['Starter', 'Second'])
    let direct = ''
    const prompt = { type: 'text', text: 'echo', system: '', raw: false } as const
    const input = { model: 'Second', prompt, sampling: { ...sampling, seed: 7 } }
    for await (const event of await client.inference.generate(input)) {
      if (event.type === 'done') direct = event.result.text
    }
    for (const answer of done.answers) {
      expect(answer).toMatchObject({ text: direct, status: 'finished', sampling: { seed: 7 } })
    }
    const { comparisons } = await client.compare.list({})
    expect(comparisons).toMatchObject([
      { id: comparison.id, modelNames: ['Starter', 'Second'], prompt: 'echo' }
    ])
  })

  test('a killed engine costs its own column, which can be tried again alone', async () => {
    const { client, pids } = await opened()
    const before = pids.length
    const { id, answers } = await start(client, 'count 600', ['Starter', 'Second'])
    for (const answer of answers) {
      for await (const event of await client.compare.follow({ answerId: answer.id })) {
        if (event.type === 'text' && event.text !== '') break
      }
    }
    process.kill(pids[before]!, 'SIGKILL')
    const done = await ended(client, id)
    const failed = done.answers.find(({ status }) => status === 'failed')
    const finished = done.answers.find(({ status }) => status === 'finished')
    expect(failed).toMatchObject({ error: { code: 'engineLost' } })
    expect(failed?.text).toMatch(/^0 1 /)
    expect(finished?.text).toMatch(/ 599 $/)
    await expect(client.compare.retry({ answerId: finished!.id })).rejects.toMatchObject({
      data: { code: 'notFound' }
    })
    await client.compare.retry({ answerId: failed!.id })
    const again = await ended(client, id)
    expect(again.answers.map(({ status }) => status)).toEqual(['finished', 'finished'])
    expect(again.answers.map(({ column }) => column)).toEqual([0, 1])
    expect(again.answers[finished!.column]).toEqual(finished)
  })

  test('columns beyond the engines wait by name, and each stops alone', async () => {
    const { client } = await opened()
    const models = ['Starter', 'Second', 'Third', 'Starter']
    const { id, answers } = await start(client, 'forever', models)
    for (const waiting of answers.slice(2)) {
      for await (const event of await client.compare.follow({ answerId: waiting.id })) {
        if (event.type !== 'waiting') continue
        expect(event.behind).toEqual(['Starter', 'Second'])
        break
      }
    }
    expect(await client.compare.stop({ answerId: answers[3]!.id })).toEqual({ stopped: true })
    expect(await client.compare.stop({ answerId: answers[0]!.id })).toEqual({ stopped: true })
    for await (const event of await client.compare.follow({ answerId: answers[2]!.id })) {
      if (event.type === 'text' && event.text !== '') break
    }
    const now = await client.compare.get({ id })
    expect(now.answers.map(({ status }) => status)).toEqual([
      ...['stopped', 'running', 'running', 'stopped']
    ])
    for (const answer of answers) await client.compare.stop({ answerId: answer.id })
    const { text } = await client.compare.export({ id, format: 'markdown' })
    expect(text).toContain('## Third')
    expect(text).toContain('forever')
  })

  test('nothing is lost when the app ends meanwhile', async () => {
    const { client, close, folder } = await opened()
    const { id, answers } = await start(client, 'forever', ['Starter', 'Second'])
    for await (const event of await client.compare.follow({ answerId: answers[0]!.id })) {
      if (event.type === 'text' && event.text !== '') break
    }
    await close()
    const { client: next, close: closeNext } = await opened(folder)
    const { answers: kept } = await next.compare.get({ id })
    expect(kept.map(({ status }) => status)).toEqual(['stopped', 'stopped'])
    expect(kept[0]!.text).toMatch(/^0 1 /)
    await closeNext()
  })

  test('what cannot start stores nothing', async () => {
    const { client } = await opened()
    const refused = { data: { code: 'modelNotFound', params: { nearest: 'Starter' } } }
    await expect(start(client, 'x', ['Starter', 'Strater'])).rejects.toMatchObject(refused)
    await expect(start(client, '  ', ['Starter', 'Second'])).rejects.toMatchObject({
      data: { code: 'promptEmpty' }
    })
    expect((await client.compare.list({})).comparisons).toEqual([])
  })
})

describe('what is asked', () => {
  test('is told with the system prompt to all alike, and kept with it', async () => {
    const { client } = await opened()
    const { id } = await client.compare.start({
      ...{ mode: 'sideBySide', prompt: 'echo', systemPrompt: 'Be kind.', seed: 7 },
      entries: ['Starter', 'Second'].map((model) => ({ model, sampling }))
    })
    const { answers, systemPrompt } = await ended(client, id)
    expect(systemPrompt).toBe('Be kind.')
    for (const { text } of answers) {
      expect(JSON.parse(text)).toMatchObject({
        turns: [
          { role: 'system', content: 'Be kind.' },
          { role: 'user', content: 'echo' }
        ]
      })
    }
    expect((await client.compare.list({})).comparisons).toMatchObject([
      { id, systemPrompt: 'Be kind.' }
    ])
  })

  test('is counted for each model before, and refused where one cannot read it', async () => {
    const { client } = await opened()
    const measured = await client.compare.measure({
      ...{ prompt: 'x'.repeat(40), systemPrompt: 'y'.repeat(30) },
      models: ['Starter', 'remote:Nobody/m', 'Second', 'Strater']
    })
    const room = { tokens: 70, contextLength: 64 }
    expect(measured.rooms).toEqual([room, null, room, null])
    const refused = {
      data: {
        code: 'promptTooLongFor',
        params: { model: 'Starter', tokens: 70, limit: 63, excessTokens: 7, others: 1 }
      }
    }
    await expect(start(client, 'x'.repeat(70), ['Starter', 'Second'])).rejects.toMatchObject(
      refused
    )
    expect((await client.compare.list({})).comparisons).toEqual([])
    // As long as it may be: one token is left for the answer.
    const { id } = await start(client, `${'x'.repeat(58)}\necho`, ['Starter', 'Second'])
    expect((await ended(client, id)).answers.map(({ status }) => status)).toEqual([
      ...['finished', 'finished']
    ])
  })
})

describe('a blind vote', () => {
  test('nothing the page can read tells the models apart before the vote', async () => {
    const { client } = await opened()
    const { models } = await client.models.list({})
    const seen: unknown[] = []
    const comparison = await startBlind(client, 'count 40')
    seen.push(comparison, await client.compare.get({ id: comparison.id }))
    for (const answer of comparison.answers) seen.push(await events(client, answer.id))
    seen.push(await client.compare.get({ id: comparison.id }), await client.compare.list({}))
    seen.push(await client.compare.ratings())
    seen.push(await client.compare.export({ id: comparison.id, format: 'json' }))
    seen.push(await client.compare.export({ id: comparison.id, format: 'markdown' }))
    const text = JSON.stringify(seen)
    for (const { id, name, path } of models) {
      for (const trace of [id, name, path]) expect(text).not.toContain(trace)
    }
    expect(text).not.toMatch(/scripted|tokensPerSecond":|temperature|loading|reading|"seed":\d/)
    // Text comes in one piece, at the end, for both.
    expect(text).not.toContain('"type":"text"')
    const used = (await client.models.list({})).models.map(({ lastUsedAt }) => lastUsedAt)
    const [one, other] = models
      .map(({ name }, index) => (name === 'Third' ? null : used[index]))
      .filter((it) => it !== null)
    expect(one).toBe(other)
    const revealed = await client.compare.vote({ id: comparison.id, vote: 'a' })
    expect(new Set(revealed.answers.map(({ modelName }) => modelName))).toEqual(
      new Set(['Second', 'Starter'])
    )
    expect(revealed).toMatchObject({ vote: 'a', seed: 7 })
  })

  test('why a column cannot be tried again names no model', async () => {
    const { client } = await opened()
    const { id, answers } = await startBlind(client, 'forever')
    await Promise.all(answers.map((it) => client.compare.stop({ answerId: it.id })))
    const gone = (await client.models.list({})).models.find(({ name }) => name === 'Second')!
    await client.models.remove({ id: gone.id })
    const tried = await Promise.allSettled(
      answers.map((it) => client.compare.retry({ answerId: it.id }))
    )
    const refused = tried.filter((it) => it.status === 'rejected').map(({ reason }) => reason)
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({
      data: { code: 'invalidInput', params: { reason: { code: 'blindNotUsable' } } }
    })
    const told = JSON.stringify([refused[0], await client.compare.get({ id })])
    for (const trace of ['Second', 'Starter', gone.id]) expect(told).not.toContain(trace)
  })

  test('the columns come in an order of their own each time', async () => {
    const { client } = await opened()
    const firsts = new Set<string | null | undefined>()
    for (let i = 0; i < 40 && firsts.size < 2; i++) {
      const { id } = await startBlind(client, 'count 1')
      await ended(client, id)
      firsts.add((await client.compare.vote({ id, vote: 'tie' })).answers[0]?.modelName)
    }
    expect(firsts).toEqual(new Set(['Second', 'Starter']))
  })

  test('is cast once, after both answers; ten of them make a rating', async () => {
    const { client } = await opened()
    const running = await startBlind(client, 'forever')
    await expect(client.compare.vote({ id: running.id, vote: 'a' })).rejects.toMatchObject({
      data: { code: 'invalidInput', params: { field: 'vote' } }
    })
    await Promise.all(running.answers.map((it) => client.compare.stop({ answerId: it.id })))
    // Nine for the second model, one tie, one for neither.
    for (let round = 0; round < 11; round++) {
      const { id } = await startBlind(client, 'count 1')
      await ended(client, id)
      const plan: Vote = round === 9 ? 'tie' : round === 10 ? 'neither' : 'a'
      const { answers } = await client.compare.vote({ id, vote: plan })
      expect(answers).toHaveLength(2)
      await expect(client.compare.vote({ id, vote: 'b' })).rejects.toMatchObject({
        data: { code: 'invalidInput' }
      })
      const { groups, pairs } = await client.compare.ratings()
      expect(pairs[0]?.votes).toBe(Math.min(round + 1, 10))
      expect(groups.length).toBe(round < 9 ? 0 : 1)
    }
    const { groups, pairs } = await client.compare.ratings()
    const [pair] = pairs
    expect(pair).toMatchObject({ ties: 1, neither: 1, votes: 10 })
    expect(pair!.firstWins + pair!.secondWins).toBe(9)
    const [first, second] = groups[0]!.models
    expect(first!.strength).toBeGreaterThanOrEqual(second!.strength)
    expect(first!.low).toBeLessThanOrEqual(first!.strength)
    expect(first!.strength + second!.strength).toBeCloseTo(1, 9)
  })
})
