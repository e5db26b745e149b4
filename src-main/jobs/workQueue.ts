// One queue for all that computes for long: trainings, evidence that is taken, and audits. One at a time,
// in the order in which they were asked for.

/** What may begin once it is its turn. */
export interface QueuedWork {
  readonly id: string
  readonly queuedAt: number
  readonly name: string
  /** Null: it may not any more. Else it resolves once it has ended or come to a halt; it never rejects. */
  begin(): Promise<void> | null
}

export interface WorkSource {
  ready(): Promise<QueuedWork[]>
}

export class WorkQueue {
  readonly #sources: WorkSource[] = []
  #current: QueuedWork | null = null
  #looking = false
  #asked = false
  #filling = false
  #closed = false

  get current(): Pick<QueuedWork, 'id' | 'name'> | null {
    return this.#current
  }

  add(source: WorkSource): void {
    this.#sources.push(source)
  }

  /** What is ready, in the order in which it will begin. */
  async inOrder(): Promise<QueuedWork[]> {
    const ready = await Promise.all(this.#sources.map((it) => it.ready().catch(() => [])))
    return ready.flat().sort((a, b) => a.queuedAt - b.queuedAt)
  }

  /** Nothing begins while work of before is put in, by several sources: its order is that of all of it. */
  async fill(filling: () => Promise<unknown>): Promise<void> {
    this.#filling = true
    try {
      await filling()
    } finally {
      this.#filling = false
      void this.next()
    }
  }

  /** Nothing begins any more. */
  close(): void {
    this.#closed = true
  }

  /** Something may have become ready. Never throws. */
  async next(): Promise<void> {
    this.#asked = true
    if (this.#looking) return
    this.#looking = true
    while (this.#asked) {
      this.#asked = false
      if (this.#current !== null || this.#filling || this.#closed) break
      const inOrder = await this.inOrder()
      if (this.#closed) break
      for (const work of inOrder) if (this.#begun(work)) break
    }
    this.#looking = false
  }

  #begun(work: QueuedWork): boolean {
    const ended = work.begin()
    if (!ended) return false
    this.#current = work
    void ended.then(() => {
      this.#current = null
      void this.next()
    })
    return true
  }
}
