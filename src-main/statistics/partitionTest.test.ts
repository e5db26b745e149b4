// The permutation test of two samples beside scipy: all partitions, and some that are drawn.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { expectClose } from '../testing/closeTo'
import { readGolden } from '../testing/goldens'
import { partitionTest } from './partitionTest'

const numbers = z.array(z.number())
const row = z.object({ first: numbers, second: numbers, pValue: z.number() })
const partitions = readGolden('partitions.json', z.array(row))

test('all partitions give the p-value of scipy, drawn ones come near it', () => {
  for (const { first, second, pValue } of partitions) {
    const all = partitionTest(first, second, { samples: 100_000, seed: 1 })
    expect(all.exact).toBe(true)
    expectClose(all.pValue, pValue, 1e-10)
  }
  const { first, second, pValue } = partitions[1]!
  const drawn = partitionTest(first, second, { samples: 5000, seed: 1 })
  expect(drawn).toMatchObject({ exact: false, partitions: 5000 })
  // Five standard errors.
  expectClose(drawn.pValue, pValue, 0, 5 * Math.sqrt((pValue * (1 - pValue)) / 5000))
  expect(partitionTest(first, second, { samples: 5000, seed: 1 })).toEqual(drawn)
  expect(partitionTest(first, second, { samples: 5000, seed: 2 }).pValue).not.toBe(drawn.pValue)
})

test('what is found counts, equal sums too', () => {
  const largest = [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]
  const none = largest.map(() => 0)
  expect(partitionTest(largest, none, { samples: 1000, seed: 1 }).pValue).toBe(1 / 1000)
  expect(partitionTest([3, 3], [3, 3], { samples: 100, seed: 1 })).toMatchObject({
    ...{ pValue: 1, partitions: 6 }
  })
  expect(() => partitionTest([], [1], { samples: 10, seed: 1 })).toThrow(RangeError)
})
