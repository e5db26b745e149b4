// lethe lineage: which trainings read a record, and what came of them.
import { z } from 'zod'
import type { Lineage } from '../../../contract/training'
import { numberOption, parseValues, UsageError, type Command } from '../command'
import { table } from '../output'

const schema = z.object({
  text: z.string().min(1).optional(),
  dataset: z.string().min(1).optional(),
  ordinal: numberOption(1, 0xffffffff, 'integer').optional()
})

export const lineageCommand: Command = {
  usage: 'lineage SAMPLE | --text T | --dataset NAME --ordinal N',
  summary: 'Tell which trainings, models and exports a record went into',
  details: [
    'SAMPLE is the id of a record. What a training read before an edit, or before the record left its',
    'dataset, is found too.',
    '',
    '  --text T         every record whose whole text this is',
    '  --dataset NAME   with --ordinal: the record at this place of a dataset'
  ].join('\n'),
  options: {
    text: { type: 'string' },
    dataset: { type: 'string' },
    ordinal: { type: 'string' }
  },
  async run({ positionals, values, client, output, signal }) {
    const { text, dataset, ordinal } = parseValues(schema, values)
    const [recordId, extra] = positionals
    if (extra !== undefined) throw new UsageError(`unexpected "${extra}"`)
    const given = [recordId, text, dataset ?? ordinal].filter((it) => it !== undefined)
    if (given.length !== 1) throw new UsageError('one of SAMPLE, --text, --dataset is needed')
    const lethe = await client()
    const lineage = await lethe.training.lineage(question(), { signal })
    output.result(lineage, words(lineage))

    function question() {
      if (recordId !== undefined) return { recordId }
      if (text !== undefined) return { text }
      if (dataset === undefined || ordinal === undefined)
        throw new UsageError('--dataset and --ordinal belong together')
      return { dataset, ordinal }
    }
  }
}

function words({ records, runs, models, exports }: Lineage): string {
  const times = (count: number): string => `${count} time${count === 1 ? '' : 's'}`
  const seen = runs.map((use) => [
    ...[use.runName, use.keptOut ? 'measured with' : times(use.times), use.status],
    `${use.datasetName} ${use.ordinal}`
  ])
  const made = models.map((model) => [model.modelName, model.relation, model.modelId])
  const parts = [
    `Records: ${records.length}\n`,
    seen.length === 0
      ? 'No training read it.\n'
      : table(['training', 'read', 'status', 'record'], seen),
    made.length === 0 ? '' : table(['model', 'how', 'id'], made),
    exports.length === 0
      ? ''
      : table(
          ['export', 'path'],
          exports.map((it) => [it.kind, it.path])
        )
  ]
  return parts.filter((part) => part !== '').join('\n')
}
