// BERT against transformers: logits of padded pairs of texts, pseudo-log-probabilities, one step of
// training, and what is said of such a model where a writing one is wanted.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { expectClose as expectNumber } from '../testing/closeTo'
import { goldensFolder, readGolden } from '../testing/goldens'
import { expectSummaries, summarySchema } from '../testing/trainingGoldens'
import { openTokenizer, type Tokenizer } from '../text/tokenizer'
import type { MaskedModel } from './architecture'
import type { OpenOptions } from './causalRunner'
import { fill } from './fill'
import { inspectModel } from './inspect'
import { MaskedRunner } from './maskedRunner'
import { pseudoLogProbabilities, scoreMasked } from './maskedScore'
import { openAnyModelFolder, openModelFolder, type ModelFolder } from './modelFolder'
import { readParameters } from './parameters'
import { TrainingRunner } from './trainingRunner'

const numbers = z.array(z.number())
const readingSchema = z.object({ ids: numbers, logits: z.array(numbers) })
const goldenSchema = z.object({
  batch: z.array(readingSchema.extend({ tokenTypes: numbers })),
  long: readingSchema,
  texts: z.array(
    z.object({
      ...{ text: z.string(), ids: numbers, places: numbers },
      ...{ token: numbers, wordLeftToRight: numbers }
    })
  ),
  training: z.object({
    batch: z.array(z.object({ ids: numbers, targets: numbers, weights: numbers })),
    loss: z.number(),
    gradients: z.record(z.string(), summarySchema)
  })
})
const tolerance = 1e-4
const signal = new AbortController().signal

async function opened(name: string): Promise<ModelFolder<MaskedModel>> {
  const folder = await openAnyModelFolder(join(goldensFolder, 'maskedModels', name))
  if (folder.model.objective !== 'masked') throw new TypeError(`${name} is not masked`)
  return { ...folder, model: folder.model }
}

/** All logits of all rows, those of the filling left out. */
async function logitsOf(
  runner: MaskedRunner,
  rows: readonly number[][],
  tokenTypes?: readonly number[][]
): Promise<Float32Array> {
  const asked = rows.flatMap((ids, row) => ids.map((id, place) => ({ row, place, id })))
  const { logits } = await runner.read(rows, asked, {
    ...{ logits: true, ...(tokenTypes && { tokenTypes }) }
  })
  return logits!
}

function expectClose(got: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(got.length).toBe(expected.length)
  for (let i = 0; i < got.length; i++) expectNumber(got[i]!, expected[i]!, 0, tolerance)
}

const variants: [string, Partial<OpenOptions>][] = [
  ['mapped', {}],
  ['packed', { weightMode: 'packed' }],
  ['portable lowerings', { portableOnly: true }]
]

describe.each(['tiny-bert', 'tiny-bert-first'])('%s', (name) => {
  const golden = readGolden(`maskedModels/${name}/expected.json`, goldenSchema)
  const rows = golden.batch.map(({ ids }) => ids)
  const types = golden.batch.map(({ tokenTypes }) => tokenTypes)

  describe.each(variants)('%s', (_variant, options) => {
    let runner: MaskedRunner
    beforeAll(async () => {
      runner = await MaskedRunner.open(await opened(name), {
        ...{ device: 'cpu', weightMode: 'mapped', threads: 1, ...options }
      })
    })
    afterAll(() => runner.close())

    it('gives the reference logits of pairs of unequal length, together and alone', async () => {
      const expected = golden.batch.flatMap(({ logits }) => logits.flat())
      expectClose(await logitsOf(runner, rows, types), expected)
      const alone: number[] = []
      for (const [at, row] of rows.entries())
        alone.push(...(await logitsOf(runner, [row], [types[at]!])))
      expectClose(alone, expected)
    })

    it('gives the reference logits of a long text', async () => {
      const { ids, logits } = golden.long
      expectClose(await logitsOf(runner, [ids]), logits.flat())
    })
  })

  it.each([false, true])(
    "gives torch's gradients of a masked step, recompute %s",
    async (recompute) => {
      const { batch, loss, gradients } = golden.training
      const source = await opened(name)
      const sizes = { batch: batch.length, time: batch[0]!.ids.length }
      const runner = await TrainingRunner.open(source.model, sizes, {
        ...{ device: 'cpu', threads: 1, recompute }
      })
      const values = await readParameters(source)
      const step = await runner.run(
        values,
        batch.map((sequence) => [sequence])
      )
      await runner.close()
      expectNumber(step.loss, loss, tolerance)
      expect([...step.gradients.keys()].sort()).toEqual(Object.keys(gradients).sort())
      // A key's bias adds the same to all scores of a row and moves no attention: rounding is all there is.
      const still = Object.keys(gradients).filter((key) => key.endsWith('.self.key.bias'))
      for (const key of still) expect(Math.hypot(...step.gradients.get(key)!)).toBeLessThan(1e-6)
      const moving = Object.entries(gradients).filter(([key]) => !still.includes(key))
      expectSummaries(step.gradients, Object.fromEntries(moving), tolerance)
    }
  )
})

describe('a text', () => {
  const folder = join(goldensFolder, 'maskedModels', 'tiny-bert')
  const { texts } = readGolden('maskedModels/tiny-bert/expected.json', goldenSchema)
  let runner: MaskedRunner
  let tokenizer: Tokenizer
  beforeAll(async () => {
    const source = await opened('tiny-bert')
    runner = await MaskedRunner.open(source, { device: 'cpu', weightMode: 'mapped', threads: 1 })
    tokenizer = (await openTokenizer(folder))!
  })
  afterAll(() => runner.close())

  it('is split by vocab.txt as the reference does', () => {
    for (const { text, ids } of texts) expect(tokenizer.encode(text)).toEqual(ids)
  })

  it.each(['token', 'wordLeftToRight'] as const)(
    'is scored as the reference does, masking %s',
    async (masking) => {
      for (const { ids, places, ...expected } of texts)
        expectClose(
          await pseudoLogProbabilities(runner, { ids, places }, tokenizer, masking, signal),
          expected[masking]
        )
    }
  )

  it('has a score of all that is no special token', async () => {
    const [{ text, ids, token }] = texts as [(typeof texts)[0]]
    const how = { tokenizer, modelName: 'tiny-bert', signal }
    const scored = await scoreMasked(runner, { text: { text }, ...how })
    expect(scored.ids).toEqual(ids)
    expectClose(scored.logprobs, token)
    expectNumber(scored.nllNats, -token.reduce((sum, value) => sum + value, 0), tolerance)
    expect(await scoreMasked(runner, { text: { ids }, ...how })).toMatchObject({
      ...{ logprobs: scored.logprobs, bitsPerByte: null }
    })
    await expect(scoreMasked(runner, { text: { ids: [2, 3] }, ...how })).rejects.toMatchObject({
      code: 'promptEmpty'
    })
  })

  it('gets its gaps filled by what is likeliest there', async () => {
    const how = { tokenizer, modelName: 'tiny-bert' }
    const text = 'the [MASK] was [MASK].'
    const { gaps } = await fill(runner, { text, top: 200, ...how })
    expect(gaps).toHaveLength(2)
    const ids = tokenizer.encode(text)
    for (const [at, candidates] of gaps.entries()) {
      expect(candidates).toHaveLength(tokenizer.vocabularySize)
      expectNumber(
        candidates.reduce((sum, { probability }) => sum + probability, 0),
        1,
        1e-5
      )
      const place = [...ids.keys()].filter((it) => ids[it] === tokenizer.maskId)[at]!
      const asked = candidates.map(({ id }) => ({ row: 0, place, id }))
      const { logProbabilities } = await runner.read([ids], asked)
      expectClose(
        candidates.map(({ probability }) => Math.log(probability)),
        logProbabilities
      )
      expect([...logProbabilities].sort((a, b) => b - a)).toEqual([...logProbabilities])
    }
    const [first] = (await fill(runner, { text, top: 3, ...how })).gaps
    expect(first).toEqual(gaps[0]!.slice(0, 3))
  })

  it('without a gap, or longer than the model reads, is refused', async () => {
    const how = { top: 5, tokenizer, modelName: 'tiny-bert' }
    const refusal = (text: string) =>
      fill(runner, { text, ...how }).catch((error: unknown) => error)
    expect(await refusal('the river')).toMatchObject({ code: 'noGap', params: { mask: '[MASK]' } })
    expect(await refusal(`[MASK] ${'the '.repeat(100)}`)).toMatchObject({
      ...{ code: 'promptTooLong', params: { tokens: 103, limit: 96 } }
    })
  })
})

describe('where a writing model is wanted', () => {
  const folder = join(goldensFolder, 'maskedModels', 'tiny-bert')

  it('a masked one is refused', async () => {
    await expect(openModelFolder(folder)).rejects.toMatchObject({
      ...{ code: 'maskedModel', params: { model: 'tiny-bert' } }
    })
  })

  it('the library says what it is for', async () => {
    const found = await inspectModel(folder, { copyTo: null, signal, onBytes: () => {} })
    expect(found).toMatchObject({ family: 'bert', chat: 'fill', contextLength: 96 })
    expect(found.files).toContain('vocab.txt')
  })
})
