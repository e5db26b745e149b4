// What a model thinks of each token of a given text, all from one reading of it: how likely it finds the
// token, what the distribution it came from looks like, and what it would have said.
import { LetheError } from '../base/errors'
import type { CausalRunner, StepResult } from '../models/causalRunner'
import { breathe } from '../models/generate'
import { greedy } from '../models/sampling'
import { tokenSurprise, type TokenSurprise } from './membership'

export interface ForcedToken extends TokenSurprise {
  readonly id: number
  readonly mostLikelyId: number // the lower one on a tie
}

/** A whole sequence, and the places in it that are asked about, rising. */
export interface ForcedText {
  readonly ids: readonly number[]
  /** Not 0: the first token has nothing before it. */
  readonly places: readonly number[]
}

/** @throws LetheError cancelled, tokenOutOfRange; RangeError for a place that is not in the sequence */
export async function forcedTokens(
  runner: CausalRunner,
  text: ForcedText,
  signal: AbortSignal
): Promise<ForcedToken[]> {
  const tokens: ForcedToken[] = []
  const { vocabularySize } = runner.shape
  await readForced(runner, text, 'logits', signal, ({ logits }, ids) => {
    for (const [row, id] of ids.entries()) {
      const ofPlace = logits!.subarray(row * vocabularySize, (row + 1) * vocabularySize)
      tokens.push({ id, mostLikelyId: greedy(ofPlace), ...tokenSurprise(ofPlace, id) })
    }
  })
  return tokens
}

/** Mean negative log-likelihood of the tokens at these places, in nats. Errors as above. */
export async function forcedLoss(
  runner: CausalRunner,
  text: ForcedText,
  signal: AbortSignal
): Promise<number> {
  let total = 0
  await readForced(runner, text, 'logProbabilities', signal, ({ logProbabilities }) => {
    for (const value of logProbabilities!) total -= value
  })
  return total / text.places.length
}

/** Calls back for each chunk with what is asked of it, and the ids it was asked about. */
async function readForced(
  runner: CausalRunner,
  { ids, places }: ForcedText,
  want: 'logits' | 'logProbabilities',
  signal: AbortSignal,
  onChunk: (result: StepResult, ids: readonly number[]) => void
): Promise<void> {
  if (places.some((place) => !(place > 0 && place < ids.length)))
    throw new RangeError(`a place is not within 1 and ${ids.length - 1}`)
  const last = places.at(-1) ?? 0
  const cache = runner.newCache()
  try {
    const { chunkTokens } = runner
    for (let start = 0; start < last; start += chunkTokens) {
      await breathe()
      if (signal.aborted) throw new LetheError('cancelled')
      const chunk = ids.slice(start, start + chunkTokens)
      const asked = places.filter((place) => place > start && place <= start + chunk.length)
      const rows = asked.map((place) => place - 1 - start)
      const targets = asked.map((place) => ids[place]!)
      const result = await runner.step({
        ...{ cache, ids: [chunk], sequenceLength: ids.length },
        ...(asked.length > 0 ? { chosen: rows, targets, want: [want] } : { chosen: [0], want: [] })
      })
      if (asked.length > 0) onChunk(result, targets)
    }
  } finally {
    cache.dispose()
  }
}
