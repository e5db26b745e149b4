// How much of the model's context the conversation takes with the text being typed.
import { promptLimitBytes, type ContextMeasure } from '../../src-main/contract/chat'
import { bytesAbove } from '../lib/textSize'
import { rpc } from '../rpc/client'
import { LatestCount } from './latestCount'

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
  readonly #latest = new LatestCount(counted, (measure, of, wanted) => {
    if (wanted.id === of.id) this.measure = measure
  })

  /** Counts soon; what was asked for before and not begun is dropped. */
  want(id: string | null, text: string): void {
    if (id !== this.#latest.wanted?.id) this.measure = null
    this.#latest.want(id === null ? null : { id, text })
  }

  close(): void {
    this.#latest.close()
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
