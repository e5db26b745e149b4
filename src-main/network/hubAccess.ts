// Where the hub is and who asks there, by the environment that its own tools use: HF_ENDPOINT, HF_TOKEN.
import { LetheError } from '../base/errors'
import type { Place } from '../contract/network'
import { endpointUrl, placeOf } from './address'

export interface HubEnvironment {
  endpoint?: string | undefined // HF_ENDPOINT
  token?: string | undefined // HF_TOKEN
}

export interface HubAccess {
  baseUrl: URL
  token: string // '': none
}

const usualEndpoint = 'https://huggingface.co'

/** Throws `hubAddressRefused`, `invalidInput` for a token that no header can hold. */
export function hubAccess({ endpoint = '', token = '' }: HubEnvironment): HubAccess {
  const key = token.trim()
  if (!/^[\x21-\x7e]*$/.test(key)) {
    const reason = { code: 'spacesOrOtherSigns' } as const
    throw new LetheError('invalidInput', { field: 'value', name: 'HF_TOKEN', reason })
  }
  try {
    return { baseUrl: endpointUrl(endpoint.trim() || usualEndpoint), token: key }
  } catch (error) {
    const data = error instanceof LetheError ? error.toJSON() : null
    throw data?.code === 'addressRefused' ? new LetheError('hubAddressRefused', data.params) : error
  }
}

/** For the window, before anything is asked; an address that cannot be used is shown as it is. */
export function hubPlace(environment: HubEnvironment): { host: string; place: Place } {
  try {
    const { baseUrl } = hubAccess({ endpoint: environment.endpoint })
    return { host: baseUrl.host, place: placeOf(baseUrl) }
  } catch (error) {
    const data = error instanceof LetheError ? error.toJSON() : null
    const address = data?.code === 'hubAddressRefused' ? data.params.address : ''
    return { host: address, place: 'away' }
  }
}
