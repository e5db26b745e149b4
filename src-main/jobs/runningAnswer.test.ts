import { describe, expect, test, vi } from 'vitest'
import type { AnswerEvent } from '../contract/chat'
import { deferred } from '../base/deferred'
import { answerRow, questionRow } from '../testing/storeRows'
import { RunningAnswer } from './runningAnswer'

const model = { name: 'Tiny', sizeBytes: 5 }
const text = (piece: string) => ({ type: 'text', text: piece }) as const
const end = answerRow(questionRow('c', 'q'), { status: 'finished' })

async function next(events: AsyncGenerator<AnswerEvent>): Promise<AnswerEvent | undefined> {
  const { value, done } = await events.next()
  return done ? undefined : value
}

describe('a running answer', () => {
  test('tells of loading and reading, then of text, then of the end', async () => {
    const answer = new RunningAnswer('a', 'c', model, async () => {})
    const events = answer.follow()
    expect(await next(events)).toEqual({ type: 'text', offset: 0, text: '' })
    answer.take({ type: 'loading' })
    expect(await next(events)).toEqual({ type: 'loading', modelName: 'Tiny', sizeBytes: 5 })
    answer.take({ type: 'reading', done: 1, total: 9 })
    expect(await next(events)).toEqual({ type: 'reading', done: 1, total: 9 })
    answer.take(text('Hel'))
    answer.take(text('lo'))
    expect(await next(events)).toEqual({ type: 'text', offset: 0, text: 'Hello' })
    answer.finish(end)
    expect(await next(events)).toEqual({ type: 'end', message: end })
    expect(await next(events)).toBeUndefined()
  })

  test('tells how long rounding goes on, at the rate since it began', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const answer = new RunningAnswer('a', 'c', model, async () => {})
    const events = answer.follow()
    await next(events)
    const round = (done: number): Promise<AnswerEvent | undefined> => {
      answer.take({ type: 'rounding', done, total: 100 })
      return next(events)
    }
    vi.advanceTimersByTime(60_000) // waiting for its turn is no rounding
    expect(await round(0)).toEqual({ type: 'rounding', done: 0, total: 100, secondsLeft: null })
    vi.advanceTimersByTime(2_000)
    expect(await round(20)).toEqual({ type: 'rounding', done: 20, total: 100, secondsLeft: 8 })
    answer.take({ type: 'loading' })
    expect(await next(events)).toMatchObject({ type: 'loading' })
    vi.useRealTimers()
  })

  test('shows nothing that has not been written', async () => {
    const begun = deferred<string>()
    const written = deferred()
    const answer = new RunningAnswer('a', 'c', model, (piece) => {
      begun.resolve(piece)
      return written.promise
    })
    const events = answer.follow()
    await next(events)
    answer.take(text('Hello'))
    const shown = next(events)
    expect(await begun.promise).toBe('Hello')
    answer.take(text(' there')) // comes while the first piece is being written
    expect(answer.text).toBe('')
    written.resolve()
    expect(await shown).toEqual({ type: 'text', offset: 0, text: 'Hello' })
    await answer.drain()
    expect(await next(events)).toEqual({ type: 'text', offset: 5, text: ' there' })
  })

  test('stops when it cannot be written, and says why', async () => {
    const answer = new RunningAnswer('a', 'c', model, () => Promise.reject(new Error('full')))
    answer.take(text('Hello'))
    await expect(answer.drain()).rejects.toThrow('full')
    answer.take(text(' there'))
    await expect(answer.drain()).rejects.toThrow('full')
    expect([answer.stop.signal.aborted, answer.text]).toEqual([true, ''])
  })

  test('lets a follower go', async () => {
    const answer = new RunningAnswer('a', 'c', model, async () => {})
    const gone = new AbortController()
    const events = answer.follow(gone.signal)
    await next(events)
    const waiting = next(events)
    gone.abort()
    expect(await waiting).toBeUndefined()
  })
})
