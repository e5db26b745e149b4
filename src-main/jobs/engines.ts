// The engine processes: one per open model, few of them at a time, and one each for checking model
// folders and for tokenizing, so that a chat never waits behind an import.
import { LetheError } from '../base/errors'
import type { JobResult, JobSpec } from '../engine/protocol'
import { Engine, type EngineOptions, type RunOptions } from './engine'
import { Activity } from './activity'
import { Wakeup } from './wakeup'

export interface EnginePoolOptions extends Omit<EngineOptions, 'abortGraceMs'> {
  abortGraceMs?: number // 5 s
  /** Engines with an open model that are kept at the same time. */
  keptModels?: number // 2
  /** An engine that has nothing to do is ended after this. */
  idleMs?: number // 10 min
  /** The same for one that only looked at files: it starts as fast as it is asked. */
  idleFilesMs?: number // 20 s
}

interface Waiting {
  /** Returns how to tell the one who asked. */
  run(lane: Lane): Promise<() => void>
  cancel(error: LetheError): void
}

/** The queue before one engine. */
interface Lane {
  key: string
  folder: string | null // null: holds no model
  engine: Engine | null
  busy: boolean
  waiting: Waiting[]
  idleSinceMs: number
  idleTimer: NodeJS.Timeout | undefined
}

const tokenizing = 'tokenize'
/** None opens a model. */
const sharedLanes: Partial<Record<JobSpec['type'], string>> = {
  measure: tokenizing,
  checkConfig: tokenizing,
  auditPower: 'audit',
  auditPredictions: 'audit',
  auditFigures: 'audit',
  auditComparison: 'audit',
  auditSelfTest: 'audit'
}

export class EnginePool {
  /** Requests to models, from the moment they are asked. */
  readonly answering = new Activity()
  readonly #options: Required<EnginePoolOptions>
  readonly #lanes = new Map<string, Lane>()
  readonly #alive = new Set<Engine>()
  readonly #freed = new Wakeup()
  readonly #closing = new AbortController()
  #models = 0 // engines with a model, those that are starting or ending included

  constructor(options: EnginePoolOptions) {
    const idle = { idleMs: 10 * 60_000, idleFilesMs: 20_000 }
    this.#options = { abortGraceMs: 5000, keptModels: 2, ...idle, ...options }
  }

  /** How many engines with an open model are kept at the same time. */
  get keptModels(): number {
    return this.#options.keptModels
  }

  /** Runs one request in its engine, after those before it. Throws as Engine.run does. */
  run<S extends JobSpec>(spec: S, options: RunOptions = {}): Promise<JobResult<S['type']>> {
    const ended = 'model' in spec ? this.answering.begin() : () => {}
    return this.#enqueue(spec, options).finally(ended)
  }

  #enqueue<S extends JobSpec>(spec: S, options: RunOptions): Promise<JobResult<S['type']>> {
    const { signal } = options
    return new Promise((resolve, reject) => {
      if (this.#closing.signal.aborted || signal?.aborted)
        return reject(new LetheError('cancelled'))
      const lane = this.#laneOf(spec)
      const cancelWaiting = (): void => {
        lane.waiting = lane.waiting.filter((it) => it !== waiting)
        reject(new LetheError('cancelled'))
      }
      const waiting: Waiting = {
        run: async (current) => {
          signal?.removeEventListener('abort', cancelWaiting)
          return this.#attempt(current, spec, options).then(
            (result) => () => resolve(result),
            (error: unknown) => () => reject(error)
          )
        },
        cancel: reject
      }
      signal?.addEventListener('abort', cancelWaiting, { once: true })
      lane.waiting.push(waiting)
      void this.#serve(lane)
    })
  }

  /** Ends the engines that nobody uses: what they hold in memory goes with them. */
  async release(): Promise<void> {
    const idle = [...this.#lanes.values()].filter((lane) => lane.engine !== null && !lane.busy)
    await Promise.all(idle.map((lane) => this.#end(lane)))
  }

  /** Ends all engines at once; what they were doing is cancelled. */
  async close(): Promise<void> {
    this.#closing.abort()
    for (const lane of this.#lanes.values()) {
      clearTimeout(lane.idleTimer)
      for (const waiting of lane.waiting.splice(0)) waiting.cancel(new LetheError('cancelled'))
    }
    const engines = [...this.#alive]
    for (const engine of engines) engine.kill()
    await Promise.all(engines.map((engine) => engine.gone))
  }

  #laneOf(spec: JobSpec): Lane {
    const model = 'model' in spec ? spec.model : null
    const key = model
      ? JSON.stringify([model.folder, model.weightMode, model.device, model.threads])
      : (sharedLanes[spec.type] ?? spec.type)
    const found = this.#lanes.get(key)
    if (found) return found
    const lane: Lane = {
      key,
      folder: model?.folder ?? null,
      engine: null,
      busy: false,
      waiting: [],
      idleSinceMs: 0,
      idleTimer: undefined
    }
    this.#lanes.set(key, lane)
    return lane
  }

  async #serve(lane: Lane): Promise<void> {
    if (lane.busy) return
    lane.busy = true
    clearTimeout(lane.idleTimer)
    for (let next = lane.waiting.shift(); next; next = lane.waiting.shift()) {
      const tell = await next.run(lane)
      // Idle before anybody hears of it: what they ask next must find it so.
      if (lane.waiting.length === 0) this.#rest(lane)
      tell()
    }
  }

  #rest(lane: Lane): void {
    lane.busy = false
    lane.idleSinceMs = performance.now()
    if (lane.engine?.usable) {
      const { idleMs, idleFilesMs } = this.#options
      const holdsSomething = lane.folder !== null || lane.key === tokenizing
      const restMs = holdsSomething ? idleMs : Math.min(idleMs, idleFilesMs)
      lane.idleTimer = setTimeout(() => void this.#end(lane), restMs).unref()
    } else {
      this.#lanes.delete(lane.key)
    }
    this.#freed.notify()
  }

  async #attempt<S extends JobSpec>(
    lane: Lane,
    spec: S,
    options: RunOptions
  ): Promise<JobResult<S['type']>> {
    try {
      return await this.#ask(lane, spec, options)
    } catch (error) {
      const others = this.#idleModels()
      const full = error instanceof LetheError && error.code === 'outOfMemory'
      if (!full || lane.folder === null || others.length === 0) throw error
      // Models that are only kept open give their memory to the one that is wanted.
      await Promise.all(others.map((other) => this.#end(other)))
      return await this.#ask(lane, spec, options)
    }
  }

  async #ask<S extends JobSpec>(
    lane: Lane,
    spec: S,
    options: RunOptions
  ): Promise<JobResult<S['type']>> {
    const engine = await this.#engineOf(lane, options.signal)
    try {
      return await engine.run(spec, options)
    } catch (error) {
      // It was dead already, which the system tells a moment later.
      if (!engine.diedUnasked || options.signal?.aborted) throw error
      return await (await this.#engineOf(lane, options.signal)).run(spec, options)
    }
  }

  async #engineOf(lane: Lane, signal: AbortSignal | undefined): Promise<Engine> {
    if (lane.engine?.usable) return lane.engine
    if (lane.folder !== null) await this.#claimRoom(lane.folder, signal)
    if (this.#closing.signal.aborted) {
      if (lane.folder !== null) this.#models--
      throw new LetheError('cancelled')
    }
    let engine: Engine
    try {
      engine = new Engine(this.#options)
    } catch (cause) {
      if (lane.folder !== null) this.#models--
      this.#options.log.error({ err: cause }, 'an engine could not be started')
      throw new LetheError('engineLost', {}, { cause })
    }
    lane.engine = engine
    this.#alive.add(engine)
    void engine.gone.then(() => {
      this.#alive.delete(engine)
      if (lane.engine === engine) lane.engine = null
      if (lane.folder !== null) this.#models--
      this.#freed.notify()
    })
    return engine
  }

  /** Waits until one more model may be open; ends the idle one that was used longest ago. */
  async #claimRoom(folder: string, signal: AbortSignal | undefined): Promise<void> {
    const stop = signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal
    while (!stop.aborted) {
      const idle = this.#idleModels()
      // The same model opened in another way is not needed beside this one.
      const twin = idle.find((lane) => lane.folder === folder)
      if (twin) {
        await this.#end(twin)
      } else if (this.#models < this.#options.keptModels) {
        this.#models++
        return
      } else if (idle[0]) {
        await this.#end(idle[0])
      } else {
        await this.#freed.wait(stop)
      }
    }
    throw new LetheError('cancelled')
  }

  /** Lanes whose open model nobody uses, longest idle first. */
  #idleModels(): Lane[] {
    return [...this.#lanes.values()]
      .filter((lane) => lane.folder !== null && lane.engine?.usable && !lane.busy)
      .sort((a, b) => a.idleSinceMs - b.idleSinceMs)
  }

  async #end(lane: Lane): Promise<void> {
    clearTimeout(lane.idleTimer)
    // A request that comes now gets a new lane, hence a new engine.
    if (this.#lanes.get(lane.key) === lane) this.#lanes.delete(lane.key)
    const { engine } = lane
    lane.engine = null
    engine?.kill()
    await engine?.gone
  }
}
