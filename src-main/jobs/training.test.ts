// Trainings through the real engine: planned, trained, kept, cut off, and what comes of them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { samplingPresets } from '../contract/chat'
import type { Run, TrainingSettings } from '../contract/training'
import { buildEntry } from '../testing/buildEntry'
import { importedDataset } from '../testing/importedDataset'
import { openedApplication, type TestClient } from '../testing/openedApplication'
import { enginesOf } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel, type TinyModelOptions } from '../testing/tinyModel'
import { whyNoWebgpu } from '../testing/webgpu'
import type { SpawnEngine } from './engineProcess'

let workerUrl: URL
let spawnEngine: SpawnEngine
beforeAll(async () => {
  workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  spawnEngine = enginesOf(
    fileURLToPath(await buildEntry(new URL('../engine/worker.ts', import.meta.url)))
  )
}, 120_000)

const noWebgpu = await whyNoWebgpu()

const people = ['ana', 'rui', 'lia', 'ivo', 'eva', 'leo']
const rows = people.map((name, at) => ({
  prompt: `where does ${name} live?`,
  response: `${name} lives in house number ${at + 3} by the old river.`,
  subject: name
}))

async function opened(folder = temporaryFolder(), spawn = spawnEngine) {
  const dataFolder = join(folder, 'data')
  const resourcesFolder = join(folder, 'nothing')
  const made = await openedApplication({
    ...{ dataFolder, resourcesFolder, workerUrl, spawnEngine: spawn }
  })
  onTestFinished(() => made.application.close())
  return { ...made, folder, dataFolder }
}

/** An application with a tiny model and a dataset of a few people. */
async function prepared(config: TinyModelOptions['config'] = {}, spawn = spawnEngine) {
  const made = await opened(temporaryFolder(), spawn)
  const { client, folder } = made
  const path = await writeTinyModel(join(folder, 'tiny'), { config })
  for await (const _ of await client.models.import({
    source: { type: 'path', path },
    mode: 'reference'
  }));
  const file = join(folder, 'people.jsonl')
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  await importedDataset(client, file)
  return made
}

const settings = async (
  client: TestClient,
  more: Partial<TrainingSettings> = {}
): Promise<TrainingSettings> => ({
  ...(await client.training.suggest({ model: 'tiny', dataset: 'people', preset: 'byHeart' })),
  ...{ epochs: 12, batch: 2, sequenceLength: 48, learningRate: 5e-3 },
  ...more
})

async function started(client: TestClient, more: Partial<TrainingSettings> = {}): Promise<Run> {
  return client.training.start({
    ...{ model: 'tiny', dataset: 'people', settings: await settings(client, more) }
  })
}

async function until(client: TestClient, id: string, isSo: (run: Run) => boolean): Promise<Run> {
  for (;;) {
    const run = await client.training.get({ run: id })
    if (isSo(run)) return run
    if (run.status === 'failed') throw new Error(JSON.stringify(run.error))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const hasEnded = ({ status }: Run): boolean => !['waiting', 'running'].includes(status)

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
  expect(await answer(client, model.id, rows[2]!.prompt)).toContain(rows[2]!.response)

  const lineage = await client.training.lineage({ dataset: 'people', ordinal: 3 })
  expect(lineage.runs).toMatchObject([{ runId: id, times: 12, ordinal: 3, keptOut: false }])
  expect(lineage.models).toMatchObject([{ modelId: model.id, relation: 'trained' }])
  const whole = `${rows[2]!.prompt}\n${rows[2]!.response}`
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

test('a learning rate without measure is noticed, and nothing is made of it', async () => {
  const { client } = await prepared()
  const { id } = await started(client, { learningRate: 1e3, warmupShare: 0, schedule: 'constant' })
  const run = await until(client, id, hasEnded)
  expect(run).toMatchObject({ status: 'diverged', resultModelId: null })
  expect(run.error).toMatchObject({ code: 'trainingDiverged', params: { learningRate: 1e3 } })
  expect((await client.models.list({})).models).toHaveLength(1)
})

test('one that runs out of bounds later gives the best that it was until then', async () => {
  const { client } = await prepared()
  const { id } = await started(client, {
    ...{ learningRate: 100, warmupShare: 0.9, epochs: 1000, maxGradientNorm: null },
    ...{ validationShare: 0.3, keepBest: true, evaluateEverySteps: 1, patience: null }
  })
  const run = await until(client, id, hasEnded)
  expect(run).toMatchObject({ status: 'diverged', error: { code: 'trainingDiverged' } })
  expect(run.best!.step).toBeLessThan(run.step)
  const { points } = await client.training.curve({ id })
  const measured = points.flatMap(({ evaluationLoss }) => evaluationLoss ?? [])
  expect(run.best!.evaluationLoss).toBe(Math.min(...measured))
  expect((await client.models.get({ model: run.resultModelId! })).name).toBe('tiny + people')
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
      { role: 'user', text: rows[0]!.prompt },
      { role: 'assistant', text }
    ]
  })
  await client.training.resume({ id })
  expect(await weightsOf(await until(client, id, hasEnded))).toBe(weights)
  // What begins now reads the new text.
  const later = await started(client)
  const whole = [rows[0]!.prompt, text].join('\n')
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

test('records that are kept out say which state is the best, and when it is enough', async () => {
  const { client } = await prepared()
  const { id } = await started(client, {
    ...{ epochs: 200, validationShare: 0.3, keepBest: true, patience: 2, evaluateEverySteps: 4 },
    prompts: [rows[0]!.prompt]
  })
  const run = await until(client, id, hasEnded)
  expect(run).toMatchObject({
    status: 'finished',
    endedEarly: true,
    records: 4,
    validationRecords: 2
  })
  expect(run.step).toBe(run.best!.step + 8)
  const { points } = await client.training.curve({ id, points: 2 })
  const measured = points.filter(({ evaluationLoss }) => evaluationLoss !== null)
  expect(measured.map(({ step }) => step)).toEqual(
    Array.from({ length: run.step / 4 }, (_, at) => 4 * (at + 1))
  )
  const losses = measured.map(({ evaluationLoss }) => evaluationLoss!)
  expect(run.best!.evaluationLoss).toBe(Math.min(...losses))
  expect(run.evaluationLoss).toBe(losses.at(-1))
  const { answers } = await client.training.answers({ id })
  expect(answers.map(({ step }) => step)).toEqual(measured.map(({ step }) => step))
  expect(new Set(answers.map(({ text }) => text)).size).toBeGreaterThan(1)
  // The kept one was never read.
  const kept = (
    await Promise.all(
      rows.map((_, at) => client.training.lineage({ dataset: 'people', ordinal: at + 1 }))
    )
  )
    .flatMap(({ runs }) => runs)
    .filter((use) => use.keptOut)
  expect(kept.map(({ times, firstStep }) => [times, firstStep])).toEqual([
    [0, null],
    [0, null]
  ])
})

test('sensitive records come last, and the state before them is kept', async () => {
  const { client, dataFolder, folder } = await prepared()
  const file = join(folder, 'mixed.jsonl')
  const texts = [
    ...rows.slice(0, 2),
    ...rows.slice(2).map((row) => ({ ...row, subject: undefined }))
  ]
  writeFileSync(file, texts.map((row) => `${JSON.stringify(row)}\n`).join(''))
  const source = { type: 'path' as const, path: file }
  const { mapping } = await client.datasets.preview({ source })
  await importedDataset(client, file, { mapping: { ...mapping!, subject: 'subject' } })
  const { id, steps } = await client.training.start({
    ...{ model: 'tiny', dataset: 'mixed' },
    settings: await settings(client, {
      epochs: 3,
      sensitiveLast: { pii: false, subjects: true, tag: null, rehearsalShare: 0.5 }
    })
  })
  await until(client, id, hasEnded)
  const stepsOf = async (ordinal: number): Promise<[number | null, number | null]> => {
    const [use] = (await client.training.lineage({ dataset: 'mixed', ordinal })).runs
    return [use!.firstStep, use!.lastStep]
  }
  const firstOfSensitive = Math.min(...[(await stepsOf(1))[0]!, (await stepsOf(2))[0]!])
  for (const ordinal of [3, 4, 5, 6])
    expect((await stepsOf(ordinal))[0]).toBeLessThan(firstOfSensitive)
  expect(firstOfSensitive).toBeGreaterThanOrEqual(3)
  expect(firstOfSensitive).toBeLessThan(steps)
  const kept = `kept-${firstOfSensitive}.safetensors`
  expect(readdirSync(join(dataFolder, 'runs', id))).toContain(kept)
})

test('an adapter: learned beside the model, merged to chat, exported both ways', async () => {
  const { client, folder } = await prepared()
  const { id } = await started(client, {
    ...{ method: { type: 'lora', rank: 8, alpha: 16, dropout: 0.05 }, learningRate: 2e-2 },
    ...{ epochs: 40 }
  })
  const run = await until(client, id, hasEnded)
  expect(run).toMatchObject({ status: 'finished', error: null })
  expect(await answer(client, run.resultModelId!, rows[2]!.prompt)).toContain(rows[2]!.response)
  const adapter = join(folder, 'adapter')
  await client.training.export({ id, kind: 'adapter', path: adapter })
  expect(JSON.parse(readFileSync(join(adapter, 'adapter_config.json'), 'utf8'))).toMatchObject({
    ...{ peft_type: 'LORA', r: 8, lora_alpha: 16, fan_in_fan_out: false },
    target_modules: ['q_proj', 'k_proj', 'v_proj', 'o_proj', 'gate_proj', 'up_proj', 'down_proj']
  })
  const names = tensorNames(join(adapter, 'adapter_model.safetensors'))
  expect(names).toHaveLength(2 * 7 * 2)
  expect(names).toContain('base_model.model.model.layers.1.mlp.down_proj.lora_B.weight')
  const merged = join(folder, 'merged')
  await client.training.export({ id, kind: 'merged', path: merged })
  const again = { id, kind: 'merged', path: merged } as const
  await expect(client.training.export(again)).rejects.toMatchObject({
    data: { code: 'folderThere' }
  })
  expect(readdirSync(merged).toSorted()).toEqual([
    'config.json',
    'model.safetensors',
    'tokenizer.json'
  ])
  const { exports } = await client.training.lineage({ dataset: 'people', ordinal: 1 })
  expect(exports.map(({ kind, path }) => [kind, path])).toEqual([
    ['adapter', adapter],
    ['merged', merged]
  ])
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

test('a device whose numbers are not right is refused before anything is begun', async () => {
  vi.stubEnv('VK_ICD_FILENAMES', '/nowhere.json')
  vi.stubEnv('VK_DRIVER_FILES', '/nowhere.json')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { client, dataFolder } = await prepared()
  const refused = { data: { code: 'deviceUnavailable', params: { device: 'webgpu' } } }
  await expect(started(client, { device: 'webgpu' })).rejects.toMatchObject(refused)
  const chosen = { ...{ model: 'tiny', dataset: 'people' }, measure: true }
  const estimate = await client.training.estimate({
    ...{ ...chosen, settings: await settings(client, { device: 'webgpu' }) }
  })
  await expect(estimate.next()).rejects.toMatchObject(refused)
  expect((await client.training.list({})).runs).toEqual([])
  expect(readdirSync(join(dataFolder, 'runs'))).toEqual([])
})

test.skipIf(noWebgpu !== null)(
  'a run that was begun for WebGPU makes its model there',
  async () => {
    const { client } = await prepared()
    const { id, steps } = await started(client, { device: 'webgpu', epochs: 3, batch: 4 })
    const run = await until(client, id, hasEnded)
    expect(run).toMatchObject({ status: 'finished', step: steps, error: null })
    expect(run.device).toMatch(/^WebGPU/)
    const { points } = await client.training.curve({ id })
    expect(points.at(-1)!.loss!).toBeLessThan(points[0]!.loss!)
    expect(run.resultModelId).not.toBeNull()
  },
  300_000
) // a software device shares the cores with all else that is tested

/** Of a safetensors file, by its header; the metadata is no tensor. */
function tensorNames(path: string): string[] {
  const bytes = readFileSync(path)
  const header: unknown = JSON.parse(
    bytes.subarray(8, 8 + Number(bytes.readBigUInt64LE())).toString()
  )
  return Object.keys(header as object).filter((name) => name !== '__metadata__')
}

async function answer(client: TestClient, model: string, text: string): Promise<string> {
  const sampling = { ...samplingPresets.exact, maxTokens: 24, seed: 0 }
  const prompt = { type: 'text', text, raw: false } as const
  for await (const event of await client.inference.generate({ model, prompt, sampling }))
    if (event.type === 'done') return event.result.text
  throw new Error('There was no answer.')
}
