// lethe unlearn: makes a model forget flagged records, in the foreground.
import { z } from 'zod'
import { forgettingMethods, type ReplayCost } from '../../../contract/forgetting'
import { onePositional, parseValues, UsageError, type Command } from '../command'
import { flagSetOf } from '../flagRecords'
import { durationWords, followRun } from '../followRun'
import { formatBytes, table } from '../output'
import { metricsOf, runSummary } from './train'

const schema = z.object({
  dataset: z.string().min(1, 'a name or an id is needed').optional(),
  method: z.enum(forgettingMethods).default('exact-replay'),
  flags: z.string().min(1).optional(),
  name: z.string().trim().min(1).max(120).optional(),
  descendants: z.boolean().default(false),
  'dry-run': z.boolean().default(false)
})

export const unlearnCommand: Command = {
  usage:
    'unlearn MODEL --dataset NAME [--method M] [--flags SET] [--name N] [--descendants] [--dry-run]',
  summary: 'Make a model forget the records that are flagged in a dataset',
  details: [
    'The model stays as it is; one that never saw the records joins the library: its training is repeated',
    'without them, from the last state before them. Trainings in between are repeated too. Ctrl-C pauses;',
    '`lethe jobs resume` goes on. `lethe verify RUN` trains once more from the beginning and compares.',
    '',
    '  --dataset NAME   where they were flagged, with `lethe dataset flag` (usual: nothing; it is needed)',
    `  --method M       ${forgettingMethods.join(', ')} (usual: exact-replay)`,
    '  --flags SET      which set, by name or id (usual: the only one)',
    '  --name N         of the run and its model (usual: MODEL − SET)',
    '  --descendants    whatever was trained on from MODEL forgets too',
    '  --dry-run        only tell what it takes'
  ].join('\n'),
  options: {
    dataset: { type: 'string' },
    method: { type: 'string' },
    flags: { type: 'string' },
    name: { type: 'string' },
    descendants: { type: 'boolean' },
    'dry-run': { type: 'boolean' }
  },
  async run({ positionals, values, client, output, signal }) {
    const model = onePositional(positionals, 'MODEL')
    const { dataset, flags, name, descendants, ...rest } = parseValues(schema, values)
    if (dataset === undefined) throw new UsageError('--dataset is missing')
    const lethe = await client()
    const flagSet = await flagSetOf(lethe, dataset, flags, signal)
    const chosen = { model, flagSet: flagSet.id, descendants }
    const cost = await lethe.forgetting.cost(chosen, { signal })
    if (rest['dry-run']) {
      output.result({ flagSet, cost }, costWords(cost))
      return
    }
    output.progress('preparing', '')
    const begun = await lethe.forgetting.replay({ ...chosen, name }, { signal })
    const runs = []
    for (const { id } of begun.runs) runs.push(await followRun(lethe, id, output, signal))
    const run = runs.find(({ id }) => id === begun.run.id)!
    const made = run.resultModelId
      ? await lethe.models.get({ model: run.resultModelId }, { signal })
      : null
    const steps = runs.reduce((sum, it) => sum + it.step - (it.forgetting?.fromStep ?? 0), 0)
    output.result(
      {
        run: { ...runSummary(run), forgetting: run.forgetting },
        model: made && { id: made.id, name: made.name, sha256: made.sha256 },
        metrics: { ...metricsOf(run), replayedSteps: steps, predictedSteps: cost.steps },
        runs: runs.map(runSummary)
      },
      `${made ? `Made: ${made.name} (${made.id})` : `No model was made of ${run.name}`}, ` +
        `${steps} steps in ${durationWords(runs.reduce((sum, it) => sum + it.trainedSeconds, 0))}\n` +
        'Forgotten by replay; not yet compared. To compare it with a training from the beginning:\n' +
        `  lethe verify ${run.id}\n`
    )
  }
}

function costWords(cost: ReplayCost): string {
  const rows = cost.runs.map((run) => [
    ...[
      run.runName,
      String(run.holes),
      run.fromStep === 0 ? 'its beginning' : `step ${run.fromStep}`
    ],
    String(run.steps)
  ])
  const { steps, retrainSteps, seconds, retrainSeconds, diskBytes } = cost
  const about = (time: number | null): string =>
    time === null ? '' : `, about ${durationWords(time)}`
  return (
    table(['training to repeat', 'flagged in it', 'from', 'steps'], rows) +
    `\n${steps} steps${about(seconds)}, ${formatBytes(diskBytes)} of disk; ` +
    `from the beginning it would be ${retrainSteps} steps${about(retrainSeconds)}\n`
  )
}
