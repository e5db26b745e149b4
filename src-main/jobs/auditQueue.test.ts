// Audits in the queue with a training: their order, an answer in between, engines that die, a killed app.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Audit } from '../contract/bias'
import { samplingPresets } from '../contract/chat'
import { buildEntry } from '../testing/buildEntry'
import { importedDataset } from '../testing/importedDataset'
import { openedApplication, type TestClient } from '../testing/openedApplication'
import { enginesOf } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'
import { neighbours, started, until as untilRun, writeRows } from '../testing/trainingTests'
import type { EngineProcess } from './engineProcess'

let workerUrl: URL
let engineWorker: string
beforeAll(async () => {
  const built = (file: string): Promise<URL> => buildEntry(new URL(file, import.meta.url))
  workerUrl = await built('../store/worker.ts')
  engineWorker = fileURLToPath(await built('../engine/worker.ts'))
}, 120_000)

/** Only so that a hang ends: each takes seconds. */
const timeout = 300_000

/** What is to become of engines that audit. */
interface Fate {
  /** So many are killed before they say anything. */
  mute: number
  /** So many are killed once they told some scores; nothing that they say later arrives. */
  cutOff: number
  onGone: () => void
}

async function opened(dataFolder: string) {
  const fate: Fate = { mute: 0, cutOff: 0, onGone: () => {} }
  /** How many scores each audit's engine was handed. */
  const known: number[] = []
  const fork = enginesOf(engineWorker)
  const spawnEngine = (): EngineProcess => {
    const engine = fork()
    let isAudit = false
    let isKilled = false
    const kill = (): void => {
      isKilled = true
      engine.kill()
    }
    return {
      ...engine,
      send: (message) => {
        if (message.type === 'run' && message.spec.type === 'audit') {
          isAudit = true
          known.push(message.spec.known.length)
          if (fate.mute-- > 0) kill()
        }
        engine.send(message)
      },
      onMessage: (listener) =>
        engine.onMessage((message) => {
          if (isKilled) return
          listener(message)
          const { event } = message as { event?: { type: string } }
          if (isAudit && event?.type === 'auditScored' && fate.cutOff-- > 0) kill()
        }),
      onExit: (listener) =>
        engine.onExit((reason) => {
          listener(reason)
          if (isKilled) fate.onGone()
        })
    }
  }
  const made = await openedApplication({
    ...{ dataFolder, resourcesFolder: join(dataFolder, 'nothing'), workerUrl, spawnEngine }
  })
  onTestFinished(() => made.application.close())
  return { ...made, fate, known }
}

async function importTiny(client: TestClient, folder: string): Promise<void> {
  const config = { max_position_embeddings: 16_384 }
  const path = await writeTinyModel(join(folder, 'tiny'), { config })
  const source = { type: 'path', path } as const
  for await (const _ of await client.models.import({ source, mode: 'reference' }));
}

/** The first pairs are the same whatever their number. */
function pairs(folder: string, count: number) {
  const people = ['river', 'old', 'name', 'stone', 'sea', 'list']
  const text = (word: number, at: number): string =>
    `the ${people[word % 6]} house number ${at} is long and late`
  const rows = Array.from({ length: count }, (_, at) => ({
    ...{ id: `p${at}`, axis: 'some' },
    ...{ stereotype: text(at, at), antiStereotype: text(at + 1, at) }
  }))
  const data = writeRows(join(folder, `${count}.jsonl`), rows)
  return { suite: 'counterfactual', data, model: 'tiny' }
}

/** Until it says so of itself. */
async function until(
  client: TestClient,
  { id }: Pick<Audit, 'id'>,
  isSo: (audit: Audit) => boolean
): Promise<Audit> {
  for (;;) {
    const audit = await client.bias.get({ id })
    if (isSo(audit)) return audit
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const isOver = ({ status }: Audit): boolean => status !== 'waiting' && status !== 'running'

/** An answer that goes on until it is told to stop. */
async function endlessAnswer(client: TestClient): Promise<() => Promise<void>> {
  const sampling = { ...samplingPresets.exact, maxTokens: 32_768, seed: 0 }
  const prompt = { type: 'text', text: 'the old river', raw: false } as const
  const stop = new AbortController()
  const asked = { model: 'tiny', prompt, sampling }
  const events = await client.inference.generate(asked, { signal: stop.signal })
  const first = await events.next()
  const reading = (async () => {
    for await (const _ of events);
  })().catch(() => {})
  expect(first.done).toBe(false)
  return async () => {
    stop.abort()
    await reading
  }
}

test(
  'an audit waits its turn, holds still while an answer is written, and goes on after a kill',
  async () => {
    const folder = temporaryFolder()
    const { client } = await opened(join(folder, 'data'))
    await importTiny(client, folder)
    await importedDataset(client, writeRows(join(folder, 'people.jsonl'), neighbours))
    const listed = async () => (await client.jobs.list({})).jobs
    const run = await started(client, { epochs: 1000 })
    await untilRun(client, run.id, ({ status }) => status === 'running')
    const few = await client.bias.start(pairs(folder, 40))
    expect(few).toMatchObject({ status: 'waiting', waitingBehind: 'tiny + people' })
    expect(await listed()).toMatchObject([
      { id: run.id, kind: 'training', status: 'running', name: 'tiny + people' },
      { id: few.id, kind: 'audit', status: 'waiting', name: 'tiny', total: 0 }
    ])
    await client.jobs.pause({ id: run.id })
    expect(await until(client, few, isOver)).toMatchObject({ status: 'finished', done: 120 })

    const endAnswer = await endlessAnswer(client)
    const many = await client.bias.start(pairs(folder, 120))
    await until(client, many, ({ yielding }) => yielding)
    await client.jobs.resume({ id: run.id })
    expect(await listed()).toMatchObject([
      { id: many.id, status: 'running', yielding: true },
      { id: run.id, status: 'waiting', waitingBehind: 'tiny, counterfactual' }
    ])
    // As a power cut would leave it: nothing is written while it holds still.
    cpSync(join(folder, 'data'), join(folder, 'killed'), { recursive: true })
    // Who gives its turn away goes to the end of the queue.
    await client.jobs.pause({ id: many.id })
    await untilRun(client, run.id, ({ status }) => status === 'running')
    expect(await client.jobs.resume({ id: many.id })).toMatchObject({ status: 'waiting' })
    expect((await listed()).map(({ id }) => id)).toEqual([run.id, many.id])
    await client.jobs.pause({ id: run.id })
    await until(client, many, ({ yielding }) => yielding)
    await client.settings.update({ trainingBesideChat: 'together' })
    const done = await until(client, many, isOver)
    expect(done).toMatchObject({ status: 'finished', yielding: false, done: 280 })
    await endAnswer()
    expect(await client.jobs.cancel({ id: run.id, keep: false })).toMatchObject({
      status: 'stopped'
    })
    expect((await client.jobs.list({ endedSince: 0 })).jobs.map(({ id }) => id)).toEqual([
      ...[run.id, many.id, few.id]
    ])

    const again = await opened(join(folder, 'killed'))
    expect((await again.client.jobs.list({})).jobs).toMatchObject([
      { id: run.id, status: 'waiting' },
      { id: many.id, status: 'paused' }
    ])
    await again.application.context.audits.resumeInterrupted()
    await until(again.client, many, isOver)
    expect(again.known[0]).toBeGreaterThanOrEqual(120) // of the audit before, and perhaps a batch
    const sharesOf = async (lethe: TestClient) =>
      (await lethe.bias.get(many)).result!.axes.map(({ axis, n, share }) => ({ axis, n, share }))
    expect(await sharesOf(again.client)).toEqual(await sharesOf(client))
  },
  timeout
)

test(
  'an audit goes on in a new engine, fails where that gets it no further, and is not lost in that moment',
  async () => {
    const folder = temporaryFolder()
    const { client, fate, known } = await opened(join(folder, 'data'))
    await importTiny(client, folder)
    fate.cutOff = 1
    const cut = await client.bias.start(pairs(folder, 120))
    expect(await until(client, cut, isOver)).toMatchObject({ status: 'finished', done: 280 })
    expect(known).toHaveLength(2)
    expect(known[1]).toBeGreaterThan(0)

    const gone = async (): Promise<void> => {
      let left = 3
      fate.mute = left
      await new Promise<void>((resolve) => {
        fate.onGone = () => --left === 0 && resolve()
      })
    }
    const dies = gone()
    const lost = await client.bias.start(pairs(folder, 121))
    await dies
    expect(await until(client, lost, isOver)).toMatchObject({
      ...{ status: 'failed', error: { code: 'engineLost' }, done: 0 }
    })
    // Resumed in the moment in which the last engine is gone, before the database says that it failed.
    const diesAgain = gone()
    await client.bias.resume(lost)
    await diesAgain
    await client.bias.resume(lost)
    expect(await until(client, lost, isOver)).toMatchObject({ status: 'finished', error: null })
    expect(known.slice(2)).toEqual([280, 280, 280, 280, 280, 280, 280])

    expect(await client.jobs.cancel({ id: lost.id })).toMatchObject({ status: 'finished' })
    await expect(client.jobs.pause({ id: 'none' })).rejects.toMatchObject({
      data: { code: 'notFound', params: { kind: 'job' } }
    })
  },
  timeout
)
