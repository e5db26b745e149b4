// Conversations and the answers a model gives in them.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { letheErrorSchema, procedure } from './errors'

export const samplingSchema = z.object({
  temperature: z.number().min(0).max(2), // 0: always the likeliest token
  topK: z.number().int().min(0).max(1000), // 0: off
  topP: z.number().min(0).max(1), // 1: off
  minP: z.number().min(0).max(1), // 0: off
  repetitionPenalty: z.number().min(1).max(2), // 1: off
  maxTokens: z.number().int().min(1).max(32_768),
  seed: z.number().int().min(0).max(0xffffffff).nullable() // null: a fresh one each time, recorded with the answer
})
export type Sampling = z.infer<typeof samplingSchema>

export const samplingPresets = {
  exact: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
  balanced: { temperature: 0.7, topK: 40, topP: 0.95, minP: 0.05, repetitionPenalty: 1.1 },
  inventive: { temperature: 1.1, topK: 0, topP: 0.98, minP: 0.02, repetitionPenalty: 1.1 }
} as const satisfies Record<string, Omit<Sampling, 'maxTokens' | 'seed'>>
export type SamplingPreset = keyof typeof samplingPresets

export const defaultSampling: Sampling = { ...samplingPresets.balanced, maxTokens: 512, seed: null }

export const conversationSchema = z.object({
  id: z.string(),
  title: z.string(), // '' until the first question
  modelId: z.string().nullable(),
  systemPrompt: z.string(),
  sampling: samplingSchema,
  draft: z.string(), // typed and not yet sent
  activeLeafId: z.string().nullable(), // last message of the branch that is shown
  createdAt: z.number().int(),
  updatedAt: z.number().int(),
  removedAt: z.number().int().nullable(),
  pinnedAt: z.number().int().nullable()
})
export type Conversation = z.infer<typeof conversationSchema>

/** How an answer ended; `running` while it is being written. */
export const answerStatusSchema = z.enum([
  'running',
  'finished', // the model ended it
  'length', // maxTokens reached
  'contextFull', // the model's context is full
  'stopped', // by the person
  'failed' // see error
])

export const answerStatsSchema = z.object({
  promptTokens: z.number().int(),
  tokens: z.number().int(),
  timeToFirstTokenMs: z.number(),
  tokensPerSecond: z.number(),
  device: z.string(), // what really ran, e.g. "CPU, 2 threads"
  seed: z.number().int(),
  templateNote: z.enum(['none', 'plain', 'systemFolded']) // what the chat template could not do
})
export type AnswerStats = z.infer<typeof answerStatsSchema>

/** Messages form a tree: regenerating or editing adds a sibling, nothing is overwritten. */
export const messageSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  parentId: z.string().nullable(),
  role: z.enum(['user', 'assistant']),
  text: z.string(),
  modelId: z.string().nullable(),
  modelName: z.string().nullable(), // as it was called then
  status: answerStatusSchema.nullable(), // null for user messages
  stats: answerStatsSchema.nullable(),
  error: letheErrorSchema.nullable(),
  createdAt: z.number().int(),
  startsView: z.boolean() // the model reads its branch from here on: from a question, or from after an answer
})
export type Message = z.infer<typeof messageSchema>

/** One token of an answer: where its text stands (UTF-16 units), and what else could have come. */
export const answerTokenSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(), // equal to start when its text came with a later one
  id: z.number().int().nonnegative(),
  logprob: z.number(), // nats, as the model gave it, before temperature and filters
  alternatives: z.array(
    z.object({
      id: z.number().int().nonnegative(),
      text: z.string(),
      logprob: z.number(),
      ends: z.boolean() // this token would have ended the answer
    })
  ) // likeliest first; the chosen one may be among them
})
export type AnswerToken = z.infer<typeof answerTokenSchema>

/** Weights are being rounded to blocks, once for each precision: bytes of the checkpoint done and in all. */
export const roundingEventSchema = z.object({
  type: z.literal('rounding'),
  done: z.number(),
  total: z.number(),
  secondsLeft: z.number().nullable()
})
export type RoundingEvent = z.infer<typeof roundingEventSchema>

export const answerEventSchema = z.discriminatedUnion('type', [
  /** `text` belongs at `offset` (UTF-16 units) of the answer; the first event carries all so far. */
  z.object({ type: z.literal('text'), offset: z.number().int(), text: z.string() }),
  z.object({ type: z.literal('loading'), modelName: z.string(), sizeBytes: z.number() }),
  roundingEventSchema,
  /** The prompt is being read: tokens done of tokens in all. */
  z.object({ type: z.literal('reading'), done: z.number().int(), total: z.number().int() }),
  z.object({ type: z.literal('end'), message: messageSchema })
])
export type AnswerEvent = z.infer<typeof answerEventSchema>

/** What the model would have to read of a conversation, in its own tokens. */
export const contextMeasureSchema = z.object({
  tokens: z.number().int().nonnegative(), // all of it, the typed text included
  messageTokens: z.number().int().nonnegative(), // the typed text alone
  contextLength: z.number().int().positive(),
  /** The earliest turns that could be left out, by `startView` with `messageId`. null: none help. */
  leaveOut: z
    .object({
      messageId: z.string(),
      questions: z.number().int().positive(), // left out besides those that are already
      tokens: z.number().int().nonnegative(), // of what would remain
      all: z.boolean() // whatever was said before the typed text
    })
    .nullable()
})
export type ContextMeasure = z.infer<typeof contextMeasureSchema>

/** Far above any context: a million tokens of four bytes. No more is sent at once. */
export const promptLimitBytes = 4 * 2 ** 20

const conversationId = z.object({ id: z.string() })
const sent = z.object({
  conversation: conversationSchema,
  question: messageSchema,
  answer: messageSchema
})

export const chatContract = {
  list: procedure
    .input(
      z.object({ query: z.string().max(1000).default(''), removed: z.boolean().default(false) })
    )
    .output(
      z.object({
        conversations: z.array(
          conversationSchema.extend({
            snippet: z.string().nullable(), // match in a message, plain text
            matchId: z.string().nullable() // that message
          })
        )
      })
    ),
  get: procedure
    .input(conversationId)
    .output(z.object({ conversation: conversationSchema, messages: z.array(messageSchema) })),
  create: procedure
    .input(z.object({ modelId: z.string().nullable().default(null) }))
    .output(conversationSchema),
  /** Changes only the fields given, of `sampling` too: two changes on their way at once both hold. */
  update: procedure
    .input(
      z.object({
        id: z.string(),
        title: z.string().trim().min(1).max(200).optional(),
        modelId: z.string().optional(),
        systemPrompt: z.string().max(100_000).optional(),
        sampling: samplingSchema.partial().optional(),
        draft: z.string().max(20_000_000).optional(),
        activeLeafId: z.string().optional(),
        pinned: z.boolean().optional()
      })
    )
    .output(conversationSchema),
  remove: procedure.input(conversationId).output(conversationSchema),
  restore: procedure.input(conversationId).output(conversationSchema),
  export: procedure
    .input(z.object({ id: z.string(), format: z.enum(['markdown', 'json']) }))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() })),
  /** Stores question and (empty) answer, starts writing the answer, and returns at once. */
  send: procedure
    .input(z.object({ conversationId: z.string(), text: z.string().min(1).max(20_000_000) }))
    .output(sent),
  /** A further answer to the same question, beside the earlier ones. */
  regenerate: procedure.input(z.object({ answerId: z.string() })).output(sent),
  /** The tokens of an answer; empty for one written before they were kept. */
  words: procedure
    .input(z.object({ messageId: z.string() }))
    .output(z.object({ tokens: z.array(answerTokenSchema) })),
  /** A new answer beside this one: the same up to its token `index`, then `tokenId`, then freely. */
  continueFrom: procedure
    .input(
      z.object({
        answerId: z.string(),
        index: z.number().int().nonnegative(),
        tokenId: z.number().int().nonnegative()
      })
    )
    .output(sent),
  /** Goes on with an answer that was stopped, reached a limit or failed: the same message grows. */
  continue: procedure.input(z.object({ answerId: z.string() })).output(sent),
  /** The question in other words, beside the earlier one, with an answer of its own. */
  edit: procedure
    .input(z.object({ questionId: z.string(), text: z.string().min(1).max(20_000_000) }))
    .output(sent),
  /** Counts with the model's own tokenizer and template; no model is opened for it. */
  measure: procedure
    .input(
      z.object({
        id: z.string(),
        text: z.string().max(promptLimitBytes), // asked next; '': what is there
        continues: z.boolean().default(false) // the last answer goes on instead
      })
    )
    .output(contextMeasureSchema),
  /** Where the model's view of the branch in view begins: at a question of it, after an answer of it, or (null) at its start. */
  startView: procedure
    .input(z.object({ id: z.string(), messageId: z.string().nullable() }))
    .output(z.object({ conversation: conversationSchema, messages: z.array(messageSchema) })),
  stop: procedure
    .input(z.object({ answerId: z.string() }))
    .output(z.object({ stopped: z.boolean() })),
  /** Follows a running answer from its beginning; on a finished one gives its text and `end`. */
  follow: procedure
    .input(z.object({ answerId: z.string() }))
    .output(eventIterator(answerEventSchema))
}
