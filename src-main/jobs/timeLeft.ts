// Seconds that a measured rate leaves.

/** Counts from its making. The rate is that of the last ten seconds or so: caches make beginnings fast. */
export function timeLeft(
  now: () => number = () => performance.now()
): (done: number, total: number) => number | null {
  const windowMs = 10_000
  const settledMs = 1_000
  const samples = [{ atMs: now(), done: 0 }]
  return (done, total) => {
    const atMs = now()
    while (samples.length > 1 && atMs - (samples[1]?.atMs ?? atMs) > windowMs) samples.shift()
    const first = samples[0] ?? { atMs, done }
    if (atMs - (samples.at(-1)?.atMs ?? 0) >= 100) samples.push({ atMs, done })
    const rate = (done - first.done) / (atMs - first.atMs)
    if (atMs - first.atMs < settledMs || !(rate > 0)) return null
    return (total - done) / rate / 1000
  }
}

/** Puts the seconds left beside what is told of one piece of work, counted from the first that is told. */
export function withTimeLeft(): <Told extends { done: number; total: number }>(
  told: Told
) => Told & { secondsLeft: number | null } {
  let left: ReturnType<typeof timeLeft> | null = null
  return (told) => {
    left ??= timeLeft()
    return { ...told, secondsLeft: left(told.done, told.total) }
  }
}
