// Weights as blocks: what is written is what the formula says, whatever the checkpoint's precision and
// layout; every family computes with them; the file is whole, reused, and never left half-made.
import { copyFile, mkdir, readdir, readFile, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { uniform } from '../base/random'
import {
  hashTensors,
  readSafetensorsFile,
  writeSafetensors,
  type TensorToWrite
} from '../formats/safetensors'
import { goldensFolder, readGolden } from '../testing/goldens'
import { temporaryFolder } from '../testing/temporaryFolder'
import { tinyModel, writeModel } from '../testing/tinyModel'
import { whyNoWebgpu } from '../testing/webgpu'
import { openBlockFile, type BlockOptions } from './blockFile'
import { blockBytes, blockPlan } from './blockPlan'
import { quantizeRows } from './blockQuantizer'
import { CausalRunner, type OpenOptions } from './causalRunner'
import { openModelFolder, type ModelFolder } from './modelFolder'

const bitCounts = [4, 8] as const
type Bits = (typeof bitCounts)[number]

/** (code − zeroPoint) · scale, number by number. */
function decoded(
  { blocks, scales, zeroPoints }: ReturnType<typeof quantizeRows>,
  outputs: number,
  inputs: number,
  bits: Bits
): Float32Array {
  const count = Math.ceil(inputs / 32)
  const codeAt = (from: Uint8Array, row: number, place: number): number => {
    const perRow = from.length / outputs
    if (bits === 8) return from[row * perRow + place]!
    return (from[row * perRow + (place >> 1)]! >> (4 * (place & 1))) & 15
  }
  return Float32Array.from({ length: outputs * inputs }, (_, at) => {
    const [row, place] = [Math.floor(at / inputs), at % inputs]
    const block = place >> 5
    const zero = codeAt(zeroPoints, row, block)
    return Math.fround(codeAt(blocks, row, place) - zero) * scales[row * count + block]!
  })
}

const squaredError = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a, (x, i) => (x - b[i]!) ** 2).reduce((sum, x) => sum + x, 0)

describe('rounding', () => {
  test.each(bitCounts)('to %i bits loses no more than one fixed grid does', (bits) => {
    const [outputs, inputs] = [7, 80]
    const values = Float32Array.from(
      { length: outputs * inputs },
      (_, i) => (uniform(3, i) - 0.4) * (1 + (i % 5))
    )
    const got = decoded(quantizeRows(values, inputs, bits), outputs, inputs, bits)
    const top = 2 ** bits - 1
    for (let row = 0; row < outputs; row++)
      for (let start = 0; start < inputs; start += 32) {
        const cut = (all: Float32Array): Float32Array =>
          all.slice(row * inputs + start, row * inputs + Math.min(start + 32, inputs))
        const block = cut(values)
        const low = Math.min(0, ...block)
        const step = (Math.max(0, ...block) - low) / top
        const zero = Math.round(-low / step)
        const grid = block.map(
          (x) => step * (Math.min(top, Math.max(0, Math.round(x / step) + zero)) - zero)
        )
        expect(squaredError(block, cut(got))).toBeLessThanOrEqual(
          squaredError(block, grid) * 1.0001
        )
        for (const [i, x] of cut(got).entries())
          expect(Math.abs(x - block[i]!)).toBeLessThan(1.1 * step)
      }
  })

  test.each(bitCounts)('to %i bits keeps zeros, one sign, and numbers that fit', (bits) => {
    const rows = [
      Array.from({ length: 32 }, () => 0),
      Array.from({ length: 32 }, (_, i) => (i % 16) / 8),
      Array.from({ length: 32 }, (_, i) => -((i % 16) - 8) * 4),
      Array.from({ length: 32 }, () => -3e-20)
    ]
    const values = Float32Array.from(rows.flat())
    const got = decoded(quantizeRows(values, 32, bits), rows.length, 32, bits)
    const largest = bits === 4 ? 1e-6 : 0.004
    for (const [i, x] of got.entries())
      expect(Math.abs(x - values[i]!)).toBeLessThanOrEqual(largest * 32)
    expect([...got.slice(0, 32)]).toEqual(rows[0])
    expect(got.at(-1)! / -3e-20).toBeCloseTo(1, 5)
  })
})

const signal = new AbortController().signal

async function openedBlocks(source: ModelFolder, bits: Bits, more: Partial<BlockOptions> = {}) {
  const sha256 = await hashTensors(source.weights)
  const path = join(temporaryFolder(), 'made', `${sha256}.safetensors`)
  const options = { bits, path, sha256, signal, onProgress: () => {}, ...more }
  return { options, blocks: await openBlockFile(source, options) }
}

const sequence = z.object({ ids: z.array(z.number()), logits: z.array(z.array(z.number())) })
const goldenSchema = z.object({ batch: z.array(sequence), long: sequence })

async function logitsOf(
  source: ModelFolder,
  ids: readonly number[],
  options: Partial<OpenOptions>,
  stepSize = Infinity
): Promise<number[]> {
  const runner = await CausalRunner.open(source, {
    ...{ device: 'cpu', weightMode: 'mapped', threads: 1 },
    ...options
  })
  onTestFinished(() => runner.close())
  const cache = runner.newCache()
  const all: number[] = []
  for (let start = 0; start < ids.length; start += stepSize) {
    const chunk = ids.slice(start, start + stepSize)
    const chosen = chunk.map((_, index) => index)
    const request = { cache, ids: [chunk], chosen, sequenceLength: ids.length }
    all.push(...(await runner.step({ ...request, want: ['logits'] })).logits!)
  }
  return all
}

/** The root mean square of the difference over that of the values. */
const relativeError = (got: readonly number[], expected: readonly number[]): number => {
  expect(got.length).toBe(expected.length)
  const zeros = expected.map(() => 0)
  return Math.sqrt(squaredError(got, expected) / squaredError(expected, zeros))
}

/** The checkpoint with its matrices replaced by what their blocks stand for, in f32. */
async function dequantizedCopy(
  source: ModelFolder,
  path: string,
  bits: Bits
): Promise<ModelFolder> {
  const { entries } = await readSafetensorsFile(path)
  const file = await readFile(path)
  const bytesOf = (name: string): Uint8Array => {
    const { byteOffset, byteLength } = entries.get(name)!
    return new Uint8Array(file.subarray(byteOffset, byteOffset + byteLength))
  }
  const plan = blockPlan(source.model)
  const tensors = source.model.tensors.map(({ name, shape }): TensorToWrite => {
    const matrix = plan.get(name)
    if (!matrix) return { name, dtype: entries.get(name)!.dtype, shape, data: bytesOf(name) }
    const { outputs, inputs, layout } = matrix
    const parts = {
      blocks: bytesOf(`${name}:blocks`),
      scales: new Float32Array(bytesOf(`${name}:scales`).slice().buffer),
      zeroPoints: bytesOf(`${name}:zeroPoints`)
    }
    const rows = decoded(parts, outputs, inputs, bits)
    const values =
      layout === 'outIn'
        ? rows
        : rows.map((_, at) => rows[(at % outputs) * inputs + Math.floor(at / outputs)]!)
    return { name, dtype: 'F32', shape, data: new Uint8Array(values.buffer) }
  })
  const folder = temporaryFolder()
  await copyFile(join(source.folder, 'config.json'), join(folder, 'config.json'))
  await writeSafetensors(join(folder, 'model.safetensors'), tensors)
  return openModelFolder(folder)
}

// A family each. tiny-phi3 and tiny-llama-gqa have rows of 48, whose last block is short.
const families = [
  ...['tiny-llama-gqa', 'tiny-llama-biases', 'tiny-mistral', 'tiny-qwen2', 'tiny-qwen3'],
  ...['tiny-gemma', 'tiny-gemma2', 'tiny-phi3', 'tiny-phi3-plain', 'tiny-gpt2', 'tiny-gpt2-first']
]
const cases = families.flatMap((family) => bitCounts.map((bits) => [family, bits] as const))

describe.each(cases)('%s in %i bits', (family, bits) => {
  const { long } = readGolden(`${family}/expected.json`, goldenSchema)
  const opened = async () => {
    const source = await openModelFolder(join(goldensFolder, family))
    return { source, ...(await openedBlocks(source, bits)) }
  }

  test('gives what its rounded weights give in the ordinary graph', async () => {
    const { source, blocks, options } = await opened()
    const plain = await logitsOf(await dequantizedCopy(source, options.path, bits), long.ids, {})
    const portable = await logitsOf(source, long.ids, { blocks, portableOnly: true })
    for (const [index, value] of portable.entries())
      expect(Math.abs(value - plain[index]!)).toBeLessThan(1e-4)
    // The CPU's kernels round activations to 8 bits: 1/440 of the largest of a block for each product,
    // as lowerings/blocks.test.ts holds. Seeded weights are large, and a few layers make of it what
    // follows; a wrong scale, zero point or order of codes gives more than 1.
    expect(relativeError(await logitsOf(source, long.ids, { blocks }), plain)).toBeLessThan(0.12)
  })

  test('gives the same through the cache, which keeps 11 bits of each number', async () => {
    const { source, blocks } = await opened()
    for (const [portableOnly, tolerance] of [
      [true, 0.005],
      [false, 0.05] // a changed last bit turns over some activation's rounding
    ] as const) {
      const whole = await logitsOf(source, long.ids, { blocks, portableOnly })
      for (const size of [1, 7]) {
        const cached = await logitsOf(source, long.ids, { blocks, portableOnly }, size)
        expect(relativeError(cached, whole)).toBeLessThan(tolerance)
      }
    }
  })

  test('stays near the full precision', async () => {
    const { source, blocks } = await opened()
    const got = await logitsOf(source, long.ids, { blocks, portableOnly: true })
    const error = relativeError(got, long.logits.flat())
    // Seeded weights are as good as noise, which no rounding spares; trained ones lose far less.
    expect(error).toBeLessThan(bits === 8 ? 0.1 : 0.8)
    expect(error).toBeGreaterThan(0)
  })
})

const reason = await whyNoWebgpu()

if (reason !== null) process.stderr.write(`SKIPPED: no blocks are tried on WebGPU: ${reason}\n`)
describe.skipIf(reason !== null)('on WebGPU', () => {
  test.each(bitCounts)('%i bits give the same numbers', async (bits) => {
    const { long } = readGolden('tiny-llama-gqa/expected.json', goldenSchema)
    const source = await openModelFolder(join(goldensFolder, 'tiny-llama-gqa'))
    const { blocks } = await openedBlocks(source, bits)
    const expected = await logitsOf(source, long.ids, { blocks, portableOnly: true })
    for (const size of [undefined, 5]) {
      const got = await logitsOf(source, long.ids, { blocks, device: 'webgpu' }, size)
      // The CPU's cache keeps 11 bits of each number, this one all of them.
      expect(relativeError(got, expected)).toBeLessThan(0.005)
    }
  })
})

describe('the file', () => {
  const tiny = async (): Promise<ModelFolder> =>
    openModelFolder(await writeModel(temporaryFolder(), tinyModel()))

  test('is as large as was said before, and holds every tensor the graph reads', async () => {
    const source = await tiny()
    for (const bits of bitCounts) {
      const { blocks } = await openedBlocks(source, bits)
      const said = blockBytes(source.model.tensors, blockPlan(source.model), bits)
      expect(blocks.sizeBytes - said).toBeGreaterThan(0)
      expect(blocks.sizeBytes - said).toBeLessThan(20_000) // its header
    }
  })

  test('is made once; a broken one is made again; two makings give the same bytes', async () => {
    const source = await tiny()
    const { options } = await openedBlocks(source, 4)
    const first = await readFile(options.path)
    let told = 0
    await openBlockFile(source, { ...options, onProgress: () => told++ })
    expect(told).toBe(0)
    await truncate(options.path, first.length - 1)
    await openBlockFile(source, { ...options, onProgress: () => told++ })
    expect(told).toBeGreaterThan(0)
    expect(await readFile(options.path)).toEqual(first)
  })

  test('of other weights is not taken for this model', async () => {
    const source = await tiny()
    const { options } = await openedBlocks(source, 8)
    const before = (await stat(options.path)).size
    await openBlockFile(source, { ...options, bits: 4 })
    expect((await stat(options.path)).size).toBeLessThan(before)
  })

  test('is not made of weights that changed since they were added', async () => {
    const source = await tiny()
    const folder = temporaryFolder()
    const making = openBlockFile(source, {
      ...{ bits: 4, path: join(folder, 'x.safetensors'), sha256: '0'.repeat(64), signal },
      onProgress: () => {}
    })
    await expect(making).rejects.toMatchObject({ code: 'weightsChanged' })
    expect(await readdir(folder)).toEqual([])
  })

  test('tells how far it is, and leaves nothing when it is cancelled', async () => {
    const source = await tiny()
    const folder = temporaryFolder()
    await mkdir(folder, { recursive: true })
    const controller = new AbortController()
    const seen: number[] = []
    const making = openBlockFile(source, {
      ...{ bits: 4, path: join(folder, 'x.safetensors'), signal: controller.signal },
      sha256: await hashTensors(source.weights),
      onProgress: (done, total) => {
        seen.push(done / total)
        if (seen.length === 3) controller.abort()
      }
    })
    await expect(making).rejects.toEqual(new LetheError('cancelled'))
    expect(seen).toHaveLength(3)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(await readdir(folder)).toEqual([])
  })

  test.each(['F16', 'BF16'] as const)(
    'is the same from %s as from the same numbers in F32',
    async (dtype) => {
      const model = tinyModel()
      const wide = model.tensors.map((tensor) => {
        // Powers of two times small whole numbers are the same in every precision.
        const values = new Float32Array(tensor.data.slice().buffer).map(
          (x) => Math.round(x * 64) / 64
        )
        return { ...tensor, data: new Uint8Array(values.buffer) }
      })
      const narrow = wide.map((tensor): TensorToWrite => {
        const values = new Float32Array(tensor.data.slice().buffer)
        const bits = new Uint32Array(values.buffer)
        const half = (x: number, place: number): number => {
          if (dtype === 'BF16') return bits[place]! >>> 16
          if (x === 0) return 0
          const exponent = Math.floor(Math.log2(Math.abs(x)))
          const fraction = (Math.abs(x) / 2 ** exponent - 1) * 1024
          return (x < 0 ? 0x8000 : 0) | ((exponent + 15) << 10) | fraction
        }
        const halves = Uint16Array.from(values, half)
        return { ...tensor, dtype, data: new Uint8Array(halves.buffer) }
      })
      const partsOf = async (tensors: TensorToWrite[]): Promise<Buffer[]> => {
        const source = await openModelFolder(
          await writeModel(temporaryFolder(), { ...model, tensors })
        )
        const { options } = await openedBlocks(source, 4)
        const { entries } = await readSafetensorsFile(options.path)
        const file = await readFile(options.path)
        return [...entries.values()]
          .filter(({ name }) => name.includes(':'))
          .sort((a, b) => (a.name < b.name ? -1 : 1))
          .map(({ byteOffset, byteLength }) => file.subarray(byteOffset, byteOffset + byteLength))
      }
      expect(await partsOf(narrow)).toEqual(await partsOf(wide))
    }
  )
})
