// A cache on the device holds what the CPU's holds, however it grew, and no row of it comes back: of
// each step the logits alone are fetched.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { Session } from '../tensor/session'
import { writeTinyModel } from '../testing/tinyModel'
import { whyNoWebgpu } from '../testing/webgpu'
import { CausalRunner } from './causalRunner'
import { openModelFolder } from './modelFolder'
import type { Provider } from '../tensor/lowerings/registry'

const reason = await whyNoWebgpu()
if (reason !== null) process.stderr.write(`SKIPPED: caches on WebGPU: ${reason}\n`)
const vocabulary = 600
const ids = Array.from({ length: 300 }, (_, place) => (place * 37) % vocabulary)

describe.skipIf(reason !== null)('a cache on WebGPU', () => {
  let cpu: CausalRunner
  let webgpu: CausalRunner
  const folder = mkdtempSync(join(tmpdir(), 'lethe-'))

  beforeAll(async () => {
    const model = await writeTinyModel(folder)
    const open = async (device: Provider): Promise<CausalRunner> =>
      CausalRunner.open(await openModelFolder(model), { device, weightMode: 'packed', threads: 1 })
    cpu = await open('cpu')
    webgpu = await open('webgpu')
  })
  afterAll(async () => {
    await cpu.close()
    await webgpu.close()
    rmSync(folder, { recursive: true })
  })
  afterEach(() => vi.restoreAllMocks())

  /** The logits after each step, of steps of the given sizes. */
  async function readInSteps(runner: CausalRunner, sizes: readonly number[]): Promise<number[][]> {
    const cache = runner.newCache()
    const logits: number[][] = []
    let start = 0
    for (const size of sizes) {
      const chunk = ids.slice(start, start + size)
      const step = { cache, ids: [chunk], chosen: [size - 1], want: ['logits'] as const }
      logits.push([...(await runner.step(step)).logits!])
      start += size
    }
    expect(cache.length).toBe(start)
    cache.dispose()
    return logits
  }

  it('agrees with the CPU over a growth', async () => {
    const sizes = [250, 1, 3, 1, 40, 1]
    const [expected, got] = [await readInSteps(cpu, sizes), await readInSteps(webgpu, sizes)]
    for (const [step, row] of got.entries())
      for (const [id, logit] of row.entries())
        expect(Math.abs(logit - expected[step]![id]!)).toBeLessThan(1e-4)
  })

  it('forgets what it is told to forget', async () => {
    const cache = webgpu.newCache()
    const read = async (chunk: readonly number[]): Promise<Float32Array> => {
      const step = { cache, ids: [chunk], chosen: [chunk.length - 1], want: ['logits'] as const }
      return (await webgpu.step(step)).logits!
    }
    await read(ids.slice(0, 10))
    await read(ids.slice(100, 110))
    cache.truncate(10)
    const again = await read(ids.slice(10, 20))
    cache.truncate(0)
    const fresh = await read(ids.slice(0, 20))
    for (const [id, logit] of again.entries())
      expect(Math.abs(logit - fresh[id]!)).toBeLessThan(1e-4)
    expect(() => cache.truncate(21)).toThrow(RangeError)
    cache.dispose()
  })

  it('is never fetched', async () => {
    const sessions = new Set<Session>()
    const { run } = Session.prototype
    vi.spyOn(Session.prototype, 'run').mockImplementation(function (this: Session, ...args) {
      sessions.add(this)
      return run.apply(this, args)
    })
    const fetchedBytes = (): number =>
      [...sessions].reduce((sum, session) => sum + session.fetchedBytes, 0)
    const bytesOf = async (sizes: readonly number[]): Promise<number> => {
      const before = fetchedBytes()
      await readInSteps(webgpu, sizes)
      return fetchedBytes() - before
    }
    await readInSteps(webgpu, [1])
    expect(sessions.size).toBe(1)
    // Per step the logits of one row, and the log-probability that comes with them.
    const perStep = 4 * (vocabulary + 1)
    expect(await bytesOf([8])).toBe(perStep)
    expect(await bytesOf([200, 60, 1, 1, 1])).toBe(5 * perStep) // over a growth
    expect(sessions.size).toBe(2)
  })
})
