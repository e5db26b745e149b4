// One prompt to several models, side by side or blind, and the ratings that blind votes add up to.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { answerStatsSchema, answerStatusSchema, roundingEventSchema, samplingSchema } from './chat'
import { letheErrorSchema, procedure } from './errors'
import { remoteFiguresSchema, remoteModelSchema } from './network'

/** At most this many columns. */
export const mostColumns = 6
/** A pair of models is rated from this many votes on. */
export const votesForRating = 10

export const comparisonModeSchema = z.enum(['sideBySide', 'blind'])
export type ComparisonMode = z.infer<typeof comparisonModeSchema>
export const voteSchema = z.enum(['a', 'b', 'tie', 'neither'])
export type Vote = z.infer<typeof voteSchema>

/**
 * One column. Of a blind comparison without a vote, everything that could tell the models apart is
 * null: model, place, sampling, figures, errors; and the text comes only once all have ended.
 */
export const comparedAnswerSchema = z.object({
  id: z.string(),
  column: z.number().int().nonnegative(),
  modelId: z.string().nullable(),
  modelName: z.string().nullable(), // as it was called then
  remote: remoteModelSchema.nullable(), // null: it ran here
  sampling: samplingSchema.nullable(),
  text: z.string(),
  status: answerStatusSchema,
  stats: answerStatsSchema.nullable(),
  remoteFigures: remoteFiguresSchema.nullable(),
  error: letheErrorSchema.nullable()
})
export type ComparedAnswer = z.infer<typeof comparedAnswerSchema>

export const comparisonSchema = z.object({
  id: z.string(),
  mode: comparisonModeSchema,
  prompt: z.string(),
  systemPrompt: z.string(),
  seed: z.number().int().min(0).max(0xffffffff).nullable(), // null while it is blind
  vote: voteSchema.nullable(),
  createdAt: z.number().int(),
  removedAt: z.number().int().nullable()
})
export type Comparison = z.infer<typeof comparisonSchema>

const withAnswers = comparisonSchema.extend({ answers: z.array(comparedAnswerSchema) })
export type ComparisonWithAnswers = z.infer<typeof withAnswers>

export const comparisonEventSchema = z.discriminatedUnion('type', [
  /** `text` belongs at `offset` (UTF-16 units) of the answer; the first event carries all so far. */
  z.object({ type: z.literal('text'), offset: z.number().int(), text: z.string() }),
  /** Its turn comes after these models; none: it is its turn. */
  z.object({ type: z.literal('waiting'), behind: z.array(z.string()) }),
  /** The prompt went out; this host has not answered yet. */
  z.object({ type: z.literal('asking'), host: z.string() }),
  z.object({ type: z.literal('loading'), modelName: z.string(), sizeBytes: z.number() }),
  roundingEventSchema,
  z.object({ type: z.literal('reading'), done: z.number().int(), total: z.number().int() }),
  z.object({ type: z.literal('end'), answer: comparedAnswerSchema })
])
export type ComparisonEvent = z.infer<typeof comparisonEventSchema>

export const comparisonEntrySchema = z.object({
  model: z.string().min(1), // id or name, or remote:ENDPOINT/MODEL
  sampling: samplingSchema.omit({ seed: true })
})

export const roomSchema = z.object({
  tokens: z.number().int().nonnegative(), // of prompt, system prompt and template
  contextLength: z.number().int().positive()
})
export type Room = z.infer<typeof roomSchema>

const ratedModel = z.object({
  modelId: z.string(),
  modelName: z.string(),
  /** How often it would win against the average of the group, 0 to 1, with a 95 % interval. */
  strength: z.number(),
  low: z.number(),
  high: z.number(),
  votes: z.number().int()
})
const ratedPair = z.object({
  firstId: z.string(),
  secondId: z.string(),
  firstName: z.string(),
  secondName: z.string(),
  firstWins: z.number().int(),
  secondWins: z.number().int(),
  ties: z.number().int(),
  neither: z.number().int(), // counted, not rated: it says nothing about which is better
  votes: z.number().int(), // first, second and ties
  /** In how many of 100 re-samplings the first stands above the second; null: too few votes. */
  firstAbove: z.number().nullable(),
  settled: z.boolean() // the intervals of the two do not overlap
})
export const textScoreSchema = z.object({
  modelId: z.string(),
  modelName: z.string(),
  tokens: z.number().int(), // scored; the first one has nothing before it unless the model adds a start
  bytes: z.number(), // UTF-8, of what was scored
  nllNats: z.number(),
  perplexity: z.number(), // by token: comparable only where the tokenizers are the same
  bitsPerByte: z.number(), // comparable everywhere
  windows: z.number().int(), // more than one: the text is longer than the context
  vocabularySize: z.number().int(),
  device: z.string()
})
export type TextScore = z.infer<typeof textScoreSchema>

export const textScoreEventSchema = z.discriminatedUnion('type', [
  /** In windows of the context. */
  z.object({
    type: z.literal('progress'),
    done: z.number().int(),
    total: z.number().int(),
    secondsLeft: z.number().nullable()
  }),
  z.object({ type: z.literal('done'), score: textScoreSchema })
])
export type TextScoreEvent = z.infer<typeof textScoreEventSchema>

export const ratingsSchema = z.object({
  groups: z.array(z.object({ models: z.array(ratedModel) })), // strongest first
  pairs: z.array(ratedPair),
  resamplings: z.number().int()
})
export type Ratings = z.infer<typeof ratingsSchema>

const byId = z.object({ id: z.string() })
const byAnswer = z.object({ answerId: z.string() })

export const compareContract = {
  list: procedure.input(z.object({ removed: z.boolean().default(false) })).output(
    z.object({
      comparisons: z.array(
        comparisonSchema.extend({ modelNames: z.array(z.string()).nullable() }) // null while blind
      )
    })
  ),
  get: procedure.input(byId).output(withAnswers),
  /** Stores the comparison, starts all answers, and returns at once. A blind one takes two entries. */
  start: procedure
    .input(
      z.object({
        mode: comparisonModeSchema,
        prompt: z.string().min(1).max(20_000_000),
        systemPrompt: z.string().max(100_000).default(''),
        seed: z.number().int().min(0).max(0xffffffff).nullable(), // null: a fresh one
        entries: z.array(comparisonEntrySchema).min(2).max(mostColumns)
      })
    )
    .output(withAnswers),
  /**
   * What each model would read of it, by its own tokenizer and template, in the order of `models`. null:
   * it cannot be counted here (a server counts for itself) or the start will say why.
   */
  measure: procedure
    .input(
      z.object({
        prompt: z.string().min(1).max(20_000_000),
        systemPrompt: z.string().max(100_000).default(''),
        models: z.array(z.string().min(1)).min(1).max(mostColumns)
      })
    )
    .output(z.object({ rooms: z.array(roomSchema.nullable()) })),
  /** Another attempt at one column that failed or was stopped; the earlier one is kept beside it. */
  retry: procedure.input(byAnswer).output(withAnswers),
  stop: procedure.input(byAnswer).output(z.object({ stopped: z.boolean() })),
  /** Follows a running answer from its beginning; a blind one tells nothing before all have ended. */
  follow: procedure.input(byAnswer).output(eventIterator(comparisonEventSchema)),
  /** One vote for each blind comparison, once its answers have ended; it reveals the models. */
  vote: procedure.input(byId.extend({ vote: voteSchema })).output(withAnswers),
  ratings: procedure.output(ratingsSchema),
  /** How well a model predicts a text of any length, with at least half its context before each token. */
  scoreText: procedure
    .input(z.object({ model: z.string().min(1), text: z.string().min(1).max(20_000_000) }))
    .output(eventIterator(textScoreEventSchema)),
  remove: procedure.input(byId).output(comparisonSchema),
  restore: procedure.input(byId).output(comparisonSchema),
  export: procedure
    .input(byId.extend({ format: z.enum(['markdown', 'json']) }))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() }))
}
