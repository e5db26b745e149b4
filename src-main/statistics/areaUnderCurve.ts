// The area under the ROC curve and its uncertainty.
import { normalQuantile } from './distributions'
import { mean } from './moments'
import type { Interval } from './proportions'

export interface AreaUnderCurve {
  /** P(a positive scores above a negative), ties half. */
  area: number
  standardError: number // NaN with one value on a side
  interval: Interval // clipped to 0…1
}

/**
 * With DeLong's variance (1988, doi:10.2307/2531595), from ranks (Sun and Xu 2014,
 * doi:10.1109/LSP.2014.2337313). The interval is wide of the mark at an area of exactly 0 or 1, where
 * the variance is 0. Throws RangeError when a side is empty.
 */
export function areaUnderCurve(
  positives: readonly number[],
  negatives: readonly number[],
  level = 0.95
): AreaUnderCurve {
  const [m, n] = [positives.length, negatives.length]
  if (m === 0 || n === 0) throw new RangeError('one side is empty')
  const all = midRanks([...positives, ...negatives])
  const [ranksOfPositives, ranksOfNegatives] = [midRanks(positives), midRanks(negatives)]
  // Of each positive, the share of negatives below it; of each negative, the share of positives above.
  const above = ranksOfPositives.map((rank, i) => (all[i]! - rank) / n)
  const below = ranksOfNegatives.map((rank, j) => 1 - (all[m + j]! - rank) / m)
  const area = mean(above)
  const spread = (values: number[]): number =>
    values.reduce((total, it) => total + (it - area) ** 2, 0) / (values.length - 1) / values.length
  const standardError = Math.sqrt(spread(above) + spread(below))
  const half = normalQuantile((1 + level) / 2) * standardError
  return {
    area,
    standardError,
    interval: { low: Math.max(0, area - half), high: Math.min(1, area + half) }
  }
}

/**
 * The true-positive rate where at most `falseRate` of the negatives are called positive. Below 1/n of n
 * negatives that means none of them.
 */
export function truePositiveRate(
  positives: readonly number[],
  negatives: readonly number[],
  falseRate: number
): number {
  if (positives.length === 0 || negatives.length === 0) throw new RangeError('one side is empty')
  const sorted = negatives.toSorted((a, b) => b - a)
  const allowed = Math.floor(falseRate * negatives.length + 1e-9)
  const threshold = sorted[allowed] ?? -Infinity // scores above it: at most `allowed` negatives
  return positives.filter((score) => score > threshold).length / positives.length
}

/** Ranks from 1, equal values sharing their mean rank. */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).toSorted((a, b) => values[a]! - values[b]!)
  const ranks = values.map(() => 0)
  for (let start = 0; start < order.length;) {
    let end = start
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++
    for (let at = start; at < end; at++) ranks[order[at]!] = (start + end + 1) / 2
    start = end
  }
  return ranks
}
