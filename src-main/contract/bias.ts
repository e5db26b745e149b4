// Bias audits: what suites there are, what a model scored, and whether that changed.
import { z } from 'zod'
import { letheErrorSchema, procedure } from './errors'

export { isMaskedConvention } from '../base/suiteDescription'

const share = z.number().min(0).max(1)
const intervalSchema = z.object({ low: z.number(), high: z.number() })
const figuresSchema = z.record(z.string(), z.number().nullable())
const saidSchema = z.object({ en: z.string(), 'pt-BR': z.string() })

export const suiteSchema = z.object({
  name: z.string(),
  title: saidSchema,
  paper: z.string().nullable(), // null: the project's own, or the user's
  licence: z.string(), // of its items
  files: z.string().nullable(), // names of what is read; null: it ships
  languages: z.array(z.string()),
  measures: saidSchema,
  doesNotShow: saidSchema,
  comparable: saidSchema,
  comparableMasked: saidSchema.nullable(), // of models that fill gaps; null: they cannot be asked
  toward: saidSchema.nullable(), // what a share is of, such as "the stereotype"; null: nothing leans
  offensive: z.boolean(),
  predictions: z.boolean(), // of others can be scored
  options: z.record(z.string(), z.unknown()) // JSON Schema
})
export type SuiteInfo = z.infer<typeof suiteSchema>

export const leanWords = ['leans', 'leansAway', 'noLean', 'cannotTell', 'tooFew'] as const
export const standings = ['tooFew', 'indicative', 'figure'] as const
const standingSchema = z.enum(standings)

export const axisFigureSchema = z.object({
  axis: z.string(),
  language: z.string().nullable(), // null: of all
  n: z.number().int(), // items with a leaning
  groups: z.number().int(), // templates, targets: what is independent
  ties: z.number().int(),
  unknownTokens: z.number().int(), // items with tokens the vocabulary lacks
  standing: standingSchema, // below 30 items no number, below 200 or 20 groups indicative
  share: share.nullable(), // toward the stereotype
  interval: intervalSchema.nullable(), // 95 %
  method: z.enum(['wilson', 'clusterBootstrap']).nullable(),
  flips: share.nullable(), // items whose side is another under the other convention
  meanMarginNats: z.number().nullable(),
  pValue: share.nullable(), // against 50 of 100
  adjusted: share.nullable(), // by Holm over the axes with a number
  verdict: z.enum(leanWords),
  largestLean: z.number().nullable(), // no larger one was seen
  need: z.number().int().nullable(), // about so many items would show a lean of this size
  figures: figuresSchema // the suite's own
})
export type AxisFigure = z.infer<typeof axisFigureSchema>

export const leftOutSchema = z.object({
  file: z.string(),
  row: z.number().int(),
  fault: z.string(),
  detail: z.string()
})
const capabilitySchema = z.object({
  perplexity: z.number().nullable(), // of plain sentences that no suite holds
  byLanguage: z.record(z.string(), z.number()),
  tokens: z.number().int(),
  scores: z.array(
    z.object({ id: z.string(), language: z.string(), nats: z.number(), tokens: z.number().int() })
  )
})

export const auditResultSchema = z.object({
  suite: z.string(),
  convention: z.string(),
  /** What has to be said before any number; `unstable`: no stance is shown. */
  notes: z.array(z.enum(['unstable'])).optional(),
  pooling: z.enum(['items', 'groups']),
  items: z.number().int(),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), sizeBytes: z.number().int() })),
  overall: axisFigureSchema,
  axes: z.array(axisFigureSchema),
  languages: z.array(axisFigureSchema), // each axis in each language, where there are several
  parts: z.record(z.string(), figuresSchema),
  leftOut: z.object({ count: z.number().int(), rows: z.array(leftOutSchema) }),
  capability: capabilitySchema.nullable()
})
export type AuditResult = z.infer<typeof auditResultSchema>

export const auditItemSchema = z.object({
  id: z.string(),
  file: z.string(),
  row: z.number().int(),
  axis: z.string(),
  language: z.string().nullable(),
  group: z.string(),
  leaning: share.nullable(),
  marginNats: z.number().nullable(),
  otherLeaning: share.nullable(),
  counts: z.record(z.string(), z.number()),
  texts: z.array(
    z.object({
      role: z.string(),
      text: z.string(),
      nats: z.number().nullable(), // log-likelihood; null where it was not asked by itself
      tokens: z.number().int().nullable()
    })
  ),
  unknownTokens: z.number().int()
})
export type AuditItem = z.infer<typeof auditItemSchema>

export const changeWords = [
  'changed',
  'changedWithinMargin',
  'equivalent',
  'cannotTell',
  'notScored'
] as const
export const axisChangeSchema = z.object({
  axis: z.string(),
  n: z.number().int(), // items with a leaning under both models
  groups: z.number().int(),
  standing: standingSchema,
  before: share.nullable(),
  after: share.nullable(),
  change: z.number().nullable(), // after − before
  interval: intervalSchema.nullable(), // 95 %
  test: z.enum(['mcNemar', 'signFlip']).nullable(),
  pValue: share.nullable(),
  adjusted: share.nullable(),
  marginPValue: share.nullable(),
  meanMarginChangeNats: z.number().nullable(),
  equivalence: z.object({ pValue: share, interval: intervalSchema }).nullable(), // 90 %
  seeds: z
    .object({ models: z.number().int(), deviation: z.number(), exceeds: z.boolean() })
    .nullable(),
  verdict: z.enum(changeWords),
  direction: z.enum(['toward50', 'away', 'past50']).nullable(),
  need: z.number().int().nullable()
})
export type AxisChange = z.infer<typeof axisChangeSchema>

const abilitySchema = z.object({
  word: z.enum(['kept', 'lost', 'cannotTell']),
  loss: z.number(), // 0.05: perplexity is 5 % higher
  interval: intervalSchema, // 90 %
  records: z.number().int(),
  groups: z.number().int()
})
export const comparisonSchema = z.object({
  margin: z.number(),
  family: z.number().int(), // axes that share the correction
  overall: axisChangeSchema,
  axes: z.array(axisChangeSchema),
  ability: abilitySchema.nullable(),
  broke: z.boolean() // the lean fell and ability was lost
})
export type AuditComparison = z.infer<typeof comparisonSchema>

export const powerSchema = z.object({
  items: z.number().int(),
  groups: z.number().int(), // of items that are not independent: what is shown is by these
  leftOut: z.object({ count: z.number().int(), rows: z.array(leftOutSchema) }),
  /** Of 0…1; null: so few items show nothing. Where a fifth of the items change sides. */
  smallestChange: z.number().nullable(),
  smallestLean: z.number().nullable(),
  axes: z.array(
    z.object({
      axis: z.string(),
      n: z.number().int(),
      groups: z.number().int(),
      standing: standingSchema,
      smallestChange: z.number().nullable(),
      smallestLean: z.number().nullable()
    })
  )
})
export type AuditPower = z.infer<typeof powerSchema>

const auditStatuses = ['waiting', 'running', 'paused', 'finished', 'failed', 'cancelled'] as const

export const suiteOptionsSchema = z.record(z.string(), z.unknown())
export const auditSchema = z.object({
  id: z.string(),
  modelId: z.string(),
  modelName: z.string(), // when it was begun
  modelSha256: z.string(), // of its tensors
  weightMode: z.string(), // how they were held
  suite: z.string(),
  data: z.string().nullable(), // where its items were read; null: what ships
  options: suiteOptionsSchema,
  status: z.enum(auditStatuses),
  error: letheErrorSchema.nullable(),
  done: z.number().int(), // texts that are scored
  total: z.number().int(), // 0: not known yet
  device: z.string().nullable(),
  leftOutByHand: z.number().int(), // items that a person left out, with reasons
  createdAt: z.number().int(),
  endedAt: z.number().int().nullable(),
  removedAt: z.number().int().nullable()
})
export type Audit = z.infer<typeof auditSchema>
export const shownAuditSchema = auditSchema.extend({
  result: auditResultSchema.nullable(), // of all items
  curated: auditResultSchema.nullable() // without those that a person left out; null: none is
})
export type ShownAudit = z.infer<typeof shownAuditSchema>

export const reviewedItemSchema = auditItemSchema.extend({
  reason: z.string().nullable() // why it was left out; null: it is in
})
export type ReviewedItem = z.infer<typeof reviewedItemSchema>

const absolute = z.string().min(1).max(4096)
const suiteChoice = z.object({
  suite: z.string().min(1).max(100),
  data: absolute.nullable().default(null),
  options: suiteOptionsSchema.default({})
})
export type SuiteChoice = z.infer<typeof suiteChoice>
const byId = z.object({ id: z.string() })

export const selfTestSchema = z.object({
  checks: z.array(
    z.object({
      name: z.string(),
      source: z.string(),
      expected: z.number(),
      found: z.number().nullable(), // null: its data is not there
      digits: z.number().int(), // of the published number
      state: z.enum(['passed', 'failed', 'absent'])
    })
  ),
  passed: z.number().int(),
  failed: z.number().int(),
  absent: z.number().int()
})
export type SelfTest = z.infer<typeof selfTestSchema>

export const biasContract = {
  suites: procedure.output(z.object({ suites: z.array(suiteSchema) })),
  /** What a set can show, before any model is asked. */
  power: procedure.input(suiteChoice).output(powerSchema),
  /** Queues it. Throws `modelNotFound`, `suiteUnknown`, `invalidInput` for options. */
  start: procedure.input(suiteChoice.extend({ model: z.string().min(1) })).output(auditSchema),
  list: procedure
    .input(z.object({ removed: z.boolean().default(false) }))
    .output(z.object({ audits: z.array(auditSchema) })),
  get: procedure.input(byId).output(shownAuditSchema),
  /** A page of its items, those that lean most first; of one axis where that is named. */
  items: procedure
    .input(
      byId.extend({
        axis: z.string().optional(),
        from: z.number().int().min(0).default(0),
        count: z.number().int().min(1).max(500).default(100)
      })
    )
    .output(z.object({ items: z.array(reviewedItemSchema), total: z.number().int() })),
  /** Leaves an item out with a reason, or takes it in again; figures follow at once. */
  review: procedure
    .input(byId.extend({ item: z.string(), reason: z.string().trim().min(1).max(500).nullable() }))
    .output(shownAuditSchema),
  pause: procedure.input(byId).output(auditSchema),
  resume: procedure.input(byId).output(auditSchema),
  cancel: procedure.input(byId).output(auditSchema),
  remove: procedure.input(byId).output(auditSchema),
  restore: procedure.input(byId).output(auditSchema),
  /** Of two finished audits by one suite. `seeds`: of models made like the one after, with other seeds. */
  compare: procedure
    .input(
      z.object({
        before: z.string(),
        after: z.string(),
        seeds: z.array(z.string()).max(20).default([]),
        margin: z.number().min(0.001).max(0.5).default(0.03)
      })
    )
    .output(z.object({ before: auditSchema, after: auditSchema, comparison: comparisonSchema })),
  /** Scores what others wrote down about the items of a suite. */
  predictions: procedure
    .input(
      suiteChoice.extend({ predictions: absolute, column: z.string().nullable().default(null) })
    )
    .output(auditResultSchema),
  /** Published numbers, computed again from data that lies in a folder. */
  selfTest: procedure
    .input(z.object({ data: absolute.nullable().default(null) }))
    .output(selfTestSchema)
}
