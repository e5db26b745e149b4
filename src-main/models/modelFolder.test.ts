// Weights are read as they lie in the file: in half precision, at any offset, over several files.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { TensorToWrite } from '../formats/safetensors'
import { temporaryFolder } from '../testing/temporaryFolder'
import { tinyModel, writeModel, writeShardedModel, writeTinyModel } from '../testing/tinyModel'
import { CausalRunner, type OpenOptions } from './causalRunner'
import { openModelFolder, openModelText } from './modelFolder'

const ids = [5, 300, 42, 599, 0]

/** Logits [T·V] of a few ids. */
async function logitsOf(folder: string, weightMode: OpenOptions['weightMode']): Promise<number[]> {
  const source = await openModelFolder(folder)
  const runner = await CausalRunner.open(source, { device: 'cpu', weightMode, threads: 1 })
  onTestFinished(() => runner.close())
  const chosen = ids.map((_, index) => index)
  const cache = runner.newCache()
  return [...(await runner.step({ cache, ids: [ids], chosen, want: ['logits'] })).logits!]
}

/** A tensor's f32 numbers, changed; in place. */
function changed(tensor: TensorToWrite, change: (value: number) => number): TensorToWrite {
  const values = new Float32Array(tensor.data.slice().buffer).map(change)
  return { ...tensor, data: new Uint8Array(values.buffer) }
}

/** The upper half of each f32: bfloat16 by truncation. */
const bfloat16 = (tensor: TensorToWrite): TensorToWrite => {
  const halves = new Uint16Array(tensor.data.slice().buffer).filter((_, place) => place % 2 === 1)
  return { ...tensor, dtype: 'BF16', data: new Uint8Array(halves.buffer) }
}
const truncated = (value: number): number => {
  const bits = new Uint32Array(Float32Array.of(value).buffer)
  bits[0]! &= 0xffff0000
  return new Float32Array(bits.buffer)[0]!
}

/** Numbers of 11 significant bits between 2^-14 and 1 are the same in half precision. */
const halved = (value: number): number => Math.round(value * 1024) / 1024
const float16 = (tensor: TensorToWrite): TensorToWrite => {
  const values = new Float32Array(tensor.data.slice().buffer)
  const halves = Uint16Array.from(values, (value) => {
    if (value === 0) return 0
    const exponent = Math.floor(Math.log2(Math.abs(value)))
    const fraction = (Math.abs(value) / 2 ** exponent - 1) * 1024
    return (value < 0 ? 0x8000 : 0) | ((exponent + 15) << 10) | fraction
  })
  return { ...tensor, dtype: 'F16', data: new Uint8Array(halves.buffer) }
}

describe.each(['mapped', 'packed'] as const)('weights, %s,', (weightMode) => {
  test.each([
    ['BF16', truncated, bfloat16],
    ['F16', halved, float16]
  ] as const)('in %s mean exactly what they say', async (precision, round, encode) => {
    const root = temporaryFolder()
    const rounded = tinyModel()
    rounded.tensors = rounded.tensors.map((tensor) => changed(tensor, round))
    const half = { ...rounded, tensors: rounded.tensors.map(encode) }
    const expected = await logitsOf(await writeModel(join(root, 'F32'), rounded), weightMode)
    const folder = await writeModel(join(root, precision), half)
    const got = await logitsOf(folder, weightMode)
    expect(new Set(expected.map((value) => value.toFixed(3))).size).toBeGreaterThan(1000)
    for (const [place, value] of got.entries())
      expect(Math.abs(value - expected[place]!)).toBeLessThan(1e-5)
  })

  test('are the same in one file, in shards and at odd offsets', async () => {
    const root = temporaryFolder()
    const whole = await writeTinyModel(join(root, 'whole'))
    const expected = await logitsOf(whole, weightMode)
    const shards = await writeShardedModel(join(root, 'shards'), tinyModel())
    expect(await logitsOf(shards, weightMode)).toEqual(expected)

    const odd = await writeTinyModel(join(root, 'odd'))
    const path = join(odd, 'model.safetensors')
    const bytes = await readFile(path)
    const headerEnd = 8 + Number(bytes.readBigUInt64LE())
    const header = Buffer.concat([bytes.subarray(0, headerEnd), Buffer.from(' ')])
    header.writeBigUInt64LE(BigInt(headerEnd - 8 + 1))
    await writeFile(path, Buffer.concat([header, bytes.subarray(headerEnd)]))
    expect(await logitsOf(odd, weightMode)).toEqual(expected)
  })
})

describe('the text side of a folder', () => {
  test('ends answers with what the tokenizer and both configs name', async () => {
    const folder = await writeTinyModel(join(temporaryFolder(), 'Tiny'))
    expect((await openModelText(folder)).eosIds).toEqual([])
    await writeFile(join(folder, 'generation_config.json'), '{"eos_token_id": [7, 9]}')
    await writeFile(join(folder, 'tokenizer_config.json'), '{"eos_token": "</s>"}')
    const { eosIds, tokenizer } = await openModelText(folder)
    expect(eosIds.toSorted((a, b) => a - b)).toEqual([2, 7, 9])
    expect(tokenizer?.vocabularySize).toBe(600)
  })

  test('is null where no tokenizer came along', async () => {
    const folder = await writeTinyModel(join(temporaryFolder(), 'Tiny'), { tokenizer: false })
    expect(await openModelText(folder)).toMatchObject({ tokenizer: null, eosIds: [] })
  })
})
