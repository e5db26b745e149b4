// Writes an answer token by token, telling its text as soon as it is certain.
import { freshSeed } from '../base/random'
import { StreamDecoder, type Tokenizer } from '../text/tokenizer'
import type { CausalRunner } from './causalRunner'
import type { KeyValueCache } from './keyValueCache'
import type { PromptMemory } from './promptMemory'
import type { PromptTokens } from './promptTokens'
import { logSumExp, sample, topK, type Sampling } from './sampling'
import { StoppingText } from './stopStrings'

export interface GenerateOptions {
  readonly sampling: Sampling & { readonly maxTokens: number; readonly seed: number | null }
  /** Alternatives told for each token; 0: none. */
  readonly logprobs: number
  readonly eosIds: readonly number[]
  /** The answer ends before any of these; none is empty. Usual: none. */
  readonly stop?: readonly string[]
  readonly tokenizer: Tokenizer | null // null: ids only, no text
  /** What was read for other answers of the same runner. */
  readonly memory?: PromptMemory
  readonly signal: AbortSignal
  /** `token`: the one that this text came with, when `logprobs` are told; its text may be empty. */
  readonly onText: (text: string, token?: TokenLogprob) => void
  readonly onReading: (done: number, total: number) => void
}

interface TokenCandidate {
  readonly id: number
  readonly token: string
  readonly logprob: number // nats
  readonly ends: boolean // this token would end the answer
}

export type TokenLogprob = TokenCandidate & { readonly alternatives: TokenCandidate[] }

export interface GenerateResult {
  readonly text: string // the produced text only
  readonly ids: number[] // the produced ids only
  readonly promptTokens: number
  readonly timeToFirstTokenMs: number
  readonly tokensPerSecond: number
  readonly device: string
  readonly seed: number
  readonly end: 'finished' | 'length' | 'contextFull' | 'stopped'
  readonly templateNote: PromptTokens['templateNote']
  readonly logprobs?: TokenLogprob[]
}

/** Lets messages (stop, above all) in: a running step blocks the event loop. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Stopped by the signal, it returns what there is, with end `stopped`. */
export async function generate(
  runner: CausalRunner,
  prompt: PromptTokens,
  options: GenerateOptions
): Promise<GenerateResult> {
  const { memory } = options
  const cache = memory?.take(prompt.ids) ?? runner.newCache()
  try {
    const { result, readIds } = await writeAnswer(runner, cache, prompt, options)
    if (memory) memory.keep(cache, readIds)
    else cache.dispose()
    return result
  } catch (error) {
    cache.dispose()
    throw error
  }
}

async function writeAnswer(
  runner: CausalRunner,
  cache: KeyValueCache,
  prompt: PromptTokens,
  options: GenerateOptions
): Promise<{ result: GenerateResult; readIds: readonly number[] }> {
  const { sampling, tokenizer, signal } = options
  const seed = sampling.seed ?? freshSeed()
  const decoder = tokenizer ? new StreamDecoder(tokenizer) : null
  const produced: number[] = []
  const logprobs: TokenLogprob[] = []
  const seen = new Set(prompt.ids)
  const startedMs = performance.now()
  let firstMs: number | null = null
  let text = ''
  const begunIds = prompt.begunIds ?? []
  const told = new StoppingText<TokenLogprob>(options.stop ?? [], (piece, token) => {
    text += piece
    if (piece !== '' || token) options.onText(piece, token)
  })
  // The text of what has begun is known: the decoder only needs to stand behind it.
  for (const id of begunIds) decoder?.push(id)

  let readIds = prompt.ids
  let logits = await readPrompt(runner, cache, readIds, options)
  let end: GenerateResult['end'] = 'stopped'
  while (logits && !signal.aborted) {
    // Ids beyond the tokenizer's vocabulary are padding of the table: they have no text.
    if (tokenizer) logits.fill(-Infinity, tokenizer.vocabularySize)
    const before = options.logprobs > 0 ? Float32Array.from(logits) : null
    // An answer that goes on with its seed becomes what it would have been without the pause.
    const drawn = begunIds.length + produced.length
    const forced = produced.length === 0 ? (prompt.next ?? null) : null
    const id = forced ?? sample(logits, sampling, seen, seed, drawn)
    firstMs ??= performance.now() - startedMs
    if (options.eosIds.includes(id)) {
      end = 'finished'
      break
    }
    produced.push(id)
    seen.add(id)
    if (before) {
      const previous = produced.at(-2) ?? begunIds.at(-1) ?? null
      logprobs.push(describeToken(before, id, previous, options))
    }
    if (decoder) told.push(decoder.push(id), before ? logprobs.at(-1) : undefined)
    if (told.stopped) {
      end = 'finished'
      break
    }
    if (produced.length >= sampling.maxTokens) {
      end = 'length'
      break
    }
    if (cache.length >= runner.shape.contextLength) {
      end = 'contextFull'
      break
    }
    await breathe()
    if (signal.aborted) break
    if (runner.mustReadAgain(cache, cache.length + 1)) {
      cache.truncate(0)
      readIds = [...prompt.ids, ...produced]
      logits = await readPrompt(runner, cache, readIds, options)
    } else {
      logits = (await runner.step({ cache, ids: [[id]], chosen: [0], want: ['logits'] })).logits
    }
  }
  if (decoder) told.push(decoder.flush())
  told.end()

  const totalMs = performance.now() - startedMs
  const decodingMs = totalMs - (firstMs ?? totalMs)
  const result: GenerateResult = {
    text,
    ids: produced,
    promptTokens: prompt.ids.length,
    timeToFirstTokenMs: firstMs ?? totalMs,
    // The first token's time is the prompt's: the rate counts those after it.
    tokensPerSecond:
      decodingMs > 0 && produced.length > 1 ? (1000 * (produced.length - 1)) / decodingMs : 0,
    device: runner.device,
    seed,
    end,
    templateNote: prompt.templateNote,
    ...(options.logprobs > 0 && { logprobs })
  }
  return { result, readIds }
}

/** Of longer prompts it is told how far they are read. */
const toldTokens = 256

/** Reads in chunks what the cache does not hold of the prompt; the logits [V] after its last id, or null when stopped. */
async function readPrompt(
  runner: CausalRunner,
  cache: KeyValueCache,
  ids: readonly number[],
  { signal, onReading }: GenerateOptions
): Promise<Float32Array | null> {
  const { chunkTokens } = runner
  for (let start = cache.length; start < ids.length; start += chunkTokens) {
    await breathe()
    if (signal.aborted) return null
    if (ids.length > toldTokens) onReading(start, ids.length)
    const chunk = ids.slice(start, start + chunkTokens)
    const last = start + chunk.length === ids.length
    const { logits } = await runner.step({
      cache,
      ids: [chunk],
      chosen: [chunk.length - 1],
      want: last ? ['logits'] : [],
      sequenceLength: ids.length
    })
    if (last) return logits
  }
  return null
}

/** @param previous the token before, which decides whether a space stands between them */
function describeToken(
  logits: Float32Array,
  id: number,
  previous: number | null,
  { tokenizer, eosIds, logprobs: count }: GenerateOptions
): TokenLogprob {
  const total = logSumExp(logits)
  const decode = (ids: number[]): string =>
    tokenizer?.decode(ids, { skipSpecialTokens: false }) ?? ''
  const before = previous === null ? '' : decode([previous])
  const textOf = (token: number): string => {
    const both = previous === null ? null : decode([previous, token])
    return both?.startsWith(before) ? both.slice(before.length) : decode([token])
  }
  const describe = (token: number): TokenCandidate => ({
    id: token,
    token: textOf(token),
    logprob: logits[token]! - total,
    ends: eosIds.includes(token)
  })
  return { ...describe(id), alternatives: topK(logits, count).map(describe) }
}
