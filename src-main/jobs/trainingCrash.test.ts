// Trainings that are cut off end with the same bytes: the engine killed, the whole app killed, at moments
// that are drawn and while a state is being written; the disk refusing. `npm run check:crash` does it more
// often in a longer run.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Run } from '../contract/training'
import { crashTests, hasCutState, killEngines, killMoments } from '../testing/crashTests'
import { importedDataset } from '../testing/importedDataset'
import type { TestClient } from '../testing/openedApplication'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'

const isFull = import.meta.env.MODE === 'full'
const kills = isFull ? 6 : 3
const epochs = isFull ? 900 : 60
const timeout = isFull ? 1_800_000 : 300_000

const { opened, openApart } = crashTests()

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
    const { client, pids, dataFolder } = await prepared()
    const weights = await undisturbed(client)
    const { id, steps } = await started(client)
    const run = { id, folder: join(dataFolder, 'runs', id) }
    const done = await killEngines({ client, pids }, run, killMoments(steps, kills))
    expect(done.kills).toBeGreaterThanOrEqual(isFull ? kills : 1)
    const ended = await until(client, id, isFinished)
    if (done.kills >= kills) {
      expect(done.cutStates).toBe(1)
      expect(ended.resumedFromStep).toBeGreaterThan(0)
    }
    expect(await weightsOf(client, ended)).toBe(weights)
    expect(hasCutState(run.folder)).toBe(false)
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
    const folder = join(dataFolder, 'runs', id)
    let [done, cut] = [0, false]
    for (const moment of killMoments(steps, kills)) {
      do {
        if ((await openApart(dataFolder, { moment, folder })) !== 'SIGKILL') break
        done++
        cut ||= hasCutState(folder)
      } while (moment.then === 'saving' && !cut)
    }
    expect(done).toBeGreaterThanOrEqual(isFull ? kills : 1)
    expect(await openApart(dataFolder, null)).toBe(0)
    const again = await opened(dataFolder)
    const run = await again.client.training.get({ run: id })
    expect(run).toMatchObject({ status: 'finished', error: null })
    if (done >= kills) {
      expect(cut).toBe(true)
      expect(run.resumedFromStep).toBeGreaterThan(0)
    }
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
    expect(await openApart(dataFolder, null)).toBe(0)
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
