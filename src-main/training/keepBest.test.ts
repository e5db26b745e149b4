// Which state is the best and when a run ends early, from its settings and evaluations alone.
import { expect, test } from 'vitest'
import { bestEvaluation, isEvaluationDue, isOutOfBounds, isOutOfPatience } from './keepBest'

const measured = (...losses: number[]) => losses.map((loss, at) => ({ step: 4 * (at + 1), loss }))

test('the lowest is the best, the first of equal ones, and never what is no number', () => {
  expect(bestEvaluation([])).toBeNull()
  expect(bestEvaluation(measured(NaN, Infinity))).toBeNull()
  expect(bestEvaluation(measured(3, 2, 2, 5))).toEqual({ step: 8, loss: 2 })
  expect(bestEvaluation(measured(NaN, 3, -Infinity))).toEqual({ step: 8, loss: 3 })
})

test('patience counts what came since the best, and begins again with a better one', () => {
  const ends = (patience: number | null, ...losses: number[]): boolean =>
    isOutOfPatience(measured(...losses), { patience })
  expect(ends(2, 3, 4)).toBe(false)
  expect(ends(2, 3, 4, 3)).toBe(true) // an equal one is no better one
  expect(ends(2, 3, 4, 2, 5)).toBe(false)
  expect(ends(2, 3, 4, NaN)).toBe(false) // says nothing either way
  expect(ends(1, 3, 4)).toBe(true)
  expect(ends(null, 3, 4, 5, 6)).toBe(false)
  expect(ends(1)).toBe(false)
})

test('out of bounds is far above blind guessing, or no number', () => {
  const blind = Math.log(50)
  expect([0, blind, 9 * blind].map((loss) => isOutOfBounds(loss, 50))).toEqual([
    false,
    false,
    false
  ])
  expect([11 * blind, Infinity, NaN].map((loss) => isOutOfBounds(loss, 50))).toEqual([
    true,
    true,
    true
  ])
})

test('a run is measured after so many steps or after each pass, and at its end', () => {
  const due = (everySteps: number | null): number[] =>
    Array.from({ length: 11 }, (_, step) => step).filter((step) =>
      isEvaluationDue(step, { everySteps }, { steps: 10, epochStarts: [0, 3, 7] })
    )
  expect(due(4)).toEqual([4, 8, 10])
  expect(due(null)).toEqual([3, 7, 10])
  expect(due(20)).toEqual([10])
})
