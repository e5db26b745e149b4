// Whether one of two samples is the larger, by putting their values into two parts anew: exact, or drawn.
import { philox } from '../base/random'
import { sum } from './moments'

interface PartitionTest {
  pValue: number // one-sided: the first is the larger
  partitions: number // that were counted, the one found included
  exact: boolean // all there are
}

/**
 * The share of partitions, of the same sizes, whose first part has at least the sum found (Caliskan et al.
 * 2017): all of them where they are at most `samples`, else `samples` − 1 that are drawn and the one found.
 * Throws RangeError for an empty sample.
 */
export function partitionTest(
  first: readonly number[],
  second: readonly number[],
  { samples, seed }: { samples: number; seed: number }
): PartitionTest {
  if (first.length === 0 || second.length === 0) throw new RangeError('an empty sample')
  const values = [...first, ...second]
  // Equal sums may differ in their last digits.
  const scale = sum(values.map(Math.abs))
  const limit = sum(first) - 1e-12 * scale
  const partitions = combinations(values.length, first.length, samples)
  if (partitions !== null) {
    const hits = countAll(values, first.length, limit)
    return { pValue: hits / partitions, partitions, exact: true }
  }
  let hits = 1
  for (let sample = 1; sample < samples; sample++)
    if (drawnSum(values, first.length, sample, seed) >= limit) hits++
  return { pValue: hits / samples, partitions: samples, exact: false }
}

/** How many ways there are to choose; null: more than `most`. */
function combinations(from: number, count: number, most: number): number | null {
  let ways = 1
  const fewer = Math.min(count, from - count)
  for (let at = 1; at <= fewer; at++) {
    ways = (ways * (from - fewer + at)) / at
    if (ways > most) return null
  }
  return Math.round(ways)
}

/** Choices of `count` values whose sum reaches the limit. */
function countAll(values: readonly number[], count: number, limit: number): number {
  const from = (start: number, left: number, total: number): number => {
    if (left === 0) return total >= limit ? 1 : 0
    let hits = 0
    for (let at = start; at <= values.length - left; at++)
      hits += from(at + 1, left - 1, total + values[at]!)
    return hits
  }
  return from(0, count, 0)
}

/** The sum of `count` values drawn without replacement (Fisher and Yates). */
function drawnSum(values: readonly number[], count: number, sample: number, seed: number): number {
  const left = [...values]
  const key = [seed >>> 0, 0] as const
  let words: readonly number[] = []
  let total = 0
  for (let at = 0; at < count; at++) {
    // Each number drawn holds four places.
    if (at % 4 === 0) words = philox([at / 4, sample, 0, 3], key)
    const place = at + Math.floor((words[at % 4]! / 2 ** 32) * (left.length - at))
    total += left[place]!
    left[place] = left[at]!
  }
  return total
}
