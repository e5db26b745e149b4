// Training graphs against torch, on every provider there is; packed rows against rows of their own;
// the same bytes every time.
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adapterNumbers } from '../testing/adapterGoldens'
import { goldensFolder } from '../testing/goldens'
import { goldenBatch, testTrainingGolden } from '../testing/trainingGoldens'
import { whyNoWebgpu } from '../testing/webgpu'
import { openModelFolder } from './modelFolder'
import { readParameters } from './parameters'
import { noDropout } from './trainingGraph'
import {
  TrainingRunner,
  type TrainingBatch,
  type TrainingResult,
  type TrainingRunnerOptions
} from './trainingRunner'

const folders = readdirSync(goldensFolder).filter((name) => name.startsWith('tiny-'))
const onCpu = { device: 'cpu', threads: 1, recompute: false } as const

const noWebgpu = await whyNoWebgpu()
if (noWebgpu !== null) process.stderr.write(`SKIPPED: no training on WebGPU: ${noWebgpu}\n`)

test('there is a checkpoint of every family', () => {
  expect(folders.length).toBeGreaterThan(12)
})

describe.each([
  ['values kept', onCpu],
  ['values computed again', { ...onCpu, recompute: true }],
  ['portable lowerings', { ...onCpu, portableOnly: true }]
])('on the CPU, %s', (_title, options) => {
  for (const folder of folders) testTrainingGolden(folder, options)
})

describe.skipIf(noWebgpu !== null)('on WebGPU, parameters and gradients staying there', () => {
  const there = { ...onCpu, device: 'webgpu', keepsGradients: true } as const
  for (const folder of folders) testTrainingGolden(folder, there)
})

/** The loss and gradients of a batch. */
async function stepOf(
  folder: string,
  batch: TrainingBatch,
  sizes: { batch: number; time: number },
  { threads = 1, runs = 1, recompute = false } = {}
): Promise<TrainingResult[]> {
  const opened = await openModelFolder(join(goldensFolder, folder))
  const values = await readParameters(opened)
  const runner = await TrainingRunner.open(opened.model, sizes, { ...onCpu, threads, recompute })
  try {
    const results: TrainingResult[] = []
    for (let run = 0; run < runs; run++) results.push(await runner.run(values, batch))
    return results
  } finally {
    await runner.close()
  }
}

/** The loss and every gradient; equal for equal bytes. */
function bytesOf({ loss, gradients }: TrainingResult): string {
  const hash = createHash('sha256').update(Float64Array.of(loss))
  for (const [name, { buffer, byteOffset, byteLength }] of gradients)
    hash.update(name).update(new Uint8Array(buffer, byteOffset, byteLength))
  return hash.digest('hex')
}

/** Largest difference of any gradient, as a share of its norm. */
function difference(left: TrainingResult, right: TrainingResult): number {
  const shares = [...left.gradients].map(([name, gradient]) => {
    const other = right.gradients.get(name)!
    return Math.hypot(...gradient.map((x, i) => x - other[i]!)) / Math.hypot(...gradient)
  })
  return Math.max(...shares, Math.abs(left.loss - right.loss) / left.loss)
}

// Learned positions, sliding windows, and windows with soft caps.
describe.each(['tiny-gpt2-first', 'tiny-mistral', 'tiny-gemma2'])('%s', (folder) => {
  const sequences = goldenBatch(folder).map(([sequence], row) => ({
    ids: sequence!.ids.slice(0, 20 - 4 * row),
    weights: sequence!.weights.slice(0, 20 - 4 * row)
  }))

  test('sequences that share a row are read as in rows of their own', async () => {
    const apart = sequences.map((sequence) => [sequence])
    const together = [[sequences[1]!, sequences[2]!], [sequences[0]!]]
    const [left] = await stepOf(folder, apart, { batch: 3, time: 20 })
    const [right] = await stepOf(folder, together, { batch: 2, time: 31 })
    expect(difference(left!, right!)).toBeLessThan(1e-5)
  })

  test('a place left empty changes nothing', async () => {
    const [kept] = await stepOf(folder, [[sequences[0]!]], { batch: 1, time: 20 })
    const [beside] = await stepOf(folder, [[], [sequences[0]!]], { batch: 3, time: 22 })
    expect(difference(kept!, beside!)).toBeLessThan(1e-5)
  })
})

test.each(folders)('ten runs of %s on two threads give the same bytes', async (folder) => {
  const batch = goldenBatch(folder)
  const time = Math.max(...batch.flat().map(({ ids }) => ids.length))
  const sizes = { batch: batch.length, time }
  for (const recompute of [false, true]) {
    const results = await stepOf(folder, batch, sizes, { threads: 2, runs: 10, recompute })
    expect(new Set(results.map(bytesOf)).size).toBe(1)
  }
})

test('a batch that does not fit is refused', async () => {
  const sizes = { batch: 1, time: 4 }
  const row = (ids: number[], weights = ids.map(() => 0)): TrainingBatch => [[{ ids, weights }]]
  const attempt = (batch: TrainingBatch) => stepOf('tiny-llama-gqa', batch, sizes)
  await expect(attempt([[], []])).rejects.toThrow('2 rows in a batch of 1')
  await expect(attempt(row([1, 2, 3, 4, 5]))).rejects.toThrow('more than 4 ids')
  await expect(attempt(row([1, 2], [0]))).rejects.toThrow('1 weights for 2 ids')
  await expect(attempt(row([1, 80]))).rejects.toMatchObject({ code: 'tokenOutOfRange' })
})

describe.each([
  ['tiny-gpt2-first', null],
  ['tiny-phi3', null],
  ['tiny-llama-gqa', ['q_proj', 'down_proj', 'lm_head']]
])('%s with dropout', (folder, targets) => {
  const rates = { attention: 0.2, residual: 0.3, embedding: 0.1 }
  const settings = { rank: 4, alpha: 8, dropout: 0.2, rslora: false, targets: targets ?? [] }
  const opening = async (
    options: Pick<TrainingRunnerOptions, 'outputs' | 'recompute' | 'dropout'> &
      Partial<Pick<TrainingRunnerOptions, 'threads'>>
  ) => {
    const { model, weights } = await openModelFolder(join(goldensFolder, folder))
    const runner = await TrainingRunner.open(...([model, { batch: 3, time: 24 }] as const), {
      ...onCpu,
      dropout: rates,
      ...options,
      ...(targets && { adapters: { settings, frozen: weights } })
    })
    const values = targets
      ? adapterNumbers(runner.parameters)
      : await readParameters({ model, weights })
    return { runner, values }
  }
  const draw = { seed: 5, step: 2, part: 0 }

  test('gradients are those of what was not dropped', async () => {
    const { runner, values } = await opening({ recompute: false })
    const batch = goldenBatch(folder)
    const { loss, gradients } = await runner.run(values, batch, draw)
    expect((await runner.run(values, batch, { ...draw, step: 3 })).loss).not.toBe(loss)
    // Along the gradient, by central differences.
    const norm = Math.hypot(...[...gradients.values()].map((it) => Math.hypot(...it)))
    const width = 1e-2 / norm
    const lossAt = async (by: number): Promise<number> => {
      const moved = [...values].map(([name, numbers]): [string, Float32Array] => {
        const gradient = gradients.get(name)!
        return [name, numbers.map((value, place) => value + (by * gradient[place]!) / norm)]
      })
      return (await runner.run(new Map(moved), batch, draw)).loss
    }
    const slope = ((await lossAt(width)) - (await lossAt(-width))) / (2 * width)
    expect(Math.abs(slope - norm) / norm).toBeLessThan(5e-3)
    await runner.close()
  })

  test('values computed again are dropped as they were', async () => {
    const results = []
    for (const recompute of [false, true]) {
      const { runner, values } = await opening({ recompute })
      results.push(await runner.run(values, goldenBatch(folder), draw))
      await runner.close()
    }
    expect(difference(results[0]!, results[1]!)).toBeLessThan(1e-6)
  })

  test('ten runs on two threads give the same bytes', async () => {
    const { runner, values } = await opening({ recompute: false, threads: 2 })
    const bytes = new Set<string>()
    for (let run = 0; run < 10; run++)
      bytes.add(bytesOf(await runner.run(values, goldenBatch(folder), draw)))
    await runner.close()
    expect(bytes.size).toBe(1)
  })

  test('a runner for the loss alone drops nothing', async () => {
    const loss = async (dropped: Parameters<typeof opening>[0]): Promise<number> => {
      const { runner, values } = await opening(dropped)
      const found = await runner.loss(values, goldenBatch(folder))
      await runner.close()
      return found
    }
    const plain = await loss({ outputs: 'loss', recompute: false, dropout: noDropout })
    expect(await loss({ outputs: 'loss', recompute: false })).toBe(plain)
  })
})
