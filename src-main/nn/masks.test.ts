import fc from 'fast-check'
import { expect, it } from 'vitest'
import { floats } from '../tensor/session'
import { causalMask } from './masks'
import { positionsOf } from './stepInputs'

const place = fc.record({
  batch: fc.integer({ min: 1, max: 2 }),
  time: fc.integer({ min: 1, max: 6 }),
  used: fc.nat(8),
  unused: fc.nat(4),
  groupSize: fc.integer({ min: 1, max: 3 }),
  window: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 9 }))
})

it('shows each row itself and what came before it, within the window', () => {
  fc.assert(
    fc.property(place, ({ batch, time, used, unused, groupSize, window }) => {
      const capacity = used + unused
      const sequenceLength = used + time
      const input = causalMask(groupSize, window)
      const mask = input.feed({ batch, time, used, capacity, sequenceLength })
      const width = capacity + time
      expect(mask.shape).toEqual([batch, 1, groupSize * time, width])
      const seen = Array.from(floats(mask), (value) => value === 0)
      const expected = Array.from({ length: batch * groupSize * time * width }, (_, index) => {
        const column = index % width
        const query = used + (Math.floor(index / width) % time)
        if (column >= used && column < capacity) return false
        const key = column < capacity ? column : used + column - capacity
        return key <= query && (window === null || query - key < window)
      })
      expect(seen).toEqual(expected)
    })
  )
})

it('keeps sequences that share a row apart', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 })
  const rows = fc.array(lengths, { minLength: 1, maxLength: 3 })
  const window = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 4 }))
  fc.assert(
    fc.property(
      rows,
      fc.nat(3),
      fc.integer({ min: 1, max: 2 }),
      window,
      (sequences, rest, groupSize, seen) => {
        const totals = sequences.map((row) => row.reduce((sum, length) => sum + length, 0))
        const time = Math.max(...totals) + rest
        fc.pre(time > 0)
        const batch = sequences.length
        const mask = causalMask(groupSize, seen).feed({
          ...{ batch, time, used: 0, capacity: 0, sequenceLength: time, sequences }
        })
        const owners = sequences.map((row) => [
          ...row.flatMap((length, index) => Array<number>(length).fill(index)),
          ...Array<number>(time).fill(-1)
        ])
        const expected = Array.from({ length: batch * groupSize * time * time }, (_, place) => {
          const key = place % time
          const query = Math.floor(place / time) % time
          const owner = owners[Math.floor(place / (groupSize * time * time))]!
          return (
            key <= query && owner[key] === owner[query] && (seen === null || query - key < seen)
          )
        })
        expect(Array.from(floats(mask), (value) => value === 0)).toEqual(expected)
      }
    )
  )
})

it('shows each token of texts with beginnings in common those on the way to it', () => {
  const row = fc
    .array(fc.nat(99), { minLength: 1, maxLength: 7 })
    .map((picks) => picks.map((pick, at) => (pick % (at + 1)) - 1))
  const rows = fc.array(row, { minLength: 1, maxLength: 3 })
  const window = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 4 }))
  fc.assert(
    fc.property(rows, fc.nat(2), fc.nat(2), fc.integer({ min: 1, max: 2 }), window, (...given) => {
      const [follows, rest, capacity, groupSize, seen] = given
      const time = Math.max(...follows.map(({ length }) => length)) + rest
      const batch = follows.length
      const step = { batch, time, used: 0, capacity, sequenceLength: time, follows }
      const way = (b: number, token: number): number[] =>
        token < 0 ? [] : [token, ...way(b, follows[b]![token] ?? -1)]
      const expected = Array.from(
        { length: batch * groupSize * time * (capacity + time) },
        (_, at) => {
          const line = Math.floor(at / (capacity + time))
          const token = (at % (capacity + time)) - capacity
          const b = Math.floor(line / (groupSize * time))
          return way(b, line % time)
            .slice(0, seen ?? time)
            .includes(token)
        }
      )
      const mask = causalMask(groupSize, seen).feed(step)
      expect(Array.from(floats(mask), (value) => value === 0)).toEqual(expected)
      const depths = Array.from(
        { length: batch * time },
        (_, at) => way(Math.floor(at / time), at % time).length - 1
      )
      expect([...positionsOf(step)]).toEqual(depths)
    })
  )
  const step = { batch: 1, time: 2, used: 0, capacity: 0, sequenceLength: 2 }
  expect(() => positionsOf({ ...step, follows: [[-1, 1]] })).toThrow('token 1 follows 1')
  expect(() => positionsOf({ ...step, follows: [[-1, 0, 1]] })).toThrow('3 tokens do not fit')
})

it('refuses sequences that are longer than their row', () => {
  const { feed } = causalMask(1, null)
  const place = { batch: 1, time: 2, used: 0, capacity: 0, sequenceLength: 2, sequences: [[2, 1]] }
  expect(() => feed(place)).toThrow('3 tokens do not fit a row of 2')
})

it('hides with a finite number that leaves nothing after softmax', () => {
  const { feed } = causalMask(1, null)
  const mask = feed({ batch: 1, time: 2, used: 0, capacity: 0, sequenceLength: 2 })
  const [, hidden] = floats(mask)
  expect(Number.isFinite(hidden)).toBe(true)
  expect(Math.fround(Math.exp(hidden!))).toBe(0)
})
