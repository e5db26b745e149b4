// The one door to the network: every request of the product goes through here. It is refused while the
// switch is off, written down before it goes out, and cut when the switch is turned off.
import { lookup as lookUp } from 'node:dns'
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { asLetheError, LetheError, type ReachProblem } from '../base/errors'
import { newId } from '../base/ids'
import type { Log } from '../base/log'
import { quoted } from '../base/reasons'
import type { NetworkRequest } from '../contract/network'
import { isLocalName, isLoopback, placeOf } from './address'

export interface OutgoingRequest {
  url: URL
  method: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  purpose: NetworkRequest['purpose']
  /** The comparison that it is for. */
  comparisonId?: string | undefined
  /** Until the answer begins, and then between two pieces of it. */
  silenceMs: number
  signal?: AbortSignal | undefined
}

export interface IncomingAnswer {
  status: number
  headers: IncomingHttpHeaders
  /** Ends early with a throw: `remoteBroke`, `remoteTimeout`, `networkOff`, `cancelled`. */
  body: AsyncIterable<Uint8Array>
}

export interface RequestRecords {
  begin(request: NetworkRequest, comparisonId: string | null): Promise<void>
  end(request: NetworkRequest): Promise<void>
}

export interface GateOptions {
  isOn(): Promise<boolean>
  records: RequestRecords
  log: Log
}

const connectWithinMs = 10_000

export class NetworkGate {
  readonly #open = new Set<AbortController>()

  constructor(private readonly options: GateOptions) {}

  /** Throws `networkOff`. */
  async refuseIfOff(url: URL): Promise<void> {
    if (!(await this.options.isOn())) throw offError(url)
  }

  /** Cuts what is under way: the switch was turned off, or the app ends. */
  shut(): void {
    for (const cut of this.#open) cut.abort()
  }

  /**
   * Makes one request; redirects come back as they are. The line is closed when `read` returns.
   * Throws `networkOff`, `hostUnreachable`, `remoteTimeout`, `remoteBroke`, `cancelled`, what `read` throws.
   */
  async request<T>(
    asked: OutgoingRequest,
    read: (answer: IncomingAnswer) => Promise<T>
  ): Promise<T> {
    const cut = new AbortController()
    this.#open.add(cut) // before the switch is looked at, so that turning it off meanwhile counts
    try {
      await this.refuseIfOff(asked.url)
      if (asked.signal?.aborted) throw new LetheError('cancelled')
      return await this.#recorded(asked, cut.signal, read)
    } finally {
      this.#open.delete(cut)
    }
  }

  async #recorded<T>(
    asked: OutgoingRequest,
    cut: AbortSignal,
    read: (answer: IncomingAnswer) => Promise<T>
  ): Promise<T> {
    const { url, method, purpose } = asked
    const record: NetworkRequest = {
      ...{
        id: newId(),
        startedAt: Date.now(),
        method,
        host: url.host,
        path: url.pathname,
        purpose
      },
      ...{
        place: null,
        bytesOut: 0,
        bytesIn: 0,
        status: null,
        outcome: 'running',
        durationMs: null
      }
    }
    await this.options.records.begin(record, asked.comparisonId ?? null)
    const startedMs = performance.now()
    const exchange = new Exchange(asked, record, cut)
    try {
      const result = await exchange.run(read)
      record.outcome = 'done'
      return result
    } catch (error) {
      const told = exchange.whyItEnded(error)
      record.outcome = told.code === 'cancelled' ? 'cancelled' : 'failed'
      throw told
    } finally {
      exchange.close()
      record.durationMs = performance.now() - startedMs
      // That it was made is written down already; the answer is not lost over its figures.
      await this.options.records.end(record).catch((error: unknown) => {
        this.options.log.error({ err: error }, 'the end of a request was not stored')
      })
    }
  }
}

/** One request on its line. */
class Exchange {
  readonly #ended = new AbortController()
  #reason: LetheError | null = null
  #timer: NodeJS.Timeout | undefined

  constructor(
    private readonly asked: OutgoingRequest,
    private readonly record: NetworkRequest,
    cut: AbortSignal
  ) {
    const stop = (signal: AbortSignal | undefined, reason: () => LetheError): void => {
      if (signal?.aborted) this.#end(reason())
      signal?.addEventListener('abort', () => this.#end(reason()), { signal: this.#ended.signal })
    }
    stop(asked.signal, () => new LetheError('cancelled'))
    stop(cut, () => offError(asked.url))
  }

  async run<T>(read: (answer: IncomingAnswer) => Promise<T>): Promise<T> {
    const message = await this.#send()
    this.record.status = message.statusCode ?? 0
    return read({
      status: this.record.status,
      headers: message.headers,
      body: this.#bodyOf(message)
    })
  }

  /** What a person is told: why the line was closed from here, else what happened on it. */
  whyItEnded(error: unknown): LetheError {
    return this.#reason ?? asLetheError(error)
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#ended.abort()
  }

  #send(): Promise<IncomingMessage> {
    const { url, method, headers, body } = this.asked
    const bytes = body === undefined ? null : Buffer.from(body)
    return new Promise((resolve, reject) => {
      if (this.#reason) return reject(this.#reason)
      const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
        method,
        agent: false, // a line of its own, closed at the end
        lookup: this.#lookup,
        signal: this.#ended.signal,
        headers: {
          'user-agent': 'Lethe',
          'accept-encoding': 'identity', // bytes are counted as they come
          ...headers,
          ...(bytes && { 'content-length': String(bytes.length) })
        }
      })
      this.#wait(connectWithinMs)
      request.once('socket', (socket: Socket) => {
        const connected = (): void => {
          this.record.place = isLoopback(socket.remoteAddress ?? '') ? 'machine' : 'away'
          this.record.bytesOut = bytes?.length ?? 0
          this.#wait(this.asked.silenceMs)
        }
        if (socket.connecting) socket.once('connect', connected)
        else connected()
      })
      request.once('response', (message) => {
        message.on('error', () => {}) // heard by whoever reads; nobody may be reading
        this.#wait(this.asked.silenceMs)
        resolve(message)
      })
      request.on('error', (error) => reject(reachError(error, url.host)))
      request.end(bytes)
    })
  }

  async *#bodyOf(message: IncomingMessage): AsyncGenerator<Uint8Array> {
    const { host } = this.asked.url
    try {
      for await (const piece of message as AsyncIterable<Buffer>) {
        this.record.bytesIn += piece.length
        clearTimeout(this.#timer) // whoever reads may take its time
        yield piece
        if (this.#reason) throw this.#reason
        this.#wait(this.asked.silenceMs)
      }
    } catch (error) {
      throw (
        this.#reason ??
        (error instanceof LetheError ? error : new LetheError('remoteBroke', { host }))
      )
    }
    if (!message.complete) throw new LetheError('remoteBroke', { host })
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer)
    const { host } = this.asked.url
    this.#timer = setTimeout(() => {
      this.#end(new LetheError('remoteTimeout', { host, seconds: Math.round(ms / 1000) }))
    }, ms)
  }

  #end(reason: LetheError): void {
    this.#reason ??= reason
    this.#ended.abort()
  }

  /** `localhost` was shown as this machine: a system that leads it elsewhere is not followed. */
  readonly #lookup: LookupFunction = (name, options, done) => {
    lookUp(name, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found]
      const isAstray = !error && isLocalName(name) && !addresses.every(isLoopback)
      done(
        isAstray
          ? Object.assign(new Error('localhost is elsewhere'), { code: 'ELSEWHERE' })
          : error,
        found,
        family
      )
    })
  }
}

function offError(url: URL): LetheError {
  return new LetheError('networkOff', { host: url.host, place: placeOf(url) })
}

const problems: Readonly<Record<string, ReachProblem>> = {
  ETIMEDOUT: 'noAnswer',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'closed',
  EPIPE: 'closed',
  ENOTFOUND: 'unknownName',
  EAI_AGAIN: 'unknownName',
  EHOSTUNREACH: 'noWay',
  ENETUNREACH: 'noWay',
  ENETDOWN: 'noWay',
  ELSEWHERE: 'elsewhere'
}

/** A line that could not be opened, in the words of the errors' texts. */
function reachError(error: NodeJS.ErrnoException, host: string): LetheError {
  if (error instanceof LetheError) return error
  const code = error.code ?? ''
  if (code.startsWith('HPE_'))
    return new LetheError('remoteMalformed', { host, problem: 'notHttp' })
  const problem =
    problems[code] ?? (/CERT|SSL|TLS|SIGNATURE|ISSUER/.test(code) ? 'certificate' : 'other')
  const reason = problem === 'other' ? { reason: quoted('system', error) } : {}
  return new LetheError('hostUnreachable', { host, problem, ...reason })
}
