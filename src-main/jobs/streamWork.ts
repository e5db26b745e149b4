// Turns work that reports as it goes into an iterator of its reports. Whoever leaves the iterator, or
// aborts the signal, ends the work; the iterator ends only after the work has cleaned up.
import { Wakeup } from './wakeup'

/**
 * @param join puts a report behind those that nobody has taken yet: a slow reader gets fewer of them.
 * Returns what the work returns and throws what it throws.
 */
export async function* streamWork<Report, Result>(
  work: (report: (value: Report) => void, signal: AbortSignal) => Promise<Result>,
  join: (waiting: Report[], value: Report) => Report[],
  signal?: AbortSignal
): AsyncGenerator<Report, Result> {
  const left = new AbortController()
  const wakeup = new Wakeup()
  let waiting: Report[] = []
  let settled = false
  const report = (value: Report): void => {
    waiting = join(waiting, value)
    wakeup.notify()
  }
  const running = work(report, signal ? AbortSignal.any([signal, left.signal]) : left.signal)
  const settle = (): void => {
    settled = true
    wakeup.notify()
  }
  running.then(settle, settle)
  try {
    for (;;) {
      const taken = waiting
      waiting = []
      yield* taken
      if (waiting.length > 0) continue
      if (settled) return await running
      await wakeup.wait()
    }
  } finally {
    left.abort()
    await running.catch(() => {}) // its error has been thrown above, or nobody is left to hear it
  }
}
