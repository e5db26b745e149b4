import { expect, it } from 'vitest'
import type { Run, RunForgetting } from '../../../src-main/contract/training'
import { referenceSeconds } from './referenceTime'

const run = (id: string, trainedSeconds: number, of: Partial<RunForgetting> | null = null) =>
  ({ id, trainedSeconds, pace: null, forgetting: of && { follows: null, ...of } }) as Run

it('takes as long as the trainings that it repeats, those before it included', () => {
  const first = run('first without', 3, { originRunId: 'first' })
  const follows = { runId: first.id, runName: 'first without' }
  const second = run('second without', 4, { originRunId: 'second', follows })
  const runs = [run('first', 60), run('second', 20), first, second]
  expect(referenceSeconds(first, runs)).toBe(60)
  expect(referenceSeconds(second, runs)).toBe(80)
  expect(referenceSeconds(second, runs.slice(1))).toBeNull()
  const pace = { stepSeconds: 2, besideSeconds: 0.5, fixedSeconds: 4 }
  const measured = { ...runs[0]!, pace, step: 30 }
  expect(referenceSeconds(first, [measured, first])).toBe(79)
})
