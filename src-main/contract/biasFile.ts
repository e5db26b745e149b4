// A bias report's data: what was asked of which model, what came of it, and each item. Reports are drawn
// from this alone.
import { z } from 'zod'
import {
  auditHalfSchema,
  auditResultSchema,
  comparisonSchema,
  powerSchema,
  reviewedItemSchema,
  suiteOptionsSchema,
  suiteSchema
} from './bias'
import { reportFormats } from './evidenceEntries'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const biasFormat = 'lethe-bias'
export const biasVersion = 1

/** Axes and items as tables for other programs: these are not signed. */
export const biasReportFormats = [...reportFormats, 'csv', 'itemsCsv'] as const
export type BiasReportFormat = (typeof biasReportFormats)[number]

const auditedModelSchema = z.object({
  role: z.enum(['before', 'after', 'seed']), // after: of one model alone too
  ...{ auditId: z.string(), id: z.string(), name: z.string(), sha256 }, // of its tensors
  weightMode: z.string(), // how they were held
  device: z.string(),
  auditedAt: z.number() // epoch ms
})

/** Texts of more items than this are left out of a report: their files are named by hash. */
export const mostItemsWithTexts = 5000

export const biasFileSchema = z.strictObject({
  format: z.literal(biasFormat),
  version: z.literal(biasVersion),
  createdAt: z.number(), // epoch ms
  /** In the words of who made it. */
  subject: z.object({ title: z.string(), preparedBy: z.string() }),
  suite: suiteSchema.omit({ options: true }).extend({
    convention: z.string(),
    ...{ chosen: suiteOptionsSchema, half: auditHalfSchema } // how it was asked
  }),
  models: z.array(auditedModelSchema).min(1),
  /** Of the audit before, where there is one, and of the one after. */
  results: z.object({ before: auditResultSchema.nullable(), after: auditResultSchema }),
  /** The same without what a person left out; null: nothing was. */
  curated: z.object({
    before: auditResultSchema.nullable(),
    after: auditResultSchema.nullable()
  }),
  comparison: comparisonSchema.nullable(),
  /** What so many items can show. */
  power: powerSchema.omit({ leftOut: true }),
  items: z.object({
    before: z.array(reviewedItemSchema),
    after: z.array(reviewedItemSchema),
    hasTexts: z.boolean() // there are too many otherwise
  }),
  made: z.object({
    ...{ lethe: z.string(), runtime: z.string(), platform: z.string() },
    seed: z.int() // of bootstraps and permutations
  })
})
export type BiasFile = z.infer<typeof biasFileSchema>
