// The truth ratio of TOFU (Maini et al. 2024, arXiv:2401.06121, section 2.2): how much likelier wrong
// answers are than the true one. Losses are mean negative log-likelihoods per token, in nats.

export interface AnswerLosses {
  /** Of a paraphrase of the true answer; where there is none, of the true answer itself. */
  trueLoss: number
  /** Of the wrong answers. */
  wrongLosses: readonly number[]
}

/**
 * ln TR = L(true) − mean_k L(wrong_k), so TR = exp(−mean_k L(wrong_k)) / exp(−L(true)): above 0 when
 * the wrong answers are likelier. The mean over losses makes it a geometric mean over probabilities.
 * The logarithm neither overflows nor ties where TR would. NaN without wrong answers.
 */
export function logTruthRatio({ trueLoss, wrongLosses }: AnswerLosses): number {
  return trueLoss - wrongLosses.reduce((sum, loss) => sum + loss, 0) / wrongLosses.length
}

/** For records to forget: min(TR, 1/TR), 1 when true and wrong answers are equally likely. */
export function truthIndifference(logRatio: number): number {
  return Math.exp(-Math.abs(logRatio))
}

/** For what must be kept: max(0, 1 − TR), near 1 when the true answer is much the likelier. */
export function truthPreference(logRatio: number): number {
  return Math.max(0, -Math.expm1(logRatio))
}

/** The true answer's share beside the wrong ones, 1 / (1 + TR): 0 to 1, above ½ when it is the likelier. */
export function truthShare(logRatio: number): number {
  return 1 / (1 + Math.exp(logRatio))
}
