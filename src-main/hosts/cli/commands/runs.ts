// lethe runs: all trainings, whatever became of them; a name for one, and what it learned as a folder.
import { z } from 'zod'
import { exportKindSchema, type Run } from '../../../contract/training'
import { parseValues, UsageError, type Command, type Invocation } from '../command'
import { findNamed } from '../findNamed'
import { table } from '../output'
import { runSummary } from './train'

const schema = z.object({
  name: z.string().trim().min(1).max(120).optional(),
  out: z.string().min(1).optional(),
  as: exportKindSchema.optional()
})

export const runsCommand: Command = {
  usage: 'runs [rename RUN --name N | export RUN --out FOLDER [--as KIND]]',
  summary: 'List the trainings; rename one; write what it learned for other programs',
  details: [
    'Without a word it prints name, status, steps, the model it began with, the dataset and the id,',
    'newest first. RUN is an id or a name.',
    '',
    '  rename   with the model that it made',
    '  export   into a new folder: a merged model that transformers loads, or an adapter that peft loads',
    '',
    '  --name N       with rename: the new name',
    '  --out FOLDER   with export: it must not be there yet',
    `  --as KIND      with export: ${exportKindSchema.options.join(', ')} (usual: merged)`
  ].join('\n'),
  options: { name: { type: 'string' }, out: { type: 'string' }, as: { type: 'string' } },
  async run(invocation) {
    const { positionals, client, output, signal } = invocation
    const values = parseValues(schema, invocation.values)
    const [verb, wanted, extra] = positionals
    if (verb !== undefined && verb !== 'rename' && verb !== 'export')
      throw new UsageError(`there is no "runs ${verb}"`)
    if (extra !== undefined) throw new UsageError(`unexpected "${extra}"`)
    const { name, out, as } = values
    if (verb !== 'rename' && name !== undefined) throw new UsageError('--name belongs to rename')
    if (verb !== 'export' && (out ?? as) !== undefined)
      throw new UsageError('--out and --as belong to export')
    if (verb !== undefined) return change(verb, wanted, values, invocation)
    const lethe = await client()
    const { runs } = await lethe.training.list({}, { signal })
    output.result({ runs: runs.map(runSummary) }, runTable(runs))
  }
}

async function change(
  verb: 'rename' | 'export',
  wanted: string | undefined,
  { name, out, as: kind = 'merged' }: z.infer<typeof schema>,
  { client, output, signal, resolvePath }: Invocation
): Promise<void> {
  if (wanted === undefined) throw new UsageError('RUN is missing')
  if (verb === 'rename' && name === undefined) throw new UsageError('--name is missing')
  if (verb === 'export' && out === undefined) throw new UsageError('--out is missing')
  const lethe = await client()
  const { id } = findNamed((await lethe.training.list({}, { signal })).runs, 'run', wanted)
  if (name !== undefined) {
    const run = await lethe.training.rename({ id, name }, { signal })
    return output.result({ run: runSummary(run) }, `Renamed: ${run.name} (${id})\n`)
  }
  const path = resolvePath(out!)
  const written = await lethe.training.export({ id, kind, path }, { signal })
  output.result({ export: written }, `Written: ${written.path}\n`)
}

export function runTable(runs: readonly Run[]): string {
  return table(
    ['name', 'status', 'step', 'model', 'dataset', 'id'],
    runs.map((run) => [
      ...[run.name, run.status, `${run.step} of ${run.steps}`],
      ...[run.modelName || 'from scratch', run.datasetName, run.id]
    ])
  )
}
