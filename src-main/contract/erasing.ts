// Erasing forgotten records from this machine, and the fingerprints that keep them out afterwards.
import { z } from 'zod'
import { letheErrorSchema, procedure } from './errors'
import { exportKindSchema } from './training'

/** Files that were made of evidence about the records: signed, or what reports are drawn of. */
export const paperKinds = ['evidence', 'report'] as const
/** Something besides the records that repeats eight words of them in a row; a paper that names them too. */
export const quoteKinds = [
  ...(['conversation', 'comparison', 'promptSet', 'promptPreset', 'run', 'audit'] as const),
  ...paperKinds
] as const
export const quoteKindSchema = z.enum(quoteKinds)
export type QuoteKind = z.infer<typeof quoteKindSchema>

/** `run`: what a training answered along the way, and what it was asked. */
export const quotePlaceSchema = z.object({ kind: quoteKindSchema, id: z.string() })
export type QuotePlace = z.infer<typeof quotePlaceSchema>

export const isPaper = ({ kind }: Pick<QuotePlace, 'kind'>): boolean =>
  paperKinds.some((it) => it === kind)

export const foundQuoteSchema = quotePlaceSchema.extend({ name: z.string() })
export type FoundQuote = z.infer<typeof foundQuoteSchema>

/** Whatever goes with the records of a flag set, listed before anything is touched. */
export const erasePreviewSchema = z.object({
  flagSet: z.object({ id: z.string(), name: z.string(), version: z.int().positive() }),
  /** That go, those that say the same included: the number to be typed. */
  records: z.int(),
  flagged: z.int(), // of them
  datasets: z.array(
    z.object({ id: z.string(), name: z.string(), removed: z.boolean(), records: z.int() })
  ),
  earlierContents: z.int(), // what they said before they were edited
  /** Runs that keep the records as token ids. */
  caches: z.array(z.object({ runId: z.string(), runName: z.string(), records: z.int() })),
  /** States on the way of runs that read them, and of what was trained on from there. */
  checkpoints: z.array(
    z.object({ runId: z.string(), runName: z.string(), files: z.int(), sizeBytes: z.number() })
  ),
  /** Models that come of them: their weights may hold the records. */
  models: z.array(
    z.object({
      modelId: z.string(),
      modelName: z.string(),
      path: z.string(),
      sizeBytes: z.number(),
      removed: z.boolean(), // from the list; its files are there
      through: z.string().nullable() // the parent that depends on them, for one that read none itself
    })
  ),
  /** Copies that were written elsewhere. `outside`: a person has to remove it. */
  exports: z.array(
    z.object({
      ...{ modelId: z.string(), kind: exportKindSchema, path: z.string() },
      ...{ exportedAt: z.number(), outside: z.boolean() }
    })
  ),
  quotes: z.array(foundQuoteSchema),
  /** Flag sets, runs and models whose names hold words that nothing else holds. */
  names: z.array(z.string()),
  backups: z.array(z.object({ path: z.string(), sizeBytes: z.number() })),
  /** Names of runs that have to end first. */
  unfinished: z.array(z.string()),
  importing: z.boolean() // an import has to end first
})
export type ErasePreview = z.infer<typeof erasePreviewSchema>

export const eraseSteps = [
  'tokens', // ids of the records in the plans of runs
  'files', // states, models, copies before an upgrade, what was sent
  'records',
  'quotes',
  'index', // the words
  'database', // written anew
  'verify'
] as const
export const eraseStepSchema = z.enum(eraseSteps)
export type EraseStep = z.infer<typeof eraseStepSchema>

/** `words`: eight in a row. `terms`: a word that no remaining record holds. `ids`: eight tokens in a row. */
export const traceKinds = ['words', 'terms', 'ids', 'index'] as const

export const eraseResultSchema = z.object({
  files: z.int(), // that were written anew
  filesRemoved: z.int(),
  filesRead: z.int(), // in which traces were looked for
  bytesRead: z.number(),
  unread: z.array(z.string()), // that could not be read
  traces: z.array(z.object({ path: z.string(), kind: z.enum(traceKinds), count: z.int() })),
  /** What a person chose to keep though it repeats the records or words that only they held: no trace. */
  kept: z.array(foundQuoteSchema),
  keptModels: z.array(z.string()), // names
  exportsOutside: z.array(z.string()), // paths
  models: z.int(), // that went
  tombstones: z.int()
})
export type EraseResult = z.infer<typeof eraseResultSchema>

export const erasureSchema = z.object({
  id: z.string(),
  flagSetId: z.string(),
  flagSetVersion: z.int().positive(),
  records: z.int(),
  status: z.enum(['running', 'halted', 'finished']), // halted: goes on when it is asked to, or at the next start
  step: eraseStepSchema,
  done: z.number(), // of this step
  total: z.number(), // 0: not known
  error: letheErrorSchema.nullable(), // why it halted
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  result: eraseResultSchema.nullable()
})
export type Erasure = z.infer<typeof erasureSchema>

/** A record that comes again: nothing is told of it but this. */
export const caughtRecordSchema = z.object({
  line: z.int(), // of the file
  fingerprint: z.string(), // beginning of its keyed hash
  forgottenAt: z.number(),
  similarity: z.number().nullable() // null: it says the same
})
export type CaughtRecord = z.infer<typeof caughtRecordSchema>

/** Records of a file that were forgotten. */
export const caughtRecordsSchema = z.object({
  leftOut: z.int(),
  imported: z.int(), // all the same, as it was asked
  lastForgottenAt: z.number().nullable(),
  first: z.array(caughtRecordSchema) // at most a hundred
})
export type CaughtRecords = z.infer<typeof caughtRecordsSchema>

export const tombstoneSchema = z.object({
  fingerprint: z.string(),
  forgottenAt: z.number(),
  near: z.boolean() // what is like it is caught too: it had words
})
export type Tombstone = z.infer<typeof tombstoneSchema>

/** Records that were erased together and are kept out since. What they said is not kept. */
export const keptOutSchema = z.object({
  id: z.string(), // of the erasure
  forgottenAt: z.number(),
  records: z.int(), // that went
  fingerprints: z.int(), // of their texts, earlier ones too: what says the same is caught
  near: z.int(), // of them: what is much like it is caught too
  /** As it is now; null: it is not kept any more. */
  flagSet: z
    .object({
      ...{ id: z.string(), name: z.string(), version: z.int().positive() },
      removed: z.boolean()
    })
    .nullable(),
  reason: z.string(), // without words that only these records held
  requester: z.string(),
  runs: z.array(z.object({ id: z.string(), name: z.string() })), // that forgot them by replay
  datasets: z.array(z.object({ id: z.string(), name: z.string(), removed: z.boolean() })), // they stood in
  /** Came in again all the same, as it was asked, and are there now. */
  letIn: z.array(z.object({ datasetId: z.string(), datasetName: z.string(), records: z.int() })),
  droppedAt: z.number().nullable() // since then nothing is caught by them
})
export type KeptOut = z.infer<typeof keptOutSchema>

const which = z.union([
  z.object({ flagSet: z.string().min(1), version: z.int().positive().optional() }), // usual: the latest
  z.object({ run: z.string().min(1) }) // that forgot by replay: id or name
])
const byId = z.object({ id: z.string() })

export const eraseContract = {
  /** Throws `nothingToErase` where none of the records is there any more. */
  preview: procedure.input(z.object({ which })).output(erasePreviewSchema),
  /**
   * Begins to erase and returns at once. From then on it goes on to its end, whatever happens to the app.
   * Throws `eraseCountWrong` unless `count` is the preview's, `eraseBlocked`, `nothingToErase`: nothing
   * was touched.
   */
  run: procedure
    .input(
      z.object({
        which,
        count: z.int(), // of records, as a person typed it
        keepModels: z.array(z.string()).default([]), // ids of models that stay though they may hold them
        keepNames: z.boolean().default(false), // usual: words that nothing else holds leave the names
        quotes: z.array(quotePlaceSchema).default([]) // that go too
      })
    )
    .output(erasureSchema),
  get: procedure.input(byId).output(erasureSchema),
  /** Newest first. */
  list: procedure
    .input(z.object({ flagSet: z.string().min(1).optional() }))
    .output(z.object({ erasures: z.array(erasureSchema) })),
  /** One that halted goes on. */
  resume: procedure.input(byId).output(erasureSchema)
}

export const tombstonesContract = {
  /** The latest first; none that were dropped unless they are asked for by `of`. */
  list: procedure
    .input(
      z.object({
        of: z.string().min(1).optional(), // an erasure's alone, by its id
        after: z.int().nonnegative().default(0), // so many are passed over
        limit: z.int().min(1).max(500).default(100)
      })
    )
    .output(z.object({ count: z.int(), tombstones: z.array(tombstoneSchema) })),
  /** What is kept out, by erasure, or what no longer is; newest first. */
  keptOut: procedure
    .input(z.object({ dropped: z.boolean().default(false) }))
    .output(z.object({ entries: z.array(keptOutSchema) })),
  /** Those of one erasure catch nothing any more; for 30 days they can be restored. */
  dropSome: procedure.input(byId).output(keptOutSchema),
  restore: procedure.input(byId).output(keptOutSchema),
  /** All of them for good, and the key that made them: forgotten records are no longer kept out. */
  drop: procedure
    .input(z.object({ count: z.int() })) // of tombstones, as a person typed it
    .output(z.object({ dropped: z.int() }))
}
