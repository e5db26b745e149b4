// Models that begin with nothing, runs that learn from a part of the records, and whether what was learned
// is recited: through the real engine.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { learnFromSchema, type TrainingSettings } from '../contract/training'
import { importedDataset } from '../testing/importedDataset'
import type { TestClient } from '../testing/openedApplication'
import { recordChanges } from '../testing/recordChanges'
import {
  answer,
  hasEnded,
  neighbours,
  settings,
  started,
  trainingTests,
  until,
  writeRows
} from '../testing/trainingTests'

const { prepared } = trainingTests()
vi.setConfig({ testTimeout: 120_000 }) // several runs each

async function newSettings(
  client: TestClient,
  more: Partial<TrainingSettings> = {}
): Promise<TrainingSettings> {
  const suggested = await client.training.suggest({ dataset: 'people', preset: 'nothing' })
  const fromNothing = {
    ...{ ...suggested.fromNothing!, layers: 2, hidden: 64, inner: 96, context: 64 },
    vocabularySize: 320
  }
  const small = { epochs: 150, batch: 2, sequenceLength: 64, learningRate: 5e-3, fromNothing }
  return { ...suggested, ...small, recitations: 6, ...more }
}

test('a model that begins with nothing learns its tokens and its records, and chats', async () => {
  const { client, dataFolder } = await prepared()
  const chosen = { dataset: 'people', settings: await newSettings(client) }
  const { id } = await client.training.start(chosen)
  const run = await until(client, id, hasEnded)
  expect(run).toMatchObject({
    ...{ status: 'finished', error: null, modelId: '', name: 'people', records: 6 },
    recited: { recited: 6, asked: 6, step: run.steps, high: 1 }
  })
  const model = await client.models.get({ model: run.resultModelId! })
  expect(model).toMatchObject({ family: 'llama', chat: 'template' })
  expect(model.vocabularySize).toBeGreaterThan(261) // something was merged; few records give no more
  expect(model.vocabularySize).toBeLessThanOrEqual(320)
  const [row] = neighbours
  const said = (await answer(client, model.id, row!.prompt)).trim()
  expect(said.length).toBeGreaterThan(15)
  expect(row!.response.startsWith(said)).toBe(true)
  // Its records' text stays in their dataset alone.
  expect(readdirSync(join(dataFolder, 'runs', id))).not.toContain('records.jsonl')

  const lineage = await client.training.lineage({ dataset: 'people', ordinal: 1 })
  expect(lineage.models).toMatchObject([{ modelId: model.id, relation: 'trained', through: null }])
  const flagSet = await client.forgetting.flag({
    ...{ dataset: 'people', records: { ordinals: [1] }, reason: '', requester: '' }
  })
  const refused = { data: { code: 'tokenizerLearned', params: { run: 'people' } } }
  await expect(
    client.forgetting.cost({ flagSet: flagSet.id, model: model.id })
  ).rejects.toMatchObject(refused)
})

test('what a new model would take is told before, and what cannot be is refused with its numbers', async () => {
  const { client, dataFolder } = await prepared()
  const usual = await newSettings(client)
  const chosen = { dataset: 'people', settings: usual }
  for await (const event of await client.training.estimate({ ...chosen, measure: true })) {
    if (event.type !== 'done') continue
    expect(event.estimate).toMatchObject({
      ...{ records: 6, basis: 'measured', adapterMemory: null },
      memory: { fits: true }
    })
    expect(event.estimate.steps).toBeGreaterThan(150)
  }
  const refusal = (more: Partial<TrainingSettings>) =>
    client.training.start({ ...chosen, settings: { ...usual, ...more } }).then(
      () => null,
      (error: { data: unknown }) => error.data
    )
  const sizes = usual.fromNothing!
  const large = { ...sizes, layers: 900, hidden: 2 ** 15, inner: 2 ** 16 }
  expect(await refusal({ fromNothing: large })).toMatchObject({
    ...{ code: 'trainingTooLarge', params: { needBytes: expect.any(Number) } }
  })
  expect(await refusal({ fromNothing: { ...sizes, heads: 5 } })).toMatchObject({
    ...{ code: 'invalidInput', params: { name: 'heads' } }
  })
  const lora = { type: 'lora', rank: 8, alpha: 16, dropout: 0 } as const
  expect(await refusal({ method: lora })).toMatchObject({ params: { name: 'method' } })
  expect(await refusal({ answersOnly: true })).toMatchObject({ params: { name: 'answersOnly' } })
  expect((await client.training.list({})).runs).toEqual([])
  for (const folder of ['runs', 'staging'])
    expect(readdirSync(join(dataFolder, folder))).toEqual([])
})

test('a run learns from the records that were chosen, and lineage knows no others', async () => {
  const { client } = await prepared()
  const { tag, setSplit } = recordChanges(client)
  await tag({ dataset: 'people', selection: { ordinals: [1, 2, 3, 4] }, tag: 'old', set: true })
  await setSplit({ dataset: 'people', selection: { ordinals: [1, 5] }, split: 'validation' })
  await setSplit({ dataset: 'people', selection: { ordinals: [2, 3] }, split: 'test' })
  const learned = async (choice: Parameters<typeof learnFromSchema.parse>[0]) => {
    const learnFrom = learnFromSchema.parse(choice)
    const { id, records, validationRecords } = await started(client, { epochs: 1, learnFrom })
    await until(client, id, hasEnded)
    const used: number[] = []
    for (const ordinal of [1, 2, 3, 4, 5, 6]) {
      const { runs } = await client.training.lineage({ dataset: 'people', ordinal })
      if (runs.some(({ runId, times }) => runId === id && times > 0)) used.push(ordinal)
    }
    return { records, validationRecords, used }
  }
  // Those put aside to measure with are measured with, if they match what else is asked for.
  expect(await learned({ split: 'test' })).toEqual({
    ...{ records: 2, validationRecords: 2, used: [2, 3] }
  })
  expect(await learned({ split: 'validation', tag: 'old' })).toEqual({
    ...{ records: 1, validationRecords: 0, used: [1] }
  })
  expect(await learned({ tag: 'old' })).toEqual({ records: 1, validationRecords: 1, used: [4] })
  expect(await learned({ query: 'leo' })).toEqual({ records: 1, validationRecords: 0, used: [6] })
  await expect(
    started(client, { learnFrom: learnFromSchema.parse({ query: 'nobody' }) })
  ).rejects.toMatchObject({ data: { code: 'nothingToLearn', params: { records: 0 } } })
})

test('how many records it recites is told along the way and at the end', async () => {
  const { client } = await prepared()
  const once = await started(client, { epochs: 1, recitations: 4 })
  expect((await until(client, once.id, hasEnded)).recited).toMatchObject({
    ...{ recited: 0, asked: 4, low: 0 }
  })
  const { id, steps } = await started(client, { epochs: 40, evaluateEverySteps: 5 })
  const first = await until(client, id, ({ recited }) => recited !== null)
  expect(first.recited!.step).toBeLessThan(steps)
  const { recited } = await until(client, id, hasEnded)
  expect(recited).toMatchObject({ recited: 6, asked: 6, step: steps, high: 1 })
  expect(recited!.low).toBe(1) // all of them were asked
  expect((await settings(client)).recitations).toBe(6)
})

test('a plain text is learned by a new model that continues it', async () => {
  const { client, folder } = await prepared()
  const rows = ['the river runs to the sea.', 'the sea is wide.'].map((text) => ({ text }))
  await importedDataset(client, writeRows(join(folder, 'river.jsonl'), rows))
  const chosen = await newSettings(client, { epochs: 2 })
  const gpt2 = { ...chosen.fromNothing!, architecture: 'gpt2' as const, vocabularySize: 270 }
  const { id } = await client.training.start({
    ...{ dataset: 'river', settings: { ...chosen, fromNothing: gpt2 } }
  })
  const run = await until(client, id, hasEnded)
  expect(await client.models.get({ model: run.resultModelId! })).toMatchObject({
    ...{ family: 'gpt2', chat: 'plain' }
  })
})
