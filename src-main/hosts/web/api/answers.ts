// Answers programs, whole or in chunks, through the same engines as the window.
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LetheError } from '../../../base/errors'
import { newId } from '../../../base/ids'
import type { GenerateResult } from '../../../contract/inference'
import type { Model } from '../../../contract/models'
import type { AppContext } from '../../../jobs/application'
import type { DirectRequest, PlacedToken, WriteEvent } from '../../../jobs/inference'
import { version } from '../../../../package.json'
import { usageOf, type AnswerShape } from './answerShapes'
import { ApiError, asApiError } from './errors'
import { EventStream } from './eventStream'
import { findModel, type ListedModel } from './models'
import type { AnswerRequest } from './requests'
import { mostWaiting, WaitingLine } from './waitingLine'

/** The most tokens one answer may have, as everywhere in Lethe. */
const mostTokens = 32_768

export interface ApiOptions {
  context: Pick<AppContext, 'inference' | 'library' | 'log'>
  mostWaiting?: number // requests for one model; 256
  keepAliveMs?: number // 10 s
}

interface Answering {
  /** What every chunk, or the whole, begins with. */
  head: object
  shape: AnswerShape
  asked: AnswerRequest
  gone: AbortSignal
}

export class ApiAnswers {
  readonly #options: Required<ApiOptions>
  readonly #line: WaitingLine

  constructor(options: ApiOptions) {
    this.#options = { mostWaiting, keepAliveMs: 10_000, ...options }
    this.#line = new WaitingLine(this.#options.mostWaiting)
  }

  /** A client that goes away ends its answer. @throws ApiError */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    parse: (body: unknown) => AnswerRequest,
    shape: AnswerShape
  ): Promise<unknown> {
    const { inference, library } = this.#options.context
    const response = reply.raw
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const asked = parse(jsonOf(request))
    const found = await findModel(library, asked.model)
    const job = jobOf(asked, found.model)
    const leave = this.#line.enter(found.model.id)
    try {
      const answering = { head: headOf(found, shape), shape, asked, gone: gone.signal }
      const events = inference.write(job, gone.signal)
      if (!asked.stream) return await wholeAnswer(events, answering)
      reply.hijack()
      return await this.#stream(events, response, answering)
    } catch (error) {
      if (gone.signal.aborted) return reply.hijack() // nobody is left to be told
      throw asApiError(error, asked.promptField)
    } finally {
      leave()
    }
  }

  async #stream(
    events: AsyncGenerator<WriteEvent>,
    response: ServerResponse,
    { head, shape, asked, gone }: Answering
  ): Promise<void> {
    const { context, keepAliveMs } = this.#options
    const { includeUsage, logprobs: rivals, promptField } = asked
    const out = new EventStream(response, gone, keepAliveMs)
    const send = (choices: unknown[], usage: object | null = null): Promise<void> =>
      out.send({ ...head, object: shape.chunkObject, choices, ...(includeUsage && { usage }) })
    let isOpen = false
    try {
      for await (const event of events) {
        if (!isOpen && shape.opening) await send(shape.opening)
        isOpen = true
        if (event.type === 'text') {
          await send(shape.piece(event.text, event.tokens, rivals))
          continue
        }
        const result = ended(event.result)
        await send(shape.ending(result.end))
        if (includeUsage) await send([], usageOf(result))
      }
      out.done()
    } catch (error) {
      const told = asApiError(error, promptField)
      if (told.status === 500) context.log.error({ err: error }, 'a call failed')
      out.fail(told)
    }
  }
}

async function wholeAnswer(
  events: AsyncGenerator<WriteEvent>,
  { head, shape, asked }: Answering
): Promise<object> {
  const tokens: PlacedToken[] = []
  for await (const event of events) {
    if (event.type === 'text') {
      tokens.push(...event.tokens)
      continue
    }
    const result = ended(event.result)
    const choices = shape.whole(result, tokens, asked.logprobs)
    return { ...head, object: shape.object, choices, usage: usageOf(result) }
  }
  throw new LetheError('cancelled')
}

/** An answer that was stopped from outside is none. */
function ended(result: GenerateResult): GenerateResult {
  if (result.end === 'stopped') throw new LetheError('cancelled')
  return result
}

function jsonOf({ headers, body }: FastifyRequest): unknown {
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    throw new ApiError(400, 'The request body must be JSON: send Content-Type: application/json.', {
      code: 'invalid_content_type'
    })
  }
  try {
    return JSON.parse(typeof body === 'string' ? body : '')
  } catch (cause) {
    const code = 'invalid_json'
    throw new ApiError(400, 'The request body is not well-formed JSON.', { code }, { cause })
  }
}

/** @throws ApiError when more tokens are asked for than an answer may have, or the prompt is none */
function jobOf(asked: AnswerRequest, model: Model): DirectRequest {
  // A context holds no more than its length: asking for more is asking for all of it.
  const maxTokens = Math.min(asked.maxTokens ?? mostTokens, model.contextLength)
  if (maxTokens > mostTokens) {
    const param = 'max_tokens'
    throw new ApiError(400, `${param}: at most ${mostTokens}.`, { param, code: 'invalid_value' })
  }
  const { temperature, topK, topP, minP, repetitionPenalty, seed, stop, logprobs } = asked
  return {
    model: model.id,
    prompt: asked.prompt(),
    sampling: { temperature, topK, topP, minP, repetitionPenalty, maxTokens, seed },
    // The engine tells a token's own log-probability together with its rivals.
    logprobs: logprobs === null ? 0 : Math.max(1, logprobs),
    stop
  }
}

function headOf({ id: modelId, model }: ListedModel, { idPrefix }: AnswerShape): object {
  return {
    id: idPrefix + newId(),
    created: Math.floor(Date.now() / 1000),
    model: modelId,
    system_fingerprint: fingerprint(model)
  }
}

/** Equal for answers that the same request and seed would give again. */
function fingerprint({ sha256, weightMode }: Model): string {
  const parts = JSON.stringify([sha256, weightMode, version])
  return `fp_${createHash('sha256').update(parts).digest('hex').slice(0, 12)}`
}
