// Evidence that is taken: asked for, in the queue of all trainings, and kept. Changes of it are told
// under the topic `evidence`.
import { z } from 'zod'
import { letheErrorSchema, procedure } from './errors'
import { evidenceCostSchema } from './evidenceCost'
import { evidenceFileSchema } from './evidenceFile'
import { overallVerdictSchema } from './evidenceMeasured'
import {
  attackNames,
  attackNameSchema,
  evidenceRoleSchema,
  evidenceSettingsSchema
} from './evidenceRequest'
import { languages } from './quantities'
import { runStatusSchema } from './training'

export const evidenceStatusSchema = runStatusSchema.exclude(['diverged'])
export type EvidenceStatus = z.infer<typeof evidenceStatusSchema>

/** gathering: the records that are asked about; relearning: the models that are attacked by training. */
const evidencePhaseSchema = z.enum(['gathering', 'relearning', 'asking'])

const model = z.object({ id: z.string(), name: z.string() })

/** How much is asked, beside the settings of each question. */
const extent = {
  attacks: z.array(attackNameSchema),
  ...{ records: z.int().min(1).max(10_000), kept: z.int().min(1).max(10_000) }, // at most so many
  heldOut: z.int().min(1).max(10_000),
  relearningSteps: z.int().min(1).max(1000), // on kept records, before they are asked again
  /** Other datasets, by id: records that no model saw; questions in other words about the same people. */
  heldOutDataset: z.string().nullable(),
  questionsDataset: z.string().nullable()
}
export const evidenceChoiceSchema = z.object({ ...extent, settings: evidenceSettingsSchema })
export type EvidenceChoice = z.infer<typeof evidenceChoiceSchema>

export const usualEvidenceExtent: Omit<EvidenceChoice, 'settings'> = {
  ...{ attacks: [...attackNames], records: 400, kept: 100, heldOut: 100 },
  ...{ relearningSteps: 10, heldOutDataset: null, questionsDataset: null }
}

export const evidenceEntrySchema = z.object({
  id: z.string(),
  flagSetId: z.string(),
  flagSetName: z.string(), // as it was then
  flagSetVersion: z.int().positive(),
  records: z.int(), // of that version
  runId: z.string().nullable(), // that `forgetting.replay` made; null: it forgot in another way
  models: z.object({
    ...{ original: model, unlearned: model },
    reference: model.nullable() // null: it is being made; evidence waits for it
  }),
  choice: evidenceChoiceSchema,
  status: evidenceStatusSchema,
  phase: evidencePhaseSchema.nullable(), // while it runs
  asking: z.object({ role: evidenceRoleSchema, attack: attackNameSchema.nullable() }).nullable(),
  done: z.int(), // questions to models
  total: z.int(), // 0: not known yet
  secondsLeft: z.number().nullable(),
  yielding: z.boolean(), // holds still while an answer is being written
  waitingBehind: z.string().nullable(), // name of what is before it
  error: letheErrorSchema.nullable(), // why it failed, or paused by itself
  overall: overallVerdictSchema.nullable(), // once it is finished
  cost: evidenceCostSchema.nullable().default(null), // as it was said before; null: it could not be
  createdAt: z.number(),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  removedAt: z.number().nullable()
})
export type EvidenceEntry = z.infer<typeof evidenceEntrySchema>

const wanted = z.string().min(1) // an id or a name
/** Which model forgot what, and what it is compared with. */
export const evidenceOfSchema = z.union([
  /** A run that `forgetting.replay` made: original and reference are found by it. */
  z.object({ run: wanted }),
  z.object({
    flagSet: wanted, // an id
    version: z.int().positive().optional(), // usual: the latest
    ...{ original: wanted, unlearned: wanted, reference: wanted } // models
  })
])
export type EvidenceOf = z.infer<typeof evidenceOfSchema>

export const reportFormats = ['html', 'pdf', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** The weights of a model that a report names, as they are on this machine now. */
export const heldModelSchema = z.object({
  id: z.string(),
  sha256: z.string(), // in the report
  state: z.enum(['same', 'different', 'missing']),
  foundSha256: z.string().nullable()
})
export type HeldModel = z.infer<typeof heldModelSchema>

/** What is asked for; what is left open is as usual. */
export const evidenceAskSchema = z.object({
  of: evidenceOfSchema,
  makeReference: z.boolean().default(false), // where there is none
  choice: evidenceChoiceSchema
    .partial()
    .extend({
      settings: evidenceSettingsSchema.partial().optional(),
      ...{ heldOutDataset: wanted.nullish(), questionsDataset: wanted.nullish() }
    })
    .default({})
})
export type EvidenceAsk = z.infer<typeof evidenceAskSchema>

const byId = z.object({ id: z.string() })

export const evidenceProcedures = {
  /**
   * Puts it into the queue and returns at once. A reference that is on its way is waited for; where there
   * is none, `makeReference` has it made first. Throws `noReference`, `neverSaw` (the original),
   * `referenceSaw`, `notAReplay`, `runStatusRefused`, `modelNotFound`, `datasetNotFound`.
   */
  take: procedure.input(evidenceAskSchema).output(evidenceEntrySchema),
  /** What that would take; nothing is begun. Throws as `take`. */
  cost: procedure.input(evidenceAskSchema).output(evidenceCostSchema),
  list: procedure
    .input(
      z.object({
        flagSet: z.string().optional(), // an id
        run: z.string().optional(), // an id
        removed: z.boolean().default(false)
      })
    )
    .output(z.object({ entries: z.array(evidenceEntrySchema) })), // newest first
  /** `file`: what was found, once it is finished. */
  get: procedure
    .input(byId)
    .output(z.object({ entry: evidenceEntrySchema, file: evidenceFileSchema.nullable() })),
  /** Nothing that was asked is asked again when it goes on. Throws `evidenceStatusRefused`. */
  pause: procedure.input(byId).output(evidenceEntrySchema),
  resume: procedure.input(byId).output(evidenceEntrySchema),
  /** Ends it for good: what was asked so far is gone. */
  cancel: procedure.input(byId).output(evidenceEntrySchema),
  /** It leaves the list and stays restorable for 30 days. */
  remove: procedure.input(byId).output(evidenceEntrySchema),
  restore: procedure.input(byId).output(evidenceEntrySchema),
  /** A signed report of finished evidence as a file, whole or not at all. */
  writeReport: procedure
    .input(
      byId.extend({
        format: z.enum(reportFormats),
        language: z.enum(languages).default('en'),
        path: z.string().min(1) // absolute; a file that is there is written over
      })
    )
    .output(z.object({ path: z.string(), keyId: z.string(), signedAt: z.number() })),
  /** Hashes weights again: whether the models of a report are what it says they were. */
  rehash: procedure
    .input(z.object({ models: z.array(z.object({ id: z.string(), sha256: z.string() })).max(20) }))
    .output(z.object({ models: z.array(heldModelSchema) }))
}
