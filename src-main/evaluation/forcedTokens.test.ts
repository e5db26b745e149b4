// What is read of each token beside the logits that transformers gives for the same ids.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CausalRunner } from '../models/causalRunner'
import { openModelFolder } from '../models/modelFolder'
import { expectClose } from '../testing/closeTo'
import { goldensFolder, readGolden } from '../testing/goldens'
import { forcedLoss, forcedTokens } from './forcedTokens'
import { tokenSurprise } from './membership'

const sequence = z.object({ ids: z.array(z.number()), logits: z.array(z.array(z.number())) })
const golden = readGolden(
  'tiny-qwen2/expected.json',
  z.object({ batch: z.array(sequence), long: sequence })
)
const { signal } = new AbortController()

let runner: CausalRunner
beforeAll(async () => {
  runner = await CausalRunner.open(await openModelFolder(join(goldensFolder, 'tiny-qwen2')), {
    ...{ device: 'cpu', weightMode: 'mapped', threads: 1 }
  })
})
afterAll(() => runner.close())

describe.each([
  ['within a chunk', golden.batch[0]!],
  ['over several', golden.long]
])('a text read once, %s', (_name, { ids, logits }) => {
  const first = ids.length - logits.length // of a long one the last logits alone are kept
  const places = ids.flatMap((_, place) => (place > first && place % 3 > 0 ? [place] : []))

  test('gives each asked token its surprise and the likeliest one', async () => {
    const found = await forcedTokens(runner, { ids, places }, signal)
    expect(found.map(({ id }) => id)).toEqual(places.map((place) => ids[place]))
    for (const [at, place] of places.entries()) {
      const row = logits[place - 1 - first]!
      const wanted = tokenSurprise(row, ids[place]!)
      expectClose(found[at]!.logProb, wanted.logProb, 1e-3, 1e-4)
      expectClose(found[at]!.meanLogProb, wanted.meanLogProb, 1e-3, 1e-4)
      expectClose(found[at]!.varianceLogProb, wanted.varianceLogProb, 1e-3, 1e-4)
      expect(row[found[at]!.mostLikelyId]).toBeCloseTo(Math.max(...row), 4)
    }
  })

  test('and its loss is the mean of them', async () => {
    const found = await forcedTokens(runner, { ids, places }, signal)
    const mean = found.reduce((sum, { logProb }) => sum - logProb, 0) / found.length
    expectClose(await forcedLoss(runner, { ids, places }, signal), mean, 1e-4)
  })
})

test('the first token has nothing before it, the last nothing behind', async () => {
  const ids = [1, 2, 3]
  for (const place of [0, 3])
    await expect(forcedTokens(runner, { ids, places: [place] }, signal)).rejects.toThrow(RangeError)
})
