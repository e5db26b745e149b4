// Tests on means: Welch, paired, equivalence by two one-sided tests, and the sign-flip permutation.
import { philox } from '../base/random'
import { studentQuantile, studentTail } from './distributions'
import { mean, variance } from './moments'
import type { Interval } from './proportions'

export interface MeanTest {
  difference: number // first − second
  t: number
  freedom: number // degrees
  pValue: number // two-sided
  interval: Interval // of the difference, at `level`
}

/** Two samples of unequal spread (Welch 1947). Throws RangeError for fewer than two values in either. */
export function welchTest(
  first: readonly number[],
  second: readonly number[],
  level = 0.95
): MeanTest {
  if (first.length < 2 || second.length < 2) throw new RangeError('fewer than two values')
  const [a, b] = [variance(first) / first.length, variance(second) / second.length]
  const freedom = (a + b) ** 2 / (a ** 2 / (first.length - 1) + b ** 2 / (second.length - 1))
  return meanTest(mean(first) - mean(second), Math.sqrt(a + b), freedom, level)
}

/** Paired t-test of the differences against 0. Throws RangeError for fewer than two. */
export function pairedTest(differences: readonly number[], level = 0.95): MeanTest {
  if (differences.length < 2) throw new RangeError('fewer than two differences')
  const error = Math.sqrt(variance(differences) / differences.length)
  return meanTest(mean(differences), error, differences.length - 1, level)
}

export interface Equivalence {
  /** The larger of both one-sided p-values: below 0.05, the difference lies inside the margin. */
  pValue: number
  /** The interval that decides the same: at level 1 − 2α. */
  interval: Interval
}

/** Two one-sided paired tests against ±margin (Schuirmann 1987, doi:10.1007/BF01068419). */
export function equivalenceTest(
  differences: readonly number[],
  margin: number,
  alpha = 0.05
): Equivalence {
  if (!(margin > 0)) throw new RangeError('the margin is not above 0')
  const { difference, freedom, interval } = pairedTest(differences, 1 - 2 * alpha)
  const error = Math.sqrt(variance(differences) / differences.length)
  const above = studentTail(ratio(difference + margin, error), freedom)
  const below = studentTail(ratio(margin - difference, error), freedom)
  return { pValue: Math.max(above, below), interval }
}

/** With up to this many differences every pattern of signs is counted. */
const mostForAllSigns = 20

/**
 * Two-sided p-value of the mean difference under random signs: exact for up to 20 differences, else
 * from `samples` seeded draws with the observed pattern counted in.
 */
export function signFlipTest(
  differences: readonly number[],
  options: { samples: number; seed: number }
): number {
  const n = differences.length
  if (n === 0) throw new RangeError('no differences')
  const observed = Math.abs(differences.reduce((total, value) => total + value, 0))
  const scale = differences.reduce((total, value) => total + Math.abs(value), 0)
  const limit = observed - 1e-12 * scale // equal sums may differ in their last digits
  const reaches = (isFlipped: (i: number) => boolean): boolean =>
    Math.abs(differences.reduce((total, it, i) => total + (isFlipped(i) ? -it : it), 0)) >= limit
  let count = 0
  if (n <= mostForAllSigns) {
    for (let signs = 0; signs < 2 ** n; signs++)
      if (reaches((i) => ((signs >> i) & 1) === 1)) count++
    return count / 2 ** n
  }
  const key = [options.seed >>> 0, 0] as const
  for (let sample = 0; sample < options.samples; sample++) {
    let total = 0
    // Each number drawn holds the signs of 128 differences.
    for (let from = 0; from < n; from += 128) {
      const words = philox([from / 128, sample, 0, 1], key)
      for (let at = from; at < Math.min(n, from + 128); at++) {
        const isFlipped = ((words[(at - from) >> 5]! >>> (at & 31)) & 1) === 1
        total += isFlipped ? -differences[at]! : differences[at]!
      }
    }
    if (Math.abs(total) >= limit) count++
  }
  return (count + 1) / (options.samples + 1)
}

function meanTest(difference: number, error: number, freedom: number, level: number): MeanTest {
  const t = ratio(difference, error)
  // Without any spread only the difference itself is possible.
  const half = error === 0 ? 0 : error * studentQuantile((1 + level) / 2, freedom)
  return {
    ...{ difference, t, freedom },
    pValue: t === 0 ? 1 : Math.min(1, 2 * studentTail(Math.abs(t), error === 0 ? 1 : freedom)),
    interval: { low: difference - half, high: difference + half }
  }
}

function ratio(value: number, error: number): number {
  return value === 0 ? 0 : value / error
}
