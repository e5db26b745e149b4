// Datasets: files of records that were imported, their records, and what was found in them.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { rowProblems } from '../base/errors'
import { procedure } from './errors'

export const fileFormats = ['jsonl', 'json', 'csv', 'txt'] as const
export const recordShapes = [
  ...(['text', 'alpaca', 'sharegpt', 'messages', 'promptAnswer', 'questionAnswer'] as const)
] as const
export const piiTypes = [
  ...(['cpf', 'cnpj', 'email', 'phone', 'card', 'iban', 'ipAddress', 'birthDate'] as const)
] as const

export const recordShapeSchema = z.enum(recordShapes)
export type RecordShape = z.infer<typeof recordShapeSchema>
export const piiTypeSchema = z.enum(piiTypes)
export type PiiType = z.infer<typeof piiTypeSchema>
export const roleSchema = z.enum(['text', 'system', 'user', 'assistant'])

/** A file on this machine, or a finished upload of one. */
export const fileSourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('path'), path: z.string().min(1) }),
  z.object({ type: z.literal('upload'), uploadId: z.string().min(1) })
])
export type FileSource = z.infer<typeof fileSourceSchema>

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

export const recordSchema = z.object({
  id: z.string(),
  ordinal: z.number().int().positive(), // its place in the dataset, which never changes
  line: z.number().int(), // of the file it came from
  text: z.string(),
  layout: layoutSchema,
  subject: z.string().nullable(),
  extra: z.string().nullable(), // the other columns, as JSON
  pii: z.array(piiFindingSchema),
  duplicateOf: z.number().int().nullable() // ordinal of the first record that says the same
})
export type DatasetRecord = z.infer<typeof recordSchema>

/** A record as a row of a table. */
export const recordRowSchema = recordSchema
  .pick({ id: true, ordinal: true, subject: true, duplicateOf: true })
  .extend({
    beginning: z.string(), // of its text
    piiTypes: z.array(piiTypeSchema)
  })
export type RecordRow = z.infer<typeof recordRowSchema>

export const recordFilterSchema = z.object({
  query: z.string().max(1000).default(''),
  pii: z
    .union([z.literal('any'), piiTypeSchema])
    .nullable()
    .default(null),
  duplicates: z.boolean().default(false), // only those
  subject: z.string().nullable().default(null)
})
export type RecordFilter = z.infer<typeof recordFilterSchema>

export const datasetPreviewSchema = z.object({
  form: fileFormSchema,
  sizeBytes: z.number(),
  columns: z.array(z.string()),
  mapping: mappingSchema.nullable(), // null: no shape fits these columns
  records: z.array(
    z.union([
      z.object({
        line: z.number().int(),
        parts: z.array(z.object({ role: roleSchema, text: z.string() })),
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

/** What a person decided about a file; the rest is guessed. */
const wanted = {
  form: fileFormSchema.partial().default({}),
  shape: recordShapeSchema.optional(),
  mapping: mappingSchema.optional()
}
const dataset = z.string().min(1) // an id or a name
const byId = z.object({ id: z.string() })

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
  /** Rows in the order of the file: those after `after` that match, `skip` of them passed over. */
  rows: procedure
    .input(
      z.object({
        dataset,
        filter: recordFilterSchema.prefault({}),
        after: z.number().int().nonnegative().default(0), // an ordinal
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
  record: procedure
    .input(z.object({ dataset, ordinal: z.number().int().positive() }))
    .output(recordSchema),
  /** The personal data found, by type. */
  piiSummary: procedure
    .input(z.object({ dataset }))
    .output(z.object({ types: z.array(piiSummarySchema) })),
  /** The whole dataset as JSONL, in pieces. */
  export: procedure
    .input(z.object({ dataset }))
    .output(eventIterator(z.object({ text: z.string(), records: z.number().int() })))
}
