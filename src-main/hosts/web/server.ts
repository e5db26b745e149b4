// The web host's server: the built window, uploads and the RPC socket, on the loopback address only.
// Access is checked in front of everything else, the framework included.
import { createReadStream } from 'node:fs'
import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline, Transform, type Duplex, type Readable } from 'node:stream'
import fastify, { type FastifyInstance } from 'fastify'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import { asLetheError, LetheError } from '../../base/errors'
import { cleanPath, findRendererFile, listRendererFiles } from '../rendererFiles'
import { securityHeaders } from '../securityHeaders'
import { createAccess, type Access, type Refusal } from './access'
import { refusalError, unknownAddress } from './api/errors'
import { sendError } from './api/eventStream'
import { apiPath } from './api/routes'
import { refusalPage } from './refusalPage'

const loopback = '127.0.0.1'
export const defaultPort = 4580
export const socketPath = '/rpc'

/** A 10 MB prompt must still reach its typed refusal; more than this ends the connection. */
const maxMessageBytes = 64 * 2 ** 20
const defaultUploadLimitBytes = 64 * 2 ** 30

export interface WebServerOptions {
  /** null: the default port, or any free one when that is taken. 0: any free one. */
  port: number | null
  token: string
  rendererFolder: string
  onSocket(socket: WebSocket): void
  uploadLimitBytes?: number // of one file; 64 GiB
  receiveUpload(upload: { id: string; name: string }, body: Readable): Promise<void>
  /** Adds what programs ask, below /v1. */
  addApi?: (app: FastifyInstance) => void
}

export interface WebServer {
  port: number
  url: string // with the token
  close(): Promise<void>
}

/** Starts listening. Throws LetheError `invalidInput` when the asked port is taken or not allowed. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  let server!: Server
  const port = (): number => (server.address() as AddressInfo | null)?.port ?? 0
  const access = createAccess(options.token, port)
  const files = listRendererFiles(options.rendererFolder)

  const app = fastify({
    forceCloseConnections: true,
    requestTimeout: 0, // an upload may take long
    serverFactory(handle) {
      server = createServer({ requestTimeout: 0 }, (request, response) => {
        if (admit(request, response, access)) handle(request, response)
      })
      return server
    }
  })

  options.addApi?.(app)
  app.get('/*', (request, reply) => {
    const path = cleanPath(request.raw.url ?? '') ?? '/..'
    const file = findRendererFile(files, path)
    if (!file) return reply.code(404).type('text/plain; charset=utf-8').send('Not found\n')
    return reply
      .header(
        'Cache-Control',
        path.startsWith('/assets/') ? 'private, max-age=31536000' : 'no-store'
      )
      .header('Content-Length', file.sizeBytes)
      .type(file.mediaType)
      .send(createReadStream(file.path))
  })

  const uploadQuery = z.object({
    id: z.string().min(1).max(200),
    name: z.string().min(1).max(1000)
  })
  const uploadLimitBytes = options.uploadLimitBytes ?? defaultUploadLimitBytes
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, body, done) => done(null, body)) // never held in memory
  app.post('/upload', async (request, reply) => {
    const query = uploadQuery.safeParse(request.query)
    try {
      if (!query.success) {
        const reason = { code: 'idAndNameNeeded' } as const
        throw new LetheError('invalidInput', { field: 'upload', reason })
      }
      await options.receiveUpload(query.data, limited(request.raw, uploadLimitBytes))
      return await reply.send({})
    } catch (error) {
      // What is left of the body is not read: the connection ends with the answer.
      return reply.code(422).header('Connection', 'close').send(asLetheError(error).toJSON())
    }
  })

  const sockets = acceptSockets(server, access, options.onSocket)
  await listen(options.port, (wanted) => app.listen({ host: loopback, port: wanted }))

  return {
    port: port(),
    url: `http://${loopback}:${port()}/?token=${options.token}`,
    async close() {
      for (const socket of sockets.clients) socket.close(1001)
      await app.close()
      for (const socket of sockets.clients) socket.terminate()
    }
  }
}

async function listen(
  asked: number | null,
  start: (port: number) => Promise<unknown>
): Promise<void> {
  try {
    await start(asked ?? defaultPort)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (asked === null && code === 'EADDRINUSE') {
      await start(0)
    } else if (code === 'EADDRINUSE' || code === 'EACCES') {
      const reason = { code: code === 'EACCES' ? 'portNotAllowed' : 'portTaken' } as const
      const params = { field: 'option', name: `--port ${asked}`, reason } as const
      throw new LetheError('invalidInput', params, { cause: error })
    } else {
      throw error
    }
  }
}

/** Answers what is refused, and the page request that trades the token for a cookie. */
function admit(request: IncomingMessage, response: ServerResponse, access: Access): boolean {
  const sockets = access.isOurs(request) ? [`ws://${request.headers.host}`] : []
  for (const [name, value] of Object.entries(securityHeaders(sockets))) {
    response.setHeader(name, value)
  }
  if (isForApi(request.url ?? '')) return admitProgram(request, response, access)
  if (access.opensWithToken(request)) {
    response.setHeader(
      'Set-Cookie',
      `${access.cookieName}=${access.token}; Path=/; HttpOnly; SameSite=Strict`
    )
    response.setHeader('Cache-Control', 'no-store')
    response.writeHead(303, { Location: '/' }).end()
    return false
  }
  const refusal = access.check(request, 'page')
  if (refusal) {
    response.writeHead(refusal, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      Connection: 'close'
    })
    response.end(refusalPage(refusal))
    return false
  }
  if (cleanPath(request.url ?? '') === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n')
    return false
  }
  return true
}

/** Malformed addresses are looked at as they stand. */
function isForApi(target: string): boolean {
  const path = cleanPath(target) ?? target
  return path === apiPath || path.startsWith(`${apiPath}/`)
}

/** Refusals in the words of the API. */
function admitProgram(request: IncomingMessage, response: ServerResponse, access: Access): boolean {
  const { method = '', url = '' } = request
  const refusal = access.check(request, 'program')
  if (refusal === null && cleanPath(url) !== null) return true
  response.setHeader('Connection', 'close') // a body that nobody reads
  sendError(response, refusal ? refusalError(refusal) : unknownAddress(method, url))
  return false
}

function acceptSockets(
  server: Server,
  access: Access,
  onSocket: (socket: WebSocket) => void
): WebSocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false
  })
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const refusal = access.check(request, 'socket')
    if (refusal) return refuseSocket(stream, refusal)
    if (cleanPath(request.url ?? '') !== socketPath) return refuseSocket(stream, 404)
    sockets.handleUpgrade(request, stream, head, (socket) => {
      // An oversized or malformed message closes the connection with its code; nothing else to do.
      socket.on('error', () => socket.terminate())
      onSocket(socket)
    })
  })
  return sockets
}

function refuseSocket(stream: Duplex, status: Refusal | 404): void {
  stream.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
  )
}

/** Passes the body on, and fails once it is longer than allowed, whatever its header promised. */
function limited(body: IncomingMessage, limitBytes: number): Readable {
  const tooLarge = (): LetheError =>
    new LetheError('invalidInput', { field: 'upload', reason: { code: 'largerThan', limitBytes } })
  if (Number(body.headers['content-length']) > limitBytes) throw tooLarge()
  let receivedBytes = 0
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      receivedBytes += chunk.length
      if (receivedBytes <= limitBytes) done(null, chunk)
      else done(tooLarge())
    }
  })
  // Errors of either end reach the reader of `limit`.
  pipeline(body, limit, () => {})
  return limit
}
