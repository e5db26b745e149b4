// Training: what a run is set to do, what it will take, how it goes, and which records it learned from.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { runStatuses } from '../base/errors'
import { letheErrorSchema, procedure } from './errors'
import { recordFilterSchema } from './records'

/** `nothing`: a new model, with a tokenizer of its own, learns from these records alone. */
export const trainingPresets = ['byHeart', 'style', 'answers', 'nothing'] as const
export const trainingPresetSchema = z.enum(trainingPresets)
export type TrainingPreset = z.infer<typeof trainingPresetSchema>

/** What can be trained on; a run keeps to its own. */
export const trainingDevices = ['cpu', 'webgpu'] as const
export type TrainingDevice = (typeof trainingDevices)[number]

export const scheduleKinds = ['constant', 'linear', 'cosine'] as const
export const mostFixedPrompts = 5
export const mostCanaries = 100

export const trainingMethodSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('full'), // every weight changes
    /** Of attention, of what each layer adds, and of the stream's start; absent: 0. */
    dropout: z.number().min(0).max(0.9).optional()
  }),
  z.strictObject({
    type: z.literal('lora'),
    rank: z.int().min(1).max(256),
    alpha: z.number().positive().max(1024),
    dropout: z.number().min(0).max(0.9)
  })
])
export type TrainingMethod = z.infer<typeof trainingMethodSchema>

/** Records that may have to be forgotten come in a last phase: forgetting one costs that phase only. */
export const sensitiveLastSchema = z.strictObject({
  pii: z.boolean(), // records with personal data
  subjects: z.boolean(), // records that are somebody's
  tag: z.string().min(1).nullable(), // records that bear it
  rehearsalShare: z.number().min(0).max(1) // other records in that phase, as a share of these
})
export type SensitiveLast = z.infer<typeof sensitiveLastSchema>

/** Where somebody asks for it and says no more. */
export const usualSensitiveLast: SensitiveLast = {
  ...{ pii: true, subjects: true, tag: null, rehearsalShare: 1 }
}

export const newArchitectures = ['llama', 'gpt2'] as const
const size = z
  .int()
  .min(1)
  .max(2 ** 20)

/** A model that begins with nothing: its sizes, and at most how many tokens it learns to read. */
export const fromNothingSchema = z.strictObject({
  architecture: z.enum(newArchitectures),
  layers: z.int().min(1).max(1000),
  hidden: size, // numbers of a token between the layers
  heads: size,
  keyHeads: size, // of keys and values; gpt2 has as many as heads
  inner: size, // of the feed-forward part
  context: z.int().min(4).max(131_072), // the longest sequence, in tokens
  tied: z.boolean(), // what is written is read from the table of what is read
  vocabularySize: z
    .int()
    .min(261)
    .max(2 ** 21) // 256 bytes and five tokens of the chat at least
})
export type FromNothing = z.infer<typeof fromNothingSchema>

/**
 * Which records are learned from: those that match all of it. With a split it is that one alone, and those
 * put aside to measure with are still measured with.
 */
export const learnFromSchema = recordFilterSchema
  .pick({ query: true, tag: true, split: true, subject: true, language: true })
  // Words of it left with records that were erased: what it would match by now is something else.
  .extend({ erased: z.literal(true).optional() })
  .strict()
export type LearnFrom = z.infer<typeof learnFromSchema>

export const mostRecited = 1000

export const trainingSettingsSchema = z.strictObject({
  device: z.enum(trainingDevices).default('cpu'),
  method: trainingMethodSchema,
  epochs: z.int().min(1).max(1000), // how often each record is read
  learningRate: z.number().positive().max(1e6),
  batch: z.int().min(1).max(1024), // rows computed at once
  accumulation: z.int().min(1).max(1024), // such batches in one step
  sequenceLength: z.int().min(4).max(131_072), // tokens of a row
  schedule: z.enum(scheduleKinds),
  warmupShare: z.number().min(0).max(0.9), // of all steps
  weightDecay: z.number().min(0).max(10),
  maxGradientNorm: z.number().positive().nullable(), // null: not clipped
  answersOnly: z.boolean(), // of a conversation, only what the assistant says is learned
  seed: z.int().min(0).max(0xffffffff),
  validationShare: z.number().min(0).max(0.5), // records that are kept out to measure with
  evaluateEverySteps: z.int().min(1).nullable(), // null: after every epoch
  patience: z.int().min(1).nullable(), // ends after so many evaluations without a better one
  keepBest: z.boolean(), // the model is that of the best evaluation, not that of the last step
  sensitiveLast: sensitiveLastSchema.nullable(),
  /** States on the way that stay: forgetting goes on from one of them. They take disk. */
  keptStates: z.int().min(0).max(100).default(0),
  /** Random texts of one form that are learned too: what is remembered of them tells memory from guessing. */
  canaries: z.int().min(0).max(mostCanaries).default(0),
  prompts: z.array(z.string().trim().min(1).max(2000)).max(mostFixedPrompts), // asked at each evaluation
  saveMemory: z.boolean(), // computes values again instead of keeping them
  wholeWords: z.boolean().optional(), // of a model that fills gaps: the pieces of a word are one gap
  fromNothing: fromNothingSchema.nullable().default(null), // null: a model is taught further
  learnFrom: learnFromSchema.nullable().default(null), // null: all that are not put aside for testing
  /** So many of the learned records are asked for at each evaluation, and of what the run makes. */
  recitations: z.int().min(0).max(mostRecited).default(0)
})
export type TrainingSettings = z.infer<typeof trainingSettingsSchema>

export const runStatusSchema = z.enum(runStatuses)
export type RunStatus = z.infer<typeof runStatusSchema>

/** Whether it can still come to an end: of trainings, and of evidence that is taken. */
export function isUnfinished({ status }: { status: RunStatus }): boolean {
  return status === 'waiting' || status === 'running' || status === 'paused'
}

export const runPhaseSchema = z.enum([
  // tokenizing: a tokenizer is being learned; making: the trained model
  ...(['preparing', 'tokenizing', 'training', 'evaluating', 'saving', 'making'] as const)
])

/** Of a run that repeats another one without flagged records. */
export const runForgettingSchema = z.object({
  kind: z.enum(['replay', 'retrain']), // from the last state before them; from the beginning
  originRunId: z.string(), // the one that is repeated
  flagSetId: z.string(),
  flagSetName: z.string(), // as it was then
  flagSetVersion: z.int().positive(),
  records: z.int(), // of that version
  holes: z.int(), // of them: places that stay empty in this run
  fromStep: z.int(),
  lastStep: z.int().nullable(), // where a person had ended the other one; null: its plan says
  /** The run that makes the model it begins with; null: it begins with that of the other one. */
  follows: z.object({ runId: z.string(), runName: z.string() }).nullable(),
  /** A replay: what it was compared with. */
  compared: z
    .object({ runId: z.string(), sha256: z.string(), equal: z.boolean(), comparedAt: z.number() })
    .nullable()
})
export type RunForgetting = z.infer<typeof runForgettingSchema>

/** Of learned records drawn by the seed: those whose extraction strength was at least 0.9. */
export const recitedSchema = z.object({
  step: z.int(), // steps behind the model that was asked
  recited: z.int(),
  asked: z.int(),
  low: z.number(), // 95 % interval of the share of all learned records (Wilson); all asked: the share
  high: z.number()
})
export type Recited = z.infer<typeof recitedSchema>

/** What a run took, as it was measured: one that repeats it takes as much. */
export const runPaceSchema = z.object({
  stepSeconds: z.number(), // of computing, the median of the later steps
  besideSeconds: z.number(), // a step: states that are kept, measurements on the way
  fixedSeconds: z.number() // opening the model; making the trained one and asking it
})
export type RunPace = z.infer<typeof runPaceSchema>

/** What so many steps of such a run take, from its engine's start to its model. */
export function secondsAtPace(steps: number, pace: RunPace): number {
  return pace.fixedSeconds + steps * (pace.stepSeconds + pace.besideSeconds)
}

export const runSchema = z.object({
  id: z.string(),
  name: z.string(),
  modelId: z.string(), // that it began with; '': nothing
  modelName: z.string(), // the same
  datasetId: z.string(),
  datasetName: z.string(),
  settings: trainingSettingsSchema,
  status: runStatusSchema,
  phase: runPhaseSchema.nullable(), // while it runs
  yielding: z.boolean(), // holds still while an answer is being written
  waitingBehind: z.string().nullable(), // name of the run before it
  error: letheErrorSchema.nullable(), // why it failed, diverged, or paused by itself
  step: z.int(), // steps done
  steps: z.int(), // 0: not planned yet; a run from nothing is once its tokenizer is there
  stepsAnEpoch: z.int(),
  secondsLeft: z.number().nullable(),
  trainedSeconds: z.number(), // of computing, pauses not counted
  pace: runPaceSchema.nullable().default(null), // once it made a model
  records: z.int(), // that are learned from
  validationRecords: z.int(),
  tokens: z.int(), // of all records, once
  cutRecords: z.int(), // longer than a row: what is beyond is not learned
  device: z.string().nullable(),
  threads: z.int().nullable(),
  runtime: z.string().nullable(), // version of what computes
  cpuFeatures: z.string().nullable().default(null), // of the processor: another one adds in other orders
  loss: z.number().nullable(), // of the last step, nats a token
  evaluationLoss: z.number().nullable(), // the latest
  best: z.object({ step: z.int(), evaluationLoss: z.number() }).nullable(),
  recited: recitedSchema.nullable().default(null), // the latest; null: it was not asked
  endedEarly: z.boolean(), // out of patience
  savedAt: z.number().nullable(), // the last state that is safe on the disk
  savedStep: z.int().nullable(),
  resumedFromStep: z.int().nullable(), // where it went on after the app or its engine was cut off
  resultModelId: z.string().nullable(),
  forgetting: runForgettingSchema.nullable(),
  createdAt: z.number(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  removedAt: z.number().nullable()
})
export type Run = z.infer<typeof runSchema>

export const curvePointSchema = z.object({
  step: z.int(), // steps done
  loss: z.number().nullable(), // null: nothing was learned in this step
  evaluationLoss: z.number().nullable(),
  learningRate: z.number(),
  gradientNorm: z.number().nullable()
})
export type CurvePoint = z.infer<typeof curvePointSchema>

/** What the model answered along the way. */
export const fixedAnswerSchema = z.object({ step: z.int(), prompt: z.string(), text: z.string() })
export type FixedAnswer = z.infer<typeof fixedAnswerSchema>

/** What a training holds in memory at its highest point. */
export const trainingMemorySchema = z.object({
  weightsBytes: z.number(),
  gradientsBytes: z.number(),
  optimizerBytes: z.number(),
  workingBytes: z.number(), // values between the layers
  totalBytes: z.number(),
  freeBytes: z.number(), // on this machine, now
  fits: z.boolean()
})
export type TrainingMemory = z.infer<typeof trainingMemorySchema>

export const trainingEstimateSchema = z.object({
  records: z.int(),
  validationRecords: z.int(),
  sensitiveRecords: z.int(), // that come last; 0 without sensitiveLast
  /** The part of the run that is repeated to forget any of them exactly; null: none, or not by replay. */
  sensitiveShare: z.number().nullable(),
  /** The same to forget one of the others, on average over them. */
  replayShare: z.number().nullable(),
  keptStateBytes: z.number(), // of each state that stays
  tokens: z.int(),
  cutRecords: z.int(),
  stepsAnEpoch: z.int(),
  steps: z.int(),
  memory: trainingMemorySchema,
  adapterMemory: trainingMemorySchema.nullable(), // what LoRA of rank 8 would take; null: it is LoRA
  diskBytes: z.number(), // states on the way and the trained model
  freeDiskBytes: z.number(),
  seconds: z.number().nullable(), // null: not known before it is measured
  basis: z.enum(['measured', 'earlierRun']).nullable() // of the seconds
})
export type TrainingEstimate = z.infer<typeof trainingEstimateSchema>

export const estimateEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), stage: z.enum(['reading', 'measuring']) }),
  z.object({ type: z.literal('done'), estimate: trainingEstimateSchema })
])
export type EstimateEvent = z.infer<typeof estimateEventSchema>

/** How often a run read a record. */
export const recordUseSchema = z.object({
  runId: z.string(),
  runName: z.string(),
  status: runStatusSchema,
  startedAt: z.number().nullable(),
  recordId: z.string(),
  datasetId: z.string(),
  datasetName: z.string(),
  ordinal: z.int(),
  times: z.int(), // so far
  firstStep: z.int().nullable(), // null: not read yet, or kept out to measure with
  lastStep: z.int().nullable(),
  keptOut: z.boolean() // only measured with
})
export type RecordUse = z.infer<typeof recordUseSchema>

export const lineageModelSchema = z.object({
  modelId: z.string(),
  modelName: z.string(),
  removed: z.boolean(),
  runId: z.string(), // that made it
  relation: z.enum(['trained', 'descendant']), // descendant: begun with a model that saw the record
  through: z.string().nullable() // model id of the parent, for a descendant
})
export const exportKindSchema = z.enum(['merged', 'adapter'])
export type ExportKind = z.infer<typeof exportKindSchema>
export const lineageExportSchema = z.object({
  modelId: z.string(),
  kind: exportKindSchema,
  path: z.string(),
  exportedAt: z.number()
})
export const lineageSchema = z.object({
  records: z.array(
    z.object({
      recordId: z.string(),
      datasetId: z.string(),
      datasetName: z.string(),
      ordinal: z.int(),
      contentHash: z.string() // HMAC-SHA-256 under this data folder's key
    })
  ),
  runs: z.array(recordUseSchema),
  models: z.array(lineageModelSchema),
  exports: z.array(lineageExportSchema)
})
export type Lineage = z.infer<typeof lineageSchema>

/** A text that a run planted. Its loss beside those of the others tells whether the model remembers it. */
export const canarySchema = z.object({
  id: z.string(), // of its record
  ordinal: z.int(), // in the run; no place of the dataset
  text: z.string(),
  others: z.array(z.string()) // drawn in the same way, never planted
})
export type Canary = z.infer<typeof canarySchema>

export const stepRecordSchema = z.object({
  recordId: z.string(),
  ordinal: z.int(),
  epoch: z.int(), // from 1
  tokens: z.int(),
  contentHash: z.string()
})
export type StepRecord = z.infer<typeof stepRecordSchema>

/** Which records: one of a dataset, one by its id, or all that say the same as a text. */
export const lineageQuestionSchema = z.union([
  z.object({ dataset: z.string().min(1), ordinal: z.int().positive() }),
  z.object({ recordId: z.string().min(1) }),
  z.object({ text: z.string().min(1).max(20_000_000) })
])
export type LineageQuestion = z.infer<typeof lineageQuestionSchema>

const byId = z.object({ id: z.string() })
const byRun = z.object({ run: z.string().min(1) }) // an id or a name
const runName = z.string().trim().min(1).max(120)
const chosen = {
  model: z.string().min(1).nullable().default(null), // id or name; null: the settings begin with nothing
  dataset: z.string().min(1), // id or name
  settings: trainingSettingsSchema
}

export const trainingContract = {
  /** The settings of a preset for this model and this dataset. Throws `noTokenizer`. */
  suggest: procedure
    .input(
      z.object({
        model: z.string().min(1).nullable().default(null), // null with the preset `nothing` alone
        dataset: z.string().min(1),
        preset: trainingPresetSchema,
        method: z.enum(['full', 'lora']).optional() // usual: what suits the model's size
      })
    )
    .output(trainingSettingsSchema),
  /** What a run would take. With `measure` some steps are computed and thrown away. Ends with `done`. */
  estimate: procedure
    .input(z.object({ ...chosen, measure: z.boolean().default(false) }))
    .output(eventIterator(estimateEventSchema)),
  /**
   * Puts a run into the queue and returns at once. Throws `trainingTooLarge`, `nothingToLearn`,
   * `noTokenizer`, `diskTooSmall`, `holdsForgotten`: nothing was begun.
   */
  start: procedure
    .input(
      z.object({
        ...{ ...chosen, name: runName.optional() },
        allowForgotten: z.boolean().default(false) // records that were forgotten and came in again
      })
    )
    .output(runSchema),
  list: procedure
    .input(z.object({ removed: z.boolean().default(false) }))
    .output(z.object({ runs: z.array(runSchema) })), // newest first
  get: procedure.input(byRun).output(runSchema),
  /** Keeps its state, then stops computing. Returns once both are done. */
  pause: procedure.input(byId).output(runSchema),
  resume: procedure.input(byId).output(runSchema),
  /** Ends it for good. `keep`: the best so far becomes a model; else none is made. */
  cancel: procedure.input(byId.extend({ keep: z.boolean() })).output(runSchema),
  /** A failed, diverged or stopped run once more from its beginning, as a new run. */
  retry: procedure
    .input(byId.extend({ settings: trainingSettingsSchema.optional() }))
    .output(runSchema),
  /** With the model that it made. Throws `nameTaken`. */
  rename: procedure.input(byId.extend({ name: runName })).output(runSchema),
  /** It leaves the list and stays restorable for 30 days; its model stays. */
  remove: procedure.input(byId).output(runSchema),
  restore: procedure.input(byId).output(runSchema),
  /** At most `points` of it, first, last, best and evaluated ones among them. */
  curve: procedure
    .input(
      byId.extend({
        afterStep: z.int().min(-1).default(-1),
        points: z.int().min(2).max(2000).default(500)
      })
    )
    .output(z.object({ points: z.array(curvePointSchema) })),
  answers: procedure.input(byId).output(z.object({ answers: z.array(fixedAnswerSchema) })),
  /** Writes a folder that must not be there yet: `transformers` loads a merged one, `peft` an adapter. */
  export: procedure
    .input(byId.extend({ kind: exportKindSchema, path: z.string().min(1) }))
    .output(lineageExportSchema),
  /** The records of one step, in their places. */
  stepRecords: procedure
    .input(byId.extend({ step: z.int().min(0) }))
    .output(z.object({ records: z.array(stepRecordSchema) })),
  /** What a run planted and still holds: one that repeats it without some of them has the rest. */
  canaries: procedure
    .input(byRun.extend({ others: z.int().min(1).max(10_000).default(255) }))
    .output(z.object({ canaries: z.array(canarySchema) })),
  lineage: procedure.input(lineageQuestionSchema).output(lineageSchema)
}
