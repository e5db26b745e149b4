// What the records of a dataset are like as a whole.
import { z } from 'zod'
import {
  piiTypeSchema,
  recordLanguageSchema,
  recordProblemSchema,
  recordSplitSchema
} from './records'

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
