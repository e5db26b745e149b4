// How answers look in the API: whole or in chunks, as chat or as completion.
// Source: https://platform.openai.com/docs/api-reference (chat, completions)
import type { GenerateResult } from '../../../contract/inference'
import type { PlacedToken } from '../../../jobs/inference'

/** The least that the API gives out: JSON has no -Infinity. */
const leastLogprob = -9999
const replacement = '\ufffd'

export interface AnswerShape {
  readonly idPrefix: string
  readonly object: string
  readonly chunkObject: string
  /** `choices` of the whole answer. @param rivals of each token; null: no log-probabilities */
  whole(result: GenerateResult, tokens: readonly PlacedToken[], rivals: number | null): unknown[]
  /** `choices` of the chunk before all others; null: there is none. */
  opening: unknown[] | null
  piece(text: string, tokens: readonly PlacedToken[], rivals: number | null): unknown[]
  ending(end: GenerateResult['end']): unknown[]
}

export const chatShape: AnswerShape = {
  idPrefix: 'chatcmpl-',
  object: 'chat.completion',
  chunkObject: 'chat.completion.chunk',
  whole: ({ text, end }, tokens, rivals) => [
    {
      index: 0,
      message: { role: 'assistant', content: text, refusal: null },
      logprobs: chatLogprobs(tokens, rivals),
      finish_reason: finishReason(end)
    }
  ],
  opening: [
    {
      index: 0,
      delta: { role: 'assistant', content: '', refusal: null },
      logprobs: null,
      finish_reason: null
    }
  ],
  piece: (text, tokens, rivals) => [
    {
      index: 0,
      delta: { content: text },
      logprobs: chatLogprobs(tokens, rivals),
      finish_reason: null
    }
  ],
  ending: (end) => [{ index: 0, delta: {}, logprobs: null, finish_reason: finishReason(end) }]
}

export const completionShape: AnswerShape = {
  idPrefix: 'cmpl-',
  object: 'text_completion',
  chunkObject: 'text_completion',
  whole: ({ text, end }, tokens, rivals) => [
    {
      index: 0,
      text,
      logprobs: completionLogprobs(tokens, rivals),
      finish_reason: finishReason(end)
    }
  ],
  opening: null,
  piece: (text, tokens, rivals) => [
    { index: 0, text, logprobs: completionLogprobs(tokens, rivals), finish_reason: null }
  ],
  ending: (end) => [{ index: 0, text: '', logprobs: null, finish_reason: finishReason(end) }]
}

export function usageOf({ promptTokens, ids }: GenerateResult) {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: ids.length,
    total_tokens: promptTokens + ids.length
  }
}

function finishReason(end: GenerateResult['end']): 'stop' | 'length' {
  return end === 'length' || end === 'contextFull' ? 'length' : 'stop'
}

function chatLogprobs(tokens: readonly PlacedToken[], rivals: number | null) {
  if (rivals === null) return null
  const content = tokens.map(({ alternatives, ...token }) => ({
    ...chatToken(token),
    top_logprobs: alternatives.slice(0, rivals).map(chatToken)
  }))
  return { content, refusal: null }
}

function chatToken({ token, logprob }: { token: string; logprob: number }) {
  // Half a character has no text of its own, and its bytes are not known here.
  const bytes = token.includes(replacement) ? null : [...Buffer.from(token)]
  return { token, logprob: Math.max(logprob, leastLogprob), bytes }
}

function completionLogprobs(tokens: readonly PlacedToken[], rivals: number | null) {
  if (rivals === null) return null
  return {
    tokens: tokens.map(({ token }) => token),
    token_logprobs: tokens.map(({ logprob }) => Math.max(logprob, leastLogprob)),
    top_logprobs: tokens.map(({ token, logprob, alternatives }) => {
      // The likeliest first; the produced token is always among them.
      const all = [...alternatives.slice(0, rivals), { token, logprob }]
      const likeliest = new Map<string, number>()
      for (const it of all) {
        if (!likeliest.has(it.token)) likeliest.set(it.token, Math.max(it.logprob, leastLogprob))
      }
      return Object.fromEntries(likeliest)
    }),
    text_offset: tokens.map(({ offset }) => offset)
  }
}
