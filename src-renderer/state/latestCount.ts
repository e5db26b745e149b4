// Counts what is being typed: a moment after the last key, the latest text alone, one count at a time.
// Typing never waits for it.

const countAfterMs = 300

export class LatestCount<Wanted extends object, Counted> {
  #wanted: Wanted | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #counting = false

  /**
   * @param count never rejects
   * @param take gets what was counted and what is wanted by then; not called once nothing is wanted
   */
  constructor(
    private readonly count: (wanted: Wanted) => Promise<Counted>,
    private readonly take: (counted: Counted, of: Wanted, wanted: Wanted) => void
  ) {}

  get wanted(): Wanted | null {
    return this.#wanted
  }

  /** Counts soon; what was asked for before and not begun is dropped. null: there is nothing to count. */
  want(wanted: Wanted | null): void {
    this.#wanted = wanted
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#count(), countAfterMs)
  }

  close(): void {
    this.#wanted = null
    clearTimeout(this.#timer)
  }

  async #count(): Promise<void> {
    if (this.#counting) return // followed by one more when it ends
    this.#counting = true
    let done: Wanted | null = null
    while (this.#wanted && this.#wanted !== done) {
      done = this.#wanted
      const counted = await this.count(done)
      if (this.#wanted) this.take(counted, done, this.#wanted)
    }
    this.#counting = false
  }
}
