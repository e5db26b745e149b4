// Forgetting: records that are flagged, what they reached, and trainings repeated without them.
import { z } from 'zod'
import { findInputSchema, foundSchema } from './foundRecords'
import { recordFilterSchema } from './records'
import { procedure } from './errors'
import { exportKindSchema, runPaceSchema, runSchema, runStatusSchema } from './training'

/** Records of a dataset: by their places, by their ids, or all that match; or what was planted beside them. */
export const flagSourceSchema = z.union([
  z.object({ ordinals: z.array(z.int().positive()).min(1).max(10_000) }),
  z.object({ ids: z.array(z.string().min(1)).min(1).max(10_000) }),
  z.object({ filter: recordFilterSchema }),
  z.object({ canaries: z.string().min(1) }) // what this run planted, an id
])
export type FlagSource = z.infer<typeof flagSourceSchema>

/** What becomes of the records that a set had. */
export const flagModeSchema = z.enum(['add', 'remove', 'replace'])
export type FlagMode = z.infer<typeof flagModeSchema>

const words = z.string().trim().max(2000)

export const flagSetSchema = z.object({
  id: z.string(),
  name: z.string(),
  datasetId: z.string(),
  version: z.int().positive(), // the latest
  records: z.int(), // of that version
  reason: z.string(),
  requester: z.string(), // who asked for it
  createdAt: z.number(),
  changedAt: z.number(),
  removedAt: z.number().nullable()
})
export type FlagSet = z.infer<typeof flagSetSchema>

export const flagSetVersionSchema = z.object({
  version: z.int().positive(),
  records: z.int(),
  reason: z.string(),
  requester: z.string(),
  source: z.object({ mode: flagModeSchema, records: flagSourceSchema }),
  createdAt: z.number()
})
export type FlagSetVersion = z.infer<typeof flagSetVersionSchema>

export const flaggedRecordSchema = z.object({ ordinal: z.int().positive(), recordId: z.string() })
export type FlaggedRecord = z.infer<typeof flaggedRecordSchema>

/** A run that read flagged records, or measured with them. */
const reachedRunSchema = z.object({
  runId: z.string(),
  runName: z.string(),
  status: runStatusSchema,
  learned: z.int(), // flagged records that it has read so far
  keptOut: z.int(), // that it only measured with
  times: z.int(), // that it read one of them, steps counted once for each record
  firstStep: z.int().nullable(), // null: it read none
  lastStep: z.int().nullable(),
  /** What it made depends on them. Measuring alone chooses nothing where the last state is taken. */
  depends: z.boolean()
})

export const reachedModelSchema = z.object({
  modelId: z.string(),
  modelName: z.string(),
  runId: z.string(), // that made it
  parentId: z.string(), // the model it was begun with, whether that depends on them or not
  removed: z.boolean(),
  adapter: z.boolean(), // learned beside its parent
  through: z.string().nullable(), // the parent that depends on them, for one that read none itself
  conversations: z.int() // in which it answered
})
export type ReachedModel = z.infer<typeof reachedModelSchema>

/** What comes of the flagged records. */
export const reachSchema = z.object({
  records: z.int(),
  runs: z.array(reachedRunSchema),
  models: z.array(reachedModelSchema),
  exports: z.array(
    z.object({
      modelId: z.string(),
      kind: exportKindSchema,
      path: z.string(),
      there: z.boolean(), // there is something at the path
      exportedAt: z.number()
    })
  ),
  conversations: z.int(),
  /** Records that say the same as a flagged one and are not flagged: they would be left. */
  sameText: z.object({
    count: z.int(),
    first: z.array(
      z.object({ datasetId: z.string(), datasetName: z.string(), ordinal: z.int().positive() })
    )
  })
})
export type Reach = z.infer<typeof reachSchema>

/** One training that is repeated. */
export const replayStepSchema = z.object({
  runId: z.string(), // the one that is repeated
  runName: z.string(),
  /** Where it goes on from; 0: the beginning. */
  fromStep: z.int(),
  /** To where it came before. */
  steps: z.int(),
  /** Where patience decides anew when it ends, it may come to so many. */
  mostSteps: z.int(),
  pace: runPaceSchema.nullable(), // as it was measured; null: it was not
  seconds: z.number().nullable(), // that it takes at that pace, from its engine's start to its model
  holes: z.int() // flagged records whose places stay empty in it
})
export type ReplayStep = z.infer<typeof replayStepSchema>

/** What forgetting takes, before it begins. */
export const replayCostSchema = z.object({
  modelId: z.string(),
  runs: z.array(replayStepSchema), // in their order
  steps: z.int(),
  mostSteps: z.int(),
  seconds: z.number().nullable(),
  diskBytes: z.number(),
  freeDiskBytes: z.number(),
  /** The same from the beginning of the first of these runs. */
  retrainSteps: z.int(),
  retrainSeconds: z.number().nullable()
})
export type ReplayCost = z.infer<typeof replayCostSchema>

/** Whether what was repeated from a state on is what comes of repeating it all. */
export const comparisonStateSchema = z.enum([
  'none', // nothing to compare with yet
  'running', // it is being made
  'equal', // byte for byte
  'different',
  'otherPlace' // made with another runtime, device, processor or number of threads: bytes tell nothing
])
export const replayComparisonSchema = z.object({
  state: comparisonStateSchema,
  records: z.int(),
  replay: z.object({
    runId: z.string(),
    modelId: z.string().nullable(),
    sha256: z.string().nullable()
  }),
  retrain: z
    .object({ runId: z.string(), modelId: z.string().nullable(), sha256: z.string().nullable() })
    .nullable()
})
export type ReplayComparison = z.infer<typeof replayComparisonSchema>

/** `exact-replay`: the training goes on without the records from the last state before them. */
export const forgettingMethods = ['exact-replay'] as const

const byId = z.object({ id: z.string() })
const flagSet = z.string().min(1) // an id
const setName = z.string().trim().min(1).max(120)
const chosen = {
  flagSet,
  version: z.int().positive().optional(), // usual: the latest
  model: z.string().min(1), // id or name
  /** Whatever was trained on from the model is repeated too. */
  descendants: z.boolean().default(false)
}

export const forgettingContract = {
  /**
   * Records that may have to be forgotten: first those that are meant beyond doubt, then those to look at.
   * With a model, only what it and those it came from learned from. Throws `noTrainingLog`.
   */
  find: procedure.input(findInputSchema).output(foundSchema),
  flagSets: procedure
    .input(
      z.object({
        dataset: z.string().min(1).optional(), // an id or a name
        removed: z.boolean().default(false)
      })
    )
    .output(z.object({ flagSets: z.array(flagSetSchema) })), // newest first
  /** Makes a set. Throws `nothingFlagged` where no record is meant. */
  flag: procedure
    .input(
      z.object({
        dataset: z.string().min(1),
        records: flagSourceSchema,
        name: setName.optional(), // usual: what its records were found by
        reason: words.default(''),
        requester: words.default('')
      })
    )
    .output(flagSetSchema),
  /** Makes a new version of a set; what is not given stays as it was. */
  revise: procedure
    .input(
      z.object({
        flagSet,
        mode: flagModeSchema,
        records: flagSourceSchema,
        reason: words.optional(),
        requester: words.optional()
      })
    )
    .output(flagSetSchema),
  versions: procedure
    .input(z.object({ flagSet }))
    .output(z.object({ versions: z.array(flagSetVersionSchema) })), // latest first
  records: procedure
    .input(
      z.object({
        flagSet,
        version: z.int().positive().optional(),
        after: z.int().nonnegative().default(0), // an ordinal
        limit: z.int().min(1).max(500).default(100)
      })
    )
    .output(z.object({ records: z.array(flaggedRecordSchema) })),
  rename: procedure.input(byId.extend({ name: setName })).output(flagSetSchema),
  /** It leaves the list and stays restorable for 30 days. */
  remove: procedure.input(byId).output(flagSetSchema),
  restore: procedure.input(byId).output(flagSetSchema),
  reach: procedure
    .input(z.object({ flagSet, version: z.int().positive().optional() }))
    .output(reachSchema),
  /** Throws `noTrainingLog`, `neverSaw`. */
  cost: procedure.input(z.object(chosen)).output(replayCostSchema),
  /**
   * Puts the trainings to repeat into the queue and returns at once; the last one makes what takes the
   * place of `model`, which stays as it is. Throws as `cost`, and `diskTooSmall`: nothing was begun.
   */
  replay: procedure
    .input(z.object({ ...chosen, name: setName.optional() }))
    .output(z.object({ runs: z.array(runSchema), run: runSchema })),
  /** The same from the beginning: the reference, which never saw the records. One that is there is taken. */
  reference: procedure
    .input(z.object({ ...chosen, name: setName.optional() }))
    .output(z.object({ runs: z.array(runSchema), run: runSchema })),
  /** The reference of a run that `replay` made, to compare with. Throws `notAReplay`, and as `reference`. */
  retrain: procedure
    .input(z.object({ run: z.string().min(1) }))
    .output(z.object({ runs: z.array(runSchema), run: runSchema })),
  /** Of a run that `replay` made. Throws `notAReplay`. */
  compare: procedure.input(z.object({ run: z.string().min(1) })).output(replayComparisonSchema)
}
