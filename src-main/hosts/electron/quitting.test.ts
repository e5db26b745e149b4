import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { deferred } from '../../base/deferred'
import type { RunningWork } from '../../jobs/runningWork'
import { Quitting } from './quitting'

const nothing: RunningWork = {
  ...{ imports: 0, datasetImports: 0, promptRuns: 0 },
  ...{ trainings: 0, evidence: 0, audits: 0 }
}
let work: RunningWork
let answer: ReturnType<typeof deferred<boolean>>
let closed: ReturnType<typeof deferred<void>>
let log: string[]
let quitting: Quitting

const event = { preventDefault: () => void log.push('put off') }
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  work = nothing
  answer = deferred<boolean>()
  closed = deferred()
  log = []
  quitting = new Quitting({
    work: () => work,
    ask: (asked) => {
      log.push(`ask ${asked.imports}`)
      return answer.promise
    },
    close: () => {
      log.push('close')
      return closed.promise
    },
    exit: (status) => void log.push(`exit ${status}`),
    onError: () => void log.push('error'),
    withinMs: 5000
  })
})
afterEach(() => void vi.useRealTimers())

it('closes everything before it ends, once, however often it is asked', async () => {
  quitting.onQuit(event)
  quitting.onQuit(event)
  quitting.end()
  await settled()
  expect(log).toEqual(['put off', 'close', 'put off'])
  closed.resolve()
  await settled()
  expect(log.at(-1)).toBe('exit 0')
  expect(log.filter((it) => it.startsWith('exit'))).toHaveLength(1)
})

it('asks while something long is under way, and stays when told so', async () => {
  work = { ...nothing, imports: 1 }
  quitting.onQuit(event)
  quitting.onQuit(event) // asked already
  answer.resolve(false)
  await settled()
  expect(log).toEqual(['put off', 'ask 1', 'put off'])

  answer = deferred<boolean>()
  quitting.onQuit(event) // it can be asked again
  answer.resolve(true)
  closed.resolve()
  await settled()
  expect(log.slice(3)).toEqual(['put off', 'ask 1', 'close', 'exit 0'])
})

it('asks nothing when the system ends, even while it is asking', async () => {
  work = { ...nothing, promptRuns: 1 }
  quitting.onQuit(event)
  quitting.end()
  closed.resolve()
  answer.resolve(false)
  await settled()
  expect(log).toEqual(['put off', 'ask 0', 'close', 'exit 0'])
})

it('ends all the same when closing fails or hangs, or when nobody can be asked', async () => {
  quitting.end()
  closed.reject(new Error('no'))
  await settled()
  expect(log).toEqual(['close', 'error', 'exit 0'])

  log = []
  const hanging = new Quitting({
    ...{ work: () => work, ask: () => Promise.reject(new Error('no dialog')) },
    close: () => {
      log.push('close')
      return new Promise<void>(() => {})
    },
    exit: (status) => void log.push(`exit ${status}`),
    onError: () => void log.push('error'),
    withinMs: 5000
  })
  work = { ...nothing, imports: 1 }
  hanging.onQuit(event)
  await vi.advanceTimersByTimeAsync(4999)
  expect(log).toEqual(['put off', 'error', 'close'])
  await vi.advanceTimersByTimeAsync(1)
  expect(log.at(-1)).toBe('exit 1')
})
