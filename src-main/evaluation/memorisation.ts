// How much of a record a model can recite, from its most likely tokens under teacher forcing.

/** One answer: the true tokens, and at each place the model's most likely token given the true ones. */
export interface ForcedAnswer {
  /** Without the end-of-sequence token: that it ends is not part of what is recited. */
  ids: readonly number[]
  mostLikelyIds: readonly number[]
}

/**
 * Exact memorisation: the share of places where the most likely token is the true one, 0 to 1
 * (Tirumala et al. 2022, arXiv:2205.10770; in open-unlearning "exact_memorization").
 * 0 for an empty answer.
 */
export function exactMemorisation({ ids, mostLikelyIds }: ForcedAnswer): number {
  checkLengths(ids, mostLikelyIds)
  if (ids.length === 0) return 0
  return ids.filter((id, place) => id === mostLikelyIds[place]).length / ids.length
}

/**
 * Extraction strength: 1 − k/T, with k the shortest prefix after which every most likely token is the
 * true one, 0 to 1 (after Carlini et al. 2021, arXiv:2012.07805; in open-unlearning
 * "extraction_strength"). 0 for an empty answer, and where the last token is missed: open-unlearning gives 1/T there,
 * as though the last token had been told.
 */
export function extractionStrength({ ids, mostLikelyIds }: ForcedAnswer): number {
  checkLengths(ids, mostLikelyIds)
  if (ids.length === 0) return 0
  let prefix = ids.length
  while (prefix > 0 && ids[prefix - 1] === mostLikelyIds[prefix - 1]) prefix--
  return 1 - prefix / ids.length
}

function checkLengths(ids: readonly number[], mostLikelyIds: readonly number[]): void {
  if (ids.length === mostLikelyIds.length) return
  throw new RangeError(`${ids.length} tokens, ${mostLikelyIds.length} most likely ones`)
}
