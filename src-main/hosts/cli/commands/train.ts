// lethe train: teaches a model a dataset, in the foreground.
import { z } from 'zod'
import type { DeviceRequest } from '../../../contract/devices'
import { recordSplits } from '../../../contract/records'
import {
  learnFromSchema,
  newArchitectures,
  trainingDevices,
  trainingPresets,
  trainingPresetSchema,
  type LearnFrom,
  type Run,
  type TrainingDevice,
  type TrainingPreset
} from '../../../contract/training'
import { numberOption, onePositional, parseValues, UsageError, type Command } from '../command'
import { durationWords, followRun } from '../followRun'
import { withSettings } from '../trainingOptions'

const schema = z.object({
  dataset: z.string().min(1, 'a name or an id is needed').optional(),
  name: z.string().trim().min(1).max(120).optional(),
  preset: trainingPresetSchema.optional(),
  'from-scratch': z.boolean().default(false),
  split: z.enum([...recordSplits, 'none']).optional(),
  tag: z.string().min(1).optional(),
  query: z.string().trim().min(1).max(1000).optional(),
  method: z.enum(['full', 'lora']).optional(),
  epochs: numberOption(1, 1000, 'integer').optional(),
  set: z.array(z.string()).default([]),
  'allow-forgotten': z.boolean().default(false)
})

export const trainCommand: Command = {
  usage:
    'train MODEL|--from-scratch --dataset NAME [--name N] [--preset P] [--method M] [--epochs N] [--set K=V …]',
  summary: 'Teach a model the records of a dataset, or begin a new one with them',
  details: [
    'The model stays as it is; a new one joins the library. Ctrl-C keeps what was learned and pauses;',
    '`lethe jobs resume` goes on, also after a power cut, and ends with the same weights.',
    '',
    '  --dataset NAME   what to learn from (usual: nothing; it is needed)',
    '  --name N         of the run and its model (usual: MODEL + NAME)',
    '  --from-scratch   a new model, with a tokenizer learned from the same records; no MODEL then',
    `  --preset P       ${trainingPresets.join(', ')} (usual: answers; nothing is --from-scratch)`,
    '  --method M       full: every weight changes; lora: an adapter (usual: what suits the size)',
    '  --epochs N       how often each record is read',
    `  --split S        learn from one split alone: ${recordSplits.join(', ')}, or none (of them)`,
    '  --tag T          only from records with this tag',
    '  --query Q        only from records that a search for this finds',
    `  --device D       ${trainingDevices.join(' or ')} (usual: cpu, whose runs give the same bytes each time)`,
    '  --set K=V        any other setting, as often as you like: learningRate=1e-4, batch=8,',
    '                   sequenceLength=512, method.rank=16, method.dropout=0.1, patience=null,',
    '                   validationShare=0.1, canaries=10, prompts=["Who are you?"], seed=7,',
    '                   recitations=50, sensitiveLast=true, sensitiveLast.tag=T,',
    '                   sensitiveLast.rehearsalShare=0.5; for a model that fills gaps',
    '                   wholeWords=true, and prompts with [MASK] where a word is wanted;',
    `                   from scratch: fromNothing.architecture=${newArchitectures.join('|')},`,
    '                   fromNothing.layers=6, and hidden, heads, keyHeads, inner, context, tied,',
    '                   vocabularySize',
    '  --allow-forgotten   records that were forgotten and came in again are learned too'
  ].join('\n'),
  options: {
    dataset: { type: 'string' },
    name: { type: 'string' },
    preset: { type: 'string' },
    method: { type: 'string' },
    epochs: { type: 'string' },
    'from-scratch': { type: 'boolean' },
    split: { type: 'string' },
    tag: { type: 'string' },
    query: { type: 'string' },
    set: { type: 'string', multiple: true },
    'allow-forgotten': { type: 'boolean' }
  },
  async run({ positionals, values, global, client, output, signal }) {
    const options = parseValues(schema, values)
    const { dataset, name, method, epochs, set } = options
    const { model, preset } = beginningOf(positionals, options)
    if (dataset === undefined) throw new UsageError('--dataset is missing')
    const device = deviceOf(global.device)
    const lethe = await client()
    const ask = { model, dataset, preset, method: model === null ? undefined : method }
    const suggested = await lethe.training.suggest(ask, { signal })
    const learnFrom = learnFromOf(options)
    const settings = withSettings(
      {
        ...suggested,
        ...(epochs !== undefined && { epochs }),
        ...(device && { device }),
        ...(learnFrom && { learnFrom })
      },
      set
    )
    output.progress('preparing', '')
    const allowForgotten = options['allow-forgotten']
    const chosen = { model, dataset, settings, name, allowForgotten }
    const { id } = await lethe.training.start(chosen, { signal })
    const run = await followRun(lethe, id, output, signal)
    const made = run.resultModelId
      ? await lethe.models.get({ model: run.resultModelId }, { signal })
      : null
    output.result(
      {
        run: runSummary(run),
        model: made && { id: made.id, name: made.name, sha256: made.sha256 },
        metrics: metricsOf(run)
      },
      `${made ? `Made: ${made.name} (${made.id})` : `No model was made of ${run.name}`}, ` +
        `${run.step} steps in ${durationWords(run.trainedSeconds)}${lossAndRecited(run)}\n`
    )
  }
}

function lossAndRecited({ loss, recited }: Run): string {
  return [
    loss === null ? '' : `, loss ${loss.toFixed(4)}`,
    recited ? `, recites ${recited.recited} of ${recited.asked} records` : ''
  ].join('')
}

/** A model that is taught further, or none. */
function beginningOf(
  positionals: string[],
  { preset, method, 'from-scratch': fromScratch }: z.infer<typeof schema>
): { model: string | null; preset: TrainingPreset } {
  if (!fromScratch && preset !== 'nothing')
    return { model: onePositional(positionals, 'MODEL'), preset: preset ?? 'answers' }
  const [extra] = positionals
  if (extra !== undefined) throw new UsageError(`unexpected "${extra}": it begins with nothing`)
  if (preset !== undefined && preset !== 'nothing')
    throw new UsageError(`--from-scratch and --preset ${preset} do not go together`)
  if (method === 'lora') throw new UsageError('--method lora: there is no model to stand beside')
  return { model: null, preset: 'nothing' }
}

function learnFromOf({ split, tag, query }: z.infer<typeof schema>): LearnFrom | null {
  if ((split ?? tag ?? query) === undefined) return null
  return learnFromSchema.parse({ split, tag, query })
}

/** A run keeps to the device it was begun for: none is chosen by itself. */
function deviceOf(asked: DeviceRequest | undefined): TrainingDevice | undefined {
  const device = trainingDevices.find((it) => it === asked)
  if (asked !== undefined && device === undefined)
    throw new UsageError(`--device ${asked}: trainings run on ${trainingDevices.join(' or ')}`)
  return device
}

/** The fields of a run that the command line prints. */
export function runSummary(run: Run) {
  const { id, name, status, modelId, modelName, datasetId, datasetName, settings } = run
  const { step, steps, secondsLeft, savedStep, resumedFromStep, error, resultModelId } = run
  const { trainedSeconds, pace, stepsAnEpoch, startedAt, endedAt } = run
  return {
    ...{ id, name, status, modelId, modelName, datasetId, datasetName, settings },
    ...{ step, steps, secondsLeft, savedStep, resumedFromStep, error, resultModelId },
    ...{ trainedSeconds, pace, stepsAnEpoch, startedAt, endedAt }
  }
}

export function metricsOf(run: Run) {
  const { loss, evaluationLoss, best, trainedSeconds, tokens, records, validationRecords } = run
  const { device, threads, endedEarly, cutRecords, recited } = run
  return {
    ...{ loss, evaluationLoss, best, trainedSeconds, tokens, records, validationRecords },
    ...{ device, threads, endedEarly, cutRecords, recited }
  }
}
