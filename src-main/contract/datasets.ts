// Datasets: files of records that were imported, their records, and what was found in them.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { piiSummarySchema, datasetStatisticsSchema } from './datasetStatistics'
import { caughtRecordsSchema } from './erasing'
import { procedure } from './errors'
import {
  datasetPreviewSchema,
  fileFormats,
  fileFormSchema,
  fileSourceSchema,
  mappingSchema,
  recordShapeSchema,
  rejectedRowsSchema
} from './recordFiles'
import {
  datasetChangeSchema,
  recordFilterSchema,
  recordPartSchema,
  recordRowSchema,
  recordSchema,
  recordSelectionSchema,
  recordSortSchema,
  recordSplitSchema,
  recordVersionSchema,
  tagSchema
} from './records'

/** Where a dataset comes from that was made here and not brought. */
export const datasetOriginSchema = z.object({
  type: z.literal('balanced'), // to be fine-tuned on: groups appear equally
  auditId: z.string(), // that led to it
  modelName: z.string(), // that was audited
  suite: z.string(),
  axis: z.string().nullable(), // null: all
  /** Of the suite's own items, those of held-out groups left out; or a dataset with its words exchanged. */
  from: z.enum(['items', 'dataset']),
  datasetId: z.string().nullable() // whose words were exchanged
})
export type DatasetOrigin = z.infer<typeof datasetOriginSchema>

export const datasetSchema = z.object({
  id: z.string(),
  name: z.string(),
  fileName: z.string(), // it was imported from
  format: z.enum(fileFormats),
  mapping: mappingSchema,
  records: z.number().int().nonnegative(),
  piiRecords: z.number().int().nonnegative(), // records with personal data
  duplicates: z.number().int().nonnegative(), // records that say the same as an earlier one
  nearDuplicates: z.number().int().nonnegative().nullable(), // like an earlier one; null: too many records to look
  version: z.number().int().positive(), // grows by one with each change of its records
  rejected: rejectedRowsSchema,
  origin: datasetOriginSchema.nullable(), // null: it was brought
  createdAt: z.number().int(),
  removedAt: z.number().int().nullable()
})
export type Dataset = z.infer<typeof datasetSchema>

export const datasetImportEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    doneBytes: z.number(),
    totalBytes: z.number(),
    records: z.number().int(),
    rejected: z.number().int(),
    secondsLeft: z.number().nullable()
  }),
  z.object({
    type: z.literal('done'),
    dataset: datasetSchema,
    forgotten: caughtRecordsSchema // records of the file that were forgotten
  })
])
export type DatasetImportEvent = z.infer<typeof datasetImportEventSchema>

/** A change of many records on its way; aborting the call before `done` leaves them as they were. */
export const recordChangeEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int() }),
  z.object({
    type: z.literal('done'),
    dataset: datasetSchema,
    change: datasetChangeSchema.nullable() // null: nothing was to be changed
  })
])
export type RecordChangeEvent = z.infer<typeof recordChangeEventSchema>

/** A record of any dataset that is like what was asked for. */
export const alikeRecordSchema = z.object({
  to: z.number().int().nonnegative(), // place of the text or record that was asked for
  dataset: z.object({ id: z.string(), name: z.string() }),
  record: recordRowSchema,
  similarity: z.number().min(0).max(1) // share of common runs of three words, estimated
})
export type AlikeRecord = z.infer<typeof alikeRecordSchema>

/** What a person decided about a file; the rest is guessed. */
const wanted = {
  form: fileFormSchema.partial().default({}),
  shape: recordShapeSchema.optional(),
  mapping: mappingSchema.optional()
}
const dataset = z.string().min(1) // an id or a name
const byId = z.object({ id: z.string() })
const ordinal = z.number().int().positive()
const changed = eventIterator(recordChangeEventSchema)
const share = z.number().min(0).max(1)

export const mostRowsAtOnce = 500

export const datasetsContract = {
  list: procedure
    .input(z.object({ removed: z.boolean().default(false) }))
    .output(z.object({ datasets: z.array(datasetSchema) })),
  get: procedure.input(z.object({ dataset })).output(datasetSchema),
  /** The first records of a file as they would be imported. */
  preview: procedure
    .input(z.object({ source: fileSourceSchema, ...wanted }))
    .output(datasetPreviewSchema),
  /**
   * Ends with `done`: only then the dataset is there. Aborting the call leaves nothing behind.
   * Throws `shapeUnknown`, `rowRefused` (with rejected: 'stop'), `noRecords`, `onlyForgotten`, and what is
   * wrong with the file.
   */
  import: procedure
    .input(
      z.object({
        source: fileSourceSchema,
        ...wanted,
        name: z.string().trim().min(1).max(120).optional(), // usual: that of the file
        rejected: z.enum(['skip', 'stop']), // what becomes of the import when a row cannot be read
        allowForgotten: z.boolean().default(false) // usual: records that were forgotten are left out
      })
    )
    .output(eventIterator(datasetImportEventSchema)),
  rename: procedure
    .input(z.object({ id: z.string(), name: z.string().trim().min(1).max(120) }))
    .output(datasetSchema),
  /** It leaves the list and stays restorable for 30 days. */
  remove: procedure.input(byId).output(datasetSchema),
  restore: procedure.input(byId).output(datasetSchema),
  /**
   * Rows in the order wanted: those behind `after` that match, `skip` of them passed over. Counted from the
   * end, those in front of it, the nearest `skip` passed over: in the same order too.
   */
  rows: procedure
    .input(
      z.object({
        dataset,
        filter: recordFilterSchema.prefault({}),
        sort: recordSortSchema.prefault({ by: 'ordinal' }),
        from: z.enum(['start', 'end']).default('start'),
        after: z.number().int().nonnegative().default(0), // an ordinal; 0: from the first, or the last, row on
        skip: z.number().int().nonnegative().default(0),
        limit: z.number().int().min(1).max(mostRowsAtOnce)
      })
    )
    .output(z.object({ rows: z.array(recordRowSchema) })),
  /** How many records match. `exact` is false for an estimate, made from the first 20,000. */
  count: procedure
    .input(z.object({ dataset, filter: recordFilterSchema.prefault({}) }))
    .output(z.object({ count: z.number().int(), exact: z.boolean() })),
  /** The records a search finds, the closest first while fewer than 20,000 match. */
  search: procedure
    .input(
      z.object({
        dataset,
        query: z.string().min(1).max(1000),
        limit: z.number().int().min(1).max(mostRowsAtOnce)
      })
    )
    .output(
      z.object({
        records: z.array(recordSchema),
        count: z.number().int(),
        exact: z.boolean()
      })
    ),
  record: procedure.input(z.object({ dataset, ordinal })).output(recordSchema),
  /** Records that are like this one: the earlier one it was found with, and those found with the same. */
  nearDuplicates: procedure.input(z.object({ dataset, ordinal })).output(
    z.object({
      records: z.array(
        z.object({
          record: recordRowSchema,
          similarity: z.number().nullable() // null: it was not compared with this one
        })
      )
    })
  ),
  /**
   * The records, of one dataset or of all, that are like one of some texts or records: the closest first.
   * No text is read for it, only signatures. Texts without words are like nothing.
   */
  findAlike: procedure
    .input(
      z.object({
        to: z.union([
          z.object({ texts: z.array(z.string().min(1).max(1_000_000)).min(1).max(100) }),
          z.object({ dataset, ordinals: z.array(ordinal).min(1).max(100) }) // they are not found themselves
        ]),
        within: dataset.optional(), // usual: all
        similarity: z.number().min(0.3).max(1).default(0.7),
        limit: z.number().int().min(1).max(mostRowsAtOnce).default(100)
      })
    )
    .output(z.object({ records: z.array(alikeRecordSchema) })),
  /** What a record said before and says now, the latest first. */
  versions: procedure
    .input(z.object({ dataset, ordinal }))
    .output(z.object({ versions: z.array(recordVersionSchema) })),
  /**
   * Gives a record another text; it keeps its id and its place, and what it said is kept. Throws
   * `recordForgotten` for a text that was forgotten.
   */
  edit: procedure
    .input(
      z.object({
        dataset,
        ordinal,
        parts: z.array(recordPartSchema).min(1).max(1000),
        subject: z.string().trim().min(1).max(500).nullable(),
        allowForgotten: z.boolean().default(false)
      })
    )
    .output(z.object({ dataset: datasetSchema, change: datasetChangeSchema.nullable() })),
  /** Puts a tag on records, or takes it off. */
  tag: procedure
    .input(
      z.object({ dataset, selection: recordSelectionSchema, tag: tagSchema, set: z.boolean() })
    )
    .output(changed),
  /** The tags in use, by name. */
  tags: procedure
    .input(z.object({ dataset }))
    .output(z.object({ tags: z.array(z.object({ tag: z.string(), records: z.number().int() })) })),
  /** Puts records into a split, or (null) into none. */
  setSplit: procedure
    .input(
      z.object({
        dataset,
        selection: recordSelectionSchema,
        split: recordSplitSchema.nullable()
      })
    )
    .output(changed),
  /**
   * Puts every record into a split by a hash of the seed and its place: the same on every machine.
   * Refuses shares that are not 1 together.
   */
  assignSplits: procedure
    .input(
      z.object({
        dataset,
        shares: z
          .object({ train: share, validation: share, test: share })
          .refine(({ train, validation, test }) => Math.abs(train + validation + test - 1) < 1e-9),
        seed: z.number().int().min(0).max(0xffffffff).default(0)
      })
    )
    .output(changed),
  /**
   * Ends what changes many records of a dataset now. Whoever asked for it hears `cancelled` once they are
   * as they were; or that it is done, where this came too late.
   */
  cancelChange: procedure.input(z.object({ dataset })).output(z.object({})),
  /** The changes of a dataset, the latest first; at most a hundred. */
  changes: procedure
    .input(z.object({ dataset }))
    .output(z.object({ changes: z.array(datasetChangeSchema) })),
  /**
   * Puts the records that a change touched back to what they were before it. That is a change too, and
   * can be undone: the way to do it again.
   */
  undo: procedure
    .input(z.object({ dataset, version: z.number().int().positive() }))
    .output(changed),
  /** Of all records as they are now. */
  statistics: procedure.input(z.object({ dataset })).output(datasetStatisticsSchema),
  /** The personal data found, by type. */
  piiSummary: procedure
    .input(z.object({ dataset }))
    .output(z.object({ types: z.array(piiSummarySchema) })),
  /** The whole dataset, or what is selected of it, as JSONL in pieces. */
  export: procedure
    .input(z.object({ dataset, selection: recordSelectionSchema.optional() }))
    .output(eventIterator(z.object({ text: z.string(), records: z.number().int() })))
}
