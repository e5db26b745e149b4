// What a model that fills gaps learns from a text: some of its tokens, which it does not see. As BERT has it
// (arXiv:1810.04805, section 3.1; google-research/bert create_pretraining_data.py): 15 % of the tokens, one
// at least; of these 80 % become the mask, 10 % any token, 10 % stay. Everything is drawn by the seed, the
// step, the record and the place alone: whatever becomes of other records, the gaps of this one stay.
import { z } from 'zod'
import { philox } from '../base/random'

export const maskingSchema = z.object({
  seed: z.int(),
  maskId: z.int(),
  vocabularySize: z.int(), // of the tokens that may stand in a gap
  wholeWords: z.boolean() // the pieces of a word together
})
export type Masking = z.infer<typeof maskingSchema>

/** What may be learned of a token: nothing, or a gap there; pieces that go on with a word are marked. */
export const gapWeights = { never: 0, begins: 1, goesOn: 2 } as const

export interface ReadPlace {
  readonly step: number // of the run; `evaluationStep` for what is measured with
  readonly ordinal: number // of the record
  readonly piece: number // of the record, where it is longer than a row
}

/** The same gaps in every measurement. */
export const evaluationStep = 0xffff_ffff

export interface GappedSequence {
  readonly ids: readonly number[]
  /** 1: a gap; nothing else counts. */
  readonly weights: readonly number[]
  readonly targets: readonly number[]
}

const share = 0.15
const [asMask, asOther] = [0.8, 0.9]
/** Apart from orders, splits and rehearsal (datasets/splits.ts), which draw from the same seed. */
const purpose = 4

/** @param weights gapWeights of each id */
export function withGaps(
  ids: readonly number[],
  weights: readonly number[],
  { step, ordinal, piece }: ReadPlace,
  { seed, maskId, vocabularySize, wholeWords }: Masking
): GappedSequence {
  const drawn = (place: number): readonly number[] =>
    philox([place, step >>> 0, ordinal >>> 0, piece], [seed >>> 0, purpose])
  const gaps = new Set(chosenPlaces(weights, wholeWords, (place) => drawn(place)[0]!))
  const read = ids.map((id, place) => {
    if (!gaps.has(place)) return id
    const [, kind, other] = drawn(place)
    const chance = kind! / 2 ** 32
    if (chance < asMask) return maskId
    return chance < asOther ? Math.floor((other! / 2 ** 32) * vocabularySize) : id
  })
  return { ids: read, targets: ids, weights: ids.map((_, place) => (gaps.has(place) ? 1 : 0)) }
}

/** Words in the order of their ranks, as many as fit into the share; the first one in any case. */
function chosenPlaces(
  weights: readonly number[],
  wholeWords: boolean,
  rankOf: (place: number) => number
): number[] {
  const words: number[][] = []
  let possible = 0
  for (const [place, weight] of weights.entries()) {
    if (weight === gapWeights.never) continue
    possible++
    const last = words.at(-1)
    const goesOn = wholeWords && weight === gapWeights.goesOn && last?.at(-1) === place - 1
    if (goesOn) last.push(place)
    else words.push([place])
  }
  const wanted = Math.round(share * possible)
  const ranked = words
    .map((places) => ({ places, rank: rankOf(places[0]!) }))
    .sort((a, b) => a.rank - b.rank || a.places[0]! - b.places[0]!)
  const chosen: number[] = []
  for (const { places } of ranked)
    if (chosen.length === 0 || chosen.length + places.length <= wanted) chosen.push(...places)
  return chosen
}
