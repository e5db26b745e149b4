// What a run would take, for the choice on the page; a newer choice ends the asking for the older.
import type { TrainingEstimate } from '../../src-main/contract/training'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import type { RunChoice } from './runs.svelte'

const quietMs = 400

export class EstimateState {
  estimate = $state.raw<TrainingEstimate | null>(null)
  stage = $state<'reading' | 'measuring' | null>(null)
  failure = $state<Failure | null>(null)
  #abort: AbortController | null = null

  /** `measure`: some steps are computed and thrown away, so that the time is known. */
  ask(choice: RunChoice, measure: boolean): void {
    this.stop()
    const abort = new AbortController()
    this.#abort = abort
    setTimeout(() => {
      if (!abort.signal.aborted) void this.#follow(choice, measure, abort.signal)
    }, quietMs)
  }

  stop(): void {
    this.#abort?.abort()
    this.#abort = null
    this.stage = null
  }

  async #follow(choice: RunChoice, measure: boolean, signal: AbortSignal): Promise<void> {
    this.stage = 'reading'
    try {
      const events = await rpc.training.estimate({ ...choice, measure }, { signal })
      for await (const event of events) {
        if (signal.aborted) return
        if (event.type === 'progress') this.stage = event.stage
        else this.estimate = event.estimate
      }
      this.failure = null
    } catch (error) {
      if (signal.aborted) return
      this.estimate = null
      this.failure = failureOf(error)
    }
    if (!signal.aborted) this.stage = null
  }
}
