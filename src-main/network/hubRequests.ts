// What is asked of the Hugging Face hub: the list of a model's files, and their bytes. Every redirect
// passes the gate like a request of its own; the token goes to the hub's own address and nowhere else.
import { LetheError, type HubFormProblem, type LineProblem } from '../base/errors'
import { hubReferenceOf } from '../contract/hub'
import { below, placeOf } from './address'
import { jsonOf, plainReason, textOf } from './answerText'
import type { IncomingAnswer, NetworkGate, OutgoingRequest } from './gate'
import { hubAccess, type HubAccess, type HubEnvironment } from './hubAccess'
import { readListing, type Checksum, type HubFile, type HubListing } from './hubListing'

export interface FilePart {
  startsAt: number // 0: whole, whatever was asked for
  body: AsyncIterable<Uint8Array>
  /** As the hub's answer gives it, where it does. */
  checksum: Checksum | null
}

type Headers = IncomingAnswer['headers']
type Asked = Pick<OutgoingRequest, 'url' | 'purpose' | 'headers' | 'silenceMs' | 'signal'>

const mostListingBytes = 8 * 2 ** 20
const mostReasonBytes = 16 * 2 ** 10
const mostRedirects = 5
const usualSilenceMs = 30_000

export class HubRequests {
  constructor(
    private readonly gate: NetworkGate,
    private readonly environment: HubEnvironment,
    private readonly silenceMs: number = usualSilenceMs
  ) {}

  /**
   * @param typed OWNER/NAME[@REVISION] or an address. Throws `hubNameMalformed`, `hubAddressRefused`,
   * `hubModelNotFound`, `hubRevisionNotFound`, `hubAccessRefused`, what readListing and the gate throw.
   */
  async list(typed: string, signal?: AbortSignal): Promise<HubListing> {
    const access = hubAccess(this.environment)
    const { host } = access.baseUrl
    const reference = hubReferenceOf(typed, host)
    if (typeof reference === 'string') {
      const named = typed.trim().slice(0, 200)
      throw new LetheError('hubNameMalformed', { name: named, problem: reference })
    }
    const { name, revision } = reference
    const path = `api/models/${name}/revision/${encodeURIComponent(revision)}`
    const url = below(access.baseUrl, path)
    url.searchParams.set('blobs', 'true') // with sizes and hashes
    const asked = { url, purpose: 'listFiles', headers: { accept: 'application/json' } } as const
    return this.#ask(access, { ...asked, silenceMs: this.silenceMs, signal }, async (answer) => {
      if (answer.status !== 200) throw await statusError(answer, access, { name, revision })
      return readListing(await textOf(answer.body, mostListingBytes, host), name, host)
    })
  }

  /**
   * The bytes of a file of the listed commit, from `fromByte` on where that can be had. Throws
   * `hubFileDiffers` for another size, `hubFailed`, `hubUnreachable`, what `read` throws.
   */
  async file<T>(
    { name, commit }: HubListing,
    file: HubFile,
    fromByte: number,
    read: (part: FilePart) => Promise<T>,
    signal?: AbortSignal
  ): Promise<T> {
    const access = hubAccess(this.environment)
    const path = `${name}/resolve/${commit}/${encodeURIComponent(file.name)}`
    const range: Record<string, string> = fromByte > 0 ? { range: `bytes=${fromByte}-` } : {}
    const url = below(access.baseUrl, path)
    const asked = { url, purpose: 'download', headers: range, silenceMs: this.silenceMs } as const
    return this.#ask(access, { ...asked, signal }, async (answer, at, own) => {
      const { status, headers, body } = answer
      if (status !== 200 && status !== 206) {
        // What another host refuses may be an address that ran out: the hub gives a new one.
        if (at.origin === access.baseUrl.origin) {
          throw await statusError(answer, access, { name, revision: commit })
        }
        throw new LetheError('hubFailed', { host: at.host, status })
      }
      const startsAt = status === 206 ? rangeStart(headers, fromByte, file, at.host) : 0
      const announced = headers['content-length']
      const announcedBytes = announced === undefined ? null : startsAt + Number(announced)
      if (status === 200 && announcedBytes !== null && announcedBytes !== file.sizeBytes) {
        throw sizeError(at.host, file, announcedBytes)
      }
      const checksum = checksumOf(own['x-linked-etag'] ?? own.etag)
      return read({ startsAt, body, checksum })
    })
  }

  /** @param read gets the answer, who gave it, and the headers of the hub's own answer */
  async #ask<T>(
    { baseUrl, token }: HubAccess,
    asked: Asked,
    read: (answer: IncomingAnswer, at: URL, own: Headers) => Promise<T>
  ): Promise<T> {
    let { url } = asked
    let own: Headers = {}
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const isOwn = url.origin === baseUrl.origin
      const authorization: Record<string, string> =
        isOwn && token !== '' ? { authorization: `Bearer ${token}` } : {}
      const request = {
        ...({ ...asked, url, method: 'GET' } as const),
        headers: { ...asked.headers, ...authorization }
      }
      const found = await this.gate
        .request<{ result: T } | { target: URL }>(request, async (answer) => {
          if (isOwn) own = { ...own, ...answer.headers }
          const target = hubRedirect(answer, url, baseUrl, asked.purpose === 'download')
          return target ? { target } : { result: await read(answer, url, own) }
        })
        .catch((error: unknown) => {
          throw inHubWords(error)
        })
      if ('result' in found) return found.result
      url = found.target
    }
    throw new LetheError('hubMalformed', { host: baseUrl.host, problem: 'redirects' })
  }
}

/** Worth another try a little later: the line broke, or whoever answered is busy or failed. */
export function isPassing(error: unknown, hubHost: string): boolean {
  if (!(error instanceof LetheError)) return false
  const { code, params } = error
  if (code === 'hubUnreachable') return params['problem'] !== 'certificate'
  if (code !== 'hubFailed') return false
  const status = Number(params['status'])
  return status >= 500 || status === 429 || status === 408 || params['host'] !== hubHost
}

export function sizeError(host: string, file: HubFile, gotBytes: number): LetheError {
  const sizes = { problem: 'size', expected: file.sizeBytes, got: gotBytes } as const
  return new LetheError('hubFileDiffers', { host, file: file.name, ...sizes })
}

/** Null: the answer is no redirect. Throws `hubMalformed` where it is not followed. */
export function hubRedirect(
  { status, headers }: Pick<IncomingAnswer, 'status' | 'headers'>,
  from: URL,
  base: URL,
  mayLeave: boolean
): URL | null {
  if (status < 300 || status > 399 || status === 304) return null
  const refused = (problem: HubFormProblem): LetheError =>
    new LetheError('hubMalformed', { host: from.host, problem })
  const { location } = headers
  if (location === undefined || !URL.canParse(location, from.href)) throw refused('redirects')
  const target = new URL(location, from.href)
  const isWeb = target.protocol === 'https:' || target.protocol === 'http:'
  if (!isWeb || target.username !== '' || target.password !== '') throw refused('redirects')
  if (from.protocol === 'https:' && target.protocol === 'http:') throw refused('insecure')
  // Nobody elsewhere has a say in what is asked of programs on this machine.
  if (placeOf(target) === 'machine' && placeOf(base) === 'away') throw refused('inward')
  if (!mayLeave && target.origin !== base.origin) throw refused('redirects')
  return target
}

function rangeStart(headers: Headers, asked: number, file: HubFile, host: string): number {
  const [, start, total = '*'] =
    /^bytes (\d+)-\d+\/(\d+|\*)$/i.exec(headers['content-range'] ?? '') ?? []
  if (start === undefined || Number(start) !== asked) {
    throw new LetheError('hubMalformed', { host, problem: 'range' })
  }
  if (total !== '*' && Number(total) !== file.sizeBytes) throw sizeError(host, file, Number(total))
  return asked
}

function checksumOf(tag: string | string[] | undefined): Checksum | null {
  const hex = String(tag ?? '')
    .replace(/^W\//, '')
    .replaceAll('"', '')
    .toLowerCase()
  if (/^[0-9a-f]{64}$/.test(hex)) return { type: 'sha256', hex }
  return /^[0-9a-f]{40}$/.test(hex) ? { type: 'gitSha1', hex } : null
}

/**
 * The hub names what is wrong in headers. Without a token it answers 401 for what is not there too, so
 * that nobody learns which private models exist.
 */
async function statusError(
  answer: IncomingAnswer,
  { baseUrl, token }: HubAccess,
  { name: model, revision }: { name: string; revision: string }
): Promise<LetheError> {
  const { host } = baseUrl
  const { status, headers } = answer
  const code = headers['x-error-code']
  if (code === 'RevisionNotFound')
    return new LetheError('hubRevisionNotFound', { host, model, revision })
  const isAccess = status === 401 || status === 403
  const isGated = code === 'GatedRepo'
  const isAbsent = code === 'RepoNotFound' || (status === 401 && token === '') || status === 404
  if (isAbsent && !isGated && code !== 'EntryNotFound')
    return new LetheError('hubModelNotFound', { host, model })
  if (isAccess || isGated) {
    const sent = { token: token === '' ? 'none' : 'sent' } as const
    return new LetheError('hubAccessRefused', { host, model, status, ...sent })
  }
  const text = await textOf(answer.body, mostReasonBytes, host).catch(() => '')
  return new LetheError('hubFailed', { host, status, ...plainReason(jsonOf(text), token) })
}

/** The gate speaks of servers in general; here it is the hub, and nothing was typed or answered. */
function inHubWords(error: unknown): unknown {
  if (!(error instanceof LetheError)) return error
  const data = error.toJSON()
  const said = (host: string, problem: LineProblem): LetheError =>
    new LetheError('hubUnreachable', { host, problem }, { cause: error })
  switch (data.code) {
    case 'hostUnreachable':
      return said(data.params.host, data.params.problem)
    case 'remoteTimeout':
      return said(data.params.host, 'silent')
    case 'remoteBroke':
      return said(data.params.host, 'broke')
    case 'remoteMalformed': {
      const { host } = data.params
      const problem = data.params.problem === 'tooLong' ? 'tooLong' : 'notHttp'
      return new LetheError('hubMalformed', { host, problem })
    }
    default:
      return error
  }
}
