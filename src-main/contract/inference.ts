// Direct use of a model, as the command line needs it: tokenize, generate, score.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { samplingSchema } from './chat'
import { deviceRequestSchema } from './devices'
import { procedure } from './errors'
import { weightModeSchema } from './models'

const tokenIds = z.array(z.number().int().nonnegative())

export const tokenAlternativeSchema = z.object({
  id: z.number().int(),
  token: z.string(),
  logprob: z.number() // nats
})

export const generateInputSchema = z.object({
  model: z.string().min(1),
  prompt: z.union([
    z.object({
      type: z.literal('text'),
      text: z.string().min(1),
      system: z.string().optional(),
      raw: z.boolean()
    }),
    z.object({ type: z.literal('ids'), ids: tokenIds.min(1) }) // no template, no BOS
  ]),
  sampling: samplingSchema,
  logprobs: z.number().int().min(0).max(100).default(0), // alternatives per produced token
  device: deviceRequestSchema.optional(), // usual: that of the chat
  weightMode: weightModeSchema.optional()
})
export type GenerateInput = z.infer<typeof generateInputSchema>

export const generateResultSchema = z.object({
  text: z.string(), // the produced text only
  ids: tokenIds, // the produced ids only
  promptTokens: z.number().int(),
  timeToFirstTokenMs: z.number(),
  tokensPerSecond: z.number(),
  device: z.string(),
  seed: z.number().int(),
  end: z.enum(['finished', 'length', 'contextFull', 'stopped']),
  templateNote: z.enum(['none', 'plain', 'systemFolded']),
  logprobs: z
    .array(
      z.object({
        id: z.number().int(),
        token: z.string(),
        logprob: z.number(),
        alternatives: z.array(tokenAlternativeSchema)
      })
    )
    .optional()
})
export type GenerateResult = z.infer<typeof generateResultSchema>

export const scoreInputSchema = z.object({
  model: z.string().min(1),
  text: z.union([z.object({ text: z.string() }), z.object({ ids: tokenIds.min(1) })]),
  target: z.union([z.object({ text: z.string() }), z.object({ ids: tokenIds.min(1) })]).optional(),
  firstLogits: z.number().int().min(0).max(1_000_000).default(0),
  device: deviceRequestSchema.optional(),
  weightMode: weightModeSchema.optional()
})
export type ScoreInput = z.infer<typeof scoreInputSchema>

export const scoreResultSchema = z.object({
  ids: tokenIds,
  /**
   * Nats. Causal: [i] of ids[i+1] given ids[0..i]. Masked: pseudo-log-probabilities, [i] of the i-th id
   * that is no special token.
   */
  logprobs: z.array(z.number()),
  nllNats: z.number(),
  perplexity: z.number().nullable(), // null when nothing was scored
  bitsPerByte: z.number().nullable(), // null when scored by ids: bytes are unknown
  firstLogits: z.array(z.tuple([z.number().int(), z.number()])).optional(), // top K after the last prompt id
  device: z.string()
})
export type ScoreResult = z.infer<typeof scoreResultSchema>

export const fillInputSchema = z.object({
  model: z.string().min(1),
  text: z.string().min(1), // with the model's mask where a word is wanted
  top: z.number().int().min(1).max(1000).default(10), // candidates for each gap
  device: deviceRequestSchema.optional(),
  weightMode: weightModeSchema.optional()
})
export type FillInput = z.input<typeof fillInputSchema>

const candidateSchema = z.object({
  id: z.number().int(),
  token: z.string(),
  probability: z.number()
})
export const fillResultSchema = z.object({
  gaps: z.array(z.array(candidateSchema)), // the likeliest first, for each gap of the text
  device: z.string()
})
export type FillResult = z.infer<typeof fillResultSchema>

export const inferenceContract = {
  tokenize: procedure
    .input(
      z.object({
        model: z.string().min(1), // id, name, or path of a tokenizer file or folder
        text: z.string(),
        addSpecialTokens: z.boolean().default(true)
      })
    )
    .output(z.object({ ids: tokenIds, tokens: z.array(z.string()) })),
  generate: procedure
    .input(generateInputSchema)
    .output(
      eventIterator(
        z.discriminatedUnion('type', [
          z.object({ type: z.literal('text'), text: z.string() }),
          z.object({ type: z.literal('done'), result: generateResultSchema })
        ])
      )
    ),
  score: procedure.input(scoreInputSchema).output(scoreResultSchema),
  fillGaps: procedure.input(fillInputSchema).output(fillResultSchema)
}
