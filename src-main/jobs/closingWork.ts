// Work that ends with the app: what is under way is told to stop, and waited for.
export class ClosingWork {
  readonly #closing = new AbortController()
  readonly #running = new Set<Promise<unknown>>()

  /** How many are under way. */
  get running(): number {
    return this.#running.size
  }

  /** Aborted when the app ends, and with `signal`. */
  until(signal?: AbortSignal): AbortSignal {
    return signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal
  }

  async track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work)
    try {
      return await work
    } finally {
      this.#running.delete(work)
    }
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.allSettled([...this.#running])
  }
}
