import { expect, test } from 'vitest'
import type { ComparisonEvent } from '../contract/compare'
import type { StoredAnswer, StoredComparison } from '../store/comparisons'
import type { Contestant } from './contestants'
import { RunningComparedAnswer } from './runningComparedAnswer'

async function next(events: AsyncGenerator<ComparisonEvent>): Promise<ComparisonEvent | undefined> {
  const { value, done } = await events.next()
  return done ? undefined : value
}

test('a column tells of waiting, loading, rounding and reading, then of text', async () => {
  const contestant = { name: 'Tiny', model: { sizeBytes: 5 } } as Contestant
  const column = new RunningComparedAnswer(
    ...([{} as StoredComparison, { id: 'a' } as StoredAnswer, contestant, async () => {}] as const)
  )
  const events = column.follow()
  expect(await next(events)).toEqual({ type: 'text', offset: 0, text: '' })
  column.wait(['Other'])
  expect(await next(events)).toEqual({ type: 'waiting', behind: ['Other'] })
  column.take({ type: 'loading' })
  expect(await next(events)).toEqual({ type: 'loading', modelName: 'Tiny', sizeBytes: 5 })
  for (const done of [1, 2]) {
    column.take({ type: 'rounding', done, total: 9 })
    expect(await next(events)).toEqual({ type: 'rounding', done, total: 9, secondsLeft: null })
  }
  column.take({ type: 'reading', done: 3, total: 4 })
  expect(await next(events)).toEqual({ type: 'reading', done: 3, total: 4 })
  column.take({ type: 'text', text: 'Hello' })
  expect(await next(events)).toEqual({ type: 'text', offset: 0, text: 'Hello' })
  column.finish({ id: 'a' } as StoredAnswer)
  expect(await next(events)).toBeUndefined()
})
