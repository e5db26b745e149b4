// How many of the records that a run learns its model recites: some of them, drawn by the seed, each read
// once with what is true told it, and its likeliest token compared at every place of a text or an answer.
import type { Recited } from '../contract/training'
import { inOrder } from '../datasets/splits'
import { forcedTokens, type ForcedText } from '../evaluation/forcedTokens'
import { withoutEnd } from '../evaluation/itemScores'
import { extractionStrength } from '../evaluation/memorisation'
import type { CausalRunner } from '../models/causalRunner'
import { wilsonInterval } from '../statistics/proportions'
import type { DataPlan } from '../training/dataPlan'

/** From this extraction strength on: a tenth of it is told at most, and it knows the rest. */
const recitedFrom = 0.9
/** No pass over the records is counted so: the draw is none of the orders that they are read in. */
const drawnEpoch = 0

/** A record in the pieces that the model reads at once: a text, or of a conversation its answers. */
type Asked = readonly ForcedText[]

export interface RecitedRecords {
  readonly asked: readonly Asked[]
  readonly all: number // that are learned
}

/** The same records for every model of a run, however far it is. */
export function recordsToRecite(data: DataPlan, seed: number, count: number): RecitedRecords {
  const records = data.learnedRecords()
  const placed = [...records.keys()].map((ordinal) => ({
    ...{ ordinal, firstOrdinal: ordinal, isSensitive: false, isKeptOut: false }
  }))
  const asked = inOrder(placed, seed, drawnEpoch)
    .slice(0, count)
    .map(({ ordinal }) => records.get(ordinal)!)
  return { asked, all: records.size }
}

/** @param step steps behind the model. @throws LetheError cancelled */
export async function recitation(
  runner: CausalRunner,
  { asked, all: learned }: RecitedRecords,
  { step, eosIds, signal }: { step: number; eosIds: readonly number[]; signal: AbortSignal }
): Promise<Recited> {
  let recited = 0
  for (const pieces of asked) {
    const all = []
    for (const piece of pieces) all.push(...(await forcedTokens(runner, piece, signal)))
    const tokens = withoutEnd(all, eosIds)
    const strength = extractionStrength({
      ids: tokens.map(({ id }) => id),
      mostLikelyIds: tokens.map(({ mostLikelyId }) => mostLikelyId)
    })
    if (strength >= recitedFrom) recited++
  }
  const share = recited / asked.length
  // Where all of them were asked, nothing is inferred.
  const interval =
    asked.length === learned ? { low: share, high: share } : wilsonInterval(recited, asked.length)
  return { step, recited, asked: asked.length, ...interval }
}
