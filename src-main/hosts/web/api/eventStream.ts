// Server-sent events on one response. It opens with the first event, so that what fails before can
// still be told by its status.
// Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { ApiError } from './errors'

export class EventStream {
  readonly #keepAlive: NodeJS.Timeout

  /**
   * @param signal aborted when the reader is gone
   * @param keepAliveMs a comment is sent this often: readers give up on addresses that stay silent
   */
  constructor(
    private readonly response: ServerResponse,
    private readonly signal: AbortSignal,
    keepAliveMs: number
  ) {
    response.on('error', () => {}) // told by `signal`
    this.#keepAlive = setInterval(() => this.#write(': waiting\n\n'), keepAliveMs)
  }

  /** Resolves once the reader can take more. */
  async send(data: object): Promise<void> {
    if (this.#write(`data: ${JSON.stringify(data)}\n\n`)) return
    await once(this.response, 'drain', { signal: this.signal }).catch(() => {})
  }

  done(): void {
    this.#write('data: [DONE]\n\n')
    this.#end()
  }

  /** By its status while nothing has been sent, else as the last event. */
  fail(error: ApiError): void {
    if (this.response.headersSent) {
      this.#write(`data: ${JSON.stringify(error.body)}\n\n`)
      this.#end()
    } else {
      clearInterval(this.#keepAlive)
      sendError(this.response, error)
    }
  }

  #write(text: string): boolean {
    const { response } = this
    if (response.destroyed || this.signal.aborted) return true // nobody to wait for
    if (!response.headersSent) {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store'
      })
    }
    return response.write(text)
  }

  #end(): void {
    clearInterval(this.#keepAlive)
    this.response.end()
  }
}

export function sendError(response: ServerResponse, error: ApiError): void {
  if (response.destroyed) return
  response.writeHead(error.status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(error.status === 401 && { 'WWW-Authenticate': 'Bearer' })
  })
  response.end(JSON.stringify(error.body))
}
