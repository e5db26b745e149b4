// Choosing the next token from logits: repetition penalty, temperature, top-k, top-p
// (arXiv 1904.09751), min-p (arXiv 2407.01082), in this order, as transformers applies them.
import { uniform } from '../base/random'

export interface Sampling {
  readonly temperature: number // 0: always the likeliest token
  readonly topK: number // 0: off
  readonly topP: number // 1: off
  readonly minP: number // 0: off
  readonly repetitionPenalty: number // 1: off
}

/** log Σ e^x, in f64. */
export function logSumExp(values: Float32Array): number {
  let largest = -Infinity
  for (const value of values) if (value > largest) largest = value
  let sum = 0
  for (const value of values) sum += Math.exp(value - largest)
  return largest + Math.log(sum)
}

/** Up to here, one pass is faster than sorting a vocabulary. */
const fewest = 64

function topFew(values: Float32Array, count: number): number[] {
  const best: number[] = []
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!
    if (best.length === count && !(value > values[best[count - 1]!]!)) continue
    let place = best.length
    while (place > 0 && value > values[best[place - 1]!]!) place--
    best.splice(place, 0, index)
    if (best.length > count) best.pop()
  }
  return best
}

/** The K largest, in falling order, ties by the lower index. */
export function topK(values: Float32Array, count: number): number[] {
  const kept = Math.min(count, values.length)
  if (kept <= 0) return []
  if (kept <= fewest) return topFew(values, kept)
  const order = Uint32Array.from(values.keys())
  const above = (a: number, b: number): number => values[b]! - values[a]! || a - b
  if (kept === values.length) return [...order.sort(above)]
  // The K-th largest value bounds the candidates, so that only those few are put in order.
  const bound = Float32Array.from(values).sort()[values.length - kept]!
  return [
    ...order
      .filter((index) => values[index]! >= bound)
      .sort(above)
      .slice(0, kept)
  ]
}

/** The likeliest token; the lower id on a tie. */
export function greedy(logits: Float32Array): number {
  let best = 0
  for (let id = 1; id < logits.length; id++) if (logits[id]! > logits[best]!) best = id
  return best
}

/**
 * @param logits [V], changed in place by the repetition penalty
 * @param seen every id of the sequence so far
 * @param index how many tokens were drawn with this seed before
 */
export function sample(
  logits: Float32Array,
  sampling: Sampling,
  seen: ReadonlySet<number>,
  seed: number,
  index: number
): number {
  penalize(logits, sampling.repetitionPenalty, seen)
  if (sampling.temperature === 0) return greedy(logits)
  const candidates = kept(logits, sampling)
  const total = candidates.reduce((sum, { weight }) => sum + weight, 0)
  let rest = uniform(seed, index) * total
  for (const { id, weight } of candidates) {
    rest -= weight
    if (rest < 0) return id
  }
  return candidates.at(-1)!.id
}

/** CTRL's penalty (arXiv 1909.05858): positive logits of seen ids are divided, negative multiplied. */
function penalize(logits: Float32Array, penalty: number, seen: ReadonlySet<number>): void {
  if (penalty === 1) return
  for (const id of seen) {
    const logit = logits[id]
    if (logit !== undefined) logits[id] = logit > 0 ? logit / penalty : logit * penalty
  }
}

/** What the filters leave, likeliest first, with unnormalised weights. */
function kept(logits: Float32Array, sampling: Sampling): { id: number; weight: number }[] {
  const { temperature, topP, minP } = sampling
  const order = topK(logits, sampling.topK > 0 ? sampling.topK : logits.length)
  const largest = logits[order[0]!]!
  let candidates = order.map((id) => ({
    id,
    weight: Math.exp((logits[id]! - largest) / temperature)
  }))
  if (topP < 1) {
    const total = candidates.reduce((sum, { weight }) => sum + weight, 0)
    let before = 0
    candidates = candidates.filter(({ weight }, place) => {
      const keep = place === 0 || before < topP * total
      before += weight
      return keep
    })
  }
  // The largest weight is 1, so min-p's bound is minP itself.
  return candidates.filter(({ weight }, place) => place === 0 || weight >= minP)
}
