// Tests on samples beside scipy, statsmodels and scikit-learn, and what must hold for any sample.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { uniform } from '../base/random'
import { expectClose } from '../testing/closeTo'
import { readGolden } from '../testing/goldens'
import { areaUnderCurve, midRanks, truePositiveRate } from './areaUnderCurve'
import { acceleratedInterval, clusterInterval, percentileInterval } from './bootstrap'
import { clusteredMean, clusteredRatio, intervalOf } from './clusteredMean'
import { benjaminiHochberg, holm } from './corrections'
import { kolmogorovSmirnov } from './kolmogorovSmirnov'
import { equivalenceTest, pairedTest, signFlipTest, welchTest } from './meanTests'
import { mean, sum, variance } from './moments'

const numbers = z.array(z.number())
const goldens = readGolden(
  'samples.json',
  z.object({
    meanTests: z.array(
      z.object({
        first: numbers,
        second: numbers,
        welch: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]),
        differences: numbers,
        paired: z.tuple([z.number(), z.number()]),
        equivalence: z.number()
      })
    ),
    kolmogorovSmirnov: z.array(
      z.object({
        first: numbers,
        second: numbers,
        statistic: z.number(),
        pValue: z.number(),
        isSubtracted: z.boolean()
      })
    ),
    areas: z.array(
      z.object({
        positives: numbers,
        negatives: numbers,
        area: z.number(),
        standardError: z.number()
      })
    ),
    adjusted: z.object({ pValues: numbers, holm: numbers, benjaminiHochberg: numbers }),
    clustered: z.array(
      z.object({
        values: numbers,
        groups: z.array(z.string()),
        mean: z.number(),
        standardError: z.number(),
        low: z.number(),
        high: z.number()
      })
    ),
    accelerated: z.object({ values: numbers, low: z.number(), high: z.number() })
  })
)

const value = fc.double({ min: -100, max: 100, noNaN: true })
const sample = fc.array(value, { minLength: 1, maxLength: 12 })

describe('Kolmogorov–Smirnov', () => {
  test('has the statistic and p-value of scipy, deep tails included', () => {
    for (const it of goldens.kolmogorovSmirnov) {
      const found = kolmogorovSmirnov(it.first, it.second)
      expect(found.method).toBe('exact')
      expectClose(found.statistic, it.statistic, 1e-14)
      expectClose(found.pValue, it.pValue, 1e-11, it.isSubtracted ? 1e-13 : 0)
    }
  })

  test('full separation of n against n gives 2 / C(2n, n)', () => {
    for (const n of [1, 3, 4, 20, 40, 200, 300, 400]) {
      let wanted = 2
      for (let k = 1; k <= n; k++) wanted *= k / (n + k)
      const low = Array.from({ length: n }, (_, i) => i)
      const { pValue, statistic } = kolmogorovSmirnov(
        low,
        low.map((it) => it + n)
      )
      expect(statistic).toBe(1)
      expectClose(pValue, wanted, 1e-12)
    }
  })

  test('counts every order of two small samples', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    fc.assert(
      fc.property(sizes, fc.nat(1000), ([m, n], pick) => {
        const orders: boolean[][] = []
        for (let bits = 0; bits < 2 ** (m + n); bits++) {
          const order = Array.from({ length: m + n }, (_, i) => ((bits >> i) & 1) === 1)
          if (order.filter(Boolean).length === m) orders.push(order)
        }
        const testOf = (order: boolean[]) => {
          const places = order.map((_, place) => place)
          return kolmogorovSmirnov(
            places.filter((place) => order[place]),
            places.filter((place) => !order[place])
          )
        }
        const found = testOf(orders[pick % orders.length]!)
        const asFar = orders.filter((it) => testOf(it).statistic >= found.statistic - 1e-12)
        expectClose(found.pValue, asFar.length / orders.length, 1e-12)
      }),
      { numRuns: 30 }
    )
  })

  test('equal samples give 1; large ones use the limit; nonsense is refused', () => {
    expect(kolmogorovSmirnov([1, 2, 2], [2, 1, 2])).toMatchObject({ statistic: 0, pValue: 1 })
    const many = Array.from({ length: 10_001 }, (_, i) => uniform(1, i))
    const found = kolmogorovSmirnov(
      many,
      many.map((it) => it + 0.01)
    )
    expect(found.method).toBe('asymptotic')
    expect(() => kolmogorovSmirnov([], [1])).toThrow(RangeError)
    expect(() => kolmogorovSmirnov([Number.NaN], [1])).toThrow(RangeError)
  })
})

describe('tests on means', () => {
  test.each(goldens.meanTests)('agree with scipy and statsmodels ($#)', (it) => {
    const welch = welchTest(it.first, it.second, 0.9)
    const [t, freedom, p, low, high] = it.welch
    expectClose(welch.t, t, 1e-11)
    expectClose(welch.freedom, freedom, 1e-12)
    expectClose(welch.pValue, p, 1e-11)
    expectClose(welch.interval.low, low, 1e-11)
    expectClose(welch.interval.high, high, 1e-11)
    const paired = pairedTest(it.differences)
    expectClose(paired.t, it.paired[0], 1e-11)
    expectClose(paired.pValue, it.paired[1], 1e-11)
    expectClose(equivalenceTest(it.differences, 0.5).pValue, it.equivalence, 1e-11)
  })

  test('equivalence is decided by the 90 % interval', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 3, maxLength: 12 }),
        fc.double({ min: 0.1, max: 200, noNaN: true }),
        (differences, margin) => {
          const { pValue, interval } = equivalenceTest(differences, margin)
          fc.pre(Math.abs(pValue - 0.05) > 1e-9)
          expect(pValue < 0.05).toBe(-margin < interval.low && interval.high < margin)
        }
      )
    )
  })

  test('without spread only the difference itself is possible', () => {
    expect(pairedTest([2, 2, 2])).toMatchObject({ pValue: 0, interval: { low: 2, high: 2 } })
    expect(pairedTest([0, 0])).toMatchObject({ pValue: 1, interval: { low: 0, high: 0 } })
    expect(equivalenceTest([0, 0], 1).pValue).toBe(0)
    expect(() => pairedTest([1])).toThrow(RangeError)
    expect(() => equivalenceTest([1, 2], 0)).toThrow(RangeError)
  })

  test('sign flips are counted exactly for few, and drawn alike for many', () => {
    const options = { samples: 4000, seed: 5 }
    expect(signFlipTest([1, 2, 3, 4], options)).toBe(2 / 16)
    expect(signFlipTest([1, -1], options)).toBe(1)
    const many = Array.from({ length: 40 }, (_, i) => uniform(3, i) - 0.3)
    const p = signFlipTest(many, options)
    expect(p).toBe(signFlipTest(many, options))
    expect(Math.abs(p - pairedTest(many).pValue)).toBeLessThan(0.01)
  })
})

test('adjusted p-values are those of statsmodels', () => {
  const { pValues, ...wanted } = goldens.adjusted
  holm(pValues).forEach((p, i) => expectClose(p, wanted.holm[i]!, 1e-14))
  benjaminiHochberg(pValues).forEach((p, i) => expectClose(p, wanted.benjaminiHochberg[i]!, 1e-14))
  expect(holm([])).toEqual([])
  expect(() => holm([1.5])).toThrow(RangeError)
})

describe('area under the curve', () => {
  test('is that of scikit-learn, with the variance of DeLong', () => {
    for (const it of goldens.areas) {
      const found = areaUnderCurve(it.positives, it.negatives)
      expectClose(found.area, it.area, 1e-13)
      expectClose(found.standardError, it.standardError, 1e-12)
    }
  })
  test('turns over when the sides change places', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        expectClose(areaUnderCurve(a, b).area, 1 - areaUnderCurve(b, a).area, 1e-12, 1e-12)
      })
    )
    expect(() => areaUnderCurve([], [1])).toThrow(RangeError)
  })
  test('ranks share their place; the true-positive rate keeps its promise', () => {
    expect(midRanks([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2])
    fc.assert(
      fc.property(sample, sample, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, rate) => {
        // No threshold that keeps the rate finds more.
        const best = Math.max(
          0,
          ...[...a, ...b, -Infinity]
            .filter((limit) => b.filter((it) => it > limit).length <= rate * b.length + 1e-9)
            .map((limit) => a.filter((it) => it > limit).length / a.length)
        )
        expect(truePositiveRate(a, b, rate)).toBe(best)
      })
    )
  })
})

describe('means of groups that belong together', () => {
  test('have the robust error and interval of statsmodels', () => {
    for (const it of goldens.clustered) {
      const found = clusteredMean(it.values.map((value, i) => ({ value, group: it.groups[i]! })))
      expectClose(found.value, it.mean, 1e-11)
      expectClose(found.standardError, it.standardError, 1e-11)
      const { low, high } = intervalOf(found, 0.9)
      expectClose(low, it.low, 1e-10)
      expectClose(high, it.high, 1e-10)
    }
  })
  test('repeated records are no more evidence than one of each', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 12 }), (values) => {
        const once = values.map((it, i) => ({ value: it, group: String(i) }))
        const [a, b] = [clusteredMean(once), clusteredMean([...once, ...once, ...once])]
        expectClose(b.value, a.value, 1e-9, 1e-9)
        expectClose(b.standardError, a.standardError, 1e-9, 1e-9)
      })
    )
  })
  test('a ratio of means to a constant is a mean', () => {
    const items = [3, 5, 4, 8].map((top, i) => ({ top, bottom: 2, group: String(i) }))
    const [ratio, plain] = [
      clusteredRatio(items),
      clusteredMean(items.map(({ top, group }) => ({ value: top / 2, group })))
    ]
    expectClose(ratio.value, plain.value, 1e-13)
    expectClose(ratio.standardError, plain.standardError, 1e-13)
    expect(clusteredMean([{ value: 1, group: 'a' }]).standardError).toBeNaN()
  })
})

describe('bootstrap', () => {
  const { values, low, high } = goldens.accelerated
  const average = (drawn: readonly number[]): number => mean(drawn)
  test('the accelerated interval is that of scipy as far as sampling goes', () => {
    const found = acceleratedInterval(values, average, { samples: 10_000, seed: 4, level: 0.9 })
    expect(Math.abs(found.low - low)).toBeLessThan(0.012)
    expect(Math.abs(found.high - high)).toBeLessThan(0.02)
  })
  test('clusters that repeat one value are no more data than one of each', () => {
    const options = { samples: 2000, seed: 9, level: 0.9 }
    const clusters = values.slice(0, 15).map((it) => Array.from({ length: 8 }, () => it))
    const alone = percentileInterval(values.slice(0, 15), average, options)
    const clustered = clusterInterval(clusters, average, options)
    expectClose(clustered.low, alone.low, 1e-12)
    expectClose(clustered.high, alone.high, 1e-12)
    const naive = percentileInterval(clusters.flat(), average, options)
    expect(naive.high - naive.low).toBeLessThan((alone.high - alone.low) / 2)
  })
})

test('sums keep what plain addition loses', () => {
  expect(sum([1e16, 1, -1e16])).toBe(1)
  expect(mean([])).toBeNaN()
  expect(variance([1])).toBeNaN()
  expect(variance([1, 2, 4])).toBeCloseTo(7 / 3, 12)
})
