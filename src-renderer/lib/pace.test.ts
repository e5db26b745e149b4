import { expect, it } from 'vitest'
import { Pace } from './pace'

it('counts from what was done when it began to be watched, once that says something', () => {
  const pace = new Pace()
  expect(pace.secondsLeft(100, 500, 0)).toBeNull()
  expect(pace.secondsLeft(150, 500, 900)).toBeNull()
  expect(pace.secondsLeft(200, 500, 2000)).toBe(6)
  expect(new Pace().secondsLeft(0, 10, 0)).toBeNull()
})
