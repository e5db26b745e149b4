// Many prompts to several models: a table of answers, with their closeness to references.
import { z } from 'zod'
import { answerStatusSchema, samplingSchema } from './chat'
import { mostColumns } from './compare'
import type { ErrorCode } from '../base/errors'
import { letheErrorSchema, procedure } from './errors'
import { placeSchema } from './network'

export const mostPrompts = 1000
export const promptSetFormats = ['lines', 'jsonl', 'csv'] as const
export const promptSetFormatSchema = z.enum(promptSetFormats)
export type PromptSetFormat = z.infer<typeof promptSetFormatSchema>

export const promptItemSchema = z.object({ prompt: z.string(), reference: z.string().nullable() })
export type PromptItem = z.infer<typeof promptItemSchema>

export const promptRunSchema = z.object({
  id: z.string(),
  name: z.string(),
  systemPrompt: z.string(),
  sampling: samplingSchema,
  /** `place`: where its answers come from; null: from this process. */
  models: z.array(
    z.object({ id: z.string(), name: z.string(), place: placeSchema.nullable().default(null) })
  ),
  status: z.enum(['running', 'paused', 'finished']),
  createdAt: z.number().int(),
  removedAt: z.number().int().nullable()
})
export type PromptRun = z.infer<typeof promptRunSchema>

/**
 * How likely a model finds a reference as its answer: given the prompt in its own chat template, in its
 * own tokens, without the end of the answer.
 */
export const referenceScoreSchema = z.object({
  tokens: z.number().int(),
  bytes: z.number().int(), // UTF-8
  nllNats: z.number(),
  perplexity: z.number(), // by token: comparable only where the tokenizers are the same
  bitsPerByte: z.number() // comparable everywhere
})
/** Why a reference cannot be measured, however often it is tried. */
export const lastingReferenceErrors: readonly ErrorCode[] = [
  'promptTooLong',
  'promptTooLarge',
  'promptEmpty'
]
export type ReferenceScore = z.infer<typeof referenceScoreSchema>

export const promptAnswerSchema = z.object({
  row: z.number().int(),
  column: z.number().int(),
  text: z.string(),
  status: answerStatusSchema,
  error: letheErrorSchema.nullable(),
  exactMatch: z.boolean().nullable(), // null without a reference or an answer
  rougeL: z.number().nullable(), // F-measure, 0 to 1
  /** null without a reference, behind a server, and where `referenceError` says why. */
  referenceScore: referenceScoreSchema.nullable(),
  referenceError: letheErrorSchema.nullable()
})
export type PromptAnswer = z.infer<typeof promptAnswerSchema>

/** With its 95 % interval. */
const meanSchema = z.object({ mean: z.number(), low: z.number(), high: z.number() })

/** Of one model; means are null below 10 rows. */
export const promptSummarySchema = z.object({
  count: z.number().int(), // rows that have a reference and an answer
  exact: z.number().int(),
  rougeL: meanSchema.nullable(),
  measured: z.number().int(), // rows whose reference was measured
  perplexity: meanSchema.nullable(), // over all their tokens
  bitsPerByte: meanSchema.nullable() // over all their bytes
})

export type PromptSummary = z.infer<typeof promptSummarySchema>

export const promptTableSchema = promptRunSchema.extend({
  items: z.array(promptItemSchema),
  answers: z.array(promptAnswerSchema),
  summaries: z.array(promptSummarySchema), // in the order of the models
  secondsLeft: z.number().nullable() // at the pace of the latest answers; null: not known yet, or over
})
export type PromptTable = z.infer<typeof promptTableSchema>

const byId = z.object({ id: z.string() })

export const promptSetsContract = {
  list: procedure.output(
    z.object({
      runs: z.array(promptRunSchema.extend({ done: z.number().int(), total: z.number().int() }))
    })
  ),
  get: procedure.input(byId).output(promptTableSchema),
  /** Reads the set, stores it and starts. Throws `invalidInput` naming the line that cannot be read. */
  start: procedure
    .input(
      z.object({
        name: z.string().max(200),
        systemPrompt: z.string().max(100_000).default(''),
        text: z.string().min(1).max(20_000_000),
        format: promptSetFormatSchema,
        models: z.array(z.string().min(1)).min(1).max(mostColumns),
        sampling: samplingSchema
      })
    )
    .output(promptTableSchema),
  /** Stops after keeping what is there. */
  cancel: procedure.input(byId).output(promptRunSchema),
  /** Goes on with the cells that have no answer, and tries failed ones again. */
  resume: procedure.input(byId).output(promptRunSchema),
  remove: procedure.input(byId).output(promptRunSchema),
  restore: procedure.input(byId).output(promptRunSchema),
  export: procedure
    .input(byId.extend({ format: z.enum(['csv', 'json']) }))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() }))
}
