// Trainings that are cut off end with the same bytes: the engine killed, the whole app killed, the disk
// refusing. `npm run check:crash` does it at more moments of a longer run.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Run } from '../contract/training'
import { buildEntry } from '../testing/buildEntry'
import { importedDataset } from '../testing/importedDataset'
import { openedApplication, type TestClient } from '../testing/openedApplication'
import { enginesOf } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'
import type { SpawnEngine } from './engineProcess'

const isFull = import.meta.env.MODE === 'full'
const kills = isFull ? 6 : 2
const epochs = isFull ? 900 : 60
const timeout = isFull ? 1_800_000 : 120_000

let workerUrl: URL
let engineWorker: string
let crashingApplication: string
beforeAll(async () => {
  const built = (file: string): Promise<URL> => buildEntry(new URL(file, import.meta.url))
  workerUrl = await built('../store/worker.ts')
  engineWorker = fileURLToPath(await built('../engine/worker.ts'))
  crashingApplication = fileURLToPath(await built('../testing/crashingApplication.ts'))
}, 120_000)

/** With the ids of the engines it started, the latest last. */
function watchedEngines(): { spawnEngine: SpawnEngine; pids: number[] } {
  const pids: number[] = []
  const start = enginesOf(engineWorker)
  return {
    pids,
    spawnEngine: () => {
      const engine = start()
      if (engine.pid !== undefined) pids.push(engine.pid)
      return engine
    }
  }
}

async function opened(dataFolder: string) {
  const engines = watchedEngines()
  const made = await openedApplication({
    ...{ dataFolder, resourcesFolder: join(dataFolder, 'nothing'), workerUrl },
    spawnEngine: engines.spawnEngine
  })
  onTestFinished(() => made.application.close())
  return { ...made, ...engines }
}

async function prepared() {
  const folder = temporaryFolder()
  const dataFolder = join(folder, 'data')
  const made = await opened(dataFolder)
  const path = await writeTinyModel(join(folder, 'tiny'))
  const source = { type: 'path', path } as const
  for await (const _ of await made.client.models.import({ source, mode: 'reference' }));
  const file = join(folder, 'rows.jsonl')
  const line = (at: number): string =>
    `${JSON.stringify({ prompt: `where does number ${at} live?`, response: `in house ${at * 7}.` })}\n`
  writeFileSync(file, Array.from({ length: 24 }, (_, at) => line(at)).join(''))
  await importedDataset(made.client, file)
  return { ...made, dataFolder, folder }
}

async function started(client: TestClient): Promise<Run> {
  const ask = { model: 'tiny', dataset: 'rows' }
  const settings = {
    ...(await client.training.suggest({ ...ask, preset: 'answers' })),
    ...{ epochs, batch: 2, sequenceLength: 64, learningRate: 1e-3, patience: null },
    ...{ validationShare: 0.2, keepBest: false, evaluateEverySteps: 50 }
  }
  return client.training.start({ ...ask, settings })
}

async function until(client: TestClient, id: string, isSo: (run: Run) => boolean): Promise<Run> {
  for (;;) {
    const run = await client.training.get({ run: id })
    if (isSo(run)) return run
    if (run.status === 'failed' || run.status === 'finished')
      throw new Error(`${run.status} too early: ${JSON.stringify(run.error)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const isFinished = ({ status }: Run): boolean => status === 'finished'

async function weightsOf(client: TestClient, run: Run): Promise<string> {
  return (await client.models.get({ model: run.resultModelId! })).sha256
}

let reference: string | null = null

/** Of a run that nothing happened to; the same for all tests. */
async function undisturbed(client: TestClient): Promise<string> {
  if (reference !== null) return reference
  const { id } = await started(client)
  const run = await until(client, id, isFinished)
  if (isFull) expect(run.trainedSeconds).toBeGreaterThan(60)
  expect(run.resumedFromStep).toBeNull()
  return (reference = await weightsOf(client, run))
}

test(
  'an engine that is killed goes on in another one, to the same weights',
  { timeout },
  async () => {
    const { client, pids } = await prepared()
    const weights = await undisturbed(client)
    const { id, steps } = await started(client)
    for (let kill = 1; kill <= kills; kill++) {
      const from = Math.floor((kill * steps) / (kills + 2))
      await until(client, id, (run) => run.step > from && run.step > (run.savedStep ?? steps))
      process.kill(pids.at(-1)!, 'SIGKILL')
      const engines = pids.length
      await until(client, id, () => pids.length > engines)
    }
    const run = await until(client, id, isFinished)
    expect(run.resumedFromStep).toBeGreaterThan(0)
    expect(await weightsOf(client, run)).toBe(weights)
    const { points } = await client.training.curve({ id, points: 2000 })
    expect(points.at(-1)!.step).toBe(steps)
  }
)

test(
  'an app that is killed goes on when it is opened, to the same weights',
  { timeout },
  async () => {
    const { application: first, client, dataFolder } = await prepared()
    const weights = await undisturbed(client)
    const { id, steps } = await started(client)
    await first.close()
    /** Opens it until all is done, or until it has come to a step; then the last one that was safe. */
    const open = async (killedAt: number): Promise<void> => {
      const child = spawn(
        process.execPath,
        [crashingApplication, dataFolder, workerUrl.href, engineWorker],
        {
          stdio: ['ignore', 'pipe', 'inherit']
        }
      )
      const exit = new Promise((resolve) => child.once('exit', resolve))
      for await (const line of createInterface({ input: child.stdout })) {
        const { step, savedStep } = JSON.parse(line) as { step: number; savedStep: number }
        if (step > killedAt && savedStep > 0) child.kill('SIGKILL')
      }
      await exit
      if (killedAt === Infinity) expect(child.exitCode).toBe(0)
      else expect(child.signalCode).toBe('SIGKILL')
    }
    for (let kill = 1; kill <= kills; kill++) await open(Math.floor((kill * steps) / (kills + 2)))
    await open(Infinity)
    const again = await opened(dataFolder)
    const run = await again.client.training.get({ run: id })
    expect(run).toMatchObject({ status: 'finished', error: null })
    expect(run.resumedFromStep).toBeGreaterThan(0)
    expect(await weightsOf(again.client, run)).toBe(weights)
  }
)

test(
  'begun with nothing, a run that is cut off while its tokenizer is learned ends with the same weights',
  { timeout },
  async () => {
    const { application, client, pids, dataFolder, folder } = await prepared()
    const file = join(folder, 'words.jsonl')
    // Words that differ, so that there is much to merge.
    const word = (at: number): string => ((at * 2_654_435_761) % 2 ** 32).toString(36)
    const text = (at: number): string =>
      Array.from({ length: 40 }, (_, place) => word(at * 40 + place)).join(' ')
    const lines = Array.from({ length: 400 }, (_, at) => JSON.stringify({ text: text(at) }))
    writeFileSync(file, lines.join('\n'))
    await importedDataset(client, file)
    const ask = { dataset: 'words' }
    const suggested = await client.training.suggest({ ...ask, preset: 'nothing' })
    const tiny = { layers: 1, hidden: 16, heads: 2, keyHeads: 1, inner: 16, context: 32 }
    const settings = {
      ...{ ...suggested, epochs: 1, batch: 64, sequenceLength: 32, validationShare: 0 },
      fromNothing: { ...suggested.fromNothing!, ...tiny, vocabularySize: 3000 },
      keepBest: false
    }
    const begin = (): Promise<Run> => client.training.start({ ...ask, settings })
    const weights = await weightsOf(client, await until(client, (await begin()).id, isFinished))

    const { id } = await begin()
    const learns = (run: Run): boolean => run.phase === 'tokenizing'
    await until(client, id, learns)
    process.kill(pids.at(-1)!, 'SIGKILL')
    const engines = pids.length
    await until(client, id, (run) => pids.length > engines && learns(run))
    expect(await client.training.pause({ id })).toMatchObject({ status: 'paused', steps: 0 })
    await client.training.resume({ id })
    await until(client, id, learns)
    await application.close() // the app is opened again, and it goes on by itself
    const child = spawn(process.execPath, [
      ...[crashingApplication, dataFolder, workerUrl.href, engineWorker]
    ])
    child.stdout.resume()
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0)
    const again = await opened(dataFolder)
    const run = await again.client.training.get({ run: id })
    expect(run).toMatchObject({ status: 'finished', error: null })
    expect(await weightsOf(again.client, run)).toBe(weights)
  }
)

test(
  'a state that cannot be written pauses the run, and the one before is whole',
  { timeout },
  async () => {
    const { client, pids, dataFolder } = await prepared()
    const weights = await undisturbed(client)
    const { id } = await started(client)
    const folder = join(dataFolder, 'runs', id)
    await until(client, id, (run) => run.savedStep !== null)
    renameSync(folder, `${folder} away`)
    const gone = await until(client, id, ({ status }) => status === 'paused')
    expect(gone.error).toMatchObject({ code: 'fileNotFound' })
    renameSync(`${folder} away`, folder)
    const engines = pids.length
    await client.training.resume({ id })
    if (process.platform === 'linux') {
      // As a disk that is full refuses, whoever writes.
      await until(client, id, (run) => {
        return pids.length > engines && run.step > (run.savedStep ?? Infinity)
      })
      const limited = spawnSync('prlimit', ['--pid', String(pids.at(-1)), '--fsize=4096'])
      expect(String(limited.stderr)).toBe('')
      const full = await until(client, id, ({ status }) => status === 'paused')
      expect(full.error).toMatchObject({ code: 'fileTooLargeForDisk' })
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
      expect(existsSync(join(folder, 'state.safetensors'))).toBe(true)
      await client.training.resume({ id })
    }
    const run = await until(client, id, isFinished)
    expect(await weightsOf(client, run)).toBe(weights)
  }
)
