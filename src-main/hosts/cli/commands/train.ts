// lethe train: teaches a model a dataset, in the foreground.
import { z } from 'zod'
import type { DeviceRequest } from '../../../contract/devices'
import {
  trainingDevices,
  trainingPresets,
  trainingPresetSchema,
  type Run,
  type TrainingDevice
} from '../../../contract/training'
import { numberOption, onePositional, parseValues, UsageError, type Command } from '../command'
import { durationWords, followRun } from '../followRun'
import { withSettings } from '../trainingOptions'

const schema = z.object({
  dataset: z.string().min(1, 'a name or an id is needed').optional(),
  name: z.string().trim().min(1).max(120).optional(),
  preset: trainingPresetSchema.default('answers'),
  method: z.enum(['full', 'lora']).optional(),
  epochs: numberOption(1, 1000, 'integer').optional(),
  set: z.array(z.string()).default([]),
  'allow-forgotten': z.boolean().default(false)
})

export const trainCommand: Command = {
  usage:
    'train MODEL --dataset NAME [--name N] [--preset P] [--method M] [--epochs N] [--set K=V …]',
  summary: 'Teach a model the records of a dataset',
  details: [
    'The model stays as it is; a new one joins the library. Ctrl-C keeps what was learned and pauses;',
    '`lethe jobs resume` goes on, also after a power cut, and ends with the same weights.',
    '',
    '  --dataset NAME   what to learn from (usual: nothing; it is needed)',
    '  --name N         of the run and its model (usual: MODEL + NAME)',
    `  --preset P       ${trainingPresets.join(', ')} (usual: answers)`,
    '  --method M       full: every weight changes; lora: an adapter (usual: what suits the size)',
    '  --epochs N       how often each record is read',
    `  --device D       ${trainingDevices.join(' or ')} (usual: cpu, whose runs give the same bytes each time)`,
    '  --set K=V        any other setting, as often as you like: learningRate=1e-4, batch=8,',
    '                   sequenceLength=512, method.rank=16, validationShare=0.1, patience=null,',
    '                   sensitiveLast=true, prompts=["Who are you?"], seed=7',
    '  --allow-forgotten   records that were forgotten and came in again are learned too'
  ].join('\n'),
  options: {
    dataset: { type: 'string' },
    name: { type: 'string' },
    preset: { type: 'string' },
    method: { type: 'string' },
    epochs: { type: 'string' },
    set: { type: 'string', multiple: true },
    'allow-forgotten': { type: 'boolean' }
  },
  async run({ positionals, values, global, client, output, signal }) {
    const model = onePositional(positionals, 'MODEL')
    const { dataset, name, preset, method, epochs, set, ...more } = parseValues(schema, values)
    if (dataset === undefined) throw new UsageError('--dataset is missing')
    const device = deviceOf(global.device)
    const lethe = await client()
    const suggested = await lethe.training.suggest({ model, dataset, preset, method }, { signal })
    const settings = withSettings(
      { ...suggested, ...(epochs !== undefined && { epochs }), ...(device && { device }) },
      set
    )
    output.progress('preparing', '')
    const allowForgotten = more['allow-forgotten']
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
        `${run.step} steps in ${durationWords(run.trainedSeconds)}` +
        `${run.loss === null ? '' : `, loss ${run.loss.toFixed(4)}`}\n`
    )
  }
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
  return {
    ...{ id, name, status, modelId, modelName, datasetId, datasetName, settings },
    ...{ step, steps, secondsLeft, savedStep, resumedFromStep, error, resultModelId }
  }
}

export function metricsOf(run: Run) {
  const { loss, evaluationLoss, best, trainedSeconds, tokens, records, validationRecords } = run
  const { device, threads, endedEarly, cutRecords } = run
  return {
    ...{ loss, evaluationLoss, best, trainedSeconds, tokens, records, validationRecords },
    ...{ device, threads, endedEarly, cutRecords }
  }
}
