// Datasets: files of records that were imported, their records, and what was found in them.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { rowProblems } from '../base/errors'
import { procedure } from './errors'

export const fileFormats = ['jsonl', 'json', 'csv', 'txt', 'parquet', 'folder'] as const
export const recordShapes = [
  ...(['text', 'alpaca', 'sharegpt', 'messages', 'promptAnswer', 'questionAnswer'] as const)
] as const
export const piiTypes = [
  ...(['cpf', 'cnpj', 'email', 'phone', 'card', 'iban', 'ipAddress', 'birthDate'] as const)
] as const

export const recordSplits = ['train', 'validation', 'test'] as const
export const recordLanguages = ['en', 'pt', 'other'] as const
/** What is wrong with a record that can be read. */
export const recordProblems = [
  'empty', // a part has no text
  'broken' // signs that a wrong encoding leaves, or control characters
] as const

export const recordShapeSchema = z.enum(recordShapes)
export type RecordShape = z.infer<typeof recordShapeSchema>
export const piiTypeSchema = z.enum(piiTypes)
export type PiiType = z.infer<typeof piiTypeSchema>
export const recordSplitSchema = z.enum(recordSplits)
export type RecordSplit = z.infer<typeof recordSplitSchema>
export const recordLanguageSchema = z.enum(recordLanguages)
export type RecordLanguage = z.infer<typeof recordLanguageSchema>
export const recordProblemSchema = z.enum(recordProblems)
export type RecordProblem = z.infer<typeof recordProblemSchema>
export const roleSchema = z.enum(['text', 'system', 'user', 'assistant'])

/** Datasets that ship with Lethe. */
export const exampleDatasets = ['residents'] as const

/** A file on this machine, a finished upload of one, or an example that ships. */
export const fileSourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('path'), path: z.string().min(1) }),
  z.object({ type: z.literal('upload'), uploadId: z.string().min(1) }),
  z.object({ type: z.literal('example'), name: z.enum(exampleDatasets) })
])
export type FileSource = z.infer<typeof fileSourceSchema>

/** The fields that each shape is made of; the datasets' reader holds itself to them. */
export const shapeFields: Record<RecordShape, { name: RecordField; optional?: true }[]> = {
  text: [{ name: 'text' }],
  alpaca: [
    ...([{ name: 'instruction' }, { name: 'input', optional: true }] as const),
    ...([{ name: 'output' }, { name: 'system', optional: true }] as const)
  ],
  sharegpt: [{ name: 'conversations' }],
  messages: [{ name: 'messages' }],
  promptAnswer: [{ name: 'prompt' }, { name: 'answer' }, { name: 'system', optional: true }],
  questionAnswer: [{ name: 'question' }, { name: 'answer' }, { name: 'context', optional: true }]
}
export const recordFields = [
  ...(['text', 'instruction', 'input', 'output', 'system', 'conversations'] as const),
  ...(['messages', 'prompt', 'answer', 'question', 'context'] as const)
] as const
export type RecordField = (typeof recordFields)[number]

/** How a file of records is written. */
export const fileFormSchema = z.object({
  format: z.enum(fileFormats),
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le']),
  separator: z.enum([',', ';', '\t', '|']), // of CSV
  unit: z.enum(['lines', 'paragraphs']) // what of plain text is a record
})
export type FileForm = z.infer<typeof fileFormSchema>

/** Which column gives which field of the shape, and whose record it is. */
export const mappingSchema = z.object({
  shape: recordShapeSchema,
  columns: z.record(z.string(), z.string()),
  subject: z.string().nullable()
})
export type Mapping = z.infer<typeof mappingSchema>

export const rowProblemSchema = z.enum(rowProblems)
export const rejectedRowSchema = z.object({
  line: z.number().int(),
  problem: rowProblemSchema,
  detail: z.string()
})
/** Rows that could not be read: how many, and the first hundred. */
export const rejectedRowsSchema = z.object({
  count: z.number().int().nonnegative(),
  first: z.array(rejectedRowSchema)
})

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
  createdAt: z.number().int(),
  removedAt: z.number().int().nullable()
})
export type Dataset = z.infer<typeof datasetSchema>

export const piiFindingSchema = z.object({
  type: piiTypeSchema,
  start: z.number().int().nonnegative(), // UTF-16 units of the record's text
  end: z.number().int().nonnegative(),
  valid: z.boolean().nullable() // check digits or the calendar agree; null: nothing to check
})
export type PiiFinding = z.infer<typeof piiFindingSchema>

/** Role and length of each part of a record's text; a line feed stands between two. */
export const layoutSchema = z.array(z.tuple([roleSchema, z.number().int().nonnegative()]))

/** A part of a record's text. */
export const recordPartSchema = z.object({ role: roleSchema, text: z.string() })
export type RecordPart = z.infer<typeof recordPartSchema>

export const tagSchema = z.string().trim().min(1).max(60)

/** An earlier record that this one is like, found when the file was read; an edit of either ends it. */
export const nearDuplicateSchema = z.object({
  ordinal: z.number().int().positive(),
  similarity: z.number().min(0).max(1) // share of common runs of three words, estimated
})

export const recordSchema = z.object({
  id: z.string(),
  ordinal: z.number().int().positive(), // its place in the dataset, which never changes
  line: z.number().int(), // of the file it came from
  text: z.string(),
  layout: layoutSchema,
  subject: z.string().nullable(),
  extra: z.string().nullable(), // the other columns, as JSON
  pii: z.array(piiFindingSchema),
  length: z.number().int().nonnegative(), // of its text, in UTF-16 units
  language: recordLanguageSchema,
  problems: z.array(recordProblemSchema),
  duplicateOf: z.number().int().nullable(), // ordinal of the first record that says the same
  nearDuplicateOf: nearDuplicateSchema.nullable(),
  split: recordSplitSchema.nullable(),
  tags: z.array(z.string()),
  version: z.number().int().positive() // of the dataset, since which it says this
})
export type DatasetRecord = z.infer<typeof recordSchema>

/** A record as a row of a table. */
export const recordRowSchema = recordSchema
  .pick({
    ...({ id: true, ordinal: true, subject: true, duplicateOf: true, length: true } as const),
    nearDuplicateOf: true,
    ...({ language: true, problems: true, split: true, tags: true, version: true } as const)
  })
  .extend({
    beginning: z.string(), // of its text
    piiTypes: z.array(piiTypeSchema)
  })
export type RecordRow = z.infer<typeof recordRowSchema>

/** What a record said, and whose it was, from one version of its dataset on. */
export const recordVersionSchema = recordSchema
  .pick({ text: true, layout: true, subject: true, pii: true })
  .extend({
    from: z.number().int().positive(), // the first version of the dataset that has it
    changedAt: z.number().int()
  })
export type RecordVersion = z.infer<typeof recordVersionSchema>

export const recordFilterSchema = z.object({
  query: z.string().max(1000).default(''),
  pii: z
    .union([z.literal('any'), piiTypeSchema])
    .nullable()
    .default(null),
  duplicates: z.boolean().default(false), // only those
  nearDuplicates: z.boolean().default(false), // only those
  subject: z.string().nullable().default(null),
  tag: z.string().nullable().default(null),
  split: z
    .union([z.literal('none'), recordSplitSchema])
    .nullable()
    .default(null),
  language: recordLanguageSchema.nullable().default(null),
  problem: z
    .union([z.literal('any'), recordProblemSchema])
    .nullable()
    .default(null),
  minLength: z.number().int().nonnegative().nullable().default(null),
  maxLength: z.number().int().nonnegative().nullable().default(null)
})
export type RecordFilter = z.infer<typeof recordFilterSchema>

export const recordSortSchema = z.object({
  by: z.enum(['ordinal', 'length', 'subject']),
  descending: z.boolean().default(false)
})
export type RecordSort = z.infer<typeof recordSortSchema>

/** Records by their places, or all that match. */
export const recordSelectionSchema = z.union([
  z.object({ ordinals: z.array(z.number().int().positive()).min(1).max(10_000) }),
  z.object({ filter: recordFilterSchema })
])
export type RecordSelection = z.infer<typeof recordSelectionSchema>

export const changeKinds = ['edit', 'tag', 'untag', 'split', 'undo'] as const
/** A change of a dataset's records: what made it `version`. */
export const datasetChangeSchema = z.object({
  version: z.number().int().positive(),
  kind: z.enum(changeKinds),
  records: z.number().int().nonnegative(), // that it changed
  changedAt: z.number().int()
})
export type DatasetChange = z.infer<typeof datasetChangeSchema>

export const datasetPreviewSchema = z.object({
  form: fileFormSchema,
  sizeBytes: z.number(),
  columns: z.array(z.string()),
  mapping: mappingSchema.nullable(), // null: no shape fits these columns
  records: z.array(
    z.union([
      z.object({
        line: z.number().int(),
        parts: z.array(recordPartSchema),
        subject: z.string().nullable()
      }),
      rejectedRowSchema
    ])
  )
})
export type DatasetPreview = z.infer<typeof datasetPreviewSchema>

export const datasetImportEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    doneBytes: z.number(),
    totalBytes: z.number(),
    records: z.number().int(),
    rejected: z.number().int(),
    secondsLeft: z.number().nullable()
  }),
  z.object({ type: z.literal('done'), dataset: datasetSchema })
])
export type DatasetImportEvent = z.infer<typeof datasetImportEventSchema>

export const piiSummarySchema = z.object({
  type: piiTypeSchema,
  findings: z.number().int(),
  valid: z.number().int(), // of them: what can be checked agrees
  records: z.number().int()
})

export const datasetStatisticsSchema = z.object({
  records: z.number().int(),
  characters: z.number().int(), // UTF-16 units of all texts
  /** In UTF-16 units; null without records. */
  lengths: z
    .object({ min: z.number(), median: z.number(), p95: z.number(), max: z.number() })
    .nullable(),
  /** How many records are of a length of at least `from` and below `to`; edges are powers of two. */
  histogram: z.array(
    z.object({ from: z.number().int(), to: z.number().int(), records: z.number().int() })
  ),
  languages: z.array(z.object({ language: recordLanguageSchema, records: z.number().int() })),
  splits: z.array(z.object({ split: recordSplitSchema.nullable(), records: z.number().int() })),
  problems: z.array(z.object({ problem: recordProblemSchema, records: z.number().int() })),
  duplicates: z.number().int(),
  nearDuplicates: z.number().int().nullable(), // null: too many records to look
  subjects: z.number().int(), // how many there are
  rejected: z.number().int(), // rows of the file that are no records
  pii: z.array(piiSummarySchema)
})
export type DatasetStatistics = z.infer<typeof datasetStatisticsSchema>

/** What a person decided about a file; the rest is guessed. */
const wanted = {
  form: fileFormSchema.partial().default({}),
  shape: recordShapeSchema.optional(),
  mapping: mappingSchema.optional()
}
const dataset = z.string().min(1) // an id or a name
const byId = z.object({ id: z.string() })
const ordinal = z.number().int().positive()
const changed = z.object({
  dataset: datasetSchema,
  change: datasetChangeSchema.nullable() // null: nothing was to be changed
})
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
   * Throws `shapeUnknown`, `rowRefused` (with rejected: 'stop'), `noRecords`, and what is wrong with the file.
   */
  import: procedure
    .input(
      z.object({
        source: fileSourceSchema,
        ...wanted,
        name: z.string().trim().min(1).max(120).optional(), // usual: that of the file
        rejected: z.enum(['skip', 'stop']) // what becomes of the import when a row cannot be read
      })
    )
    .output(eventIterator(datasetImportEventSchema)),
  rename: procedure
    .input(z.object({ id: z.string(), name: z.string().trim().min(1).max(120) }))
    .output(datasetSchema),
  /** It leaves the list and stays restorable for 30 days. */
  remove: procedure.input(byId).output(datasetSchema),
  restore: procedure.input(byId).output(datasetSchema),
  /** Rows in the order wanted: those behind `after` that match, `skip` of them passed over. */
  rows: procedure
    .input(
      z.object({
        dataset,
        filter: recordFilterSchema.prefault({}),
        sort: recordSortSchema.prefault({ by: 'ordinal' }),
        after: z.number().int().nonnegative().default(0), // an ordinal; 0: from the first row on
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
  /** What a record said before and says now, the latest first. */
  versions: procedure
    .input(z.object({ dataset, ordinal }))
    .output(z.object({ versions: z.array(recordVersionSchema) })),
  /** Gives a record another text; it keeps its id and its place, and what it said is kept. */
  edit: procedure
    .input(
      z.object({
        dataset,
        ordinal,
        parts: z.array(recordPartSchema).min(1).max(1000),
        subject: z.string().trim().min(1).max(500).nullable()
      })
    )
    .output(changed),
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
