// What there is to compute on: tests each device in a process of its own that is allowed to die,
// remembers what it found, and says which device a request means.
import { asLetheError, LetheError } from '../base/errors'
import type { Log } from '../base/log'
import { quoted, type Reason } from '../base/reasons'
import type { Device, DeviceList, DeviceProvider, DeviceRequest } from '../contract/devices'
import { providerSchema } from '../contract/devices'
import type { DeviceProbe } from '../engine/protocol'
import type { Store } from '../store/client'
import type { DeviceTest } from '../store/deviceTests'
import type { Changes } from './changes'
import { deviceFingerprint } from './deviceFingerprint'
import { Engine } from './engine'
import type { SpawnEngine } from './engineProcess'
import type { SettingsKeeper } from './settings'
import { streamWork } from './streamWork'

/** Logits may differ by this much: kernels add in other orders. What is wrong is off by far more. */
const tolerance = 1e-3

export interface DevicesOptions {
  store: Store
  settings: SettingsKeeper
  spawn: SpawnEngine
  fence: number
  changes: Changes
  log: Log
  /** What the host was started with; null: the setting decides. */
  startedWith: DeviceRequest | null
  /** A test that takes longer has failed. Usual: 90 s. */
  timeLimitMs?: number | undefined
}

interface Testing {
  provider: DeviceProvider
  done: number
  total: number
}
type TestEvent = ({ type: 'testing' } & Testing) | { type: 'done'; list: DeviceList }

export class Devices {
  readonly #options: DevicesOptions
  readonly #closing = new AbortController()
  /** Tests run one after the other: beside another one, or twice at once, they would measure less. */
  #queue: Promise<unknown> = Promise.resolve()
  #testing = 0

  constructor(options: DevicesOptions) {
    this.#options = options
  }

  async list(): Promise<DeviceList> {
    const tests = await this.#remembered()
    const providers = new Set<DeviceProvider>(['cpu', ...(tests.get('cpu')?.result.others ?? [])])
    for (const provider of tests.keys()) providers.add(provider)
    return {
      devices: [...providers].map((provider) => shown(provider, tests.get(provider))),
      automatic: tests.has('cpu') && tests.has('webgpu') ? automatic(tests) : null,
      startedWith: this.#options.startedWith,
      testing: this.#testing > 0
    }
  }

  /** Tests all anew. Whoever leaves the stream or aborts the signal ends the test. */
  async *test(signal?: AbortSignal): AsyncGenerator<TestEvent> {
    yield* streamWork<TestEvent, void>(
      (report, aborted) =>
        this.#testAll((testing) => report({ type: 'testing', ...testing }), aborted),
      (_waiting, event) => [event],
      signal
    )
    yield { type: 'done', list: await this.list() }
  }

  /** Finds out what `auto` means, unless it is known. Never throws. */
  async prepare(): Promise<void> {
    await this.providerFor('auto').catch((error: unknown) => {
      if (!this.#closing.signal.aborted)
        this.#options.log.error({ err: error }, 'the devices could not be tested')
    })
  }

  /** What answers run on unless they ask for something else. */
  async usual(): Promise<DeviceRequest> {
    return this.#options.startedWith ?? (await this.#options.settings.get()).device
  }

  /**
   * The provider a request means, tested on this machine. Throws `deviceUnavailable` for one that
   * fails: nothing runs elsewhere instead.
   */
  async providerFor(request: DeviceRequest, signal?: AbortSignal): Promise<DeviceProvider> {
    if (request === 'cpu') return 'cpu'
    const needed: DeviceProvider[] = request === 'auto' ? ['cpu', 'webgpu'] : [request]
    const tests = await this.#tested(needed, signal)
    if (request === 'auto') return automatic(tests)
    const { state, reason, largestDeviation } = shown(request, tests.get(request))
    if (state === 'works') return request
    throw new LetheError('deviceUnavailable', {
      device: request,
      reason: reason ?? { code: 'numbersWrong', deviation: largestDeviation ?? 0 }
    })
  }

  /**
   * A process ended while it computed on a device. From now on that device counts as failed, so that
   * `auto` does not go there again until it is tested anew.
   */
  async lost(provider: DeviceProvider, how: string): Promise<LetheError> {
    const reason = { code: 'endedItsProcess', how } as const
    const others = (await this.#remembered()).get(provider)?.result.others ?? []
    await this.#keep(provider, { ...failed(reason), others })
    return new LetheError('deviceUnavailable', { device: provider, reason })
  }

  /** Ends a test that is running. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#queue
  }

  async #remembered(): Promise<Map<DeviceProvider, DeviceTest>> {
    const { threads } = await this.#options.settings.get()
    const tests = await this.#options.store.read.deviceTests.list()
    return new Map(
      tests
        .filter(({ provider, fingerprint }) => fingerprint === deviceFingerprint(provider, threads))
        .map((test) => [test.provider, test])
    )
  }

  /** What is known of these, tested first where nothing is. */
  async #tested(
    providers: DeviceProvider[],
    signal?: AbortSignal
  ): Promise<Map<DeviceProvider, DeviceTest>> {
    const known = await this.#remembered()
    if (providers.every((provider) => known.has(provider))) return known
    await this.#inTurn(async () => {
      const now = await this.#remembered() // the turn before may have tested them
      for (const provider of providers)
        if (!now.has(provider)) await this.#testOne(provider, signal)
    }, signal)
    return this.#remembered()
  }

  async #testAll(onTesting: (testing: Testing) => void, signal: AbortSignal): Promise<void> {
    await this.#inTurn(async () => {
      onTesting({ provider: 'cpu', done: 0, total: 2 })
      const others = await this.#testOne('cpu', signal)
      const known = [...(await this.#remembered()).keys()]
      const rest = [...new Set([...others, ...known])].filter((provider) => provider !== 'cpu')
      for (const [index, provider] of rest.entries()) {
        onTesting({ provider, done: index + 1, total: rest.length + 1 })
        await this.#testOne(provider, signal)
      }
    }, signal)
  }

  async #inTurn(work: () => Promise<void>, signal?: AbortSignal): Promise<void> {
    const turn = this.#queue.then(async () => {
      if (this.#closing.signal.aborted || signal?.aborted) throw new LetheError('cancelled')
      this.#testing++
      this.#options.changes.publish('devices')
      try {
        await work()
      } finally {
        this.#testing--
        this.#options.changes.publish('devices')
      }
    })
    this.#queue = turn.catch(() => {})
    await turn
  }

  /** Returns the other providers that this build of the runtime brings along. */
  async #testOne(provider: DeviceProvider, signal?: AbortSignal): Promise<DeviceProvider[]> {
    const { threads } = await this.#options.settings.get()
    const result = await this.#probe(provider, threads, signal)
    await this.#keep(provider, result)
    return result.others
  }

  async #keep(provider: DeviceProvider, result: DeviceTest['result']): Promise<void> {
    const { threads } = await this.#options.settings.get()
    const fingerprint = deviceFingerprint(provider, threads)
    const test = { provider, fingerprint, result, testedAt: Date.now() }
    await this.#options.store.write.deviceTests.keep(test)
    this.#options.log.info({ provider, result }, 'a device was tested')
  }

  async #probe(
    provider: DeviceProvider,
    threads: number,
    signal?: AbortSignal
  ): Promise<DeviceTest['result']> {
    const { spawn, fence, log, timeLimitMs = 90_000 } = this.#options
    const stop = signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal
    let engine: Engine | undefined
    let limit: NodeJS.Timeout | undefined
    try {
      engine = new Engine({ spawn, fence, log, abortGraceMs: 0 })
      limit = setTimeout(() => {
        const reason = { code: 'testTooSlow', seconds: Math.ceil(timeLimitMs / 1000) } as const
        engine?.kill(new LetheError('deviceUnavailable', { device: provider, reason }))
      }, timeLimitMs)
      const probe = await engine.run({ type: 'probe', provider, threads }, { signal: stop })
      return found(probe)
    } catch (error) {
      if (stop.aborted) throw new LetheError('cancelled')
      return { ...failed(reasonOf(error)), others: [] }
    } finally {
      clearTimeout(limit)
      engine?.kill()
      await engine?.gone
    }
  }
}

function found({ providers, adapter, largestDeviation, gigaflopsPerSecond }: DeviceProbe) {
  const others = providers.flatMap(({ name, bundled }) => {
    const known = providerSchema.safeParse(name)
    return bundled && known.success && name !== 'cpu' ? [known.data] : []
  })
  return {
    state: largestDeviation <= tolerance ? 'works' : 'wrong',
    reason: null,
    adapter: adapter.name,
    memoryBytes: adapter.memoryBytes,
    ...{ largestDeviation, gigaflopsPerSecond, others }
  } as const
}

function failed(reason: Reason | null) {
  const nothing = { adapter: null, memoryBytes: null, largestDeviation: null }
  return { state: 'failed', reason, ...nothing, gigaflopsPerSecond: null } as const
}

function reasonOf(error: unknown): Reason {
  const { code, params } = asLetheError(error).toJSON()
  if (code === 'engineLost')
    return { code: 'endedItsProcess', how: String((error as LetheError).cause) }
  return code === 'deviceUnavailable' || code === 'internal'
    ? params.reason
    : quoted('program', error)
}

function shown(provider: DeviceProvider, test: DeviceTest | undefined): Device {
  if (!test) return { provider, ...failed(null), state: 'untested', testedAt: null }
  const { others: _others, ...result } = test.result
  return { provider, ...result, testedAt: test.testedAt }
}

/** WebGPU if it works and multiplies faster than the CPU. */
function automatic(tests: ReadonlyMap<DeviceProvider, DeviceTest>): DeviceProvider {
  const [cpu, webgpu] = [tests.get('cpu')?.result, tests.get('webgpu')?.result]
  const faster = (webgpu?.gigaflopsPerSecond ?? 0) > (cpu?.gigaflopsPerSecond ?? 0)
  return webgpu?.state === 'works' && faster ? 'webgpu' : 'cpu'
}
