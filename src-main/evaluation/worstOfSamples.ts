// What a model lets slip in its worst of k sampled answers (after leak@k, arXiv:2511.04934): greedy
// answers hide what sampling finds.

/**
 * The expected largest score of k answers, from n ≥ k sampled ones, without bias: each possible choice of
 * k counts once. Σ over sorted scores s_i of s_i · C(i − 1, k − 1) / C(n, k). Scores such as ROUGE-L
 * recall against the record, higher for more given away.
 */
export function worstOfSamples(scores: readonly number[], k: number): number {
  const n = scores.length
  if (!Number.isInteger(k) || k < 1 || k > n)
    throw new RangeError(`worst of ${k} from ${n} samples`)
  const descending = scores.toSorted((a, b) => b - a)
  // The chance that the largest of the choice is this one, from the largest down.
  let chance = k / n
  let expected = 0
  for (let above = 0; above <= n - k; above++) {
    expected += chance * descending[above]!
    const left = n - above // scores from this one down
    chance *= (left - k) / (left - 1)
  }
  return expected
}
