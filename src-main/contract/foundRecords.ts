// Records that may have to be forgotten: found by whose they are, by words, by what was found in them, by a
// text, or by what a model answered.
import { z } from 'zod'
import { piiTypeSchema } from './records'

const text = z.string().trim().min(1).max(200_000)

export const findSourceSchema = z.discriminatedUnion('by', [
  /** Everything about somebody. */
  z.strictObject({ by: z.literal('person'), name: z.string().trim().min(1).max(500) }),
  /** Records that hold all words; "words in quotes" as they stand. */
  z.strictObject({ by: z.literal('words'), query: z.string().trim().min(1).max(1000) }),
  /** The same number, address or date, however it is written. */
  z.strictObject({
    ...{ by: z.literal('finding'), type: piiTypeSchema, text: z.string().trim().min(1).max(500) }
  }),
  /** A text that somebody brings: a letter, a page. */
  z.strictObject({ by: z.literal('text'), text }),
  /** What a model answered: the closest of the records that it learned from. Needs a model. */
  z.strictObject({ by: z.literal('answer'), question: z.string().max(200_000).default(''), text })
])
export type FindSource = z.infer<typeof findSourceSchema>

/** Why a record was found. Those that are meant beyond doubt come first. */
export const foundReasons = [
  'subject', // it is the person's
  'named', // nobody's, and it names the person
  'words',
  'finding',
  'text', // it says the text, or the text says all of it
  'otherSubject', // somebody else's, and it names the person
  'alike', // close to one of these, or to the text, in words and their order
  'closest' // it has many words of the answer
] as const
export const foundReasonSchema = z.enum(foundReasons)
export type FoundReason = z.infer<typeof foundReasonSchema>

const datasetName = z.object({ id: z.string(), name: z.string() })

export const foundRecordSchema = z.object({
  dataset: datasetName,
  ordinal: z.int().positive(),
  subject: z.string().nullable(),
  excerpt: z.string(), // around what was found
  /** alike: share of common runs of three words, estimated; closest: share of the answer's words it has. */
  similarity: z.number().min(0).max(1).nullable()
})
export type FoundRecord = z.infer<typeof foundRecordSchema>

export const foundGroupSchema = z.object({
  reason: foundReasonSchema,
  isExact: z.boolean(), // meant beyond doubt; the others are for a person to look at
  /** Where there are more than 10,000 in a dataset, `places` has the first and this says that there are more. */
  count: z.int(),
  places: z.array(z.object({ dataset: datasetName, ordinals: z.array(z.int().positive()) })),
  records: z.array(foundRecordSchema) // the first of them, the most similar first
})
export type FoundGroup = z.infer<typeof foundGroupSchema>

export const findInputSchema = z.object({
  dataset: z.string().min(1).optional(), // id or name; usual: all in the list
  model: z.string().min(1).optional(), // only records that it learned from
  source: findSourceSchema
})
export type FindInput = z.infer<typeof findInputSchema>

/** Groups without records are left out. */
export const foundSchema = z.object({ groups: z.array(foundGroupSchema) })
export type Found = z.infer<typeof foundSchema>
