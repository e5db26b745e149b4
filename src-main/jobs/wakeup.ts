// Lets loops sleep until there is something new. Between looking and `wait` nothing may be awaited.

export class Wakeup {
  readonly #sleepers = new Set<() => void>()

  /** Wakes everybody who waits now. */
  notify(): void {
    for (const wake of [...this.#sleepers]) wake()
  }

  /** Resolves at the next `notify`, or when the signal aborts. */
  wait(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const wake = (): void => {
        this.#sleepers.delete(wake)
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      this.#sleepers.add(wake)
      signal?.addEventListener('abort', wake, { once: true })
    })
  }
}
