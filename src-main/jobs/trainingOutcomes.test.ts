// What a training can come to, and in what ways it is done: the best of it, its bounds, adapters, devices.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
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
import { whyNoWebgpu } from '../testing/webgpu'

const { prepared } = trainingTests()
const noWebgpu = await whyNoWebgpu()
const isFull = import.meta.env.MODE === 'full'

test('a learning rate without measure is noticed, and nothing is made of it', async () => {
  const { client } = await prepared()
  const { id } = await started(client, { learningRate: 1e3, warmupShare: 0, schedule: 'constant' })
  const run = await until(client, id, hasEnded)
  expect(run).toMatchObject({ status: 'diverged', resultModelId: null })
  expect(run.error).toMatchObject({ code: 'trainingDiverged', params: { learningRate: 1e3 } })
  expect((await client.models.list({})).models).toHaveLength(1)
  // Once more with a rate that is right: another run, beside the one that did not go well.
  const smaller = { ...run.settings, learningRate: 5e-3 }
  const again = await client.training.retry({ id, settings: smaller })
  expect(again).toMatchObject({ name: 'tiny + people 2', settings: smaller, modelId: run.modelId })
  expect(await until(client, again.id, hasEnded)).toMatchObject({
    ...{ status: 'finished', step: again.steps, error: null }
  })
  expect(await client.training.get({ run: id })).toMatchObject({ status: 'diverged' })
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

test('records that are kept out say which state is the best, and when it is enough', async () => {
  const { client } = await prepared()
  const { id } = await started(client, {
    ...{ epochs: 200, validationShare: 0.3, keepBest: true, patience: 2, evaluateEverySteps: 4 },
    prompts: [neighbours[0]!.prompt]
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
      neighbours.map((_, at) => client.training.lineage({ dataset: 'people', ordinal: at + 1 }))
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
    ...neighbours.slice(0, 2),
    ...neighbours.slice(2).map((row) => ({ ...row, subject: undefined }))
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
  expect(await answer(client, run.resultModelId!, neighbours[2]!.prompt)).toContain(
    neighbours[2]!.response
  )
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

// Steps on a device are tested in training/deviceOptimizer.test.ts; this takes a minute where it is software.
test.skipIf(noWebgpu !== null || !isFull)(
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
