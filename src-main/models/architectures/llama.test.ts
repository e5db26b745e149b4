// LLaMA against transformers: logits, greedy answers and log-probabilities of seeded tiny checkpoints.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { goldensFolder, readGolden } from '../../testing/goldens'
import { CausalRunner, type OpenOptions } from '../causalRunner'
import { openModelFolder } from '../modelFolder'
import { greedy } from '../sampling'
import { score } from '../score'

const sequenceSchema = z.object({
  ids: z.array(z.number()),
  logits: z.array(z.array(z.number())),
  logProbs: z.array(z.number()),
  greedyIds: z.array(z.number())
})
const goldenSchema = z.object({ batch: z.array(sequenceSchema), long: sequenceSchema })
type Sequence = z.infer<typeof sequenceSchema>

const tolerance = 1e-4

function largestDifference(got: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(got.length).toBe(expected.length)
  let largest = 0
  for (let i = 0; i < got.length; i++) {
    const difference = Math.abs(got[i]! - expected[i]!)
    largest = Number.isNaN(difference) ? Infinity : Math.max(largest, difference)
  }
  return largest
}

/** Logits [B·T·V] of whole sequences read at once. */
async function readWhole(runner: CausalRunner, rows: readonly number[][]): Promise<Float32Array> {
  const chosen = rows.flatMap((row, index) => row.map((_, place) => index * row.length + place))
  const cache = runner.newCache(rows.length)
  return (await runner.step({ cache, ids: rows, chosen, want: ['logits'] })).logits!
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
    all.push(...(await runner.step({ cache, ids: [chunk], chosen, want: ['logits'] })).logits!)
    start += chunk.length
  }
  return all
}

async function continueGreedily(
  runner: CausalRunner,
  { ids, greedyIds }: Sequence
): Promise<number[]> {
  const cache = runner.newCache()
  const produced: number[] = []
  let chunk = [...ids]
  while (produced.length < greedyIds.length) {
    const chosen = [chunk.length - 1]
    const { logits } = await runner.step({ cache, ids: [chunk], chosen, want: ['logits'] })
    produced.push(greedy(logits!))
    chunk = [produced.at(-1)!]
  }
  return produced
}

const variants: [string, Partial<OpenOptions>][] = [
  ['mapped', { weightMode: 'mapped' }],
  ['packed', { weightMode: 'packed' }],
  ['portable lowerings', { portableOnly: true }]
]

describe.each([
  'tiny-llama-gqa',
  'tiny-llama-biases',
  'tiny-llama-linear',
  'tiny-llama-dynamic',
  'tiny-llama-yarn'
])('%s', (name) => {
  const golden = readGolden(`${name}/expected.json`, goldenSchema)

  describe.each(variants)('%s', (_variant, options) => {
    let runner: CausalRunner
    beforeAll(async () => {
      const source = await openModelFolder(join(goldensFolder, name))
      runner = await CausalRunner.open(source, {
        ...{ device: 'cpu', weightMode: 'mapped', threads: 1 },
        ...options
      })
    })
    afterAll(() => runner.close())

    it('gives the reference logits, batched', async () => {
      const got = await readWhole(
        runner,
        golden.batch.map(({ ids }) => ids)
      )
      const expected = golden.batch.flatMap(({ logits }) => logits.flat())
      expect(largestDifference(got, expected)).toBeLessThan(tolerance)
    })

    it('gives the reference logits for a long sequence', async () => {
      const got = await readWhole(runner, [golden.long.ids])
      expect(largestDifference(got, golden.long.logits.flat())).toBeLessThan(tolerance)
    })

    it('gives the same one by one as in a batch', async () => {
      const batched = await readWhole(
        runner,
        golden.batch.map(({ ids }) => ids)
      )
      const single: number[] = []
      for (const { ids } of golden.batch) single.push(...(await readWhole(runner, [ids])))
      expect(largestDifference(batched, single)).toBeLessThan(tolerance)
    })

    it('gives the same through the cache, in steps of any size', async () => {
      const { ids, logits } = golden.batch[0]!
      const oneByOne = await readInSteps(runner, ids, () => 1)
      const uneven = await readInSteps(runner, ids, (start) => (start % 5) + 1)
      expect(largestDifference(oneByOne, logits.flat())).toBeLessThan(tolerance)
      expect(largestDifference(uneven, logits.flat())).toBeLessThan(tolerance)
    })

    it('continues as the reference does', async () => {
      // Dynamic scaling turns with the length: past its original length remembered keys keep the angle
      // they were given, as in transformers' own cached decoding; the reference here read whole texts.
      if (runner.shape.rope?.scaling.type === 'dynamic') return
      for (const sequence of [...golden.batch, golden.long])
        expect(await continueGreedily(runner, sequence)).toEqual(sequence.greedyIds)
    })

    it('scores as the reference does', async () => {
      const { ids, logProbs } = golden.long
      const result = await score(runner, {
        ...{ text: { ids }, firstLogits: 3, tokenizer: null, modelName: name },
        signal: new AbortController().signal
      })
      expect(largestDifference(result.logprobs, logProbs)).toBeLessThan(tolerance)
      expect(result.firstLogits![0]![1]).toBeCloseTo(Math.max(...golden.long.logits.at(-1)!), 3)
    })
  })
})
