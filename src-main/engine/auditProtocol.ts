// What engines are told about bias audits, and what they tell; part of protocol.ts.
import { z } from 'zod'
import {
  auditHalfSchema,
  auditItemSchema,
  auditResultSchema,
  comparisonSchema,
  powerSchema,
  selfTestSchema,
  suiteOptionsSchema
} from '../contract/bias'

export const auditSourceSchema = z.object({
  suite: z.string(),
  path: z.string().nullable(),
  ownFolder: z.string().nullable(), // of the items that ship
  options: suiteOptionsSchema,
  half: auditHalfSchema
})

/** Key, log-likelihood in nats, tokens, of them unknown ones. */
export const keptScoreSchema = z.tuple([z.string(), z.number(), z.number().int(), z.number().int()])
export type KeptScore = z.infer<typeof keptScoreSchema>

/** Asks a model what is not `known`; needs the model beside it. */
export const auditSpec = z.object({
  type: z.literal('audit'),
  source: auditSourceSchema,
  known: z.array(keptScoreSchema),
  seed: z.number().int()
})

const heldOut = z.array(
  z.object({ id: z.string(), language: z.string(), nats: z.number(), tokens: z.number().int() })
)

export const auditSpecs = [
  /** What a set can show. */
  z.object({ type: z.literal('auditPower'), source: auditSourceSchema }),
  /** Scores what others wrote down. */
  z.object({
    type: z.literal('auditPredictions'),
    source: auditSourceSchema,
    predictions: z.string(),
    column: z.string().nullable(),
    seed: z.number().int()
  }),
  /** The figures of some items of an audit. */
  z.object({
    type: z.literal('auditFigures'),
    whole: auditResultSchema, // of all items
    items: z.array(auditItemSchema),
    seed: z.number().int()
  }),
  z.object({
    type: z.literal('auditComparison'),
    suite: z.string(),
    before: z.array(auditItemSchema),
    after: z.array(auditItemSchema),
    seeds: z.array(z.array(auditItemSchema)),
    ability: z.object({ before: heldOut, after: heldOut }).nullable(),
    margin: z.number(),
    seed: z.number().int()
  }),
  /** @param data with published data; null: the project's own alone */
  z.object({
    type: z.literal('auditSelfTest'),
    data: z.string().nullable(),
    ownFolder: z.string()
  })
] as const

export const auditResults = {
  audit: z.object({ result: auditResultSchema, device: z.string() }),
  auditPower: powerSchema,
  auditPredictions: auditResultSchema,
  auditFigures: auditResultSchema,
  auditComparison: comparisonSchema,
  auditSelfTest: selfTestSchema
} as const

export const auditEvents = [
  z.object({
    type: z.literal('auditScored'),
    scores: z.array(keptScoreSchema),
    done: z.number().int(), // texts that are scored, those from before included
    total: z.number().int()
  }),
  z.object({ type: z.literal('auditItems'), items: z.array(auditItemSchema) })
] as const
