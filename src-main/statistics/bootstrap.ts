// The percentile bootstrap (Efron 1979, doi:10.1214/aos/1176344552), seeded: same seed, same interval.
import { uniform } from '../base/random'

/** Values of `statistic` on `count` samples drawn with replacement from `items`, in order of drawing. */
export function resamplings<Item, Value>(
  items: readonly Item[],
  count: number,
  seed: number,
  statistic: (sample: Item[]) => Value
): Value[] {
  let drawn = 0
  return Array.from({ length: count }, () =>
    statistic(items.map(() => items[Math.floor(uniform(seed, drawn++) * items.length)]!))
  )
}

/** The `share` quantile, between order statistics linearly. NaN when there are no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[below + 1] ?? low
  return low + (high - low) * (place - below)
}
