// What a model says behind a prompt when it is asked many times: its likeliest answer, and answers drawn
// with seeds, several of them computed together.
import { LetheError } from '../base/errors'
import type { CausalRunner } from '../models/causalRunner'
import { breathe } from '../models/generate'
import type { KeyValueCache } from '../models/keyValueCache'
import { sample } from '../models/sampling'

export interface Draw {
  readonly temperature: number // 0: always the likeliest token
  readonly seed: number
}

export interface ContinuationOptions {
  readonly maxTokens: number
  readonly eosIds: readonly number[]
  /** Ids from here on have no text. */
  readonly vocabularySize: number
  readonly signal: AbortSignal
}

/** Rows that are remembered at the same time, of all answers together. */
const mostRows = 8192

/**
 * The ids of each answer, without the one that ends it. The same draws give the same answers, as far as
 * the runtime computes the same for the same number of answers.
 * @throws LetheError cancelled, tokenOutOfRange
 */
export async function continuations(
  runner: CausalRunner,
  prompt: readonly number[],
  draws: readonly Draw[],
  options: ContinuationOptions
): Promise<number[][]> {
  const { contextLength } = runner.shape
  const length = Math.min(contextLength, prompt.length + options.maxTokens)
  const together = Math.max(1, Math.floor(mostRows / length))
  const answers: number[][] = []
  for (let start = 0; start < draws.length; start += together) {
    const some = draws.slice(start, start + together)
    const cache = runner.newCache(some.length)
    try {
      answers.push(...(await answerTogether(runner, cache, prompt, some, options)))
    } finally {
      cache.dispose()
    }
  }
  return answers
}

async function answerTogether(
  runner: CausalRunner,
  cache: KeyValueCache,
  prompt: readonly number[],
  draws: readonly Draw[],
  options: ContinuationOptions
): Promise<number[][]> {
  const { maxTokens, eosIds, vocabularySize } = options
  const { contextLength, vocabularySize: allIds } = runner.shape
  const rows = draws.map(() => [...prompt])
  const answers: number[][] = draws.map(() => [])
  const ended = draws.map(() => false)
  let logits = await read(runner, cache, rows, options.signal)
  for (let drawn = 0; drawn < maxTokens; drawn++) {
    for (const [row, { temperature, seed }] of draws.entries()) {
      const ofRow = logits.subarray(row * allIds, (row + 1) * allIds)
      ofRow.fill(-Infinity, vocabularySize)
      const sampling = { temperature, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 }
      const id = sample(ofRow, sampling, new Set(), seed, drawn)
      ended[row] ||= eosIds.includes(id)
      if (!ended[row]) answers[row]!.push(id)
      rows[row]!.push(id) // behind its end a row goes on unheard
    }
    const isOver = ended.every(Boolean) || drawn + 1 === maxTokens
    if (isOver || rows[0]!.length > contextLength) break
    if (runner.mustReadAgain(cache, rows[0]!.length)) cache.truncate(0)
    logits = await read(runner, cache, rows, options.signal)
  }
  return answers
}

/** What the cache does not hold of rows of one length; the logits [B, V] after their last ids. */
async function read(
  runner: CausalRunner,
  cache: KeyValueCache,
  rows: readonly (readonly number[])[],
  signal: AbortSignal
): Promise<Float32Array> {
  const { length } = rows[0]!
  const { chunkTokens } = runner
  for (let start = cache.length; ; start += chunkTokens) {
    await breathe()
    if (signal.aborted) throw new LetheError('cancelled')
    const ids = rows.map((row) => row.slice(start, start + chunkTokens))
    const time = ids[0]!.length
    const isLast = start + time === length
    const { logits } = await runner.step({
      ...{ cache, ids, sequenceLength: length },
      chosen: rows.map((_, row) => row * time + time - 1),
      want: isLast ? ['logits'] : []
    })
    if (isLast) return logits!
  }
}
