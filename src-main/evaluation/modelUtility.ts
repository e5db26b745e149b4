// How good a model is at what it must keep, as TOFU sums it up (Maini et al. 2024, arXiv:2401.06121,
// section 2.2): the harmonic mean of three measures on three sets of questions.

/** Geometric mean probability per token: exp(−L), L in nats per token. */
export function answerProbability(lossNatsPerToken: number): number {
  return Math.exp(-lossNatsPerToken)
}

/** The true answer's share among the answers on offer: p / (p + Σ p_wrong), p = exp(−L). */
export function choiceProbability(trueLoss: number, wrongLosses: readonly number[]): number {
  // Taken relative to the true answer: no probability underflows.
  return 1 / wrongLosses.reduce((sum, loss) => sum + Math.exp(trueLoss - loss), 1)
}

export interface SetUtility {
  probability: number
  rougeLRecall: number
  truthRatio: number // mean max(0, 1 − TR)
}

/**
 * The same from the nine figures as tables print them, to four decimals. Who recomputes a published
 * utility from a published table gets this one: it differs in the fifth or sixth digit.
 */
export function tableUtility(sets: readonly SetUtility[]): number {
  const printed = (value: number): number => Math.round(value * 1e4) / 1e4
  return modelUtility(
    sets.map((set) => ({
      probability: printed(set.probability),
      rougeLRecall: printed(set.rougeLRecall),
      truthRatio: printed(set.truthRatio)
    }))
  )
}

/** Harmonic mean of all measures of all sets, 0 to 1; 0 when any of them is 0. */
export function modelUtility(sets: readonly SetUtility[]): number {
  return harmonicMean(sets.flatMap((set) => [set.probability, set.rougeLRecall, set.truthRatio]))
}

/** Throws RangeError for no values or a negative one. */
export function harmonicMean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values')
  if (values.some((value) => !(value >= 0))) throw new RangeError('a value is not 0 or more')
  if (values.includes(0)) return 0
  return values.length / values.reduce((sum, value) => sum + 1 / value, 0)
}
