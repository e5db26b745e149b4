// What is said about files of records and single records: a part of protocol.ts.
import { z } from 'zod'
import {
  datasetPreviewSchema,
  fileFormSchema,
  mappingSchema,
  recordShapeSchema,
  rejectedRowsSchema
} from '../contract/recordFiles'
import {
  layoutSchema,
  piiFindingSchema,
  recordLanguageSchema,
  recordPartSchema,
  recordProblemSchema
} from '../contract/records'

export const derivedRecordSchema = z.object({
  text: z.string(),
  layout: layoutSchema,
  contentHash: z.string(),
  signature: z.string(), // base64; '': there are no words
  pii: z.array(piiFindingSchema),
  language: recordLanguageSchema,
  problems: z.array(recordProblemSchema)
})

/** A record as it was read, to be stored. */
export const readRecordSchema = derivedRecordSchema.extend({
  id: z.string(),
  line: z.number().int(),
  subject: z.string().nullable(),
  extra: z.string().nullable()
})

export const recordSpecs = [
  /** The beginning of a file of records; what is not given is guessed. */
  z.object({
    type: z.literal('previewRecords'),
    path: z.string(),
    form: fileFormSchema.partial(),
    shape: recordShapeSchema.optional(),
    mapping: mappingSchema.nullable()
  }),
  /** Gives a file of records in batches; each has to be taken before many more come. */
  z.object({
    type: z.literal('readRecords'),
    path: z.string(),
    form: fileFormSchema,
    mapping: mappingSchema,
    contentKey: z.string(), // of content hashes, hexadecimal
    stopAtRejected: z.boolean()
  }),
  /** What is known of a record once its text is. */
  z.object({
    type: z.literal('deriveRecord'),
    parts: z.array(recordPartSchema).min(1),
    contentKey: z.string()
  }),
  /** What records are found by that are like these texts. */
  z.object({ type: z.literal('signTexts'), texts: z.array(z.string()) })
] as const

export const recordResults = {
  previewRecords: datasetPreviewSchema,
  readRecords: z.object({
    records: z.number().int(),
    rejected: rejectedRowsSchema,
    compared: z.boolean() // near-duplicates were looked for
  }),
  deriveRecord: derivedRecordSchema,
  signTexts: z.object({ signatures: z.array(z.string()) })
} as const

export const recordsEvent = z.object({
  type: z.literal('records'),
  records: z.array(readRecordSchema),
  near: z.array(z.tuple([z.number().int(), z.number().int(), z.number().int()])), // ordinal, that of an earlier one, percent
  doneBytes: z.number(),
  totalBytes: z.number(),
  rejected: z.number().int()
})
