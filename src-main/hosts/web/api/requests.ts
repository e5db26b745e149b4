// What programs may ask for. What Lethe cannot do is refused by its name, never left out silently.
// Source: https://platform.openai.com/docs/api-reference (chat, completions)
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { ChatTurn, Prompt } from '../../../engine/protocol'
import { turnsPrompt } from '../../../jobs/prompt'
import { ApiError, asApiError, invalidRequest } from './errors'

export interface AnswerRequest {
  model: string
  prompt: () => Prompt // throws when there is none
  /** The field the prompt stands in. */
  promptField: 'messages' | 'prompt'
  temperature: number
  topP: number
  topK: number
  minP: number
  repetitionPenalty: number
  seed: number | null
  maxTokens: number | null // null: as many as the context holds
  stop: string[]
  /** Rivals of each token that are asked for; null: no log-probabilities at all. */
  logprobs: number | null
  stream: boolean
  includeUsage: boolean
}

/** A field that is accepted where it asks for what happens anyway, and refused otherwise. */
const only = (why: string, ...harmless: unknown[]) =>
  z
    .unknown()
    .refine((value) => value == null || harmless.some((it) => isDeepStrictEqual(it, value)), {
      params: { code: 'unsupported_parameter' },
      error: `not supported: ${why}`
    })
    .optional()

/** Says something about the caller, not about the answer. */
const unused = z.unknown().optional()

const textOnly = 'the answer is text'
const tokenCount = z.int().min(1).max(0x7fffffff).nullish()
const stopString = z.string().min(1, 'an empty stop string')

const shared = {
  model: z.string().min(1),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  seed: z.int().min(0).max(0xffffffff).nullish(),
  max_tokens: tokenCount,
  stop: z.union([stopString, z.array(stopString).max(4)]).nullish(),
  stream: z.boolean().nullish(),
  stream_options: z
    .strictObject({
      include_usage: z.boolean().nullish(),
      include_obfuscation: only('Lethe adds no padding', false)
    })
    .nullish(),
  // Beyond the API, as other local servers call them.
  top_k: z.int().min(0).max(1000).nullish(),
  min_p: z.number().min(0).max(1).nullish(),
  repetition_penalty: z.number().min(1).max(2).nullish(),
  n: only('one answer at a time', 1),
  frequency_penalty: only('there is repetition_penalty', 0),
  presence_penalty: only('there is repetition_penalty', 0),
  logit_bias: only('tokens cannot be favoured one by one', {}),
  user: unused
}

const textPart = z.strictObject({ type: z.literal('text'), text: z.string() })
const content = z.union(
  [
    z.string(),
    z
      .array(
        z.discriminatedUnion('type', [textPart], {
          error: 'only parts of type "text" are supported, no images, audio or files'
        })
      )
      .min(1)
      .transform((parts) => parts.map(({ text }) => text).join(''))
  ],
  { error: 'a text, or a list of text parts' }
)
const named = only('names of speakers are not told to the model')
const noTools = only('models call no tools here', [])
const message = z.discriminatedUnion(
  'role',
  [
    z.strictObject({ role: z.enum(['system', 'developer']), content, name: named }),
    z.strictObject({ role: z.literal('user'), content, name: named }),
    z.strictObject({
      role: z.literal('assistant'),
      content,
      name: named,
      refusal: only('refusals are part of the text'),
      tool_calls: noTools,
      function_call: noTools,
      audio: only(textOnly),
      annotations: only(textOnly, [])
    })
  ],
  { error: 'one of system, developer, user and assistant' }
)

const chatSchema = z.strictObject({
  ...shared,
  messages: z.array(message).min(1),
  max_completion_tokens: tokenCount,
  logprobs: z.boolean().nullish(),
  top_logprobs: z.int().min(0).max(20).nullish(),
  tools: noTools,
  tool_choice: only('models call no tools here', 'none', 'auto'),
  parallel_tool_calls: only('models call no tools here', true, false),
  functions: noTools,
  function_call: only('models call no tools here', 'none', 'auto'),
  response_format: only(textOnly, { type: 'text' }),
  modalities: only(textOnly, ['text']),
  audio: only(textOnly),
  prediction: only('answers are not predicted'),
  reasoning_effort: only('models are not told how long to think', 'none'),
  verbosity: only('models are not told how much to say'),
  web_search_options: only('Lethe makes no requests of its own'),
  store: only('the API stores nothing', false),
  service_tier: only('there is one tier', 'auto', 'default'),
  metadata: unused,
  safety_identifier: unused,
  prompt_cache_key: unused,
  prompt_cache_retention: unused
})

const tokenIds = z.array(z.int().min(0).max(0x7fffffff)).min(1)
const isOnePrompt = (prompt: unknown): boolean =>
  !Array.isArray(prompt) || prompt.length === 1 || prompt.every((it) => typeof it === 'number')
const completionSchema = z.strictObject({
  ...shared,
  prompt: z
    .unknown()
    .refine(isOnePrompt, 'only one prompt at a time')
    .pipe(
      z.union(
        [
          z.string().min(1, 'an empty prompt'),
          tokenIds,
          z.tuple([z.string().min(1, 'an empty prompt')]),
          z.tuple([tokenIds])
        ],
        { error: 'one text, or the token ids of one' }
      )
    ),
  logprobs: z.int().min(0).max(5).nullish(),
  best_of: only('one answer at a time', 1),
  echo: only('the answer does not repeat the prompt', false),
  suffix: only('models only continue a text')
})

type Shared = Pick<z.infer<typeof completionSchema>, keyof typeof shared>

/** @throws ApiError 400 that names the field */
export function parseChat(body: unknown): AnswerRequest {
  const asked = parse(chatSchema, body)
  const turns = asked.messages.map(({ role, content }): ChatTurn => ({
    role: role === 'developer' ? 'system' : role,
    content
  }))
  const { max_tokens: older, max_completion_tokens: newer, top_logprobs: rivals } = asked
  if (older != null && newer != null && older !== newer) {
    throw refused('max_completion_tokens', 'max_tokens says something else')
  }
  if (rivals != null && !asked.logprobs) throw refused('top_logprobs', 'needs logprobs: true')
  return {
    ...commonOf(asked),
    prompt: () => promptIn('messages', () => turnsPrompt(turns)),
    promptField: 'messages',
    maxTokens: newer ?? older ?? null,
    logprobs: asked.logprobs ? (rivals ?? 0) : null
  }
}

/** @throws ApiError 400 that names the field */
export function parseCompletion(body: unknown): AnswerRequest {
  const asked = parse(completionSchema, body)
  return {
    ...commonOf(asked),
    prompt: () => promptOf(asked.prompt),
    promptField: 'prompt',
    maxTokens: asked.max_tokens ?? 16,
    logprobs: asked.logprobs ?? null
  }
}

/** What both have, with the defaults of the API. */
function commonOf(asked: Shared) {
  if (asked.stream_options && !asked.stream) throw refused('stream_options', 'needs stream: true')
  const { stop } = asked
  return {
    model: asked.model,
    temperature: asked.temperature ?? 1,
    topP: asked.top_p ?? 1,
    topK: asked.top_k ?? 0,
    minP: asked.min_p ?? 0,
    repetitionPenalty: asked.repetition_penalty ?? 1,
    seed: asked.seed ?? null,
    stop: typeof stop === 'string' ? [stop] : (stop ?? []),
    stream: asked.stream ?? false,
    includeUsage: asked.stream_options?.include_usage ?? false
  }
}

function promptOf(prompt: z.infer<typeof completionSchema>['prompt']): Prompt {
  if (typeof prompt === 'string') return { type: 'text', text: prompt }
  const [first] = prompt
  if (typeof first === 'string') return { type: 'text', text: first }
  return { type: 'ids', ids: Array.isArray(first) ? first : (prompt as number[]) }
}

/** What is wrong with a prompt is wrong in its field. */
function promptIn(field: AnswerRequest['promptField'], make: () => Prompt): Prompt {
  try {
    return make()
  } catch (error) {
    throw asApiError(error, field)
  }
}

function parse<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw invalidRequest(parsed.error)
  return parsed.data
}

function refused(param: string, reason: string): ApiError {
  return new ApiError(400, `${param}: ${reason}.`, { param, code: 'invalid_value' })
}
