// What would be cut short if the app ended now. Answers are not: what is written of them is kept.
import type { AppContext } from './application'

export interface RunningWork {
  imports: number // begin again from the start
  datasetImports: number // so do these
  promptRuns: number // go on where they stopped
  trainings: number // and evidence that is taken: they go on from their last safe state
}

export function runningWork({
  imports,
  datasetImports,
  promptSets,
  trainings,
  evidences
}: Pick<
  AppContext,
  'imports' | 'datasetImports' | 'promptSets' | 'trainings' | 'evidences'
>): RunningWork {
  return {
    ...{ imports: imports.running, datasetImports: datasetImports.running },
    promptRuns: promptSets.running,
    trainings: trainings.running + evidences.running
  }
}
