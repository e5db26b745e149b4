// How likely a masked model finds a text: pseudo-log-probabilities, each token asked about behind a
// mask of its own (Salazar et al. 2020, arXiv 1910.14659), or with the rest of its word masked too, so
// that a word of many pieces does not give itself away (Kauf and Ivanova 2023, arXiv 2305.10588).
import { LetheError } from '../base/errors'
import type { Tokenizer } from '../text/tokenizer'
import { breathe } from './generate'
import type { MaskedRunner } from './maskedRunner'
import type { ScoreResult, TextOrIds } from './score'
import { refuseUnknownIds } from './tokenRange'

/** What is masked beside the token that is asked about: nothing, or the later pieces of its word. */
export type Masking = 'token' | 'wordLeftToRight'

export interface MaskedText {
  readonly ids: readonly number[]
  /** That are asked about, in rising order. */
  readonly places: readonly number[]
}

/**
 * Log-probability of each asked place, in nats.
 * @throws LetheError cancelled, tokenOutOfRange
 */
export async function pseudoLogProbabilities(
  runner: MaskedRunner,
  { ids, places }: MaskedText,
  tokenizer: Tokenizer,
  masking: Masking,
  signal: AbortSignal
): Promise<number[]> {
  const rowOf = (place: number): number[] => behindMask(ids, place, tokenizer, masking)
  const found: number[] = []
  const together = runner.rowsAtOnce(ids.length)
  for (let start = 0; start < places.length; start += together) {
    await breathe()
    if (signal.aborted) throw new LetheError('cancelled')
    const some = places.slice(start, start + together)
    const asked = some.map((place, row) => ({ row, place, id: ids[place]! }))
    found.push(...(await runner.read(some.map(rowOf), asked)).logProbabilities)
  }
  return found
}

/** The ids that are read to ask about one of their places. */
export function behindMask(
  ids: readonly number[],
  place: number,
  tokenizer: Tokenizer,
  masking: Masking
): number[] {
  const maskId = maskIdOf(tokenizer)
  let end = place + 1
  if (masking === 'wordLeftToRight') while (end < ids.length && goesOn(tokenizer, ids[end]!)) end++
  return ids.map((id, at) => (at >= place && at < end ? maskId : id))
}

/** Whether a WordPiece token goes on with the word before it. */
export function goesOn(tokenizer: Tokenizer, id: number): boolean {
  return tokenizer.tokenOf(id)?.startsWith('##') ?? false
}

export function maskIdOf({ maskId }: Tokenizer): number {
  if (maskId === undefined) throw new TypeError('the tokenizer has no token for a gap')
  return maskId
}

export interface MaskedScoreOptions {
  readonly text: TextOrIds
  readonly tokenizer: Tokenizer | null
  readonly modelName: string
  readonly signal: AbortSignal
}

/**
 * logprobs[i] is the pseudo-log-probability of the i-th id that is not a special token, masked alone;
 * perplexity and bits per byte are of these, and not comparable with a causal model's.
 * @throws LetheError noTokenizer, promptEmpty, promptTooLong, tokenOutOfRange, cancelled
 */
export async function scoreMasked(
  runner: MaskedRunner,
  { text, tokenizer, modelName, signal }: MaskedScoreOptions
): Promise<ScoreResult> {
  const { contextLength, vocabularySize } = runner.shape
  // Ids alone do not say which of them is the mask.
  if (!tokenizer || tokenizer.maskId === undefined)
    throw new LetheError('noTokenizer', { model: modelName })
  const ids = 'ids' in text ? [...text.ids] : tokenizer.encode(text.text)
  refuseUnknownIds(ids, vocabularySize)
  if (ids.length > contextLength)
    throw new LetheError('promptTooLong', { tokens: ids.length, limit: contextLength })
  const places = [...ids.keys()].filter((at) => !tokenizer.specialIds.has(ids[at]!))
  if (places.length === 0) throw new LetheError('promptEmpty')
  const logprobs = await pseudoLogProbabilities(
    ...([runner, { ids, places }, tokenizer, 'token', signal] as const)
  )
  const nllNats = logprobs.reduce((sum, value) => sum - value, 0)
  const bytes = 'text' in text ? Buffer.byteLength(text.text) : 0
  return {
    ...{ ids, logprobs, nllNats, device: runner.device },
    perplexity: Math.exp(nllNats / logprobs.length),
    bitsPerByte: bytes > 0 ? nllNats / Math.LN2 / bytes : null
  }
}
