// The learning rate at the places where it turns; whole runs are held to torch in trainer.test.ts.
import { expect, test } from 'vitest'
import { learningRateShare, scheduleKinds } from './schedule'

test.each(scheduleKinds)('%s rises from nothing in equal steps', (kind) => {
  const shares = [0, 1, 2, 3, 4].map((step) =>
    learningRateShare({ kind, warmupSteps: 4 }, step, 20)
  )
  expect(shares).toEqual([0, 0.25, 0.5, 0.75, 1])
})

test.each([
  ['constant', [1, 1, 1]],
  ['linear', [1, 0.5, 0]],
  ['cosine', [1, 0.5, 0]]
] as const)('%s at its beginning, middle and end', (kind, expected) => {
  const schedule = { kind, warmupSteps: 10 }
  for (const [place, step] of [10, 20, 30].entries())
    expect(learningRateShare(schedule, step, 30)).toBeCloseTo(expected[place]!, 12)
})

test.each(scheduleKinds)(
  '%s without warm-up begins at the top, in a run of one step too',
  (kind) => {
    expect(learningRateShare({ kind, warmupSteps: 0 }, 0, 1)).toBe(1)
    expect(learningRateShare({ kind, warmupSteps: 5 }, 2, 3)).toBe(0.4) // never gets there
  }
)
