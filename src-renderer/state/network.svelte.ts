// The network as the database has it: how many requests there were, their list, and the servers.
import {
  remoteReference,
  type Endpoint,
  type ListedRequests,
  type NetworkRequest,
  type Place,
  type RemoteModel
} from '../../src-main/contract/network'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

const pageLength = 30
const longestList = 200

/** A model of a server that may take part in a comparison, under the name that an entry gives it. */
export type ChosenRemote = RemoteModel & { reference: string }
export type NewEndpoint = Parameters<typeof rpc.network.addEndpoint>[0]
export type EndpointChange = Parameters<typeof rpc.network.updateEndpoint>[0]

class NetworkState {
  /** Since the app was opened. */
  count = $state(0)
  /** Where models are downloaded from. */
  hub = $state.raw<{ host: string; place: Place }>({ host: 'huggingface.co', place: 'away' })
  requests = $state.raw<NetworkRequest[]>([])
  more = $state(false)
  /** Of blind questions that wait for their vote. */
  withheld = $state.raw<ListedRequests['withheld']>([])
  endpoints = $state.raw<Endpoint[]>([])
  loaded = $state(false)
  failure = $state<Failure | null>(null)

  readonly remotes = $derived(
    this.endpoints.flatMap(({ id, name, host, place, chosen }) =>
      chosen.map((model): ChosenRemote => ({
        ...{ endpointId: id, endpointName: name, model, host, place },
        reference: remoteReference(id, model)
      }))
    )
  )

  readonly load = coalesce(async () => {
    await this.#attempt(async () => {
      const limit = Math.min(longestList, Math.max(pageLength, this.requests.length))
      const [{ requests: count, hub }, { requests, more, withheld }] = await Promise.all([
        rpc.network.state(),
        rpc.network.requests({ limit })
      ])
      this.count = count
      this.hub = hub
      this.requests = requests
      this.more = more
      this.withheld = withheld
    })
  })

  readonly loadEndpoints = coalesce(async () => {
    await this.#attempt(async () => {
      this.endpoints = (await rpc.network.endpoints()).endpoints
      this.loaded = true
    })
  })

  start(): void {
    onChange('requests', () => void this.load())
    onChange('endpoints', () => void this.loadEndpoints())
  }

  find(reference: string): ChosenRemote | undefined {
    return this.remotes.find((it) => it.reference === reference)
  }

  async loadEarlier(): Promise<void> {
    await this.#attempt(async () => {
      const before = this.requests.at(-1)?.id ?? null
      const { requests, more } = await rpc.network.requests({ before, limit: pageLength })
      this.requests = [...this.requests, ...requests]
      this.more = more
    })
  }

  // These throw what failureOf understands: the form beside them says it.
  async add(endpoint: NewEndpoint): Promise<Endpoint> {
    return this.#put(await rpc.network.addEndpoint(endpoint))
  }
  async update(change: EndpointChange): Promise<Endpoint> {
    return this.#put(await rpc.network.updateEndpoint(change))
  }
  async listModels(id: string): Promise<Endpoint> {
    return this.#put(await rpc.network.listModels({ id }))
  }
  async remove(id: string): Promise<void> {
    await rpc.network.removeEndpoint({ id })
    await this.loadEndpoints()
  }
  async restore(id: string): Promise<void> {
    await rpc.network.restoreEndpoint({ id })
    await this.loadEndpoints()
  }

  #put(endpoint: Endpoint): Endpoint {
    const known = this.endpoints.some(({ id }) => id === endpoint.id)
    this.endpoints = known
      ? this.endpoints.map((other) => (other.id === endpoint.id ? endpoint : other))
      : [...this.endpoints, endpoint]
    return endpoint
  }

  async #attempt(run: () => Promise<void>): Promise<void> {
    try {
      await run()
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  }
}

export const network = new NetworkState()
