// The percentile bootstrap (Efron 1979, doi:10.1214/aos/1176344552), seeded: same seed, same interval.
import { philox, uniform } from '../base/random'
import { normalQuantile, normalTail } from './distributions'
import { mean } from './moments'
import type { Interval } from './proportions'

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

export interface BootstrapOptions {
  samples: number
  seed: number
  level: number // of the interval, such as 0.95
}

/** The percentile interval of a statistic of `items`; a paired one when each item holds both values. */
export function percentileInterval<Item>(
  items: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
  { samples, seed, level }: BootstrapOptions
): Interval {
  return between(resamplings(items, samples, seed, statistic), level)
}

/**
 * The same with whole clusters drawn: for items that are not independent within their group (records
 * of one person). A sample has as many clusters as there are, not as many items.
 */
export function clusterInterval<Item>(
  clusters: readonly (readonly Item[])[],
  statistic: (sample: readonly Item[]) => number,
  { samples, seed, level }: BootstrapOptions
): Interval {
  return between(
    resamplings(clusters, samples, seed, (drawn) => statistic(drawn.flat())),
    level
  )
}

/** What a group adds to a ratio of sums. */
export interface RatioPart {
  top: number
  bottom: number
}

/**
 * The percentile interval of Σ top / Σ bottom with whole groups drawn, as `clusterInterval` has it, for
 * many groups: nothing is put together for a sample, and each number drawn gives four groups.
 */
export function ratioInterval(
  groups: readonly RatioPart[],
  { samples, seed, level }: BootstrapOptions
): Interval {
  const tops = Float64Array.from(groups, ({ top }) => top)
  const bottoms = Float64Array.from(groups, ({ bottom }) => bottom)
  const key = [seed >>> 0, 0] as const
  const scale = groups.length / 2 ** 32
  const values = Array.from({ length: samples }, (_, sample) => {
    let [top, bottom] = [0, 0]
    for (let at = 0; at < groups.length; at += 4) {
      const words = philox([at >>> 2, sample, 0, 2], key)
      const most = Math.min(4, groups.length - at)
      for (let word = 0; word < most; word++) {
        const drawn = Math.floor(words[word]! * scale)
        top += tops[drawn]!
        bottom += bottoms[drawn]!
      }
    }
    return top / bottom
  })
  return between(values, level)
}

/**
 * The bias-corrected and accelerated interval (Efron 1987, doi:10.1080/01621459.1987.10478410), its
 * acceleration from the jackknife. The same as the percentile interval where nothing is skewed; NaN on
 * both sides where every sample gives the same value on one side of the statistic.
 */
export function acceleratedInterval<Item>(
  items: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
  { samples, seed, level }: BootstrapOptions
): Interval {
  const found = statistic(items)
  const values = resamplings(items, samples, seed, statistic)
  const below = values.reduce((n, it) => n + (it < found ? 1 : it === found ? 0.5 : 0), 0)
  const bias = normalQuantile(below / values.length)
  const left = items.map((_, i) => statistic(items.toSpliced(i, 1)))
  const middle = mean(left)
  const cubes = left.reduce((total, it) => total + (middle - it) ** 3, 0)
  const squares = left.reduce((total, it) => total + (middle - it) ** 2, 0)
  const acceleration = squares === 0 ? 0 : cubes / (6 * squares ** 1.5)
  const shareAt = (z: number): number =>
    1 - normalTail(bias + (bias + z) / (1 - acceleration * (bias + z)))
  const z = normalQuantile((1 + level) / 2)
  return { low: quantile(values, shareAt(-z)), high: quantile(values, shareAt(z)) }
}

function between(values: readonly number[], level: number): Interval {
  return { low: quantile(values, (1 - level) / 2), high: quantile(values, (1 + level) / 2) }
}
