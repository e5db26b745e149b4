// Who may speak to the web host: the browser (cookie) or command line (bearer token) that knows the
// secret token, under this machine's own loopback address. A foreign Host is DNS rebinding, a foreign
// Origin is another site's page: both are refused before the token is looked at.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Refusal = 401 | 403

export interface Access {
  readonly token: string
  /** The cookie that carries the token; ports share cookies, so its name holds the port. */
  readonly cookieName: string
  /** The Host is this server's own address, and the Origin, when sent, is the same. */
  isOurs(request: IncomingMessage): boolean
  /** null: allowed. A `program` shows the token itself: the browser's cookie is not enough for it. */
  check(request: IncomingMessage, kind: 'page' | 'socket' | 'program'): Refusal | null
  /** True when the Host and Origin are ours and the address carries the right `token` parameter. */
  opensWithToken(request: IncomingMessage): boolean
}

export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/** @param port asked at each check, because it is known only once the server listens. */
export function createAccess(token: string, port: () => number): Access {
  const isToken = (candidate: string | undefined): boolean =>
    candidate !== undefined && timingSafeEqual(digest(candidate), digest(token))

  const isOurs = (request: IncomingMessage): boolean => {
    const host = request.headers.host?.toLowerCase()
    if (host !== `127.0.0.1:${port()}` && host !== `localhost:${port()}`) return false
    const origin = request.headers.origin
    return origin === undefined || origin.toLowerCase() === `http://${host}`
  }

  const cookieName = (): string => `lethe-${port()}`

  return {
    token,
    isOurs,
    get cookieName() {
      return cookieName()
    },
    check(request, kind) {
      if (!isOurs(request) || isFromAnotherPage(request)) return 403
      if (isToken(bearer(request))) return null
      if (kind === 'program' || !isToken(cookie(request, cookieName()))) return 401
      // Browsers always name the page a WebSocket comes from; one that does not is not trusted.
      return kind === 'socket' && request.headers.origin === undefined ? 403 : null
    },
    opensWithToken(request) {
      if (request.method !== 'GET' || !isOurs(request)) return false
      const query = request.url?.split('?', 2)[1]
      return isToken(new URLSearchParams(query).get('token') ?? undefined)
    }
  }
}

// What another site's page loads (images, scripts) names no Origin; browsers say so here instead.
// https://www.w3.org/TR/fetch-metadata/
function isFromAnotherPage(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site']
  const isOwn = site === undefined || site === 'same-origin' || site === 'none'
  return !isOwn && request.headers['sec-fetch-mode'] !== 'navigate'
}

// Equal lengths for timingSafeEqual, whatever was sent.
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer ([\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1]
}

function cookie(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name) return value
  }
  return undefined
}
