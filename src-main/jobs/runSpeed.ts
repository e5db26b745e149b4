// How fast a run computed.
import type { StoredRun } from '../store/runs'

/** Seconds of computing a step took on average, measurements aside; null: none was computed. */
export function secondsAStepOf({ step, trainedSeconds, forgetting }: StoredRun): number | null {
  const computed = step - (forgetting?.fromStep ?? 0)
  return computed > 0 && trainedSeconds > 0 ? trainedSeconds / computed : null
}
