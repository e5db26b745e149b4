// Whether something is going on, told to those who give way to it.

export class Activity {
  #count = 0
  readonly #listeners = new Set<(isActive: boolean) => void>()

  get isActive(): boolean {
    return this.#count > 0
  }

  /** Until what it returns is called. */
  begin(): () => void {
    if (++this.#count === 1) this.#tell()
    let ended = false
    return () => {
      if (ended) return
      ended = true
      if (--this.#count === 0) this.#tell()
    }
  }

  /** Calls at each change, until what it returns is called. */
  listen(listener: (isActive: boolean) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.isActive)
  }
}
