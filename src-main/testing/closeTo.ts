// Comparing numbers by their digits, however small they are.
import { expect } from 'vitest'

/** Fails unless `found` equals `wanted` within `relative` of it (and `absolute`, usually 0). */
export function expectClose(found: number, wanted: number, relative: number, absolute = 0): void {
  const isClose =
    Object.is(found, wanted) || Math.abs(found - wanted) <= relative * Math.abs(wanted) + absolute
  expect(isClose, `${found} is not ${wanted} to ${relative}`).toBe(true)
}
