// A Hugging Face hub on the loopback address: the list of a model's files, addresses of files that
// lead to a second server where the big ones lie, and whatever a test makes of both.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { listeningServer, type LocalServer } from './localServer'

export interface HubListingShape {
  id: string
  sha: string
  siblings: {
    rfilename: string
    size?: number
    blobId?: string
    lfs?: { sha256: string; size: number }
  }[]
}

export interface HubBehaviour {
  /** OWNER/NAME and the folder it is served from. */
  models: Record<string, string>
  /** Only with this token; the answer without it. */
  token?: string
  refusal?: { status: number; code?: string; reason?: string }
  /** What is sent for a list instead of the true one. */
  listing?(listing: HubListingShape): unknown
  /** Bytes of a file as they are sent. */
  bytes?(name: string, bytes: Buffer): Buffer
  /** True: it answered itself. `start` is where the range that was asked for begins. */
  answer?(
    name: string,
    start: number,
    response: ServerResponse,
    bytes: Buffer,
    request: IncomingMessage
  ): boolean
  /** Where the big files are said to lie. Usual: on the second server. */
  location?(name: string): string
}

export interface HubServer {
  readonly url: string
  readonly host: string
  readonly hub: LocalServer
  readonly store: LocalServer // where the big files lie
  readonly behaviour: HubBehaviour
  close(): Promise<void>
}

export const hubCommit = 'c0ffee00'.repeat(5)
const bigFiles = /\.(safetensors|model)$|^tokenizer\.json$/

export async function hubServer(behaviour: HubBehaviour): Promise<HubServer> {
  const store = await listeningServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://store')
    const [, owner = '', name = '', ...rest] = pathname.split('/')
    send(behaviour, `${owner}/${name}`, rest.join('/'), request, response, {})
  })
  const hub = await listeningServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://hub')
    const { token, refusal } = behaviour
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`) {
      const { status, code, reason = 'Access denied' } = refusal ?? { status: 401 }
      const headers = code === undefined ? {} : { 'x-error-code': code }
      response.writeHead(status, headers).end(JSON.stringify({ error: reason }))
      return
    }
    const listed = /^\/api\/models\/([^/]+\/[^/]+)\/revision\/([^/]+)$/.exec(pathname)
    if (listed) return list(behaviour, listed[1] ?? '', listed[2] ?? '', response)
    const [, model = '', commit, file = ''] =
      /^\/([^/]+\/[^/]+)\/resolve\/([^/]+)\/(.+)$/.exec(pathname) ?? []
    if (commit !== hubCommit) return void response.writeHead(404).end()
    const bytes = contentOf(behaviour, model, file)
    if (!bytes) {
      return void response.writeHead(404, { 'x-error-code': 'EntryNotFound' }).end()
    }
    if (!bigFiles.test(file)) {
      return send(behaviour, model, file, request, response, { etag: `"${gitSha1(bytes)}"` })
    }
    const usual = `${new URL(store.url).origin}/${model}/${file}?Signature=secret`
    response
      .writeHead(302, {
        location: behaviour.location?.(file) ?? usual,
        'x-linked-etag': `"${sha256(bytes)}"`,
        'x-linked-size': String(bytes.length),
        'x-repo-commit': hubCommit
      })
      .end()
  })
  const { origin: url, host } = new URL(hub.url)
  const close = async (): Promise<void> => {
    await hub.close()
    await store.close()
  }
  return { url, host, hub, store, behaviour, close }
}

/** Closed after the test that asks for it. */
export async function localHub(behaviour: HubBehaviour): Promise<HubServer> {
  const { onTestFinished } = await import('vitest')
  const server = await hubServer(behaviour)
  onTestFinished(server.close)
  return server
}

function list(
  { models, listing }: HubBehaviour,
  model: string,
  revision: string,
  response: ServerResponse
): void {
  const folder = models[model]
  const missing = folder === undefined ? 'RepoNotFound' : 'RevisionNotFound'
  if (folder === undefined || (revision !== 'main' && revision !== hubCommit)) {
    response.writeHead(404, { 'x-error-code': missing }).end(JSON.stringify({ error: missing }))
    return
  }
  const siblings = readdirSync(folder).map((rfilename) => {
    const bytes = readFileSync(join(folder, rfilename))
    const size = bytes.length
    const blobId = gitSha1(bytes)
    return bigFiles.test(rfilename)
      ? { rfilename, size, blobId, lfs: { sha256: sha256(bytes), size, pointerSize: 134 } }
      : { rfilename, size, blobId }
  })
  const whole = { id: model, modelId: model, sha: hubCommit, private: false, siblings }
  const sent = listing ? listing(whole) : whole
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(typeof sent === 'string' ? sent : JSON.stringify(sent))
}

function send(
  behaviour: HubBehaviour,
  model: string,
  file: string,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Record<string, string>
): void {
  const stored = contentOf(behaviour, model, file)
  if (!stored) return void response.writeHead(404).end()
  const bytes = behaviour.bytes?.(file, stored) ?? stored
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  if (behaviour.answer?.(file, start, response, bytes, request)) return
  const part = bytes.subarray(start)
  const length = { 'content-length': String(part.length) }
  if (start === 0) return void response.writeHead(200, { ...headers, ...length }).end(part)
  const range = `bytes ${start}-${bytes.length - 1}/${bytes.length}`
  response.writeHead(206, { ...headers, ...length, 'content-range': range }).end(part)
}

function contentOf({ models }: HubBehaviour, model: string, file: string): Buffer | null {
  const folder = models[model]
  const name = decodeURIComponent(file)
  if (folder === undefined || !readdirSync(folder).includes(name)) return null
  return readFileSync(join(folder, name))
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const gitSha1 = (bytes: Buffer): string =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
