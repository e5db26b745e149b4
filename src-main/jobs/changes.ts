// The news of what changed in the database, for every window that shows it.
import type { Change } from '../contract/system'
import { Wakeup } from './wakeup'

export class Changes {
  readonly #listeners = new Set<(change: Change) => void>()

  publish(topic: Change['topic'], id: string | null = null): void {
    for (const listener of this.#listeners) listener({ topic, id })
  }

  /** Endless until the signal aborts. Changes of the same thing that wait to be read become one. */
  async *follow(signal?: AbortSignal): AsyncGenerator<Change> {
    const wakeup = new Wakeup()
    const waiting = new Map<string, Change>()
    const listener = (change: Change): void => {
      waiting.set(`${change.topic} ${change.id}`, change)
      wakeup.notify()
    }
    this.#listeners.add(listener)
    try {
      for (;;) {
        if (signal?.aborted) return
        const taken = [...waiting.values()]
        waiting.clear()
        yield* taken
        if (waiting.size === 0) await wakeup.wait(signal)
      }
    } finally {
      this.#listeners.delete(listener)
    }
  }
}
