// The axis of shares: always centred on 50 of 100, and as wide on either side.

export interface LeanAxis {
  low: number
  high: number
}

interface Interval {
  low: number
  high: number
}

const usualReach = 0.25
/** Ends stand at whole fives of 100. */
const grain = 0.05

/** From 25 to 75, or wider where an interval needs it. */
export function leanAxis(intervals: readonly (Interval | null)[]): LeanAxis {
  const reaches = intervals.flatMap((it) => (it ? [0.5 - it.low, it.high - 0.5] : []))
  const needed = Math.max(usualReach, ...reaches)
  // Rounded: 0.30000000000000004 is no reason to go on to 0.35.
  const plain = (value: number): number => Number(value.toFixed(6))
  const reach = Math.min(0.5, plain(grain * Math.ceil(plain(needed / grain))))
  return { low: plain(0.5 - reach), high: plain(0.5 + reach) }
}

/** Where a share lies on the axis, in percent of its width. */
export function placeOn({ low, high }: LeanAxis, share: number): number {
  return 100 * Math.min(1, Math.max(0, (share - low) / (high - low)))
}
