// Seeded random choices for the starter text: mulberry32 (Tommy Ettinger, public domain), 32 bits
// of state. Kept inside this folder so that write.ts runs on bare Node without a build.

export type Random = {
  /** A number in [0, 1). */
  next(): number
  /** A whole number in [0, limit). */
  below(limit: number): number
  /** One entry of a list; throws a RangeError when it is empty. */
  pick<T>(entries: readonly T[]): T
  /** True with the given probability. */
  chance(probability: number): boolean
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    pick<T>(entries: readonly T[]): T {
      if (entries.length === 0) throw new RangeError('pick needs at least one entry')
      return entries[below(entries.length)] as T
    },
    chance: (probability) => next() < probability
  }
}
