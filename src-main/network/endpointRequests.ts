// What is asked of an OpenAI-compatible endpoint: its models, and answers as a stream of events.
// https://platform.openai.com/docs/api-reference
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { z } from 'zod'
import { LetheError, type FormProblem } from '../base/errors'
import type { Sampling } from '../contract/chat'
import { mostListedModels, type RemoteFigures } from '../contract/network'
import { below } from './address'
import { jsonOf, plainReason, textOf } from './answerText'
import type { IncomingAnswer, NetworkGate, OutgoingRequest } from './gate'

export interface EndpointAccess {
  baseUrl: URL
  key: string // '': none
  takesMore: boolean
}

export interface EndpointTimes {
  listSilenceMs: number
  /** A model that must first be loaded there is silent for long. */
  answerSilenceMs: number
}
export const usualTimes: EndpointTimes = { listSilenceMs: 20_000, answerSilenceMs: 180_000 }

export interface RemoteQuestion {
  model: string
  messages: { role: 'system' | 'user'; content: string }[]
  sampling: Sampling & { seed: number }
}

export interface RemoteResult {
  text: string
  end: 'finished' | 'length'
  figures: RemoteFigures
}

const mostListBytes = 4 * 2 ** 20
const mostReasonBytes = 16 * 2 ** 10
const mostEventLetters = 2 ** 20
const mostAnswerLetters = 4 * 2 ** 20
const mostRedirects = 3

export class EndpointRequests {
  constructor(
    private readonly gate: NetworkGate,
    private readonly times: EndpointTimes = usualTimes
  ) {}

  /** Sorted names. */
  listModels(access: EndpointAccess, signal?: AbortSignal): Promise<string[]> {
    const { host } = access.baseUrl
    const asked = {
      ...({ method: 'GET', purpose: 'listModels', silenceMs: this.times.listSilenceMs } as const),
      ...{ url: below(access.baseUrl, 'models'), signal }
    }
    return this.#ask(access, asked, async ({ body }) => {
      const parsed = listSchema.safeParse(jsonOf(await textOf(body, mostListBytes, host)))
      if (!parsed.success) throw malformed(host, 'notAList')
      const names = new Set(parsed.data.data.map(({ id }) => id))
      return [...names].sort((a, b) => a.localeCompare(b)).slice(0, mostListedModels)
    })
  }

  /** Text as it comes, then the whole. Throws a typed error for whatever the other side does. */
  answer(
    access: EndpointAccess,
    question: RemoteQuestion,
    options: {
      signal?: AbortSignal | undefined
      comparisonId?: string | undefined
      onText(text: string): void
    }
  ): Promise<RemoteResult> {
    const { sent, notUsed } = requestOf(question, access.takesMore)
    const started = performance.now()
    const asked = {
      ...({ method: 'POST', purpose: 'answer', silenceMs: this.times.answerSilenceMs } as const),
      url: below(access.baseUrl, 'chat/completions'),
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(sent),
      ...{ signal: options.signal, comparisonId: options.comparisonId }
    }
    return this.#ask(access, asked, async ({ headers, body }) => {
      const { host } = access.baseUrl
      if (!/^text\/event-stream\b/i.test(headers['content-type'] ?? '')) {
        throw malformed(host, 'contentType')
      }
      const stream = new AnswerStream(access, options.onText)
      await stream.read(body)
      const { text, usage, finish, firstMs } = stream
      if (finish === null && !stream.isDone) throw new LetheError('remoteBroke', { host })
      const durationMs = performance.now() - started
      const firstWordMs = firstMs === null ? durationMs : firstMs - started
      const seconds = (durationMs - firstWordMs) / 1000
      return {
        text,
        end: finish === 'length' ? 'length' : 'finished',
        figures: {
          ...{ firstWordMs, durationMs, usage, notUsed, seed: question.sampling.seed },
          perSecond: stream.pieces > 1 ? rateOf(text, usage?.tokens ?? null, seconds) : null,
          ending: finish === null || finish === 'stop' || finish === 'length' ? null : finish
        }
      }
    })
  }

  /** Follows redirects that stay on the same host and keep what is asked; the key goes nowhere else. */
  async #ask<T>(
    access: EndpointAccess,
    asked: OutgoingRequest,
    read: (answer: IncomingAnswer) => Promise<T>
  ): Promise<T> {
    const authorization: Record<string, string> =
      access.key === '' ? {} : { authorization: `Bearer ${access.key}` }
    let { url } = asked
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const request = { ...asked, url, headers: { ...asked.headers, ...authorization } }
      const found = await this.gate.request<{ result: T } | { target: URL }>(
        request,
        async (answer) => {
          const target = redirectOf(answer, url, asked.method)
          if (target) return { target }
          if (answer.status !== 200) throw await statusError(answer, url, access)
          return { result: await read(answer) }
        }
      )
      if ('result' in found) return found.result
      url = found.target
    }
    throw new LetheError('remoteRedirected', { host: url.host, target: url.host })
  }
}

const listSchema = z.object({ data: z.array(z.object({ id: z.string().min(1).max(300) })) })

const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish()
      })
    )
    .optional(),
  usage: z
    .object({
      prompt_tokens: z.number().int().nonnegative(),
      completion_tokens: z.number().int().nonnegative()
    })
    .nullish(),
  error: z.unknown().optional()
})

/** The events of one answer, taken apart as they come. */
class AnswerStream {
  text = ''
  usage: RemoteFigures['usage'] = null
  finish: string | null = null
  isDone = false
  firstMs: number | null = null
  pieces = 0

  constructor(
    private readonly access: EndpointAccess,
    private readonly onText: (text: string) => void
  ) {}

  async read(body: AsyncIterable<Uint8Array>): Promise<void> {
    const { host } = this.access.baseUrl
    const decoder = new TextDecoder()
    let isTooLong = false
    const parser = createParser({
      maxBufferSize: mostEventLetters,
      onEvent: (event) => this.#take(event),
      onError: ({ type }) => (isTooLong ||= type === 'max-buffer-size-exceeded')
    })
    for await (const bytes of body) {
      parser.feed(decoder.decode(bytes, { stream: true }))
      if (isTooLong || this.text.length > mostAnswerLetters) throw malformed(host, 'tooLong')
      if (this.isDone) return // some servers leave the line open
    }
  }

  #take({ data }: EventSourceMessage): void {
    if (this.isDone) return
    if (data.trim() === '[DONE]') {
      this.isDone = true
      return
    }
    const { host } = this.access.baseUrl
    const parsed = chunkSchema.safeParse(jsonOf(data))
    if (!parsed.success) throw malformed(host, 'notAnAnswer')
    const { choices, usage, error } = parsed.data
    if (error !== undefined && error !== null) {
      const reason = plainReason({ error }, this.access.key)
      throw new LetheError('remoteFailed', { host, status: 200, ...reason })
    }
    if (choices === undefined && !usage) throw malformed(host, 'notAnAnswer')
    if (usage) this.usage = { promptTokens: usage.prompt_tokens, tokens: usage.completion_tokens }
    const choice = choices?.[0]
    this.finish = choice?.finish_reason ?? this.finish
    const piece = choice?.delta?.content ?? ''
    if (piece === '') return
    this.firstMs ??= performance.now()
    this.pieces++
    this.text += piece
    this.onText(piece)
  }
}

function requestOf({ model, messages, sampling }: RemoteQuestion, takesMore: boolean) {
  const { temperature, topP, topK, minP, repetitionPenalty, maxTokens, seed } = sampling
  const more = {
    ...(topK > 0 && { top_k: topK }),
    ...(minP > 0 && { min_p: minP }),
    ...(repetitionPenalty !== 1 && { repetition_penalty: repetitionPenalty })
  }
  const names = { top_k: 'topK', min_p: 'minP', repetition_penalty: 'repetitionPenalty' } as const
  const notUsed = takesMore
    ? []
    : (Object.keys(more) as (keyof typeof names)[]).map((name) => names[name])
  return {
    sent: {
      ...{ model, messages, stream: true, stream_options: { include_usage: true } },
      ...{ temperature, top_p: topP, max_tokens: maxTokens, seed },
      ...(takesMore && more)
    },
    notUsed
  }
}

/** After the first piece, as the models of this machine are measured. */
function rateOf(text: string, tokens: number | null, seconds: number): RemoteFigures['perSecond'] {
  const words = text.split(/\s+/).filter(Boolean).length
  const [count, unit] =
    tokens === null ? ([words, 'words'] as const) : ([tokens, 'tokens'] as const)
  return count > 1 && seconds > 0 ? { rate: (count - 1) / seconds, unit } : null
}

function redirectOf({ status, headers }: IncomingAnswer, from: URL, method: string): URL | null {
  if (status < 300 || status > 399 || status === 304) return null
  const target =
    headers.location !== undefined && URL.canParse(headers.location, from.href)
      ? new URL(headers.location, from.href)
      : null
  const keepsMethod = method === 'GET' || status === 307 || status === 308
  if (target?.origin === from.origin && keepsMethod) return target
  const shown = target?.host ?? '?'
  throw new LetheError('remoteRedirected', { host: from.host, target: shown })
}

async function statusError(
  answer: IncomingAnswer,
  { host, pathname }: URL,
  { key }: EndpointAccess
): Promise<LetheError> {
  const { status } = answer
  const text = await textOf(answer.body, mostReasonBytes, host).catch(() => '')
  const reason = plainReason(jsonOf(text) ?? text, key)
  if (status === 401 || status === 403) return new LetheError('remoteKeyRefused', { host, status })
  if (status === 404) return new LetheError('remoteNotFound', { host, path: pathname, ...reason })
  if (status === 429) return new LetheError('remoteBusy', { host })
  return new LetheError('remoteFailed', { host, status, ...reason })
}

function malformed(host: string, problem: FormProblem): LetheError {
  return new LetheError('remoteMalformed', { host, problem })
}
