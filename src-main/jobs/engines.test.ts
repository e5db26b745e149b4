import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { silentLog } from '../base/log'
import { defaultSampling } from '../contract/chat'
import type { JobEvent, JobSpec } from '../engine/protocol'
import { isRunning } from '../testing/isRunning'
import { enginesOf, scriptedEngines } from '../testing/scriptedEngines'
import type { SpawnEngine } from './engineProcess'
import { EnginePool, type EnginePoolOptions } from './engines'

let spawn: SpawnEngine
beforeAll(async () => {
  spawn = await scriptedEngines()
})

function pool(options: Partial<EnginePoolOptions> = {}): EnginePool {
  const made = new EnginePool({ spawn, fence: 5, log: silentLog(), ...options })
  onTestFinished(() => made.close())
  return made
}

function generate(text: string, folder = '/models/a', threads = 0) {
  return {
    type: 'generate',
    model: { folder, weightMode: 'packed', blocks: null, device: 'cpu', threads },
    prompt: { type: 'text', text },
    sampling: defaultSampling,
    logprobs: 0
  } as const satisfies JobSpec
}
const tokenize = { type: 'tokenize', path: '/t', text: 'x', addSpecialTokens: true } as const

async function pidOf(engines: EnginePool, folder = '/models/a', threads = 0): Promise<number> {
  return Number((await engines.run(generate('pid', folder, threads))).text)
}

/** A request that has begun: its first text has come. */
function begun(engines: EnginePool, spec: JobSpec & { type: 'generate' }, signal?: AbortSignal) {
  const events: JobEvent[] = []
  let result!: Promise<{ text: string; end: string }>
  const first = new Promise<void>((resolve) => {
    const onEvent = (event: JobEvent): void => {
      events.push(event)
      if (event.type === 'text') resolve()
    }
    result = engines.run(spec, { signal, onEvent })
    result.catch(() => {})
  })
  return { first, result, events }
}

describe('requests to one engine', () => {
  test('run one after the other in the same process', async () => {
    const engines = pool()
    const order: number[] = []
    const runs = [0, 1, 2].map(async (i) => {
      const { text } = await engines.run(generate(`count ${5 - i}`))
      order.push(i)
      return text
    })
    expect(await Promise.all(runs)).toEqual(['0 1 2 3 4 ', '0 1 2 3 ', '0 1 2 '])
    expect(order).toEqual([0, 1, 2])
    expect(await pidOf(engines)).toBe(await pidOf(engines))
  })

  test('a killed engine fails its request by name; the next one gets a fresh engine', async () => {
    const engines = pool()
    const before = await pidOf(engines)
    await expect(engines.run(generate('die 2'))).rejects.toMatchObject({ code: 'engineLost' })
    const after = await pidOf(engines)
    expect(after).not.toBe(before)
    expect(isRunning(before)).toBe(false)
  })

  test('what was asked of an engine that was dead already is asked of the next', async () => {
    const engines = pool()
    const before = await pidOf(engines)
    process.kill(before, 'SIGKILL')
    const [first, second] = await Promise.all([pidOf(engines), pidOf(engines)])
    expect(first).not.toBe(before)
    expect(second).toBe(first)
  })

  test('what an engine has begun is not asked again, even if nothing was heard of it', async () => {
    let started = 0
    const engines = pool({ spawn: () => (started++, spawn()) })
    await expect(engines.run(generate('die 0'))).rejects.toMatchObject({ code: 'engineLost' })
    expect(started).toBe(1)
  })

  test('an abort ends with what there is; a waiting one never starts', async () => {
    const engines = pool()
    const stop = new AbortController()
    const running = begun(engines, generate('forever'), stop.signal)
    await running.first
    const stopWaiting = new AbortController()
    const waiting = engines.run(generate('pid'), { signal: stopWaiting.signal })
    const after = engines.run(generate('count 1'))
    stopWaiting.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    stop.abort()
    expect((await running.result).end).toBe('stopped')
    expect((await after).text).toBe('0 ')
  })

  test('an engine that does not stop is ended', async () => {
    const engines = pool({ abortGraceMs: 50 })
    const pid = await pidOf(engines)
    const stop = new AbortController()
    const running = begun(engines, generate('stubborn'), stop.signal)
    await running.first
    stop.abort()
    await expect(running.result).rejects.toMatchObject({ code: 'cancelled' })
    expect(isRunning(pid)).toBe(false)
    expect((await engines.run(generate('count 1'))).text).toBe('0 ')
  })

  test('results under another fence are dropped; unreadable ones end the engine', async () => {
    const engines = pool()
    const stale = begun(engines, generate('stale'))
    expect((await stale.result).text).toBe('new')
    expect(stale.events.filter(({ type }) => type === 'text')).toEqual([
      { type: 'text', text: 'new' }
    ])
    for (const part of ['nonsense', 'garble']) {
      const pid = await pidOf(engines)
      await expect(engines.run(generate(part))).rejects.toMatchObject({ code: 'internal' })
      expect(await pidOf(engines)).not.toBe(pid)
    }
  })

  test('an engine that cannot start is lost, not waited for', async () => {
    const engines = pool({ spawn: enginesOf('/nowhere/engine.js') })
    await expect(engines.run(generate('pid'))).rejects.toMatchObject({ code: 'engineLost' })
    const failing = pool({
      spawn: () => {
        throw new Error('no processes left')
      }
    })
    await expect(failing.run(generate('pid'))).rejects.toMatchObject({ code: 'engineLost' })
  })
})

describe('the pool', () => {
  test('keeps two models; the one used longest ago makes room', async () => {
    const engines = pool()
    const a = await pidOf(engines, '/models/a')
    const b = await pidOf(engines, '/models/b')
    expect(await pidOf(engines, '/models/a')).toBe(a)
    const c = await pidOf(engines, '/models/c')
    expect([isRunning(a), isRunning(b), isRunning(c)]).toEqual([true, false, true])
  })

  test('a third model waits while both are busy, and can be given up', async () => {
    const engines = pool()
    const stop = new AbortController()
    const busy = ['/models/a', '/models/b'].map((folder) =>
      begun(engines, generate('forever', folder), stop.signal)
    )
    await Promise.all(busy.map(({ first }) => first))
    const giveUp = new AbortController()
    const third = engines.run(generate('pid', '/models/c'), { signal: giveUp.signal })
    const fourth = engines.run(generate('count 1', '/models/d'))
    giveUp.abort()
    await expect(third).rejects.toMatchObject({ code: 'cancelled' })
    stop.abort()
    expect((await fourth).text).toBe('0 ')
  })

  test('the same model opened otherwise takes the place of its twin', async () => {
    const engines = pool()
    const other = await pidOf(engines, '/models/b')
    const before = await pidOf(engines, '/models/a', 1)
    await pidOf(engines, '/models/a', 2)
    expect([isRunning(other), isRunning(before)]).toEqual([true, false])
  })

  test('tokenizing does not wait behind an answer', async () => {
    const engines = pool({ keptModels: 1 })
    const stop = new AbortController()
    const answer = begun(engines, generate('forever'), stop.signal)
    await answer.first
    expect((await engines.run(tokenize)).tokens).toEqual(['x'])
    stop.abort()
    await answer.result
  })

  test('an idle engine is ended after a while', async () => {
    const engines = pool({ idleMs: 20 })
    const pid = await pidOf(engines)
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false)
    expect(await pidOf(engines)).not.toBe(pid)
  })

  test('one that only looked at files does not stay as long as one with a model', async () => {
    const pids: (number | undefined)[] = []
    const counted: SpawnEngine = (...given) => {
      const engine = spawn(...given)
      pids.push(engine.pid)
      return engine
    }
    const engines = pool({ idleFilesMs: 20, spawn: counted })
    await pidOf(engines)
    await engines.run(tokenize)
    await engines.run({ type: 'inspect', path: '/none', copyTo: null }).catch(() => {})
    expect(pids).toHaveLength(3)
    const running = (): boolean[] => pids.map((pid) => isRunning(pid!))
    await expect.poll(running, { timeout: 10_000 }).toEqual([true, true, false])
  })

  test('without memory, models that are only kept open give theirs', async () => {
    const engines = pool()
    const kept = await pidOf(engines, '/models/b')
    const request = begun(engines, generate('fail outOfMemory'))
    await expect(request.result).rejects.toMatchObject({ code: 'outOfMemory' })
    expect(isRunning(kept)).toBe(false)
    expect(request.events.filter(({ type }) => type === 'text')).toHaveLength(2) // tried again
  })

  test('closing ends every process and everything that waits', async () => {
    const engines = pool()
    const pids = [await pidOf(engines, '/models/a'), await pidOf(engines, '/models/b')]
    const running = begun(engines, generate('stubborn'))
    await running.first
    const waiting = engines.run(generate('pid'))
    const elsewhere = engines.run(generate('pid', '/models/c'))
    const ends = Promise.allSettled([running.result, waiting, elsewhere])
    await engines.close()
    expect(pids.map(isRunning)).toEqual([false, false])
    for (const end of await ends) {
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'cancelled' })
    }
    expect((await ends).slice(0, 2).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(engines.run(tokenize)).rejects.toMatchObject({ code: 'cancelled' })
  })
})
