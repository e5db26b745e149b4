// Two audits by one suite, beside each other.
import type { AuditComparison } from '../../src-main/contract/bias'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'

interface ComparedAudits {
  before: string
  after: string
  /** Audits of models made like the one after, with other seeds. */
  seeds: string[]
  /** Of 0…1. */
  margin: number
}

export class OpenComparison {
  found = $state.raw<AuditComparison | null>(null)
  failure = $state.raw<Failure | null>(null)
  asking = $state(false)
  #asked = 0

  async ask(wanted: ComparedAudits): Promise<void> {
    const mine = ++this.#asked
    this.asking = true
    try {
      const { comparison } = await rpc.bias.compare(wanted)
      if (mine !== this.#asked) return
      this.found = comparison
      this.failure = null
    } catch (error) {
      if (mine !== this.#asked) return
      this.found = null
      this.failure = failureOf(error)
    }
    this.asking = false
  }
}
