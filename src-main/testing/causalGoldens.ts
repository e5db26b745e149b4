// A causal family against transformers: logits, greedy answers and log-probabilities of its seeded
// tiny checkpoints, in every way there is of reading them.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { samplingPresets } from '../contract/chat'
import { CausalRunner, type OpenOptions } from '../models/causalRunner'
import { generate } from '../models/generate'
import { openModelFolder } from '../models/modelFolder'
import { score, type ScoreResult } from '../models/score'
import { goldensFolder, readGolden } from './goldens'

const sequenceSchema = z.object({
  ids: z.array(z.number()),
  logits: z.array(z.array(z.number())),
  logProbs: z.array(z.number()),
  greedyIds: z.array(z.number())
})
const goldenSchema = z.object({ batch: z.array(sequenceSchema), long: sequenceSchema })
type Sequence = z.infer<typeof sequenceSchema>

const tolerance = 1e-4

const variants: [string, Partial<OpenOptions>][] = [
  ['mapped', { weightMode: 'mapped' }],
  ['packed', { weightMode: 'packed' }],
  ['portable lowerings', { portableOnly: true }]
]

/** One group of tests for each folder of goldens/. */
export function describeCausalGoldens(folders: readonly string[]): void {
  describe.each(folders)('%s', (folder) => {
    describe.each(variants)('%s', (_variant, options) => {
      describeVariant(folder, options)
    })
  })
}

/** A few whole and cached readings, for devices that are slow in tests. */
export function describeSomeCausalGoldens(
  folders: readonly string[],
  options: Partial<OpenOptions>
): void {
  describe.each(folders)('%s', (folder) => {
    const golden = readGolden(`${folder}/expected.json`, goldenSchema)
    const { ids, logits } = golden.batch[0]!
    const runner = runnerOf(folder, options)

    it('gives the reference logits, batched', async () => {
      const expected = golden.batch.flatMap((sequence) => sequence.logits.flat())
      const rows = golden.batch.map((sequence) => sequence.ids)
      expectClose(await readWhole(runner(), rows), expected)
    })

    it('gives the same through the cache', async () => {
      expectClose(
        await readInSteps(runner(), ids, (start) => (start === 0 ? 17 : 4)),
        logits.flat()
      )
    })

    // One family of them: kernels for its shapes take seconds to build.
    it.runIf(folder === folders.at(-1))(
      'gives the same where beginnings are read once',
      async () => {
        const { found, alone } = await readAsTrees(runner(), golden.long)
        expectClose(found, alone)
      }
    )
  })
}

/** The model, open while the tests of a group run. */
function runnerOf(folder: string, options: Partial<OpenOptions>): () => CausalRunner {
  let runner: CausalRunner
  beforeAll(async () => {
    runner = await CausalRunner.open(await openModelFolder(join(goldensFolder, folder)), {
      ...{ device: 'cpu', weightMode: 'mapped', threads: 1 },
      ...options
    })
  })
  afterAll(() => runner.close())
  return () => runner
}

function describeVariant(folder: string, options: Partial<OpenOptions>): void {
  const golden = readGolden(`${folder}/expected.json`, goldenSchema)
  const batchIds = golden.batch.map(({ ids }) => ids)
  const opened = runnerOf(folder, options)

  it('gives the reference logits, batched', async () => {
    const expected = golden.batch.flatMap(({ logits }) => logits.flat())
    expectClose(await readWhole(opened(), batchIds), expected)
  })

  it('gives the reference logits for a long sequence', async () => {
    expectClose(await readWhole(opened(), [golden.long.ids]), golden.long.logits.flat())
  })

  it('gives the same one by one as in a batch', async () => {
    const single: number[] = []
    for (const ids of batchIds) single.push(...(await readWhole(opened(), [ids])))
    expectClose(await readWhole(opened(), batchIds), single)
  })

  it('gives the same through the cache, in steps of any size', async () => {
    for (const { ids, logits } of [golden.batch[0]!, golden.long]) {
      expectClose(await readInSteps(opened(), ids, () => 1), logits.flat())
      expectClose(await readInSteps(opened(), ids, (start) => (start % 5) + 1), logits.flat())
      expectClose(await readInSteps(opened(), ids, () => 17), logits.flat())
    }
  })

  it('continues as the reference does', async () => {
    // Dynamic scaling turns with the length: past its original length remembered keys keep the angle
    // they were given, as in transformers' own cached decoding; the reference here read whole texts.
    if (opened().shape.rope?.scaling.type === 'dynamic') return
    for (const sequence of [...golden.batch, golden.long])
      expect(await continueGreedily(opened(), sequence)).toEqual(sequence.greedyIds)
  })

  it('gives the same where beginnings are read once', async () => {
    const { found, alone } = await readAsTrees(opened(), golden.long)
    expectClose(found, alone)
  })

  it('scores as the reference does', async () => {
    const { ids, logProbs, logits } = golden.long
    const result = await scored(opened(), ids, 3)
    expectClose(result.logprobs, logProbs)
    expect(result.firstLogits![0]![1]).toBeCloseTo(Math.max(...logits.at(-1)!), 3)
  })
}

function expectClose(got: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(got.length).toBe(expected.length)
  let largest = 0
  for (let i = 0; i < got.length; i++) {
    const difference = Math.abs(got[i]! - expected[i]!)
    largest = Number.isNaN(difference) ? Infinity : Math.max(largest, difference)
  }
  expect(largest).toBeLessThan(tolerance)
}

/** Logits [B·T·V] of whole sequences read at once. */
async function readWhole(runner: CausalRunner, rows: readonly number[][]): Promise<Float32Array> {
  const chosen = rows.flatMap((row, index) => row.map((_, place) => index * row.length + place))
  const cache = runner.newCache(rows.length)
  const { logits } = await runner.step({ cache, ids: rows, chosen, want: ['logits'] })
  cache.dispose()
  return logits!
}

/** The same in steps of the given sizes, through the cache. */
async function readInSteps(
  runner: CausalRunner,
  ids: readonly number[],
  sizes: (start: number) => number
): Promise<number[]> {
  const cache = runner.newCache()
  const all: number[] = []
  for (let start = 0; start < ids.length;) {
    const chunk = ids.slice(start, start + sizes(start))
    const chosen = chunk.map((_, index) => index)
    const request = { cache, ids: [chunk], chosen, sequenceLength: ids.length }
    all.push(...(await runner.step({ ...request, want: ['logits'] })).logits!)
    start += chunk.length
  }
  cache.dispose()
  return all
}

function scored(
  runner: CausalRunner,
  ids: readonly number[],
  firstLogits = 0
): Promise<ScoreResult> {
  return score(runner, {
    ...{ text: { ids }, firstLogits, tokenizer: null, modelName: 'tiny' },
    signal: new AbortController().signal
  })
}

/**
 * A text with another that leaves it half way, and a third in a row of its own; all of one length. Log-
 * probabilities of their ids read together, and each by itself.
 */
async function readAsTrees(
  runner: CausalRunner,
  { ids, logProbs }: Sequence
): Promise<{ found: Float32Array; alone: number[] }> {
  const half = ids.length >> 1
  const other = [...ids.slice(0, half), ...ids.slice(0, ids.length - half)]
  const third = ids.toReversed()
  const rising = ids.map((_, at) => at - 1)
  const leaving = other.slice(half).map((_, at) => (at === 0 ? half - 1 : ids.length + at - 1))
  const asked = (row: number, text: readonly number[], place: (at: number) => number) =>
    text.slice(1).map((id, at) => ({ row, behind: place(at), id }))
  const found = await runner.readTrees({
    ids: [[...ids, ...other.slice(half)], third],
    follows: [[...rising, ...leaving], rising],
    asked: [
      ...asked(0, ids, (at) => at),
      ...asked(0, other, (at) => (at < half ? at : ids.length + at - half)),
      ...asked(1, third, (at) => at)
    ]
  })
  const rest = [await scored(runner, other), await scored(runner, third)]
  return { found, alone: [...logProbs, ...rest.flatMap(({ logprobs }) => logprobs)] }
}

async function continueGreedily(
  runner: CausalRunner,
  { ids, greedyIds }: Sequence
): Promise<readonly number[]> {
  const result = await generate(
    runner,
    { ids, templateNote: 'none' },
    {
      sampling: { ...samplingPresets.exact, seed: 1, maxTokens: greedyIds.length },
      ...{ logprobs: 0, eosIds: [], tokenizer: null, signal: new AbortController().signal },
      onText: () => {},
      onReading: () => {}
    }
  )
  return result.ids
}
