// Sample sizes, ranks and correlations beside scipy and statsmodels.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { expectClose } from '../testing/closeTo'
import { readGolden } from '../testing/goldens'
import { itemsForLean, pairsForChange, smallestChange, smallestLean } from './power'
import { wilsonOfShare } from './proportions'
import { correlation, mannWhitney } from './rankTests'

const numbers = z.array(z.number())
const goldens = readGolden(
  'biasStatistics.json',
  z.object({
    ranks: z.array(
      z.object({ first: numbers, second: numbers, pValue: z.number(), correlation: z.number() })
    ),
    leans: z.array(z.tuple([z.number(), z.number()])),
    changes: z.array(z.tuple([z.number(), z.number(), z.number()])),
    wilson: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()]))
  })
)

test('Mann and Whitney, Pearson and Wilson are those of scipy and statsmodels', () => {
  for (const { first, second, ...wanted } of goldens.ranks) {
    expectClose(mannWhitney(first, second), wanted.pValue, 1e-10)
    const short = Math.min(first.length, second.length)
    const found = correlation(first.slice(0, short), second.slice(0, short))
    expectClose(found, wanted.correlation, 1e-10)
  }
  for (const [share, trials, low, high] of goldens.wilson) {
    const found = wilsonOfShare(share, trials)
    expectClose(found.low, low, 1e-10, 1e-15)
    expectClose(found.high, high, 1e-10)
  }
  expect(mannWhitney([1, 1], [1, 1, 1])).toBe(1)
  expect(correlation([1, 1], [1, 2])).toBeNaN()
})

test('so many items show so much, and no fewer do', () => {
  for (const [lean, items] of goldens.leans) {
    expect(itemsForLean(lean)).toBe(items)
    expect(smallestLean(items)).toBeLessThanOrEqual(lean + 1e-9)
    expect(smallestLean(items - 1)).toBeGreaterThan(lean)
  }
  for (const [change, discordant, pairs] of goldens.changes) {
    expect(pairsForChange(change, discordant)).toBe(pairs)
    expect(smallestChange(pairs, discordant)).toBeLessThanOrEqual(change + 1e-9)
  }
  expect(smallestChange(212, 0.2)).toBeCloseTo(0.09, 2)
  expect(smallestLean(1)).toBeNull()
})
