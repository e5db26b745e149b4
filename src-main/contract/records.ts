// Records of datasets: what is known of each, how they are chosen and ordered, what changes them.
import { z } from 'zod'

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

export const piiTypeSchema = z.enum(piiTypes)
export type PiiType = z.infer<typeof piiTypeSchema>
export const recordSplitSchema = z.enum(recordSplits)
export type RecordSplit = z.infer<typeof recordSplitSchema>
export const recordLanguageSchema = z.enum(recordLanguages)
export type RecordLanguage = z.infer<typeof recordLanguageSchema>
export const recordProblemSchema = z.enum(recordProblems)
export type RecordProblem = z.infer<typeof recordProblemSchema>
export const roleSchema = z.enum(['text', 'system', 'user', 'assistant'])

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

export const changeKinds = ['edit', 'tag', 'untag', 'split', 'undo', 'erase'] as const
/** A change of a dataset's records: what made it `version`. */
export const datasetChangeSchema = z.object({
  version: z.number().int().positive(),
  kind: z.enum(changeKinds),
  records: z.number().int().nonnegative(), // that it changed
  changedAt: z.number().int()
})
export type DatasetChange = z.infer<typeof datasetChangeSchema>
