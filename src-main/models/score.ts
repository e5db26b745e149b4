// How likely a model finds a text: log-probabilities of its tokens, perplexity, bits per byte.
import { LetheError } from '../base/errors'
import type { Tokenizer } from '../text/tokenizer'
import type { CausalRunner } from './causalRunner'
import { breathe } from './generate'
import type { KeyValueCache } from './keyValueCache'
import { textTokens } from './promptTokens'
import { topK } from './sampling'
import { refuseUnknownIds } from './tokenRange'

export type TextOrIds = { readonly text: string } | { readonly ids: readonly number[] }

export interface ScoreOptions {
  readonly text: TextOrIds
  /** Scored given the text; without it the text itself is scored. */
  readonly target?: TextOrIds | undefined
  /** The K largest logits after the last id of the text; 0: none. */
  readonly firstLogits: number
  readonly tokenizer: Tokenizer | null
  readonly modelName: string
  readonly signal: AbortSignal
}

export interface ScoreResult {
  readonly ids: number[]
  readonly logprobs: number[] // nats
  readonly nllNats: number
  readonly perplexity: number | null // null when nothing was scored
  readonly bitsPerByte: number | null // null when scored by ids: bytes are unknown
  readonly firstLogits?: [id: number, logit: number][]
  readonly device: string
}

/**
 * logprobs[i] is of ids[i+1] given ids[0..i], in nats; nll, perplexity and bits per byte are of the
 * target where there is one, else of every token that has one before it.
 * @throws LetheError noTokenizer, promptEmpty, promptTooLong, promptTooLarge, tokenOutOfRange, cancelled
 */
export async function score(runner: CausalRunner, options: ScoreOptions): Promise<ScoreResult> {
  const { contextLength } = runner.shape
  const text = idsOf(options.text, runner, options, false)
  const target = options.target ? idsOf(options.target, runner, options, true) : []
  const ids = [...text, ...target]
  if (text.length === 0) throw new LetheError('promptEmpty')
  if (ids.length > contextLength)
    throw new LetheError('promptTooLong', { tokens: ids.length, limit: contextLength })

  const cache = runner.newCache()
  const { logprobs, afterText } = await readAll(
    ...([runner, cache, ids, text.length - 1, options] as const)
  ).finally(() => cache.dispose())
  const firstScored = options.target ? text.length : 1
  const nllNats = logprobs.slice(firstScored - 1).reduce((sum, value) => sum - value, 0)
  const count = ids.length - firstScored
  const bytes = scoredBytes(options, ids.slice(firstScored))
  return {
    ids,
    logprobs,
    nllNats,
    perplexity: count > 0 ? Math.exp(nllNats / count) : null,
    bitsPerByte: bytes > 0 ? nllNats / Math.LN2 / bytes : null,
    ...(afterText && {
      firstLogits: topK(afterText, options.firstLogits).map((id): [number, number] => [
        id,
        afterText[id]!
      ])
    }),
    device: runner.device
  }
}

function idsOf(
  source: TextOrIds,
  runner: CausalRunner,
  { tokenizer, modelName }: ScoreOptions,
  continues: boolean
): readonly number[] {
  const { contextLength, vocabularySize } = runner.shape
  if ('ids' in source) {
    refuseUnknownIds(source.ids, vocabularySize)
    return source.ids
  }
  if (!tokenizer) throw new LetheError('noTokenizer', { model: modelName })
  if (!continues) return textTokens(source.text, tokenizer, contextLength)
  return tokenizer.encode(source.text, { addSpecialTokens: false })
}

async function readAll(
  runner: CausalRunner,
  cache: KeyValueCache,
  ids: readonly number[],
  lastOfText: number,
  { firstLogits, signal }: ScoreOptions
): Promise<{ logprobs: number[]; afterText: Float32Array | null }> {
  const { chunkTokens } = runner
  const logprobs: number[] = []
  let afterText: Float32Array | null = null
  for (let start = 0; start < ids.length; start += chunkTokens) {
    await breathe()
    if (signal.aborted) throw new LetheError('cancelled')
    const chunk = ids.slice(start, start + chunkTokens)
    const place = lastOfText - start
    const wantLogits = firstLogits > 0 && place >= 0 && place < chunk.length
    const result = await runner.step({
      cache,
      ids: [chunk],
      chosen: chunk.map((_, index) => index),
      // The id after the very last one is unknown: its slot is dropped below.
      targets: chunk.map((_, index) => ids[start + index + 1] ?? 0),
      want: wantLogits ? ['logProbabilities', 'logits'] : ['logProbabilities'],
      sequenceLength: ids.length
    })
    logprobs.push(...result.logProbabilities!)
    const { vocabularySize } = runner.shape
    if (wantLogits)
      afterText = result.logits!.slice(place * vocabularySize, (place + 1) * vocabularySize)
  }
  logprobs.pop()
  return { logprobs, afterText }
}

/** UTF-8 bytes of what was scored; 0 when it was given as ids, whose text is not certain. */
function scoredBytes(options: ScoreOptions, scored: readonly number[]): number {
  const source = options.target ?? options.text
  if ('ids' in source || !options.tokenizer) return 0
  return Buffer.byteLength(options.tokenizer.decode(scored))
}
