// Settings that suit what a run is for, the model and the number of records.
import { LetheError } from '../base/errors'
import type { FromNothing, TrainingPreset, TrainingSettings } from '../contract/training'
import type { StoredModel } from '../store/models'

/** Models below this are trained whole: their adapters would save little. */
const wholeBelow = 50e6
const fewRecords = 20 // to keep some of them out would leave too little
const usualRecited = 50

export function usualMethod({ parameterCount }: StoredModel): 'full' | 'lora' {
  return parameterCount < wholeBelow ? 'full' : 'lora'
}

/** What suits a model that is taught further. */
export function suggested(
  preset: Exclude<TrainingPreset, 'nothing'>,
  method: 'full' | 'lora',
  { parameterCount, contextLength, chat }: StoredModel,
  records: number
): TrainingSettings {
  const byHeart = preset === 'byHeart'
  const whole = parameterCount < 5e6 ? 1e-3 : parameterCount < wholeBelow ? 3e-4 : 2e-5
  return {
    device: 'cpu',
    method: method === 'full' ? { type: 'full' } : { type: 'lora', rank: 8, alpha: 16, dropout: 0 },
    epochs: byHeart ? 30 : preset === 'style' ? 3 : 5,
    learningRate: method === 'lora' ? 5e-4 : byHeart ? whole : whole / 2,
    ...{ batch: 4, accumulation: 1, sequenceLength: Math.min(256, contextLength) },
    ...{ schedule: 'linear', warmupShare: 0.05, weightDecay: byHeart ? 0 : 0.01 },
    ...{ maxGradientNorm: 1, answersOnly: preset !== 'style', seed: 0 },
    validationShare: byHeart || records < fewRecords ? 0 : 0.1,
    ...{ evaluateEverySteps: null, patience: byHeart ? null : 3, keepBest: !byHeart },
    ...{ sensitiveLast: null, keptStates: 0, canaries: 0, prompts: [], saveMemory: false },
    ...{ fromNothing: null, learnFrom: null },
    ...(chat === 'fill' && { wholeWords: false }),
    // Whether it can recite them is what learning by heart is for.
    recitations: byHeart && chat !== 'fill' ? Math.min(records, usualRecited) : 0
  }
}

/** Of a new model: the fewer records, the smaller it is and the more often it reads them. */
export function suggestedFromNothing(records: number): TrainingSettings {
  const [small, middle] = [records < 2_000, records < 20_000]
  const hidden = small ? 128 : 256
  const fromNothing: FromNothing = {
    ...{ architecture: 'llama', layers: 4, hidden, heads: 4, keyHeads: 4 },
    ...{ inner: 2.5 * hidden, context: 256, tied: true },
    vocabularySize: small ? 1024 : middle ? 2048 : 4096
  }
  return {
    ...{ device: 'cpu', method: { type: 'full' }, epochs: small ? 30 : middle ? 10 : 3 },
    ...{ learningRate: 2e-3, batch: 8, accumulation: 1, sequenceLength: 256 },
    ...{ schedule: 'cosine', warmupShare: 0.05, weightDecay: 0.05, maxGradientNorm: 1 },
    ...{ answersOnly: false, seed: 0, validationShare: records < fewRecords ? 0 : 0.1 },
    ...{ evaluateEverySteps: null, patience: null, keepBest: records >= fewRecords },
    ...{ sensitiveLast: null, keptStates: 0, canaries: 0, prompts: [], saveMemory: false },
    ...{ fromNothing, learnFrom: null, recitations: 0 }
  }
}

/** What takes a model that goes on from a text. Throws `invalidInput`. */
export function refuseForMasked({ recitations, canaries }: TrainingSettings): void {
  if (recitations > 0) throw refusal('recitations', '0')
  // What is remembered of them is measured by what comes next.
  if (canaries > 0) throw refusal('canaries', '0')
}

/** What cannot go with a run that begins with nothing. Throws `invalidInput`. */
export function refuseForNothing(
  model: string | null,
  { method, answersOnly, canaries }: TrainingSettings
): void {
  if (model !== null) throw refusal('model', 'null')
  // There is nothing yet that an adapter could stand beside.
  if (method.type !== 'full') throw refusal('method', 'full')
  // Its tokenizer reads all of a record: then all of it is learned, and lineage says so.
  if (answersOnly) throw refusal('answersOnly', 'false')
  // It would read their form too, and they would say less.
  if (canaries > 0) throw refusal('canaries', '0')
}

function refusal(place: string, allowed: string): LetheError {
  const reason = { code: 'valueNotOneOf', place, allowed } as const
  return new LetheError('invalidInput', { field: 'option', name: place, reason })
}
