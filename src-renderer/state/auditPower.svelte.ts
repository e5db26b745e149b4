// What a suite can show before any model is asked; another choice ends the asking before.
import type { AuditPower, SuiteChoice } from '../../src-main/contract/bias'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'

/** While one types. */
const settleMs = 250

export class PowerState {
  power = $state.raw<AuditPower | null>(null)
  failure = $state.raw<Failure | null>(null)
  asking = $state(false)
  #current: AbortController | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Null: nothing can be asked about yet. */
  ask(choice: SuiteChoice | null): void {
    this.stop()
    this.power = this.failure = null
    this.asking = choice !== null
    if (choice) this.#timer = setTimeout(() => void this.#ask(choice), settleMs)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#current?.abort()
    this.#current = null
  }

  async #ask(choice: SuiteChoice): Promise<void> {
    const mine = new AbortController()
    this.#current = mine
    try {
      const power = await rpc.bias.power(choice, { signal: mine.signal })
      if (mine.signal.aborted) return
      this.power = power
    } catch (error) {
      if (mine.signal.aborted) return
      this.failure = failureOf(error)
    }
    this.asking = false
  }
}
