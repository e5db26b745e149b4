// A small HTTP server on the loopback address that does what a test says.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LocalServer {
  readonly url: URL // http://127.0.0.1:PORT/v1
  readonly requests: { method: string; path: string; headers: IncomingMessage['headers'] }[]
  /** Lines that are open now. */
  lines(): Promise<number>
  close(): Promise<void>
}

type Handle = (request: IncomingMessage, response: ServerResponse, body: string) => void

export async function listeningServer(handle: Handle): Promise<LocalServer> {
  const requests: LocalServer['requests'] = []
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request
    requests.push({ method, path, headers })
    let body = ''
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece))
    request.on('end', () => handle(request, response, body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`),
    requests,
    lines: () => new Promise((resolve) => server.getConnections((_error, count) => resolve(count))),
    close
  }
}

/** Closed after the test that asks for it. */
export async function localServer(handle: Handle): Promise<LocalServer> {
  const { onTestFinished } = await import('vitest')
  const server = await listeningServer(handle)
  onTestFinished(server.close)
  return server
}

/** One event of a streamed answer. */
export const answerEvent = (content: string, more: object = {}): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: null }], ...more })}\n\n`
export const answerEnd = (reason = 'stop', usage?: object): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: reason }] })}\n\n` +
  (usage ? `data: ${JSON.stringify({ choices: [], usage })}\n\n` : '') +
  'data: [DONE]\n\n'
