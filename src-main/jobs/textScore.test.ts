import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreWindows } from './textScore'

describe('score windows', () => {
  test('score every token but the first once, none without half a context before it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 3000 }),
        fc.integer({ min: 2, max: 700 }),
        (count, length) => {
          const ids = Array.from({ length: count }, (_, i) => i)
          const windows = scoreWindows(ids, length)
          const [first, ...rest] = windows
          const scored = [...first!.context.slice(1), ...rest.flatMap(({ target }) => target)]
          expect(scored).toEqual(ids.slice(1))
          for (const { context, target } of rest) {
            expect(context.length + target.length).toBe(length)
            expect(context.at(-1)! + 1).toBe(target[0])
            expect(context.length).toBeGreaterThanOrEqual(Math.floor(length / 2))
          }
        }
      )
    )
  })
  test('a text that fits is one window', () => {
    expect(scoreWindows([1, 2, 3], 3)).toEqual([{ context: [1, 2, 3], target: [] }])
  })
})
