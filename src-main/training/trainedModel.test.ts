// Adapters and trained models against peft and transformers: gradients, merged weights, files.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Reason } from '../base/reasons'
import { openModelFolder } from '../models/modelFolder'
import { readParameters } from '../models/parameters'
import { TrainingRunner, type TrainingRunnerOptions } from '../models/trainingRunner'
import { adapterGolden, adapterNumbers } from '../testing/adapterGoldens'
import { expectClose } from '../testing/closeTo'
import { runOnDevice } from '../testing/deviceTensors'
import { goldensFolder, readGolden } from '../testing/goldens'
import { temporaryFolder } from '../testing/temporaryFolder'
import { expectSummaries, goldenBatch } from '../testing/trainingGoldens'
import { whyNoWebgpu } from '../testing/webgpu'
import { readAdapter, writeAdapter } from './adapterFiles'
import { trainedTensors } from './startingState'
import { writeTrainedAdapter, writeTrainedModel } from './trainedModel'

const folders = readdirSync(goldensFolder).filter((name) => name.startsWith('tiny-'))
const onCpu = { device: 'cpu', threads: 1, recompute: false } as const

const noWebgpu = await whyNoWebgpu()
if (noWebgpu !== null) process.stderr.write(`SKIPPED: no adapters on WebGPU: ${noWebgpu}\n`)

const modelOf = (folder: string) => openModelFolder(join(goldensFolder, folder))
const methodOf = (folder: string) => ({ type: 'lora', ...adapterGolden(folder).settings }) as const

/** Loss and gradients of the golden step, with adapters of known numbers. */
async function stepOf(folder: string, options: TrainingRunnerOptions, runs = 1) {
  const opened = await modelOf(folder)
  const { settings } = adapterGolden(folder)
  const batch = goldenBatch(folder)
  const sizes = { batch: batch.length, time: batch[0]![0]!.ids.length }
  const adapters = { settings, frozen: opened.weights }
  const runner = await TrainingRunner.open(opened.model, sizes, { ...options, adapters })
  const values = adapterNumbers(runner.parameters)
  const results = []
  for (let run = 0; run < runs; run++)
    results.push(
      options.keepsGradients
        ? await runOnDevice(runner, options.device, values, batch)
        : await runner.run(values, batch)
    )
  await runner.close()
  return results
}

function testStep(folder: string, options: TrainingRunnerOptions): void {
  test(`gives peft's gradients beside ${folder}`, async () => {
    const golden = adapterGolden(folder)
    const [result] = await stepOf(folder, options)
    expectClose(result!.loss, golden.loss, 1e-4)
    expect([...result!.gradients.keys()].sort()).toEqual(Object.keys(golden.gradients).sort())
    expectSummaries(result!.gradients, golden.gradients, 1e-4)
  })
}

describe.each([
  ['values kept', onCpu],
  ['values computed again', { ...onCpu, recompute: true }]
])('on the CPU, %s', (_title, options) => {
  for (const folder of folders) testStep(folder, options)
})

describe.skipIf(noWebgpu !== null)('on WebGPU, adapters and gradients staying there', () => {
  const there = { ...onCpu, device: 'webgpu', keepsGradients: true } as const
  for (const folder of folders) testStep(folder, there)
})

test.each(folders)('ten runs beside %s on two threads give the same bytes', async (folder) => {
  const results = await stepOf(folder, { ...onCpu, threads: 2 }, 10)
  const bytes = results.map(({ loss, gradients }) =>
    [loss, ...[...gradients.values()].map((it) => Buffer.from(it.buffer).toString('hex'))].join()
  )
  expect(new Set(bytes).size).toBe(1)
})

test.each(folders)("merged into %s they give peft's weights", async (folder) => {
  const source = await modelOf(folder)
  const method = methodOf(folder)
  const values = adapterNumbers(trainedTensors(source, { method }))
  const target = join(temporaryFolder(), 'merged')
  await writeTrainedModel(source, method, values, target)
  const merged = await readParameters(await openModelFolder(target))
  const golden = adapterGolden(folder).merged
  expect(merged.size).toBeGreaterThanOrEqual(Object.keys(golden).length)
  expectSummaries(merged, golden, 1e-6)
})

test.each(['tiny-llama-gqa', 'tiny-gpt2-first'])(
  'an adapter that peft wrote for %s is read',
  async (folder) => {
    const { model, weights } = await modelOf(folder)
    const { loss } = readGolden(`adapters/${folder}/expected.json`, z.object({ loss: z.number() }))
    const { settings, values } = await readAdapter(join(goldensFolder, 'adapters', folder), model)
    const batch = goldenBatch(folder)
    const sizes = { batch: batch.length, time: batch[0]![0]!.ids.length }
    const adapters = { settings, frozen: weights }
    const options = { ...onCpu, adapters, outputs: 'loss' } as const
    const runner = await TrainingRunner.open(model, sizes, options)
    expectClose(await runner.loss(values, batch), loss, 1e-5)
    await runner.close()
  }
)

test('an adapter comes back as it was written, and is not written over', async () => {
  const source = await modelOf('tiny-phi3')
  const { type: _, ...settings } = methodOf('tiny-phi3')
  const method = methodOf('tiny-phi3')
  const values = adapterNumbers(trainedTensors(source, { method }))
  const parent = temporaryFolder()
  const folder = join(parent, 'adapter')
  await writeTrainedAdapter(source, { settings, values }, folder, 'tiny-phi3')
  expect(await readAdapter(folder, source.model)).toEqual({ settings, values })
  await expect(
    writeTrainedAdapter(source, { settings, values }, folder, 'tiny-phi3')
  ).rejects.toMatchObject({ code: 'nameTaken' })
  expect(readdirSync(parent)).toEqual(['adapter'])
})

test('a model that was trained wholly is written with all that belongs to it', async () => {
  const folder = join(temporaryFolder(), 'source')
  mkdirSync(folder)
  const from = join(goldensFolder, 'tiny-llama-biases')
  writeFileSync(join(folder, 'model.safetensors'), readFileSync(join(from, 'model.safetensors')))
  const config = readFileSync(join(from, 'config.json'), 'utf8').replace('{', '{"a_setting":12.0,')
  writeFileSync(join(folder, 'config.json'), config)
  const companions = { 'generation_config.json': '{"eos_token_id":2}', LICENSE: 'Anyone may.' }
  for (const [name, text] of Object.entries(companions)) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, 'README.md'), 'Of the source.')
  const source = await openModelFolder(folder)
  const values = await readParameters(source)
  for (const numbers of values.values()) for (const at of numbers.keys()) numbers[at]! += 0.5
  const target = join(temporaryFolder(), 'trained')
  await writeTrainedModel(source, { type: 'full' }, values, target)
  expect(await readParameters(await openModelFolder(target))).toEqual(values)
  for (const [name, text] of Object.entries(companions))
    expect(readFileSync(join(target, name), 'utf8')).toBe(text)
  expect(existsSync(join(target, 'README.md'))).toBe(false)
  expect(readFileSync(join(target, 'config.json'), 'utf8')).toContain('"a_setting": 12.0,')
})

const adapter = join(goldensFolder, 'adapters', 'tiny-llama-gqa')
const refusals: [string, Record<string, unknown>, Reason['code']][] = [
  ['use_dora', { use_dora: true }, 'settingNotComputed'],
  ['modules_to_save', { modules_to_save: ['lm_head'] }, 'settingNotComputed'],
  ['rank_pattern', { rank_pattern: { q_proj: 2 } }, 'settingNotComputed'],
  ['some_later_key', { some_later_key: 3 }, 'settingNotComputed'],
  ['bias', { bias: 'all' }, 'valueNotOneOf'],
  ['peft_type', { peft_type: 'IA3' }, 'valueNotOneOf'],
  ['init_lora_weights', { init_lora_weights: 'pissa' }, 'valueForm'],
  ['target_modules', { target_modules: ['c_attn'] }, 'noSuchLayer']
]

test.each(refusals)('an adapter that sets %s is refused by name', async (key, set, code) => {
  const { model } = await modelOf('tiny-llama-gqa')
  const folder = temporaryFolder()
  const config = JSON.parse(readFileSync(join(adapter, 'adapter_config.json'), 'utf8')) as object
  writeFileSync(join(folder, 'adapter_config.json'), JSON.stringify({ ...config, ...set }))
  const weights = readFileSync(join(adapter, 'adapter_model.safetensors'))
  writeFileSync(join(folder, 'adapter_model.safetensors'), weights)
  await expect(readAdapter(folder, model)).rejects.toMatchObject({
    code: 'adapterUnsupported',
    params: { key, reason: { code } }
  })
})

test('tensors that are missing, or of no layer, are refused by name', async () => {
  const { model } = await modelOf('tiny-llama-gqa')
  const { settings, values } = await readAdapter(adapter, model)
  const folder = temporaryFolder()
  await writeAdapter(folder, model, { settings, values }, '')
  const config = join(folder, 'adapter_config.json')
  const written = JSON.parse(readFileSync(config, 'utf8')) as object
  const reasonWith = async (targets: string[]): Promise<unknown> => {
    writeFileSync(config, JSON.stringify({ ...written, target_modules: targets }))
    return readAdapter(folder, model).then(
      () => null,
      (error: unknown) => error
    )
  }
  expect(await reasonWith(['q_proj'])).toMatchObject({
    params: { reason: { code: 'tensorOfNoLayer' } }
  })
  expect(await reasonWith([...settings.targets, 'k_proj'])).toMatchObject({
    params: { reason: { code: 'tensorNotThere' } }
  })
})
