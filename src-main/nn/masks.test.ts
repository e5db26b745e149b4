import fc from 'fast-check'
import { expect, it } from 'vitest'
import { floats } from '../tensor/session'
import { causalMask } from './masks'

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
