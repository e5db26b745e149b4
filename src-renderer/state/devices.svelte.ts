// What this machine can compute on, and the test of it while it runs.
import type { DeviceList, DeviceProvider } from '../../src-main/contract/devices'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

class DevicesState {
  list = $state.raw<DeviceList | null>(null)
  /** What is being tested at this window's wish. */
  testing = $state.raw<{ provider: DeviceProvider; done: number; total: number } | null>(null)
  failure = $state<Failure | null>(null)
  #stop = new AbortController()

  readonly load = coalesce(async () => {
    try {
      this.list = await rpc.devices.list()
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  /** Follows what changes while it is shown; returns how to stop. */
  follow(): () => void {
    void this.load()
    return onChange('devices', () => void this.load())
  }

  async test(): Promise<void> {
    if (this.testing) return
    this.failure = null
    this.#stop = new AbortController()
    const { signal } = this.#stop
    this.testing = { provider: 'cpu', done: 0, total: 2 }
    try {
      for await (const event of await rpc.devices.test(undefined, { signal })) {
        if (event.type === 'done') this.list = event.list
        else this.testing = event
      }
    } catch (error) {
      if (!signal.aborted) this.failure = failureOf(error)
    } finally {
      this.testing = null
      void this.load()
    }
  }

  stop(): void {
    this.#stop.abort()
  }
}

export const devices = new DevicesState()
