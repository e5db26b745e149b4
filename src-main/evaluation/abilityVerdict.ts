// Whether forgetting cost ability elsewhere, judged against the original model: by the relative change
// of held-out perplexity and of the probability of answers that must be kept.
import { clusteredRatio, intervalOf, type Estimate } from '../statistics/clusteredMean'
import type { Interval } from '../statistics/proportions'

/** A held-out text: negative log-likelihoods in nats over the same tokens. */
export interface HeldOutText {
  tokens: number
  originalNats: number
  unlearnedNats: number
  group: string // texts of one source
}

/** The probability of a kept answer (geometric mean per token), under both models. */
export interface KeptAnswer {
  original: number
  unlearned: number
  group: string
}

export type AbilityWord = 'kept' | 'lost' | 'cannotTell'

export interface AbilityMeasure {
  word: AbilityWord
  /** Relative loss: 0.05 means 5 % worse; negative is better. NaN where there is no data. */
  loss: number
  interval: Interval // 90 %
  records: number
  groups: number
}

export interface AbilityVerdict {
  word: AbilityWord
  perplexity: AbilityMeasure
  retainProbability: AbilityMeasure
}

const tolerated = 0.05
const level = 0.9
const fewestGroups = 10

/** Lost when either measure is; kept when both are. */
export function abilityVerdict(
  texts: readonly HeldOutText[],
  answers: readonly KeptAnswer[]
): AbilityVerdict {
  const perplexity = perplexityLoss(texts)
  const retainProbability = probabilityLoss(answers)
  const words = [perplexity.word, retainProbability.word]
  const isKept = words.every((word) => word === 'kept')
  const word = words.includes('lost') ? 'lost' : isKept ? 'kept' : 'cannotTell'
  return { word, perplexity, retainProbability }
}

/** PPL_unlearned / PPL_original − 1 = exp(Σ(nats_u − nats_o) / Σ tokens) − 1. */
function perplexityLoss(texts: readonly HeldOutText[]): AbilityMeasure {
  const scored = texts.filter(({ tokens }) => tokens > 0)
  if (scored.length === 0) return noMeasure
  const perToken = clusteredRatio(
    scored.map(({ tokens, originalNats, unlearnedNats, group }) => ({
      ...{ top: unlearnedNats - originalNats, bottom: tokens, group }
    }))
  )
  const { low, high } = intervalOf(perToken, level)
  return measured(perToken, Math.expm1(perToken.value), {
    low: Math.expm1(low),
    high: Math.expm1(high)
  })
}

/** 1 − mean p_unlearned / mean p_original. */
function probabilityLoss(answers: readonly KeptAnswer[]): AbilityMeasure {
  if (!answers.some(({ original }) => original > 0)) return noMeasure
  const ratio = clusteredRatio(
    answers.map(({ original, unlearned, group }) => ({ top: unlearned, bottom: original, group }))
  )
  const { low, high } = intervalOf(ratio, level)
  return measured(ratio, 1 - ratio.value, { low: 1 - high, high: 1 - low })
}

function measured({ groups, records }: Estimate, loss: number, interval: Interval): AbilityMeasure {
  const isKept = groups >= fewestGroups && interval.high < tolerated
  const isLost = groups >= fewestGroups && interval.low > tolerated
  const word = isKept ? 'kept' : isLost ? 'lost' : 'cannotTell'
  return { ...{ word, loss, interval, records, groups } }
}

const noMeasure: AbilityMeasure = {
  word: 'cannotTell',
  loss: Number.NaN,
  interval: { low: Number.NaN, high: Number.NaN },
  records: 0,
  groups: 0
}
