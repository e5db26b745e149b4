// What would be cut short if the app ended now. Answers are not: what is written of them is kept.
import type { AppContext } from './application'

export interface RunningWork {
  imports: number // begin again from the start
  datasetImports: number // so do these
  promptRuns: number // go on where they stopped
  trainings: number // go on from their last safe state
  evidence: number // nothing that was asked is asked again
  audits: number // the same
}

export function runningWork({
  imports,
  datasetImports,
  promptSets,
  trainings,
  evidences,
  audits
}: Pick<
  AppContext,
  'imports' | 'datasetImports' | 'promptSets' | 'trainings' | 'evidences' | 'audits'
>): RunningWork {
  return {
    ...{ imports: imports.running, datasetImports: datasetImports.running },
    ...{ promptRuns: promptSets.running, trainings: trainings.running },
    ...{ evidence: evidences.running, audits: audits.running }
  }
}
