// What is said about trainings: a part of protocol.ts.
import { z } from 'zod'
import {
  curvePointSchema,
  fixedAnswerSchema,
  recitedSchema,
  runPhaseSchema,
  trainingDevices,
  trainingSettingsSchema
} from '../contract/training'

export const trainingSpecs = [
  /** Reads the records of a run's folder and decides what each step reads; `keep` writes it there. */
  z.object({
    type: z.literal('planTraining'),
    folder: z.string(),
    modelFolder: z.string(),
    names: z.object({ model: z.string(), dataset: z.string() }),
    settings: trainingSettingsSchema,
    keep: z.boolean()
  }),
  /** What a model that begins with nothing will hold in memory, before there is a tokenizer. */
  z.object({ type: z.literal('newModelBytes'), settings: trainingSettingsSchema }),
  /**
   * Makes the model that a run from nothing begins with, in the run's folder: the tokenizer from the records
   * that are learned, first weights; then the plan. What is there already is taken.
   */
  z.object({
    type: z.literal('prepareNew'),
    folder: z.string(),
    dataset: z.string(), // its name
    settings: trainingSettingsSchema,
    /** The tokenizer from so many characters at most, to find out what a run would take; null: from all. */
    sampleCharacters: z.number().int().positive().nullable()
  }),
  /** Trains from the last state in the run's folder on, and makes the model. */
  z.object({
    type: z.literal('train'),
    folder: z.string(),
    name: z.string(), // of the model: an adapter tells which one it belongs to
    modelFolder: z.string(),
    weightsSha256: z.string(), // of that model
    settings: trainingSettingsSchema,
    device: z.enum(trainingDevices),
    threads: z.number().int().min(1),
    /** Only so many steps, nothing kept: how long do they take? */
    probeSteps: z.number().int().positive().nullable(),
    lastStep: z.number().int().nullable() // ends after so many as if it were its last; null: as planned
  }),
  /** Writes what a run begins with that repeats the one of `from` without some records. */
  z.object({
    type: z.literal('prepareReplay'),
    from: z.string(),
    folder: z.string(),
    modelFolder: z.string(), // that the run began with; read where it goes on from a state
    weightsSha256: z.string(), // of that model
    settings: trainingSettingsSchema,
    without: z.array(z.number().int()), // ordinals
    step: z.number().int() // of the state that it goes on from; 0: from the model
  })
] as const

/** What a training will read and hold. */
export const trainingPlanResultSchema = z.object({
  records: z.number().int(),
  validationRecords: z.number().int(),
  sensitiveRecords: z.number().int(),
  emptyRecords: z.number().int(),
  tokens: z.number().int(),
  cutRecords: z.number().int(),
  steps: z.number().int(),
  epochStarts: z.array(z.number().int()), // the first step of each pass over the records
  lastPhaseStep: z.number().int(),
  /** To forget one record that comes before that; null: there is none. */
  replayShare: z.number().nullable(),
  parameterBytes: z.number(), // all of them, in f32
  trainedBytes: z.number(), // those that change
  adapterBytes: z.number(), // what an adapter of rank 8 would have
  workingBytes: z.number(),
  /** Steps that read each record; empty when nothing is kept. */
  uses: z.array(
    z.object({
      ordinal: z.number().int(),
      keptOut: z.boolean(),
      tokens: z.number().int(),
      steps: z.array(z.number().int())
    })
  )
})
export type TrainingPlanResult = z.infer<typeof trainingPlanResultSchema>

export const trainingResults = {
  planTraining: trainingPlanResultSchema,
  newModelBytes: trainingPlanResultSchema.pick({
    ...{ parameterBytes: true, trainedBytes: true, adapterBytes: true, workingBytes: true }
  }),
  prepareNew: trainingPlanResultSchema.extend({
    weightsSha256: z.string(),
    tokenizerSeconds: z.number(), // 0: it was there
    tokenizerShare: z.number() // of the text that it was learned from
  }),
  train: z.object({
    /** `ended`: before its last step, because it was told to or had no patience left. */
    outcome: z.enum(['finished', 'ended', 'diverged', 'probed']),
    step: z.number().int(),
    secondsAStep: z.number().nullable(),
    made: z.boolean() // the model is there
  }),
  prepareReplay: z.object({
    best: z.object({ step: z.number().int(), evaluationLoss: z.number() }).nullable()
  })
} as const

export const trainingEvents = [
  z.object({
    type: z.literal('trainingOpened'),
    step: z.number().int(), // where it goes on
    steps: z.number().int(),
    device: z.string()
  }),
  z.object({ type: z.literal('trainingPhase'), phase: runPhaseSchema }),
  z.object({ type: z.literal('trainingHeld'), held: z.boolean() }),
  z.object({
    type: z.literal('trainingSteps'),
    points: z.array(curvePointSchema),
    seconds: z.number() // that these took
  }),
  z.object({ type: z.literal('trainingSaved'), step: z.number().int() }),
  z.object({
    type: z.literal('trainingEvaluated'),
    step: z.number().int(),
    evaluationLoss: z.number(),
    isBest: z.boolean()
  }),
  z.object({ type: z.literal('trainingAnswers'), answers: z.array(fixedAnswerSchema) }),
  z.object({ type: z.literal('trainingRecited'), recited: recitedSchema })
] as const
