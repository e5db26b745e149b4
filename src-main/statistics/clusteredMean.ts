// Means and ratios of means over records that belong together in groups (all records of one person):
// the groups, not the records, are what is independent. Standard errors are the cluster-robust ones of a
// regression on a constant (Cameron and Miller 2015, doi:10.3368/jhr.50.2.317), intervals Student's
// with one degree of freedom less than there are groups.
import { studentQuantile } from './distributions'
import { sum } from './moments'
import type { Interval } from './proportions'

export interface Estimate {
  value: number
  standardError: number // NaN with one group
  groups: number
  records: number
}

/** Throws RangeError when there are no records. */
export function clusteredMean(items: readonly { value: number; group: string }[]): Estimate {
  return clusteredRatio(items.map(({ value, group }) => ({ top: value, bottom: 1, group })))
}

/**
 * Σ top / Σ bottom, with the error of its linear form (top − ratio · bottom) / Σ bottom. Throws RangeError
 * when Σ bottom is 0.
 */
export function clusteredRatio(
  items: readonly { top: number; bottom: number; group: string }[]
): Estimate {
  const bottom = sum(items.map((it) => it.bottom))
  if (bottom === 0) throw new RangeError('nothing to divide by')
  const value = sum(items.map((it) => it.top)) / bottom
  const rests = new Map<string, number>()
  for (const it of items) {
    rests.set(it.group, (rests.get(it.group) ?? 0) + (it.top - value * it.bottom) / bottom)
  }
  const groups = rests.size
  const squares = sum([...rests.values()].map((rest) => rest * rest))
  const standardError = groups < 2 ? Number.NaN : Math.sqrt((groups / (groups - 1)) * squares)
  return { value, standardError, groups, records: items.length }
}

/** NaN on both sides with one group. */
export function intervalOf({ value, standardError, groups }: Estimate, level: number): Interval {
  const half =
    standardError === 0 ? 0 : standardError * studentQuantile((1 + level) / 2, groups - 1)
  return { low: value - half, high: value + half }
}
