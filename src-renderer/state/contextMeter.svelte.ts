// How much of the model's context the conversation takes with the text being typed. Counted elsewhere,
// a moment after the last key, one count at a time: typing never waits for it.
import { promptLimitBytes, type ContextMeasure } from '../../src-main/contract/chat'
import { bytesAbove } from '../lib/textSize'
import { rpc } from '../rpc/client'

const countAfterMs = 300

/** Throws what failureOf understands. `continues`: what going on with the last answer would read. */
export function measureContext(
  id: string,
  text: string,
  continues = false
): Promise<ContextMeasure> {
  return rpc.chat.measure({ id, text, continues })
}

interface Wanted {
  id: string
  text: string
}

export class ContextMeter {
  /** null: not known (yet). */
  measure = $state.raw<ContextMeasure | null>(null)
  #wanted: Wanted | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #counting = false

  /** Counts soon; what was asked for before and not begun is dropped. */
  want(id: string | null, text: string): void {
    if (id !== this.#wanted?.id) this.measure = null
    this.#wanted = id === null ? null : { id, text }
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
      const wanted: Wanted = this.#wanted
      done = wanted
      const measure = await counted(wanted)
      if (this.#wanted?.id === wanted.id) this.measure = measure
    }
    this.#counting = false
  }
}

/** What cannot be counted is told when it is sent. */
async function counted({ id, text }: Wanted): Promise<ContextMeasure | null> {
  if (bytesAbove(text, promptLimitBytes) !== null) return null
  try {
    return await measureContext(id, text)
  } catch {
    return null
  }
}
