// Models behind endpoints in comparisons and prompt sets: the remote is a second Lethe with its own API,
// or a server that misbehaves.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { defaultSampling } from '../contract/chat'
import type { ComparedAnswer } from '../contract/compare'
import { buildEntry } from '../testing/buildEntry'
import { answerEnd, answerEvent, localServer } from '../testing/localServer'
import { openedApi, type OpenedApi } from '../testing/openedApi'
import {
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
/** Engines start slowly on a busy machine. */
const patience = { timeout: 20_000 }
const secret = 'sk-not-for-anyone-else'

async function opened(options: { on?: boolean; folder?: string } = {}) {
  const folder = options.folder ?? temporaryFolder()
  const { client, application } = await openedApplication({
    dataFolder: join(folder, 'data'),
    resourcesFolder: resourcesWithStarter(join(folder, 'resources')),
    ...{ workerUrl, spawnEngine }
  })
  let isClosed = false
  const close = async (): Promise<void> => {
    if (!isClosed) await application.close()
    isClosed = true
  }
  onTestFinished(close)
  await application.starterReady
  if (options.on ?? true) await client.settings.update({ networkOn: true })
  return { client, folder, close }
}

/** A second application, as another program would see it. */
async function other(): Promise<OpenedApi> {
  const api = await openedApi({
    spawnEngine,
    resourcesFolder: resourcesWithStarter(temporaryFolder())
  })
  onTestFinished(() => api.close())
  return api
}

const addOther = (client: TestClient, { baseURL, token }: OpenedApi, name = 'Other') =>
  client.network.addEndpoint({ name, baseUrl: baseURL, key: token, takesMore: true })

const start = (
  client: TestClient,
  prompt: string,
  models: string[],
  mode = 'sideBySide' as const
) =>
  client.compare.start({
    ...{ mode, prompt, systemPrompt: 'Be kind.', seed: 7 },
    entries: models.map((model) => ({ model, sampling }))
  })

/** Follows an answer until it has more than a word or two. */
async function beginningOf(client: TestClient, answerId: string): Promise<string> {
  let text = ''
  for await (const event of await client.compare.follow({ answerId })) {
    if (event.type === 'text') text += event.text
    if (text.length > 20) break
  }
  return text
}

async function ended(client: TestClient, id: string): Promise<ComparedAnswer[]> {
  const { answers } = await client.compare.get({ id })
  const follow = async ({ id: answerId }: ComparedAnswer): Promise<void> => {
    for await (const event of await client.compare.follow({ answerId })) void event
  }
  await Promise.all(answers.map(follow))
  return (await client.compare.get({ id })).answers
}

describe('a remote column', () => {
  test('answers beside a local one what the other side was asked', async () => {
    const { client } = await opened()
    const api = await other()
    const endpoint = await addOther(client, api)
    expect(endpoint).toMatchObject({ place: 'machine', hasKey: true, listed: [] })
    expect((await client.network.listModels({ id: endpoint.id })).listed).toEqual(['Starter'])
    const { id } = await start(client, 'echo', ['Starter', 'remote:other/Starter'])
    const [local, remote] = await ended(client, id)
    // Both were given the same turns: the prompt reached the other engine as it reached ours.
    expect(remote?.text).toBe(local?.text)
    expect(JSON.parse(remote?.text ?? '')).toMatchObject({
      turns: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'echo' }
      ]
    })
    expect(local).toMatchObject({ status: 'finished', remote: null, remoteFigures: null })
    expect(remote).toMatchObject({
      ...{ status: 'finished', modelId: null, modelName: 'Starter (Other)', stats: null },
      remote: { endpointId: endpoint.id, model: 'Starter', place: 'machine' },
      remoteFigures: { seed: 7, notUsed: [], usage: { promptTokens: 5, tokens: 3 } }
    })
    const { requests } = await client.network.requests({})
    expect(requests).toMatchObject([
      {
        method: 'POST',
        path: '/v1/chat/completions',
        purpose: 'answer',
        status: 200,
        outcome: 'done'
      },
      { method: 'GET', path: '/v1/models', purpose: 'listModels', bytesOut: 0, place: 'machine' }
    ])
    expect(await client.network.state()).toMatchObject({ on: true, requests: 2 })
  })

  test('is shown while it is written, stopped at once, and asked again alone', async () => {
    const { client } = await opened()
    const api = await other()
    await addOther(client, api)
    const { id, answers } = await start(client, 'forever', ['remote:Other/Starter', 'Starter'])
    const [remote, local] = answers as [ComparedAnswer, ComparedAnswer]
    const text = await beginningOf(client, remote.id)
    expect(await client.compare.stop({ answerId: remote.id })).toEqual({ stopped: true })
    await client.compare.stop({ answerId: local.id })
    const [stopped] = await ended(client, id)
    expect(stopped).toMatchObject({ status: 'stopped', error: null })
    expect(stopped?.text.startsWith(text)).toBe(true)
    // The other side ends its answer too: it takes the next question for the same model.
    const again = await start(client, 'pid', ['remote:Other/Starter', 'Starter'])
    expect((await ended(client, again.id)).map(({ status }) => status)).toEqual([
      'finished',
      'finished'
    ])
    await client.compare.retry({ answerId: remote.id })
    const { answers: retried } = await client.compare.get({ id })
    // Stopped sooner it might never have asked.
    await beginningOf(client, retried[0]!.id)
    await client.compare.stop({ answerId: retried[0]!.id })
    const { requests } = await client.network.requests({})
    expect(requests.map(({ outcome }) => outcome)).toEqual(['cancelled', 'done', 'cancelled'])
  })

  test('whose server goes away in the middle keeps its text; the others finish', async () => {
    const { client } = await opened()
    const server = await localServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(answerEvent('half an ') + answerEvent('answer'))
      setTimeout(() => void server.close(), 300)
    })
    await client.network.addEndpoint({ name: 'Frail', baseUrl: server.url.href })
    const { id } = await start(client, 'count 5', ['remote:Frail/m', 'Starter'])
    const [remote, local] = await ended(client, id)
    expect(remote).toMatchObject({
      ...{ status: 'failed', text: 'half an answer', remoteFigures: null },
      error: { code: 'remoteBroke', params: { host: server.url.host } }
    })
    expect(local).toMatchObject({ status: 'finished', error: null })
    // It is not there any more.
    await client.compare.retry({ answerId: remote!.id })
    expect((await ended(client, id))[0]).toMatchObject({
      status: 'failed',
      error: { code: 'hostUnreachable', params: { problem: 'refused' } }
    })
  })

  test('is cut when the network is turned off, and refused from then on', async () => {
    const { client } = await opened()
    const api = await other()
    await addOther(client, api)
    const { id, answers } = await start(client, 'forever', ['remote:Other/Starter', 'Starter'])
    await vi.waitFor(async () => expect((await client.network.state()).requests).toBe(1), patience)
    await client.settings.update({ networkOn: false })
    await client.compare.stop({ answerId: answers[1]!.id })
    const [cut] = await ended(client, id)
    const off = { code: 'networkOff', params: { place: 'machine' } }
    expect(cut).toMatchObject({ status: 'failed', error: off })
    await expect(start(client, 'echo', ['remote:Other/Starter', 'Starter'])).rejects.toMatchObject({
      data: off
    })
    await expect(client.compare.retry({ answerId: cut!.id })).rejects.toMatchObject({ data: off })
    expect((await client.compare.list({})).comparisons).toHaveLength(1)
    expect((await client.network.state()).requests).toBe(1)
  })
})

test('off from the start: nothing is asked of an endpoint', async () => {
  const { client } = await opened({ on: false })
  const server = await localServer((_request, response) => response.end())
  const { id } = await client.network.addEndpoint({ name: 'Other', baseUrl: server.url.href })
  for (const asking of [
    () => client.network.listModels({ id }),
    () => start(client, 'echo', ['Starter', 'remote:Other/m']),
    () =>
      client.promptSets.start({
        ...{ name: '', text: 'echo', format: 'lines', models: ['remote:Other/m'] },
        sampling: defaultSampling
      })
  ]) {
    await expect(asking()).rejects.toMatchObject({ data: { code: 'networkOff' } })
  }
  expect(server.requests).toEqual([])
  expect(await client.network.requests({})).toEqual({
    ...{ requests: [], more: false, withheld: [] }
  })
})

test('a blind vote tells nothing of the place before it, and rates the remote model after', async () => {
  const { client } = await opened()
  await addOther(client, await other())
  const { id } = await client.compare.start({
    ...{ mode: 'blind', prompt: 'echo', seed: 7 },
    entries: ['Starter', 'remote:Other/Starter'].map((model) => ({ model, sampling }))
  })
  await ended(client, id)
  const before = JSON.stringify(await client.compare.get({ id }))
  expect(before).not.toMatch(/Other|127\.0\.0\.1|"remote":\{|remoteFigures":\{/)
  // How much came how fast would tell as well: until the vote it is only said where a request went.
  const answering = async () =>
    (await client.network.requests({})).requests.filter(({ purpose }) => purpose === 'answer')
  expect(await answering()).toEqual([])
  const { withheld } = await client.network.requests({})
  expect(withheld).toEqual([{ host: expect.stringMatching(/^127\.0\.0\.1:/) as string, count: 1 }])
  const voted = await client.compare.vote({ id, vote: 'a' })
  expect(voted.answers.filter(({ remote }) => remote !== null)).toHaveLength(1)
  expect(await answering()).toMatchObject([{ host: withheld[0]?.host, outcome: 'done' }])
  expect((await client.network.requests({})).withheld).toEqual([])
  const { pairs } = await client.compare.ratings()
  expect(pairs).toHaveLength(1)
  expect(new Set([pairs[0]?.firstName, pairs[0]?.secondName])).toEqual(
    new Set(['Starter', 'Starter (Other)'])
  )
})

test('a prompt set asks remote models too and keeps where each stands', async () => {
  const { client } = await opened()
  await addOther(client, await other())
  const { id } = await client.promptSets.start({
    ...{ name: '', format: 'jsonl', sampling: defaultSampling },
    text: '{"prompt":"count 2","reference":"0 1"}\n{"prompt":"count 3"}',
    models: ['Starter', 'remote:Other/Starter']
  })
  await vi.waitFor(
    async () => expect((await client.promptSets.get({ id })).status).toBe('finished'),
    patience
  )
  const { models, answers } = await client.promptSets.get({ id })
  expect(models.map(({ place }) => place)).toEqual([null, 'machine'])
  const texts = answers.map(({ row, column, text }) => `${row} ${column} ${text.trim()}`).sort()
  expect(texts).toEqual(['0 0 0 1', '0 1 0 1', '1 0 0 1 2', '1 1 0 1 2'])
  // A server's text is scored as any; how likely it finds another text it does not say.
  const first = answers.filter(({ row }) => row === 0).toSorted((a, b) => a.column - b.column)
  expect(first.map(({ rougeL }) => rougeL)).toEqual([1, 1])
  expect(first.map(({ referenceScore }) => referenceScore?.tokens ?? null)).toEqual([2, null])
  expect(first[1]?.referenceError).toBe(null)
  const { text } = await client.promptSets.export({ id, format: 'csv' })
  expect(text.split('\r\n')[2]).toMatch(/,remoteCannotScore$/)
})

test('a text cannot be scored by an endpoint, and it is said why', async () => {
  const { client } = await opened()
  const events = await client.compare.scoreText({ model: 'remote:Other/m', text: 'x' })
  await expect(events.next()).rejects.toMatchObject({ data: { code: 'remoteCannotScore' } })
})

describe('endpoints', () => {
  test('keep their key to themselves', async () => {
    const { client, folder, close } = await opened()
    const server = await localServer((request, response) => {
      const said = JSON.stringify({ error: { message: `bad ${request.headers.authorization}` } })
      response.writeHead(500).end(said)
    })
    const added = await client.network.addEndpoint({
      name: 'Keyed',
      baseUrl: server.url.href,
      key: secret
    })
    const { id } = await start(client, 'echo', ['remote:Keyed/m', 'Starter'])
    await ended(client, id)
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`)
    const exported = await client.compare.export({ id, format: 'json' })
    const out = [
      added,
      await client.network.endpoints(),
      await client.compare.get({ id }),
      exported
    ]
    expect(JSON.stringify([...out, await client.network.requests({})])).not.toContain(secret)
    const changed = await client.network.updateEndpoint({ id: added.id, name: 'Still keyed' })
    expect(changed).toMatchObject({ hasKey: true, name: 'Still keyed' })
    // Another host does not get the key of this one.
    const moved = await client.network.updateEndpoint({
      id: added.id,
      baseUrl: 'http://127.0.0.1:1/v1'
    })
    expect(moved.hasKey).toBe(false)
    await close()
    const logs = join(folder, 'data', 'logs')
    for (const name of readdirSync(logs)) {
      expect(readFileSync(join(logs, name), 'utf8')).not.toContain(secret)
    }
    // Removed and replaced keys leave the files of the database too.
    const files = readdirSync(join(folder, 'data')).filter((name) =>
      name.startsWith('lethe.sqlite')
    )
    expect(files.length).toBeGreaterThan(0)
    for (const name of files) {
      expect(readFileSync(join(folder, 'data', name)).includes(secret)).toBe(false)
    }
  })

  test('are refused under a taken name or an impossible address, and found by a slip of the name', async () => {
    const { client } = await opened()
    const baseUrl = 'http://127.0.0.1:9/v1'
    const { id } = await client.network.addEndpoint({ name: 'Ollama', baseUrl: `${baseUrl}/` })
    expect((await client.network.endpoints()).endpoints).toMatchObject([{ id, baseUrl }])
    const expectRefused = (name: string, url: string, code: string): Promise<void> =>
      expect(client.network.addEndpoint({ name, baseUrl: url })).rejects.toMatchObject({
        data: { code }
      })
    await expectRefused('ollama', baseUrl, 'nameTaken')
    await expectRefused('a/b', baseUrl, 'invalidInput')
    await expectRefused('x', 'http://u:p@127.0.0.1', 'addressRefused')
    await client.network.updateEndpoint({ id, chosen: ['llama3:8b'] })
    await expect(start(client, 'x', ['Starter', 'remote:Olama/llama3:8b'])).rejects.toMatchObject({
      data: { code: 'modelNotFound', params: { nearest: 'remote:Ollama/llama3:8b' } }
    })
  })

  test('are removed with undo until the next start, which forgets them and their key', async () => {
    const { client, folder, close } = await opened()
    const baseUrl = 'http://127.0.0.1:9/v1'
    const { id } = await client.network.addEndpoint({ name: 'Gone', baseUrl, key: secret })
    await client.network.removeEndpoint({ id })
    expect((await client.network.endpoints()).endpoints).toEqual([])
    await expect(client.network.listModels({ id })).rejects.toMatchObject({
      data: { code: 'notFound' }
    })
    expect(await client.network.restoreEndpoint({ id })).toMatchObject({ hasKey: true })
    await client.network.removeEndpoint({ id })
    await close()
    const next = await opened({ folder })
    await expect(next.client.network.restoreEndpoint({ id })).rejects.toMatchObject({
      data: { code: 'notFound' }
    })
    await next.close()
    const database = readFileSync(join(folder, 'data', 'lethe.sqlite'))
    expect(database.includes(secret)).toBe(false)
  })
})

test('the list of requests is kept over a restart, page by page; the count starts anew', async () => {
  const { client, folder, close } = await opened()
  const server = await localServer((_request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/event-stream' })
      .end(answerEvent('x') + answerEnd())
  )
  const { id } = await client.network.addEndpoint({ name: 'E', baseUrl: server.url.href })
  for (let i = 0; i < 5; i++) await client.network.listModels({ id }).catch(() => {})
  await close()
  const next = await opened({ folder })
  expect(await next.client.network.state()).toMatchObject({ on: true, requests: 0 })
  const first = await next.client.network.requests({ limit: 3 })
  expect(first).toMatchObject({ more: true, requests: [{ outcome: 'failed' }, {}, {}] })
  const rest = await next.client.network.requests({ limit: 3, before: first.requests[2]!.id })
  expect(rest.more).toBe(false)
  expect(rest.requests).toHaveLength(2)
})
