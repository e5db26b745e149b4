// What was read of the last prompt, for the next one that begins alike: a conversation's turns are not
// read again with every question. Only whole chunks are kept, read as they would be read again: an
// answer is the same, bit by bit, whatever was asked before.
import { sameAngles } from '../nn/positions'
import type { CausalRunner } from './causalRunner'
import type { KeyValueCache } from './keyValueCache'

interface Read {
  readonly cache: KeyValueCache
  /** Of the prompt as it was read, the first cache.length at least in part. */
  readonly ids: readonly number[]
}

export class PromptMemory {
  readonly #runner: CausalRunner
  #last: Read | null = null

  constructor(runner: CausalRunner) {
    this.#runner = runner
  }

  /**
   * A cache with what is remembered of this prompt: all but its last id at most, which has to be read
   * for its logits. It is the caller's until `keep`.
   */
  take(ids: readonly number[]): KeyValueCache {
    const last = this.#last
    this.#last = null
    if (last) {
      const { shape, chunkTokens } = this.#runner
      const { rope } = shape
      const alike = Math.min(shared(last.ids, ids), ids.length - 1, last.cache.length)
      const rows = Math.floor(alike / chunkTokens) * chunkTokens
      if (rows > 0 && sameAngles(rope, last.ids.length, ids.length) && last.cache.cutTo(rows))
        return last.cache
      last.cache.dispose()
    }
    return this.#runner.newCache()
  }

  /** @param ids the prompt that was read into the cache, from its first row on */
  keep(cache: KeyValueCache, ids: readonly number[]): void {
    this.forget()
    this.#last = { cache, ids }
  }

  forget(): void {
    this.#last?.cache.dispose()
    this.#last = null
  }
}

/** How many ids both begin with. */
function shared(a: readonly number[], b: readonly number[]): number {
  const different = a.findIndex((id, place) => id !== b[place])
  return different < 0 ? a.length : different
}
