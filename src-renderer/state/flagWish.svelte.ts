// What another place wants to have flagged. It is handed over here, not in the address: names, numbers and
// texts that are to be forgotten have no business in a history.
import type { FindSource } from '../../src-main/contract/foundRecords'

export interface FlagWish {
  source: FindSource
  /** null: in all. */
  dataset: string | null
  /** Of an answer. */
  model: string | null
}

class FlagWishes {
  /** Counts wishes: a page that is in view already takes the new one. */
  count = $state(0)
  #next: FlagWish | null = null

  set(source: FindSource, more: Partial<Omit<FlagWish, 'source'>> = {}): void {
    this.#next = { source, dataset: null, model: null, ...more }
    this.count++
  }

  take(): FlagWish | null {
    const wish = this.#next
    this.#next = null
    return wish
  }
}

export const flagWish = new FlagWishes()
