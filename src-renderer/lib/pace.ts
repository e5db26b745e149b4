// How long something will still take, by how fast it went while it was watched.

/** Before this the pace says little: caches make beginnings fast. */
const settledMs = 1_000

export class Pace {
  #first: { done: number; atMs: number } | null = null

  /** Null: the pace is not known yet. */
  secondsLeft(done: number, total: number, nowMs: number): number | null {
    this.#first ??= { done, atMs: nowMs }
    const [doneSince, sinceMs] = [done - this.#first.done, nowMs - this.#first.atMs]
    if (sinceMs < settledMs || doneSince <= 0) return null
    return (((total - done) / doneSince) * sinceMs) / 1000
  }
}
