// Ways of holding the weights of one model, and the measurement of what rounding costs.
import type { MeasureWeightsEvent, WeightChoice } from '../../src-main/contract/models'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'

export class WeightChoicesState {
  choices = $state.raw<WeightChoice[]>([])
  failure = $state<Failure | null>(null)
  progress = $state.raw<Extract<MeasureWeightsEvent, { type: 'progress' }> | null>(null)
  measuring = $state(false)
  readonly #modelId: string
  #stop = new AbortController()
  #closed = new AbortController()

  constructor(modelId: string) {
    this.#modelId = modelId
  }

  async load(): Promise<void> {
    try {
      const { signal } = this.#closed
      this.choices = (await rpc.models.weights({ model: this.#modelId }, { signal })).choices
    } catch (error) {
      if (!this.#closed.signal.aborted) this.failure = failureOf(error)
    }
  }

  /** null: the text that comes with the app. */
  async measure(text: string | null): Promise<void> {
    if (this.measuring) return
    this.measuring = true
    this.failure = null
    this.#stop = new AbortController()
    const signal = AbortSignal.any([this.#stop.signal, this.#closed.signal])
    let done = false
    try {
      const events = await rpc.models.measureWeights({ model: this.#modelId, text }, { signal })
      for await (const event of events) {
        if (event.type === 'progress') {
          this.progress = event
        } else {
          this.choices = event.choices
          done = true
        }
      }
    } catch (error) {
      if (!signal.aborted) this.failure = failureOf(error)
    }
    this.measuring = false
    this.progress = null
    // Files that were not there before may have been made before it ended.
    if (!done && !this.#closed.signal.aborted) await this.load()
  }

  cancel(): void {
    this.#stop.abort()
  }

  close(): void {
    this.#closed.abort()
  }
}
