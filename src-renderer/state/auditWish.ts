// How an audit is to be asked that another page wants: the same once more, of another model.
import type { SuiteChoice } from '../../src-main/contract/bias'

export interface AuditWish {
  choice: SuiteChoice
  /** The audit that the new one is compared with. */
  before: string
}

class AuditWishes {
  #next: AuditWish | null = null

  set(wish: AuditWish): void {
    this.#next = wish
  }

  take(): AuditWish | null {
    const wish = this.#next
    this.#next = null
    return wish
  }
}

export const auditWish = new AuditWishes()
