// What states that stay save, against what follows from the order of the records.
import { expect, test } from 'vitest'
import { keptSteps, replayShare } from './keptStates'

/** A run of so many passes over 100 records, one a step, in one order. */
const runOf = (epochs: number) => ({ steps: 100 * epochs, lastPhaseStep: 100 * epochs })
const firstReads = Array.from({ length: 100 }, (_, step) => step)

test('without states that stay, all of it is repeated', () => {
  expect(replayShare(runOf(3), 0, firstReads)).toBe(1)
})

test.each([1, 3, 10])(
  'with a state at each step of %i passes, all but 1 / (2E) of it',
  (epochs) => {
    // One record's first read lies anywhere in the first pass: half of it is spared on average.
    const count = 100 * epochs - 1
    const share = replayShare(runOf(epochs), count, firstReads)!
    expect(Math.abs(share - (1 - 1 / (2 * epochs)))).toBeLessThan(0.51 / (100 * epochs))
  }
)

test('few states spare less, rounded down to the last clean one', () => {
  // One pass, states behind 25, 50 and 75 steps.
  expect([...keptSteps(runOf(1), 3)]).toEqual([25, 50, 75])
  expect(replayShare(runOf(1), 3, firstReads)).toBeCloseTo(1 - (0.25 + 0.5 + 0.75) / 4)
  expect(replayShare(runOf(1), 3, [24])).toBe(1)
  expect(replayShare(runOf(1), 3, [25])).toBe(0.75)
})

test('records of the last phase are no part of it', () => {
  const facts = { steps: 100, lastPhaseStep: 80 }
  expect(replayShare(facts, 0, [10, 80, 90])).toBe(1)
  expect(replayShare(facts, 0, [80, 90])).toBeNull()
})
