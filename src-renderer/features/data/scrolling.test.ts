import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOf, windowOf } from './scrolling'

const rowPx = 40
const heightPx = 600

test('a short list scrolls by the pixel', () => {
  const view = windowOf({ count: 1000, rowPx, heightPx, topPx: 4010 })
  expect(view).toMatchObject({ totalPx: 40_000, first: 94, offsetPx: 3760 })
})

test('every row of any list can be brought into view, and is drawn there', () => {
  const counts = fc.integer({ min: 1, max: 5_000_000 })
  const shares = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(counts, shares, shares, (count, where, from) => {
      const index = Math.min(count - 1, Math.floor(where * count))
      const { totalPx } = windowOf({ count, rowPx, heightPx, topPx: 0 })
      const farthestPx = Math.max(0, totalPx - heightPx)
      const topPx = placeOf(index, { count, rowPx, heightPx, topPx: from * farthestPx })
      expect(topPx).toBeGreaterThanOrEqual(0)
      expect(topPx).toBeLessThanOrEqual(farthestPx + 1e-6)
      const view = windowOf({ count, rowPx, heightPx, topPx })
      const drawnPx = view.offsetPx + (index - view.first) * rowPx - topPx
      expect(drawnPx).toBeGreaterThan(-1e-3)
      expect(drawnPx + rowPx).toBeLessThan(heightPx + 1e-3)
      expect(view.first <= index && index < view.last).toBe(true)
    })
  )
})
