// Runs what may fail, and keeps why it did for the panel beside it.
import { failureOf, type Failure } from './failure'

export class Attempts {
  failure = $state<Failure | null>(null)

  /** Whether it went well. */
  async attempt(run: () => Promise<unknown>): Promise<boolean> {
    try {
      await run()
      this.failure = null
      return true
    } catch (error) {
      this.failure = failureOf(error)
      return false
    }
  }
}
