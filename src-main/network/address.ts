// Where an address leads: to a program on this machine or away from it, told without asking anybody.
import { BlockList, isIP } from 'node:net'
import { LetheError, type AddressProblem } from '../base/errors'
import type { Place } from '../contract/network'

// RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3.
const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** @param address a numeric one; IPv4 inside IPv6 counts as what it holds */
export function isLoopback(address: string): boolean {
  const version = isIP(address)
  return version !== 0 && loopback.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** By the name alone: a name that would have to be looked up counts as away. */
export function placeOf(url: URL): Place {
  const name = hostnameOf(url)
  return isLocalName(name) || isLoopback(name) ? 'machine' : 'away'
}

/** Names that never leave this machine (RFC 6761 section 6.3). */
export function isLocalName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost')
}

/** Without the brackets of IPv6. */
export function hostnameOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1')
}

/** The base of an endpoint in its one form. Throws `addressRefused`. */
export function endpointUrl(typed: string): URL {
  const refused = (problem: AddressProblem, address: string): LetheError =>
    new LetheError('addressRefused', { address, problem })
  if (!URL.canParse(typed)) throw refused('malformed', typed)
  const url = new URL(typed)
  // What was typed may hold a password: only its harmless part is repeated.
  const shown = url.host === '' ? url.protocol : `${url.protocol}//${url.host}${url.pathname}`
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused('scheme', shown)
  if (url.username !== '' || url.password !== '') throw refused('credentials', shown)
  if (url.search !== '' || url.hash !== '') throw refused('query', shown)
  url.pathname = url.pathname.replace(/\/+$/, '')
  return url
}

/** A path below a base: `models` below `http://host/v1` is `http://host/v1/models`. */
export function below(base: URL, path: string): URL {
  const url = new URL(base)
  url.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`
  return url
}
