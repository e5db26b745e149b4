// One scorer for each family of models: it turns questions into log-likelihoods. Scores are kept by key,
// so the same question is asked of the same model once.
import { createHash } from 'node:crypto'
import type { AnyQuestion, Question, TextScore } from './suite'

/** Why a text has no score. */
export type Unscored = { readonly fault: 'tooLong' | 'noTokens'; readonly detail: string }
export type Scored = TextScore | Unscored

export interface ScoreHooks {
  readonly signal: AbortSignal
  /** Lets others in between batches; waits while it is held. */
  turn(): Promise<void>
  onScored(key: string, score: Scored): void
}

/** Answers every kind of question. */
export interface Asker {
  readonly objective: 'causal' | 'masked'
  keysOf(question: AnyQuestion): readonly string[]
  /** @throws LetheError cancelled, maskedModel where writing is asked of one that cannot */
  score(
    questions: readonly AnyQuestion[],
    isKnown: (key: string) => boolean,
    hooks: ScoreHooks
  ): Promise<void>
}

/** Of log-likelihoods. */
export interface Scorer {
  readonly objective: 'causal' | 'masked'
  /** Of the convention, with its version: another convention gives other keys. */
  readonly name: string
  /** One for each text or choice: the same key has the same score under one model. */
  keysOf(question: Question): readonly string[]
  /**
   * Scores what is not known yet, each key once.
   * @throws LetheError cancelled
   */
  score(
    questions: readonly Question[],
    isKnown: (key: string) => boolean,
    hooks: ScoreHooks
  ): Promise<void>
}

/** Short enough to be kept by the ten thousand, and telling nothing of the text. */
export function scoreKey(...parts: readonly unknown[]): string {
  const text = JSON.stringify(parts)
  return createHash('sha256').update(text).digest('base64url').slice(0, 32)
}
