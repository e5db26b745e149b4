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

it('hides with a finite number that leaves nothing after softmax', () => {
  const { feed } = causalMask(1, null)
  const mask = feed({ batch: 1, time: 2, used: 0, capacity: 0, sequenceLength: 2 })
  const [, hidden] = floats(mask)
  expect(Number.isFinite(hidden)).toBe(true)
  expect(Math.fround(Math.exp(hidden!))).toBe(0)
})
