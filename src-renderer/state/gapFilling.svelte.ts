// What a masked model puts into the gaps of a text.
import type { FillResult } from '../../src-main/contract/inference'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'

/** Shown for each gap. */
const candidates = 5

export class GapFilling {
  result = $state.raw<FillResult | null>(null)
  failure = $state<Failure | null>(null)
  working = $state(false)
  #stop = new AbortController()

  async fill(model: string, text: string): Promise<void> {
    this.#stop.abort()
    const stop = new AbortController()
    this.#stop = stop
    this.working = true
    this.failure = null
    try {
      const result = await rpc.inference.fillGaps(
        { model, text, top: candidates },
        { signal: stop.signal }
      )
      if (this.#stop === stop) this.result = result
    } catch (error) {
      if (stop.signal.aborted) return
      this.result = null
      this.failure = failureOf(error)
    } finally {
      if (this.#stop === stop) this.working = false
    }
  }

  cancel(): void {
    this.#stop.abort()
    this.working = false
  }
}
