// Trainings through the real engine: planned, trained, kept, cut off, and what comes of them.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { samplingPresets } from '../contract/chat'
import type { Run } from '../contract/training'
import { importedDataset } from '../testing/importedDataset'
import {
  answer,
  hasEnded,
  neighbours,
  settings,
  started,
  trainingTests,
  until
} from '../testing/trainingTests'

const { prepared } = trainingTests()

test('a dataset becomes a model that has learned it, and its lineage is known', async () => {
  const { client } = await prepared()
  const { id, steps } = await started(client)
  expect(steps).toBeGreaterThanOrEqual(12)
  const run = await until(client, id, hasEnded)
  expect(run).toMatchObject({ status: 'finished', step: steps, records: 6, error: null })
  const { points } = await client.training.curve({ id })
  expect(points).toHaveLength(steps)
  expect(points.at(-1)!.loss!).toBeLessThan(points[0]!.loss! / 3)
  const model = await client.models.get({ model: run.resultModelId! })
  expect(model).toMatchObject({ name: 'tiny + people', precision: 'F32', chat: 'plain' })
  expect(await answer(client, model.id, neighbours[2]!.prompt)).toContain(neighbours[2]!.response)

  const lineage = await client.training.lineage({ dataset: 'people', ordinal: 3 })
  expect(lineage.runs).toMatchObject([{ runId: id, times: 12, ordinal: 3, keptOut: false }])
  expect(lineage.models).toMatchObject([{ modelId: model.id, relation: 'trained' }])
  const whole = `${neighbours[2]!.prompt}\n${neighbours[2]!.response}`
  expect((await client.training.lineage({ text: whole })).runs).toEqual(lineage.runs)
  const first = lineage.runs[0]!.firstStep!
  const { records } = await client.training.stepRecords({ id, step: first })
  expect(records.map(({ ordinal }) => ordinal)).toContain(3)
})

test('paused, resumed and cancelled: what there is becomes a model', async () => {
  const { client } = await prepared()
  const { id } = await started(client, { epochs: 1000 })
  const other = await started(client)
  expect(other).toMatchObject({ status: 'waiting', waitingBehind: 'tiny + people' })
  await until(client, id, ({ step }) => step > 3)
  const paused = await client.training.pause({ id })
  expect(paused).toMatchObject({ status: 'paused', savedStep: paused.step, secondsLeft: null })
  await until(client, other.id, hasEnded)
  expect((await client.training.get({ run: id })).step).toBe(paused.step)
  await expect(client.training.retry({ id })).rejects.toMatchObject({
    data: { code: 'runStatusRefused', params: { run: 'tiny + people', status: 'paused' } }
  })
  await client.training.resume({ id })
  await until(client, id, ({ step }) => step > paused.step + 3)
  const stopped = await client.training.cancel({ id, keep: true })
  expect(stopped).toMatchObject({ status: 'stopped', resumedFromStep: null })
  expect(stopped.step).toBeLessThan(stopped.steps)
  const { models } = await client.models.list({})
  expect(models.map(({ name }) => name)).toEqual(['tiny', 'tiny + people 2', 'tiny + people'])
  // It began with a model that saw the same record.
  const { models: seen } = await client.training.lineage({ dataset: 'people', ordinal: 1 })
  expect(seen.map(({ modelId }) => modelId).toSorted()).toEqual(
    models
      .slice(1)
      .map((it) => it.id)
      .toSorted()
  )
})

test('a dataset that is edited while a run reads it: the run keeps the version it began with', async () => {
  const { client } = await prepared()
  const weightsOf = async ({ resultModelId }: Run): Promise<string> =>
    (await client.models.get({ model: resultModelId! })).sha256
  const alone = await started(client)
  const weights = await weightsOf(await until(client, alone.id, hasEnded))
  const { id } = await started(client)
  await client.training.pause({ id }) // the engine that goes on reads all anew
  const text = 'ana moved to the far side of the mountain.'
  await client.datasets.edit({
    ...{ dataset: 'people', ordinal: 1, subject: null },
    parts: [
      { role: 'user', text: neighbours[0]!.prompt },
      { role: 'assistant', text }
    ]
  })
  await client.training.resume({ id })
  expect(await weightsOf(await until(client, id, hasEnded))).toBe(weights)
  // What begins now reads the new text.
  const later = await started(client)
  const whole = [neighbours[0]!.prompt, text].join('\n')
  const { runs } = await client.training.lineage({ text: whole })
  expect(runs.map(({ runId }) => runId)).toEqual([later.id])
})

test('a run is renamed with its model, or neither is', async () => {
  const { client } = await prepared()
  const { id } = await started(client, { epochs: 1 })
  const run = await until(client, id, hasEnded)
  await client.training.rename({ id, name: 'Neighbours' })
  const model = await client.models.get({ model: run.resultModelId! })
  expect([(await client.training.get({ run: id })).name, model.name]).toEqual([
    'Neighbours',
    'Neighbours'
  ])
  await expect(client.training.rename({ id, name: 'tiny' })).rejects.toMatchObject({
    data: { code: 'nameTaken' }
  })
  expect((await client.training.get({ run: id })).name).toBe('Neighbours')
})

test('what cannot be is refused before anything begins', async () => {
  // Its attention scores alone would take 17 GB a layer.
  const { client, dataFolder } = await prepared({
    num_attention_heads: 16,
    num_key_value_heads: 16
  })
  await expect(started(client, { batch: 1024, sequenceLength: 512 })).rejects.toMatchObject({
    data: { code: 'trainingTooLarge' }
  })
  const file = join(dataFolder, 'questions.jsonl')
  const turn = { role: 'assistant', content: 'a' }
  writeFileSync(file, JSON.stringify({ messages: [turn] }))
  await importedDataset(client, file)
  const ask = { model: 'tiny', dataset: 'questions', settings: await settings(client) }
  await expect(client.training.start(ask)).rejects.toMatchObject({
    data: { code: 'nothingToLearn', params: { dataset: 'questions', records: 1 } }
  })
  expect((await client.training.list({})).runs).toEqual([])
  expect(readdirSync(join(dataFolder, 'runs'))).toEqual([])
})

test('training holds still while an answer is written, unless both are to go on', async () => {
  const { client } = await prepared({ max_position_embeddings: 16_384 })
  const { id } = await started(client, { epochs: 1000 })
  await until(client, id, ({ step }) => step > 3)
  const sampling = { ...samplingPresets.exact, maxTokens: 32_768, seed: 0 }
  const prompt = { type: 'text', text: 'the old river', raw: false } as const
  const stop = new AbortController()
  const events = await client.inference.generate(
    { model: 'tiny', prompt, sampling },
    { signal: stop.signal }
  )
  const reading = (async () => {
    for await (const _ of events);
  })().catch(() => {})
  let still = await until(client, id, ({ yielding }) => yielding)
  // What was computed before is written a moment later; then nothing more comes.
  for (let before = -1; still.step !== before;) {
    before = still.step
    await new Promise((resolve) => setTimeout(resolve, 200))
    still = await client.training.get({ run: id })
  }
  expect(still.yielding).toBe(true)
  await client.settings.update({ trainingBesideChat: 'together' })
  await until(client, id, (run) => !run.yielding && run.step > still.step + 1)
  await client.settings.update({ trainingBesideChat: 'yield' })
  await until(client, id, ({ yielding }) => yielding)
  stop.abort()
  await reading
  await until(client, id, ({ yielding }) => !yielding)
  expect(await client.training.cancel({ id, keep: false })).toMatchObject({
    ...{ status: 'stopped', resultModelId: null }
  })
})

test('an estimate is measured, and leaves nothing behind', async () => {
  const { client, dataFolder } = await prepared()
  const chosen = { model: 'tiny', dataset: 'people', settings: await settings(client) }
  const events = []
  for await (const event of await client.training.estimate({ ...chosen, measure: true }))
    events.push(event)
  const last = events.at(-1)!
  if (last.type !== 'done') throw new Error('It did not end.')
  const { estimate } = last
  expect(estimate).toMatchObject({ records: 6, validationRecords: 0, basis: 'measured' })
  expect(estimate.seconds).toBeGreaterThan(0)
  expect(estimate.memory).toMatchObject({ fits: true })
  expect(estimate.adapterMemory!.totalBytes).toBeLessThan(estimate.memory.totalBytes)
  expect(readdirSync(join(dataFolder, 'staging'))).toEqual([])
})
