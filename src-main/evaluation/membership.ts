// Membership inference: scores that tell how much a text looks as if the model had been trained on it.
// Everywhere: higher means likelier a member. Log-probabilities are in nats, of the text's own tokens.
// Their areas under the curve, members against texts never seen, are compared with those of a model that
// never saw either; 0.5 is no target.
import { areaUnderCurve } from '../statistics/areaUnderCurve'
import { mean } from '../statistics/moments'

/** One token, and the distribution it was drawn from: log-probabilities under the distribution itself. */
export interface TokenSurprise {
  logProb: number
  meanLogProb: number // Σ p log p, minus the entropy
  varianceLogProb: number // Σ p log² p − (Σ p log p)²
}

/** What Min-K%++ needs of one row of logits. In 64 bits, with the maximum taken off first. */
export function tokenSurprise(logits: ArrayLike<number>, id: number): TokenSurprise {
  if (!(id >= 0 && id < logits.length)) throw new RangeError(`no logit of token ${id}`)
  let largest = -Infinity
  for (let i = 0; i < logits.length; i++) largest = Math.max(largest, logits[i]!)
  let total = 0
  for (let i = 0; i < logits.length; i++) total += Math.exp(logits[i]! - largest)
  const logTotal = largest + Math.log(total)
  let meanLogProb = 0
  for (let i = 0; i < logits.length; i++) {
    const logProb = logits[i]! - logTotal
    const probability = Math.exp(logProb)
    if (probability > 0) meanLogProb += probability * logProb
  }
  let varianceLogProb = 0
  for (let i = 0; i < logits.length; i++) {
    const logProb = logits[i]! - logTotal
    const probability = Math.exp(logProb)
    if (probability > 0) varianceLogProb += probability * (logProb - meanLogProb) ** 2
  }
  return { logProb: logits[id]! - logTotal, meanLogProb, varianceLogProb }
}

/** LOSS (Yeom et al. 2018, arXiv:1709.01604): the mean log-probability per token. */
export function lossScore(logProbs: readonly number[]): number {
  return mean(logProbs)
}

/**
 * Zlib (Carlini et al. 2021, arXiv:2012.07805): the mean log-probability per token over the size of the
 * packed text in bytes, so that what is likely because it is repetitive counts less.
 */
export function zlibScore(logProbs: readonly number[], zlibSizeBytes: number): number {
  return mean(logProbs) / zlibSizeBytes
}

/** Reference (Carlini et al. 2021, arXiv:2012.07805): against a model that did not see the text. */
export function referenceScore(
  logProbs: readonly number[],
  referenceLogProbs: readonly number[]
): number {
  return mean(logProbs) - mean(referenceLogProbs)
}

/** Min-K% (Shi et al. 2023, arXiv:2310.16789): mean of the lowest share of log-probabilities. */
export function minKScore(logProbs: readonly number[], share: number): number {
  return meanOfLowest(logProbs, share)
}

/**
 * Min-K%++ (Zhang et al. 2024, arXiv:2404.02936): the same over (log p − μ)/σ, each token measured by
 * the distribution it came from. σ² is held at 10⁻⁶ and above, as open-unlearning does.
 */
export function minKPlusPlusScore(tokens: readonly TokenSurprise[], share: number): number {
  return meanOfLowest(
    tokens.map(
      ({ logProb, meanLogProb, varianceLogProb }) =>
        (logProb - meanLogProb) / Math.sqrt(Math.max(varianceLogProb, 1e-6))
    ),
    share
  )
}

/** At least one value; NaN when there are none. */
function meanOfLowest(values: readonly number[], share: number): number {
  if (!(share > 0 && share <= 1)) throw new RangeError('the share is not above 0 and at most 1')
  const count = Math.max(1, Math.floor(share * values.length + 1e-9))
  return mean(values.toSorted((a, b) => a - b).slice(0, count))
}

/** What RMIA needs of one text: mean log-probability per token, by the model and by reference models. */
export interface RatedText {
  logProb: number
  referenceLogProbs: readonly number[] // of models that did not see it; at least one
}

/**
 * RMIA, offline (Zarifzadeh et al. 2024, arXiv:2312.03262): the share of texts z of
 * the population that x beats, p(x|θ)/p(x) ÷ p(z|θ)/p(z) ≥ 1. p(x) is the mean over reference models
 * that did not see x, moved towards 1 by `offset` (1: taken as it is): ½((1 + a)·mean + 1 − a). p is the
 * geometric mean probability per token, as a product over tokens would underflow.
 */
export function rmiaScore(
  text: RatedText,
  population: readonly RatedText[],
  offset: number
): number {
  if (population.length === 0) throw new RangeError('the population is empty')
  const own = relativeLogProb(text, offset)
  const beaten = population.filter((other) => own >= relativeLogProb(other, offset))
  return beaten.length / population.length
}

function relativeLogProb({ logProb, referenceLogProbs }: RatedText, offset: number): number {
  if (referenceLogProbs.length === 0) throw new RangeError('no reference model')
  const outside = mean(referenceLogProbs.map(Math.exp))
  return logProb - Math.log(((1 + offset) * outside + 1 - offset) / 2)
}

/**
 * PrivLeak (Shi et al. 2024, arXiv:2407.06460): 100·(A − A_ref)/A_ref, where A is the chance that a
 * text never seen looks likelier a member than one to forget (the complement of the usual area). 0: as the reference; below: still told apart as members
 * (not forgotten); above: told apart as shunned (over-forgotten).
 */
export function privLeak(
  scores: { forget: readonly number[]; neverSeen: readonly number[] },
  referenceScores: { forget: readonly number[]; neverSeen: readonly number[] }
): number {
  const area = (it: typeof scores): number => 1 - areaUnderCurve(it.forget, it.neverSeen).area
  const reference = area(referenceScores)
  if (reference === 0) throw new RangeError('the reference tells every text apart')
  return (100 * (area(scores) - reference)) / reference
}
