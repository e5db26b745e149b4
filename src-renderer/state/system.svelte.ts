// Facts about this machine and the app.
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'

type SystemInfo = Awaited<ReturnType<typeof rpc.system.info>>

class SystemState {
  info = $state.raw<SystemInfo | null>(null)
  failure = $state<Failure | null>(null)

  /** Files reach it from a browser, which cannot name them by their paths. */
  get takesUploads(): boolean {
    return this.info?.host === 'web' || this.info?.host === 'cli'
  }

  async load(): Promise<void> {
    try {
      this.info = await rpc.system.info()
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  }
}

export const system = new SystemState()
