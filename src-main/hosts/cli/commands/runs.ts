// lethe runs: all trainings, whatever became of them.
import type { Run } from '../../../contract/training'
import { UsageError, type Command } from '../command'
import { table } from '../output'
import { runSummary } from './train'

export const runsCommand: Command = {
  usage: 'runs',
  summary: 'List the trainings',
  details:
    'Prints name, status, steps, the model it began with, the dataset and the id, newest first.',
  options: {},
  async run({ positionals, client, output, signal }) {
    if (positionals.length > 0) throw new UsageError(`unexpected "${positionals[0]}"`)
    const lethe = await client()
    const { runs } = await lethe.training.list({}, { signal })
    output.result({ runs: runs.map(runSummary) }, runTable(runs))
  }
}

export function runTable(runs: readonly Run[]): string {
  return table(
    ['name', 'status', 'step', 'model', 'dataset', 'id'],
    runs.map((run) => [
      ...[run.name, run.status, `${run.step} of ${run.steps}`],
      ...[run.modelName, run.datasetName, run.id]
    ])
  )
}
