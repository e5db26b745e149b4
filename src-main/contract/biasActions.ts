// From what an audit found to something to do about it: records to fine-tune on in which groups appear
// equally often, and the records that a model may have learned a lean from, flagged to be forgotten.
import { z } from 'zod'
import { datasetSchema } from './datasets'
import { procedure } from './errors'
import { flagSetSchema } from './forgetting'
import { languages } from './quantities'

const word = z.string().trim().min(1).max(100)
const named = z.string().min(1) // an id or a name
const finding = {
  audit: z.string().min(1), // an id
  axis: z.string().min(1).optional(), // usual: all
  /** By their ids. Usual: for a set, all; for what is nearest, those that lean as their axis does. */
  items: z.array(z.string().min(1)).min(1).max(5000).optional()
}
const language = z.enum(languages).default('en') // of names and reasons that are written down

/** Where a balanced set comes from. */
export const balanceSourceSchema = z.discriminatedUnion('by', [
  /** Both sentences of each pair. Half of the groups are held out for the audit afterwards. */
  z.strictObject({ by: z.literal('items') }),
  /**
   * Records of a dataset, and each that names a group a second time with the words of the groups
   * exchanged. Which words stand against which comes from the pairs of the finding and from `words`.
   */
  z.strictObject({
    by: z.literal('dataset'),
    dataset: named,
    words: z
      .array(z.tuple([word, word]))
      .max(500)
      .default([])
  })
])
export type BalanceSource = z.infer<typeof balanceSourceSchema>

/** Why a pair or a record is not in a balanced set. */
export const unbalancedWhys = [
  'noPair', // the item is not two sentences
  'notAlike', // more than the group differs
  'grammar', // a word does not agree with another
  'undecided' // which word stands against another depends on what follows
] as const

export const balancedSetSchema = z.object({
  dataset: datasetSchema,
  pairs: z.int(), // of two records that differ in the group alone
  unpaired: z.int(), // records that name no group, as they were
  /** By items: what no such set is made of, for the audit afterwards. */
  heldOut: z.object({ groups: z.int(), items: z.int() }).nullable(),
  /** By a dataset: what was exchanged, and how often each stands in the set. */
  swaps: z.array(
    z.object({ first: z.string(), second: z.string(), firstCount: z.int(), secondCount: z.int() })
  ),
  forgotten: z.int(), // records that were forgotten before, and are not in it
  leftOut: z.object({
    count: z.int(),
    first: z.array(
      z.object({
        place: z.string(), // id of the item, number of the record
        why: z.enum(unbalancedWhys),
        detail: z.string()
      })
    )
  })
})
export type BalancedSet = z.infer<typeof balancedSetSchema>

export const nearestRecordSchema = z.object({
  dataset: z.object({ id: z.string(), name: z.string() }),
  ordinal: z.int().positive(),
  subject: z.string().nullable(),
  excerpt: z.string(),
  similarity: z.number().min(0).max(1), // share of the sentence's longer words that it has; 1: it says it
  item: z.string() // the one it is nearest to
})
export type NearestRecord = z.infer<typeof nearestRecordSchema>

export const biasActions = {
  /**
   * Makes a dataset like any other; where it comes from stands in its `origin`. Throws `auditUnfinished`,
   * `notFound` (an item), `nothingToBalance`, `datasetNotFound`.
   */
  balance: procedure
    .input(
      z.object({
        ...{ ...finding, source: balanceSourceSchema.default({ by: 'items' }), language },
        name: z.string().trim().min(1).max(120).optional() // usual: says where it comes from
      })
    )
    .output(balancedSetSchema),
  /**
   * What the model learned from that is nearest to the sentences it leans to, the nearest first. Throws
   * `auditUnfinished`, `noTrainingLog`, `notFound` (an item).
   */
  nearest: procedure
    .input(
      z.object({
        ...finding,
        perItem: z.int().min(1).max(20).default(3),
        least: z.number().min(0.3).max(1).default(0.5) // similarity
      })
    )
    .output(
      z.object({
        items: z.int(), // that were looked for: at most the 100 that lean most
        records: z.array(nearestRecordSchema)
      })
    ),
  /**
   * Flags records, a set for each dataset, with the audit and the axis as the reason. Throws as `nearest`,
   * and `nothingFlagged`.
   */
  flagNearest: procedure
    .input(
      z.object({
        ...{ ...finding, language },
        perItem: z.int().min(1).max(20).default(3),
        least: z.number().min(0.3).max(1).default(0.5),
        /** Usual: all that `nearest` finds. */
        chosen: z
          .array(
            z.object({ dataset: named, ordinals: z.array(z.int().positive()).min(1).max(10_000) })
          )
          .min(1)
          .max(100)
          .optional(),
        name: z.string().trim().min(1).max(120).optional(),
        requester: z.string().trim().max(2000).default('')
      })
    )
    .output(z.object({ flagSets: z.array(flagSetSchema) }))
}
