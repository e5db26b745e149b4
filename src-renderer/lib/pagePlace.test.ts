import { expect, test } from 'vitest'
import { pagePlace } from './pagePlace'

const rows = Array.from({ length: 1007 }, (_, at) => at + 1) // ordinals in the order of the list

/** What the database gives for it. */
function read({ from, after, skip, limit }: ReturnType<typeof pagePlace>): number[] {
  const ordered = from === 'start' ? rows : rows.toReversed()
  const behind = after === 0 ? ordered : ordered.slice(ordered.indexOf(after) + 1)
  const page = behind.slice(skip, skip + limit)
  return from === 'start' ? page : page.toReversed()
}
const pageOf = (at: number) => ({ at, first: at * 10 + 1, last: Math.min(1007, at * 10 + 10) })

test.each([0, 1, 37, 50, 99, 100])('page %i is the same wherever it is asked from', (at) => {
  const wanted = rows.slice(at * 10, at * 10 + 10)
  expect(read(pagePlace(at, 10, null, []))).toEqual(wanted)
  expect(read(pagePlace(at, 10, 1007, []))).toEqual(wanted)
  const known = [at - 2, at + 3].filter((it) => it >= 0 && it <= 100).map(pageOf)
  expect(read(pagePlace(at, 10, 1007, known))).toEqual(wanted)
})

test('as few rows as can be are passed over', () => {
  const skipped = (at: number, known: number[], count: number | null = 1007): number =>
    pagePlace(at, 10, count, known.map(pageOf)).skip
  expect(skipped(100, [])).toBe(0)
  expect(skipped(99, [])).toBe(7)
  expect(skipped(50, [])).toBe(497)
  expect(skipped(50, [49])).toBe(0)
  expect(skipped(50, [51, 3])).toBe(0)
  expect(skipped(50, [40, 53])).toBe(20)
  expect(skipped(100, [], null)).toBe(1000)
})
