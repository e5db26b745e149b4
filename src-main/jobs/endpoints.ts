// Endpoints a person added: OpenAI-compatible servers, here or elsewhere, whose models take part in
// comparisons. Keys go in and are never given out again.
import { LetheError } from '../base/errors'
import { newId } from '../base/ids'
import { nearestName } from '../base/nearest'
import { remotePrefix, remoteReference, type Endpoint, type RemoteModel } from '../contract/network'
import { endpointUrl, placeOf } from '../network/address'
import type { EndpointAccess, EndpointRequests } from '../network/endpointRequests'
import type { Store } from '../store/client'
import type { EndpointChanges, StoredEndpoint } from '../store/endpoints'
import type { Changes } from './changes'

export interface NewEndpoint {
  name: string
  baseUrl: string
  key: string
  takesMore: boolean
}

export class Endpoints {
  constructor(
    private readonly store: Store,
    private readonly requests: EndpointRequests,
    private readonly changes: Changes
  ) {}

  async list(): Promise<Endpoint[]> {
    return (await this.store.read.endpoints.list()).map(shown)
  }

  /** Throws `addressRefused`, `nameTaken`. */
  async add({ name, baseUrl, key, takesMore }: NewEndpoint): Promise<Endpoint> {
    const endpoint = {
      ...{ id: newId(), name, baseUrl: endpointUrl(baseUrl).href, takesMore },
      ...{ listed: [], chosen: [], createdAt: Date.now(), removedAt: null }
    }
    return this.#told(await this.store.write.endpoints.add({ endpoint, key }))
  }

  /** Throws `notFound`, `addressRefused`, `nameTaken`. */
  async update({ id, ...asked }: { id: string } & EndpointChanges): Promise<Endpoint> {
    const before = await this.store.read.endpoints.get(id)
    const changes: EndpointChanges = { ...asked }
    if (asked.baseUrl !== undefined) {
      const url = endpointUrl(asked.baseUrl)
      changes.baseUrl = url.href
      // A key is for whom it was given: another host does not get it unasked.
      if (url.origin !== new URL(before.baseUrl).origin) changes.key ??= ''
    }
    const endpoint = await this.store.write.endpoints.update({ id, changes })
    if (before.hasKey && changes.key !== undefined) await this.store.scrub()
    return this.#told(endpoint)
  }

  async remove(id: string): Promise<Endpoint> {
    return this.#told(await this.store.write.endpoints.setRemoved({ id, removedAt: Date.now() }))
  }

  async restore(id: string): Promise<Endpoint> {
    return this.#told(await this.store.write.endpoints.setRemoved({ id, removedAt: null }))
  }

  /** Asks which models there are. Models that were chosen and are gone stay chosen: they may come back. */
  async listModels(id: string, signal?: AbortSignal): Promise<Endpoint> {
    const listed = await this.requests.listModels(await this.access(id), signal)
    return this.#told(await this.store.write.endpoints.update({ id, changes: { listed } }))
  }

  /** Throws `notFound` for one that was removed. */
  async access(id: string): Promise<EndpointAccess> {
    const { baseUrl, takesMore, removedAt } = await this.store.read.endpoints.get(id)
    if (removedAt !== null) throw new LetheError('notFound', { kind: 'endpoint', id })
    const key = await this.store.read.endpoints.key(id)
    return { baseUrl: new URL(baseUrl), key, takesMore }
  }

  /** @param wanted remote:ENDPOINT/MODEL, the endpoint by id or name. Throws `modelNotFound`. */
  async find(wanted: string): Promise<RemoteModel> {
    const path = wanted.slice(remotePrefix.length)
    const slash = path.indexOf('/')
    const [named, model] = slash < 0 ? [path, ''] : [path.slice(0, slash), path.slice(slash + 1)]
    const endpoints = await this.list()
    const lower = named.toLocaleLowerCase()
    const endpoint =
      endpoints.find(({ id }) => id === named) ??
      endpoints.find(({ name }) => name.toLocaleLowerCase() === lower)
    if (endpoint && model !== '') {
      const { id: endpointId, name: endpointName, host, place } = endpoint
      return { endpointId, endpointName, model, host, place }
    }
    const known = (endpoint ? [endpoint] : endpoints).flatMap(({ name, listed, chosen }) =>
      [...new Set([...listed, ...chosen])].map((it) => remoteReference(name, it))
    )
    const nearest = nearestName(wanted, known)
    throw new LetheError('modelNotFound', { model: wanted, ...(nearest ? { nearest } : {}) })
  }

  #told(endpoint: StoredEndpoint): Endpoint {
    this.changes.publish('endpoints', endpoint.id)
    return shown(endpoint)
  }
}

function shown({ removedAt: _removedAt, ...endpoint }: StoredEndpoint): Endpoint {
  const url = new URL(endpoint.baseUrl)
  return { ...endpoint, host: url.host, place: placeOf(url) }
}
