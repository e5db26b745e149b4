// Models from nothing: folders that open, begin where theory says and learn; the same bytes for the
// same seed; sizes that do not fit are refused, and nothing is left behind.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hashTensors } from '../formats/safetensors'
import { goldensFolder } from '../testing/goldens'
import { temporaryFolder } from '../testing/temporaryFolder'
import { trainTokenizer } from '../text/tokenizerTraining'
import { initialTensor } from './initialWeights'
import { openModelFolder, openModelText } from './modelFolder'
import { createModel, newModelOf, type ModelSizes, type NewModel } from './newModel'
import { readParameters } from './parameters'
import { TrainingRunner } from './trainingRunner'

const sizes: ModelSizes = {
  ...{ layers: 2, hidden: 48, heads: 4, keyHeads: 2, inner: 96, context: 64, tied: true }
}
const texts = ['The old clock remembers.', 'O relógio antigo lembra.', 'The river forgets.']
const trained = await trainTokenizer(texts, {
  ...{ splitting: 'gpt2', vocabularySize: 300, specialTokens: ['<|start|>', '<|end|>'] },
  minimumCount: 1
})
const roles = { beginning: '<|start|>', ending: '<|end|>', padding: '<|start|>' }
const usual: NewModel = { architecture: 'llama', sizes, tokenizer: { trained, roles }, seed: 5 }
const gpt2: NewModel = { ...usual, architecture: 'gpt2', sizes: { ...sizes, keyHeads: 4 } }

async function made(options: NewModel): Promise<string> {
  const folder = join(temporaryFolder(), 'model')
  await createModel(folder, options)
  return folder
}

describe.each<[string, NewModel]>([
  ['llama', usual],
  ['llama, with a head of its own', { ...usual, sizes: { ...sizes, tied: false } }],
  ['gpt2', gpt2],
  ['gpt2, with a head of its own', { ...gpt2, sizes: { ...gpt2.sizes, tied: false } }]
])('%s', (_title, options) => {
  test('opens as a model of its sizes, tokenizer and all', async () => {
    const folder = await made(options)
    const { model, family, weights } = await openModelFolder(folder)
    expect(family).toBe(options.architecture)
    expect(model.shape).toMatchObject({
      ...{ vocabularySize: trained.tokens.length, hiddenSize: 48, layers: 2, contextLength: 64 },
      attention: { heads: 4, keyHeads: options.sizes.keyHeads, headSize: 12 }
    })
    const planned = newModelOf(options.architecture, options.sizes, trained.tokens.length)
    expect(weights.entries.size).toBe(planned.tensors.length)
    expect(planned.parameterCount).toBe(
      [...weights.entries.values()].reduce((sum, { byteLength }) => sum + byteLength / 4, 0)
    )
    const { tokenizer, eosIds } = await openModelText(folder)
    expect(tokenizer!.decode(tokenizer!.encode(texts[1]!))).toBe(texts[1])
    expect(eosIds).toEqual([1])
  })

  test('expects every token about equally at first, and has a gradient everywhere', async () => {
    const opened = await openModelFolder(await made(options))
    const runner = await TrainingRunner.open(...([opened.model, { batch: 1, time: 32 }] as const), {
      device: 'cpu',
      threads: 1,
      recompute: false
    })
    const ids = Array.from({ length: 32 }, (_, place) => (place * 7) % trained.tokens.length)
    const weights = ids.map((_, place) => (place === 0 ? 0 : 1 / 31))
    const { loss, gradients } = await runner.run(await readParameters(opened), [[{ ids, weights }]])
    await runner.close()
    expect(Math.abs(loss - Math.log(trained.tokens.length))).toBeLessThan(0.05)
    for (const [name, gradient] of gradients)
      expect(
        gradient.some((value) => value !== 0),
        name
      ).toBe(true)
  })
})

test('matrices are spread as stated, the ones that write into the residual stream less', () => {
  const deviation = (name: string): number => {
    const numbers = initialTensor({ name, shape: [300, 200] }, 8, 1)
    return Math.sqrt(numbers.reduce((sum, value) => sum + value * value, 0) / numbers.length)
  }
  const share = 0.01 // 3.5 standard errors
  const whole = ['model.embed_tokens.weight', 'lm_head.weight', 'h.0.attn.c_attn.weight']
  for (const name of whole) expect(Math.abs(deviation(name) / 0.02 - 1)).toBeLessThan(share)
  for (const part of ['self_attn.o_proj', 'mlp.down_proj', 'attn.c_proj', 'mlp.c_proj'])
    expect(Math.abs(deviation(`layers.0.${part}.weight`) / 0.005 - 1)).toBeLessThan(share)
  expect(initialTensor({ name: 'model.norm.weight', shape: [3] }, 8, 1)).toEqual(
    new Float32Array([1, 1, 1])
  )
  expect(initialTensor({ name: 'ln_f.bias', shape: [2] }, 8, 1)).toEqual(new Float32Array(2))
})

test('the same seed gives the same bytes; more layers change no number of the others', async () => {
  const [one, again, other, deeper] = [
    await made(usual),
    await made(usual),
    await made({ ...usual, seed: 6 }),
    await made({ ...usual, sizes: { ...sizes, layers: 3 } })
  ]
  for (const name of readdirSync(one))
    expect(readFileSync(join(one, name)).equals(readFileSync(join(again, name))), name).toBe(true)
  const hashOf = async (folder: string): Promise<string> =>
    hashTensors((await openModelFolder(folder)).weights)
  expect(await hashOf(other)).not.toBe(await hashOf(one))
  const valuesOf = async (folder: string): Promise<Map<string, Float32Array>> =>
    readParameters(await openModelFolder(folder))
  const [small, large] = [await valuesOf(one), await valuesOf(deeper)]
  const name = 'model.layers.1.self_attn.q_proj.weight'
  expect(large.get(name)).toEqual(small.get(name))
})

test("takes another model's tokenizer", async () => {
  const other = await made(usual)
  const folder = await made({ ...gpt2, tokenizer: { folder: other } })
  expect((await openModelFolder(folder)).model.shape.vocabularySize).toBe(trained.tokens.length)
  for (const name of ['tokenizer.json', 'tokenizer_config.json'])
    expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(join(other, name), 'utf8'))
  const none = join(goldensFolder, 'tiny-llama-gqa')
  await expect(made({ ...usual, tokenizer: { folder: none } })).rejects.toMatchObject({
    code: 'noTokenizer',
    params: { model: none }
  })
})

test.each<[string, Partial<NewModel>, unknown]>([
  ['heads', { sizes: { ...sizes, heads: 5 } }, { code: 'doesNotDivide', key: 'hidden', value: 48 }],
  ['keyHeads', { sizes: { ...sizes, keyHeads: 3 } }, { code: 'doesNotDivide', key: 'heads' }],
  ['heads', { sizes: { ...sizes, heads: 16 } }, { code: 'noPairs', elements: 3 }],
  ['keyHeads', { architecture: 'gpt2' }, { code: 'familyLacksSetting', family: 'gpt2' }],
  ['layers', { sizes: { ...sizes, layers: 0 } }, { code: 'wholeNumberBetween', least: 1 }],
  ['inner', { sizes: { ...sizes, inner: 9.5 } }, { code: 'wholeNumberBetween' }],
  ['context', { sizes: { ...sizes, context: Number.NaN } }, { code: 'wholeNumberBetween' }],
  ['hidden', { sizes: { ...sizes, hidden: 2 ** 40 } }, { code: 'wholeNumberBetween' }],
  ['seed', { seed: -1 }, { code: 'wholeNumberBetween', least: 0 }]
])('%s is refused: %j', async (name, changes, reason) => {
  const above = temporaryFolder()
  const creating = createModel(join(above, 'model'), { ...usual, ...changes })
  await expect(creating).rejects.toMatchObject({
    code: 'invalidInput',
    params: { field: 'option', name, reason }
  })
  expect(readdirSync(above)).toEqual([])
})

test('a folder that holds something stays as it is', async () => {
  const above = temporaryFolder()
  const folder = join(above, 'model')
  mkdirSync(folder)
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  await expect(createModel(folder, usual)).rejects.toMatchObject({
    code: 'nameTaken',
    params: { name: 'model' }
  })
  expect(readdirSync(above)).toEqual(['model'])
  expect(readdirSync(folder)).toEqual(['mine.txt'])
  const nowhere = join(above, 'no', 'model')
  await expect(createModel(nowhere, usual)).rejects.toMatchObject({ code: 'fileNotFound' })
})
