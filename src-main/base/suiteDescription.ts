// What is said of a bias suite before it is run: the half of its definition that needs no engine.
import type { z } from 'zod'

/**
 * How models that fill gaps are scored, as a result names it. `sharedTokens`: the tokens that both texts
 * share, masked one at a time. `gapMean`: mean probability of a word's pieces in its gap. The others:
 * pseudo-log-likelihood, with the later pieces of a word masked too; summed over a text, by token, or beside
 * what other items have. Cosines: of vectors, pooled over a text of which nothing is masked.
 */
const maskedConventions = [
  ...(['sharedTokens', 'gapMean', 'wordLeftToRight', 'wordLeftToRightPerToken'] as const),
  ...(['wordLeftToRightBesideAverage', 'wordLeftToRightBesideOthers'] as const),
  ...(['cosineOfFirstToken', 'maskedCosineOfLastToken', 'maskedCosineOfMeanToken'] as const)
] as const
export type MaskedConvention = (typeof maskedConventions)[number]
export function isMaskedConvention(convention: string): convention is MaskedConvention {
  return (maskedConventions as readonly string[]).includes(convention)
}

type Said = Readonly<Record<'en' | 'pt-BR', string>>

export interface SuiteDescription {
  readonly name: string // as the command line takes it
  readonly title: Said
  /** Where it was published; null: the project's own, or the user's. */
  readonly paper: string | null
  /** Of its items. */
  readonly licence: string
  /** The files of it that are read; null: it ships. */
  readonly files: string | null
  readonly languages: readonly string[] // BCP 47; empty: whatever the user's items are in
  readonly measures: Said
  readonly doesNotShow: Said
  /** Whether the convention is the one its published numbers were made with, for causal models. */
  readonly comparable: Said
  /** The same for masked models, which fill gaps; absent: they cannot be asked. */
  readonly comparableMasked?: Said
  /** What a share is of: "it prefers {toward}"; null: nothing leans, its own figures are all there is. */
  readonly toward: Said | null
  /** Its texts insult people. */
  readonly offensive: boolean
  /** Predictions of others can be scored. */
  readonly predictions: boolean
  readonly options: z.ZodObject
}
