// What was measured, and what follows from it. Values that could not be computed are null. Words are
// keys; evidenceTexts makes sentences of them.
import { z } from 'zod'
import { directTests } from '../base/directTests'
import { attackNames } from './evidenceRequest'

export const testNames = [...directTests, 'membership'] as const
const testNameSchema = z.enum(testNames)
export type TestName = z.infer<typeof testNameSchema>

const value = z.number().nullable()
const share = z.number().min(0).max(1).nullable()
const intervalSchema = z.object({ low: value, high: value })
const perModel = <T extends z.ZodType>(of: T) =>
  z.object({ original: of, unlearned: of, reference: of })

const testWordSchema = z.enum(['forgotten', 'notForgotten', 'overForgotten', 'cannotTell'])
export type TestWord = z.infer<typeof testWordSchema>

/** One measure of the records under the three models, and its word. */
const testResultSchema = z.object({
  word: testWordSchema,
  /** Why it cannot tell; null for the other words. */
  reason: z.enum(['noRecords', 'tooFewGroups', 'noDifference', 'tooWide']).nullable(),
  ...{ original: value, unlearned: value, reference: value }, // means over the records
  difference: value, // unlearned − reference
  interval: intervalSchema, // of the difference, 90 %
  margin: value, // 0.2 · |original − reference|
  records: z.int(),
  groups: z.int(),
  groupedBy: z.enum(['subject', 'nearDuplicates']), // nearDuplicates: it speaks of these records only
  neededRecords: z.int().nullable() // about how many like these would settle it
})
export type TestResult = z.infer<typeof testResultSchema>

const abilityWordSchema = z.enum(['kept', 'lost', 'cannotTell'])
const abilityMeasureSchema = z.object({
  word: abilityWordSchema,
  loss: value, // relative: 0.05 is 5 % worse than the original
  interval: intervalSchema, // 90 %
  records: z.int(),
  groups: z.int()
})
const abilityResultSchema = z.object({
  word: abilityWordSchema,
  perplexity: abilityMeasureSchema, // of records that no model saw
  retainProbability: abilityMeasureSchema // of records that must be kept
})

const testList = z.array(testNameSchema)
const attackList = z.array(z.enum(attackNames))
export const overallVerdictSchema = z.discriminatedUnion('key', [
  z.object({ key: z.literal('exact') }),
  z.object({ key: z.literal('replayedNotCompared') }),
  z.object({ key: z.literal('notForgotten'), tests: testList.min(1) }),
  z.object({ key: z.literal('comesBack'), attacks: attackList.min(1) }),
  z.object({ key: z.literal('overForgotten'), tests: testList, attacks: attackList }),
  /** `isForgotten`: the direct tests agree on it all the same. */
  z.object({ key: z.literal('lostAbility'), isForgotten: z.boolean() }),
  z.object({
    key: z.literal('forgotten'),
    agreeing: testList,
    undecided: z.object({ tests: testList, attacks: attackList, ability: z.boolean() }),
    notTested: z.object({ tests: testList, attacks: attackList })
  }),
  z.object({ key: z.literal('cannotTell'), undecided: testList, notTested: testList })
])

/** How well a score tells the records from held-out ones: shown, never tested. 0.5 is no target. */
const membershipAreaSchema = z.object({
  area: z.number(), // P(a record scores above a held-out one)
  interval: intervalSchema, // 95 %
  truePositiveRate: z.number(), // at `falsePositiveRate`
  falsePositiveRate: z.number() // max(1 %, 1/n)
})
const membershipScores = ['loss', 'zlib', 'minK', 'minKPlusPlus', 'reference', 'rmia'] as const
const membershipSchema = z.object({
  records: z.int(),
  heldOut: z.int(),
  /** Those against the reference are null for the reference itself. */
  areas: z.record(z.enum(membershipScores), perModel(membershipAreaSchema.nullable())),
  /** PrivLeak of MUSE, by Min-K%; 0: as the reference. Null where the reference tells all apart. */
  privLeak: z.object({ original: value, unlearned: value })
})

/** One record (or question) under the three models: what the rows of a test are made of. */
const recordScoresSchema = z.object({
  id: z.string(),
  kind: z.enum(['record', 'question']),
  ...{ subject: z.string(), group: z.string() }, // as they were clustered
  tokens: z.int(),
  models: perModel(
    z.object({
      extractionStrength: share,
      exactMemorisation: share,
      probability: share, // of the answer: geometric mean per token
      truthRatio: share, // the true answer's share beside the wrong ones: 1 / (1 + TR)
      rougeL: share, // recall of the likeliest answer
      worstOfSamples: share,
      ...{ lossNats: value, minK: value, minKPlusPlus: value } // nats per token; scores: higher, likelier seen
    })
  )
})

export const measuredEvidenceSchema = z.object({
  overall: overallVerdictSchema,
  /** Null: not tested. */
  tests: z.record(testNameSchema, testResultSchema.nullable()),
  /** By extraction strength, after the attack. Null: not tested. */
  attacks: z.record(z.enum(attackNames), testResultSchema.nullable()),
  ability: abilityResultSchema,
  /** What is shown beside the tests and decides nothing. */
  shown: z.object({
    probability: perModel(value), // of the records' answers
    rougeL: perModel(value),
    /** Two-sided Kolmogorov-Smirnov p-values of truth ratios against the reference's. */
    forgetQuality: z.object({ original: value, unlearned: value }),
    truthRatioOf: z.enum(['questions', 'records']).nullable(),
    /** On the kept records: harmonic mean of probability, ROUGE-L recall and max(0, 1 − TR). */
    modelUtility: perModel(value),
    membership: membershipSchema.nullable(), // null: without held-out records
    canaries: z.object({
      canaries: z.int(),
      ceilingBits: value,
      exposureBits: perModel(value) // means; 1.44 by chance
    })
  }),
  records: z.array(recordScoresSchema),
  counts: z.object({
    ...{ records: z.int(), questions: z.int(), kept: z.int(), heldOut: z.int() },
    ...{ canaries: z.int(), leftOut: z.int() } // leftOut: nothing in them to score
  })
})
export type MeasuredEvidence = z.infer<typeof measuredEvidenceSchema>
