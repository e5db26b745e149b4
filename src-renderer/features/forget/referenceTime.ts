// How long the reference of a replay takes: it repeats the same trainings from their beginning.
import { secondsAtPace, type Run } from '../../../src-main/contract/training'

type Repeating = Pick<Run, 'id' | 'step' | 'trainedSeconds' | 'pace' | 'forgetting'>

/** Seconds; null where a training that it repeats is not in the list. */
export function referenceSeconds(replay: Repeating, runs: readonly Repeating[]): number | null {
  let sum = 0
  for (let run: Repeating | undefined = replay; run?.forgetting;) {
    const { originRunId, follows }: NonNullable<Run['forgetting']> = run.forgetting
    const origin = runs.find(({ id }) => id === originRunId)
    if (!origin) return null
    const { pace, step, trainedSeconds } = origin
    sum += pace ? secondsAtPace(step, pace) : trainedSeconds
    run = follows ? runs.find(({ id }) => id === follows.runId) : undefined
  }
  return sum
}
