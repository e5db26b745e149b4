// The network as the window sees it: the switch, how many requests there were, and the list of them.
import type { Log } from '../base/log'
import type { ListedRequests, Place } from '../contract/network'
import { NetworkGate } from '../network/gate'
import { hubPlace, type HubEnvironment } from '../network/hubAccess'
import type { Store } from '../store/client'
import type { Changes } from './changes'
import type { SettingsKeeper } from './settings'

export class Network {
  readonly gate: NetworkGate
  /** Since this process opened the data folder. */
  #count = 0

  constructor(
    private readonly store: Store,
    private readonly settings: SettingsKeeper,
    private readonly changes: Changes,
    private readonly hub: HubEnvironment,
    log: Log
  ) {
    this.gate = new NetworkGate({
      isOn: async () => (await settings.get()).networkOn,
      records: {
        begin: async (request, comparisonId) => {
          await store.write.networkRequests.begin({ request, comparisonId })
          this.#count++
          changes.publish('requests')
        },
        end: async ({ id, place, bytesOut, bytesIn, status, outcome, durationMs }) => {
          const end = { id, place, bytesOut, bytesIn, status, outcome, durationMs }
          await store.write.networkRequests.end(end)
          this.changes.publish('requests')
        }
      },
      log
    })
    settings.listen(({ networkOn }) => {
      if (!networkOn) this.gate.shut()
    })
  }

  async state(): Promise<{ on: boolean; requests: number; hub: { host: string; place: Place } }> {
    const { networkOn: on } = await this.settings.get()
    return { on, requests: this.#count, hub: hubPlace(this.hub) }
  }

  /** Newest first; of those that would tell a blind question's models apart only where they went. */
  requests(input: { before: string | null; limit: number }): Promise<ListedRequests> {
    return this.store.read.networkRequests.list(input)
  }
}
