// What two columns of numbers have to do with each other: correlation, and whether one sample tends to be
// larger than another.
import { midRanks } from './areaUnderCurve'
import { normalTail } from './distributions'
import { mean, sum } from './moments'

/** Pearson's r. NaN for fewer than two pairs and where one column does not vary. */
export function correlation(first: readonly number[], second: readonly number[]): number {
  if (first.length !== second.length) throw new RangeError('columns of different lengths')
  const [a, b] = [mean(first), mean(second)]
  const together = sum(first.map((value, at) => (value - a) * (second[at]! - b)))
  const spread = (values: readonly number[], middle: number): number =>
    sum(values.map((value) => (value - middle) ** 2))
  const scale = Math.sqrt(spread(first, a) * spread(second, b))
  return scale === 0 ? Number.NaN : together / scale
}

/**
 * Two-sided p-value of Mann and Whitney's U (1947, doi:10.1214/aoms/1177730491) by the normal
 * approximation, corrected for ties and continuity: for samples of ten and more.
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): number {
  const [n, m] = [first.length, second.length]
  if (n === 0 || m === 0) throw new RangeError('an empty sample')
  const all = [...first, ...second]
  const ranks = midRanks(all)
  const u = sum(ranks.slice(0, n)) - (n * (n + 1)) / 2
  const counts = new Map<number, number>()
  for (const value of all) counts.set(value, (counts.get(value) ?? 0) + 1)
  const ties = sum([...counts.values()].map((t) => t ** 3 - t))
  const total = n + m
  const deviation = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))))
  if (deviation === 0) return 1
  const distance = Math.abs(u - (n * m) / 2) - 0.5
  return Math.min(1, 2 * normalTail(distance / deviation))
}
