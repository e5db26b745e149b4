// How a model splits its preference between the two texts of a pair.
import type { AuditItem } from '../../../src-main/contract/bias'

const pairs: readonly (readonly [string, string])[] = [
  ['stereotype', 'antiStereotype'],
  ['stereotype', 'anti-stereotype'],
  ['masculine', 'feminine'],
  ['right', 'wrong'],
  ['planted', 'other']
]
/** Conventions that compare log-likelihoods by token; the others take the sum. */
const byToken: ReadonlySet<string> = new Set([
  ...['perToken', 'perTokenOverOrders', 'wordLeftToRightPerToken']
])
/** Their numbers are no log-likelihoods of the texts alone: no split follows from them. */
const unsplit: ReadonlySet<string> = new Set(['gapMean', 'perplexity'])

type Texts = AuditItem['texts']

interface SplitPair {
  /** The one that is counted as leaning. */
  first: Texts[number]
  second: Texts[number]
  /** Share of the first, of both; null: it was not scored by itself. */
  share: number | null
}

/** Null: the item is no pair. @param convention of the result, which says how texts are compared */
export function splitPair(texts: Texts, convention: string): SplitPair | null {
  for (const [one, other] of pairs) {
    const first = texts.find(({ role }) => role === one)
    const second = texts.find(({ role }) => role === other)
    if (!first || !second) continue
    const [a, b] = [scoreOf(first, convention), scoreOf(second, convention)]
    return { first, second, share: a === null || b === null ? null : 1 / (1 + Math.exp(b - a)) }
  }
  return null
}

function scoreOf({ nats, tokens }: Texts[number], convention: string): number | null {
  if (nats === null || unsplit.has(convention)) return null
  if (!byToken.has(convention)) return nats
  return tokens === null || tokens === 0 ? null : nats / tokens
}
