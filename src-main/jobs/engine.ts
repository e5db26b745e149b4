// One engine process: it is told what to do, one request at a time, and its answers are checked.
import { deferred } from '../base/deferred'
import { LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type { Log } from '../base/log'
import {
  fromEngineSchema,
  jobResultSchemas,
  type JobEvent,
  type JobResult,
  type JobSpec
} from '../engine/protocol'
import type { EngineProcess, SpawnEngine } from './engineProcess'

export interface RunOptions {
  signal?: AbortSignal | undefined
  onEvent?: ((event: JobEvent) => void) | undefined
}

export interface EngineOptions {
  spawn: SpawnEngine
  fence: number
  log: Log
  /** How long an engine may take to end an aborted request before it is killed. */
  abortGraceMs: number
}

interface Request {
  id: string
  begun: boolean
  onEvent: (event: JobEvent) => void
  resolve(result: unknown): void
  reject(error: LetheError): void
}

export class Engine {
  /** Resolves when the process has ended. */
  readonly gone: Promise<void>
  readonly #options: EngineOptions
  readonly #process: EngineProcess
  readonly #ready: Promise<void>
  #request: Request | null = null
  #ended = false
  #killed = false
  #diedUnasked = false
  #failure = new LetheError('engineLost')

  constructor(options: EngineOptions) {
    this.#options = options
    this.#process = options.spawn()
    const { promise: ready, resolve, reject: failReady } = deferred()
    let isReady = false
    const setReady = (): void => {
      isReady = true
      resolve()
    }
    this.#ready = ready
    ready.catch(() => {}) // told to whoever runs something
    this.gone = new Promise((resolve) => {
      this.#process.onExit((reason) => {
        const { pid } = this.#process
        if (!this.#killed) {
          options.log.warn({ pid, reason }, 'an engine ended by itself')
          this.#failure = new LetheError('engineLost', {}, { cause: reason })
          this.#diedUnasked = isReady && this.#request?.begun === false
        }
        this.#ended = true
        failReady(this.#failure)
        this.#request?.reject(this.#failure)
        resolve()
      })
    })
    this.#process.onMessage((message) => this.#receive(message, setReady))
  }

  /** False once it has ended or is being ended. */
  get usable(): boolean {
    return !this.#ended && !this.#killed
  }

  /** True when it ended by itself before it took up what it was asked: another may be asked that. */
  get diedUnasked(): boolean {
    return this.#diedUnasked
  }

  /**
   * Runs one request; the one before must have ended. After an abort it resolves with what there is or
   * throws `cancelled`, within the grace time. Throws `engineLost` and what the engine throws.
   */
  async run<S extends JobSpec>(spec: S, options: RunOptions): Promise<JobResult<S['type']>> {
    const { signal, onEvent = () => {} } = options
    if (this.#request) throw new LetheError('internal', { reason: { code: 'engineHasWork' } })
    const id = newId()
    const { promise, resolve, reject } = deferred<unknown>()
    promise.catch(() => {}) // awaited below, once the process is ready
    this.#request = { id, begun: false, onEvent, resolve, reject }
    let grace: NodeJS.Timeout | undefined
    const abort = (): void => {
      this.#process.send({ type: 'abort', id })
      grace = setTimeout(() => {
        this.#options.log.warn({ type: spec.type }, 'an engine did not stop and was ended')
        this.kill()
      }, this.#options.abortGraceMs)
    }
    try {
      await unlessAborted(this.#ready, signal)
      signal?.addEventListener('abort', abort, { once: true })
      this.#process.send({ type: 'run', id, fence: this.#options.fence, spec })
      const result = jobResultSchemas[spec.type].safeParse(await promise)
      if (!result.success) throw this.#broken(`${spec.type} gave an unreadable result`)
      return result.data as JobResult<S['type']>
    } catch (error) {
      throw signal?.aborted && this.#ended ? new LetheError('cancelled') : error
    } finally {
      clearTimeout(grace)
      signal?.removeEventListener('abort', abort)
      this.#request = null
    }
  }

  /** Ends the process; what it was doing fails with `failure`. */
  kill(failure = new LetheError('cancelled')): void {
    if (this.#ended || this.#killed) return
    this.#killed = true
    this.#failure = failure
    this.#process.kill()
  }

  #receive(raw: unknown, setReady: () => void): void {
    const parsed = fromEngineSchema.safeParse(raw)
    if (!parsed.success) {
      this.#broken('a message of the engine is unreadable')
      return
    }
    const message = parsed.data
    if (message.type === 'ready') return setReady()
    const request = this.#request
    if (message.fence !== this.#options.fence || message.id !== request?.id) {
      this.#options.log.warn({ type: message.type }, 'a message of an earlier request was dropped')
      return
    }
    if (message.type === 'begun') request.begun = true
    else if (message.type === 'event') request.onEvent(message.event)
    else if (message.type === 'done') request.resolve(message.result)
    else request.reject(LetheError.from(message.error))
  }

  /** An engine that speaks nonsense is not asked again. */
  #broken(what: string): LetheError {
    const failure = new LetheError('internal', { reason: { code: 'engineUnreadable' } })
    this.#options.log.error({ what }, 'an engine was ended')
    this.kill(failure)
    return failure
  }
}

async function unlessAborted(promise: Promise<void>, signal: AbortSignal | undefined) {
  if (!signal) return promise
  const { promise: aborted, reject } = deferred<never>()
  const abort = (): void => reject(new LetheError('cancelled'))
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  try {
    await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
