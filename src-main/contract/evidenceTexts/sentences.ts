// The shape of a language's sentences about evidence: one that is missing does not compile. Numbers come
// written, but for counts.
import type { AttackName } from '../evidenceRequest'
import type { TestName, TestResult, TestWord } from '../evidenceMeasured'

/** A value with its interval, and the reference beside it. */
export interface Seen {
  now: string
  low: string
  high: string
  reference: string
}

export interface EvidenceSentences {
  readonly tests: Readonly<Record<TestName, (worstOf: number) => string>>
  readonly attacks: Readonly<Record<AttackName, string>>
  readonly ability: string
  readonly words: Readonly<Record<TestWord | 'kept' | 'lost' | 'notTested', string>>
  /** "a, b and c" */
  readonly list: (names: readonly string[]) => string

  readonly exact: (records: number) => string
  readonly replayedNotCompared: string
  readonly forgotten: (of: { records: number; agreeing: number; tests: number }) => string
  readonly notForgotten: (test: string, seen: Seen) => string
  readonly comesBack: (attack: string, seen: Seen) => string
  readonly overForgotten: string
  /** `isForgotten` null: that is said beside it. */
  readonly lostAbility: (
    isForgotten: boolean | null,
    what: 'perplexity' | 'retainProbability',
    loss: { loss: string; low: string; high: string }
  ) => string
  readonly cannotTell: (records: number) => string

  /** What would settle it; `need` null: more records would not, as far as can be said. */
  readonly settles: (test: string, need: number | null) => string
  readonly replaySettles: string
  readonly undecided: (tests: string, several: boolean) => string
  readonly notTested: (names: string) => string

  /** Of one test. */
  readonly insideMargin: (seen: Seen & { before: string; margin: string }) => string
  readonly originalsSide: (seen: Seen & { before: string; margin: string }) => string
  readonly farSide: (seen: Seen & { before: string; margin: string }) => string
  readonly why: Readonly<
    Record<NonNullable<TestResult['reason']>, (of: { records: number; groups: number }) => string>
  >
  readonly theseRecordsOnly: string
}
