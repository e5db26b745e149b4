// Forgetting that is cut off: its engine killed, the whole app killed, at moments that are drawn and while a
// state is being written. It ends with the weights of a training that never saw the records, and the
// original model's files stay as they were. `npm run check:crash` does it more often in a longer run.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Run } from '../contract/training'
import { crashTests, hasCutState, killEngines, killMoments } from '../testing/crashTests'
import { importedDataset } from '../testing/importedDataset'
import type { TestClient } from '../testing/openedApplication'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'

const isFull = import.meta.env.MODE === 'full'
const kills = isFull ? 5 : 2
const epochs = isFull ? 900 : 80
const timeout = isFull ? 1_800_000 : 300_000

const { opened, openApart } = crashTests()

/**
 * A model that was taught twelve records and then once more, and both trainings in the queue again, without
 * two of them. Moments are those of the first, while the second waits for it.
 */
async function prepared() {
  const folder = temporaryFolder()
  const dataFolder = join(folder, 'data')
  const made = await opened(dataFolder)
  const { client } = made
  const path = await writeTinyModel(join(folder, 'tiny'))
  for await (const _ of await client.models.import({
    ...{ source: { type: 'path', path }, mode: 'reference' }
  }));
  const file = join(folder, 'rows.jsonl')
  const lines = Array.from({ length: 12 }, (_, at) => {
    const [prompt, response] = [`where does number ${at} live?`, `in house ${at * 7}.`]
    return `${JSON.stringify({ prompt, response })}\n`
  })
  writeFileSync(file, lines.join(''))
  await importedDataset(client, file)
  const ask = { model: 'tiny', dataset: 'rows' }
  const usual = {
    ...(await client.training.suggest({ ...ask, preset: 'byHeart' })),
    ...{ batch: 2, sequenceLength: 64, learningRate: 1e-3, recitations: 0 }
  }
  const taught = async (model: string, name: string, rounds: number): Promise<Run> => {
    const settings = { ...usual, epochs: rounds }
    const { id } = await client.training.start({ ...ask, model, settings, name })
    return finished(client, id)
  }
  const { steps } = await taught('tiny', 'first', epochs)
  await taught('first', 'second', 1)
  const paths = ['first', 'second'].map(async (model) => (await client.models.get({ model })).path)
  const originals = await Promise.all(paths)
  const { id: flagSet } = await client.forgetting.flag({
    ...{ dataset: 'rows', records: { ordinals: [3, 8] } }
  })
  const { runs, run } = await client.forgetting.replay({ flagSet, model: 'second' })
  const { id } = runs[0]!
  const killed = { id, folder: join(dataFolder, 'runs', id) }
  return { ...made, dataFolder, originals, steps, killed, last: run.id }
}

async function finished(client: TestClient, id: string): Promise<Run> {
  for (;;) {
    const run = await client.training.get({ run: id })
    if (run.status === 'finished') return run
    if (run.error) throw new Error(JSON.stringify(run.error))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Each of their files with its SHA-256. */
const filesOf = (folders: readonly string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder).map((name) => {
      const bytes = readFileSync(join(folder, name))
      return `${join(folder, name)} ${createHash('sha256').update(bytes).digest('hex')}`
    })
  )

/** What it came to is what training from the beginning without the records comes to. */
async function expectExact(client: TestClient, id: string): Promise<void> {
  const run = await finished(client, id)
  const retrain = await client.forgetting.retrain({ run: run.id })
  await finished(client, retrain.run.id)
  const { state, replay } = await client.forgetting.compare({ run: run.id })
  expect(state).toBe('equal')
  expect(replay.sha256).not.toBe((await client.models.get({ model: 'second' })).sha256)
}

test('an engine that is killed while it forgets', { timeout }, async () => {
  const { client, pids, killed, last, steps, originals } = await prepared()
  const before = filesOf(originals)
  expect(before.filter((it) => it.includes('model.safetensors'))).toHaveLength(2)
  const done = await killEngines({ client, pids }, killed, killMoments(steps, kills))
  expect(done.kills).toBeGreaterThanOrEqual(isFull ? kills : 1)
  if (done.kills >= kills) expect(done.cutStates).toBe(1)
  await expectExact(client, last)
  expect(filesOf(originals)).toEqual(before)
})

test('an app that is killed while it forgets', { timeout }, async () => {
  const { application, dataFolder, killed, last, steps, originals } = await prepared()
  const { folder } = killed
  const before = filesOf(originals)
  await application.close()
  let [done, cut] = [0, false]
  for (const moment of killMoments(steps, kills)) {
    do {
      if ((await openApart(dataFolder, { moment, folder })) !== 'SIGKILL') break
      done++
      cut ||= hasCutState(folder)
      expect(filesOf(originals)).toEqual(before)
    } while (moment.then === 'saving' && !cut)
  }
  expect(done).toBeGreaterThanOrEqual(isFull ? kills : 1)
  if (done >= kills) expect(cut).toBe(true)
  expect(await openApart(dataFolder, null)).toBe(0)
  const again = await opened(dataFolder)
  await expectExact(again.client, last)
  expect(filesOf(originals)).toEqual(before)
})
