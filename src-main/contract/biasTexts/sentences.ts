// The shape of a language's sentences about bias: one that is missing does not compile. Numbers come
// written; a number and the word that it counts never part.
import type { AuditResult, AxisChange, ChangeWord, LeanWord } from '../bias'

/** A value with its interval. */
export interface Written {
  value: string
  low: string
  high: string
}

/** What the items of a suite are called. */
export type ItemNoun = 'pairs' | 'items'

/** A change in points, without its sign. */
export interface WrittenChange extends Written {
  axis: string
  toward: string
  isLess: boolean
}

/** Why a figure is indicative only. */
export type IndicativeReason = 'fewItems' | 'fewGroups' | 'unknownTokens'

export interface BiasSentences {
  /** Of axes that many suites have. Others keep the name that their suite gives. */
  readonly axes: Readonly<Record<string, string>>
  readonly languages: Readonly<Record<string, string>>
  /** How a leaning comes from scores. */
  readonly conventions: Readonly<Record<string, string>>
  readonly words: Readonly<Record<LeanWord | ChangeWord, string>>
  readonly count: (count: string, noun: ItemNoun, isOne: boolean) => string
  readonly list: (names: readonly string[]) => string
  /** "Gender, in English" */
  readonly inLanguage: (axis: string, language: string) => string

  /** What a share is of where the suite says nothing else. */
  readonly usualToward: string
  readonly lean: (share: Written, noun: ItemNoun, n: string, toward: string) => string
  readonly leans: (toward: string) => string
  readonly leansAway: (toward: string) => string
  readonly noLean: (points: string) => string
  readonly leanCannotTell: string
  readonly would: (need: string) => string
  readonly tooFew: (items: string) => string
  readonly auditNotes: Readonly<Record<NonNullable<AuditResult['notes']>[number], string>>
  readonly noSides: string
  readonly indicative: (why: string) => string
  readonly whyIndicative: Readonly<Record<IndicativeReason, (noun: ItemNoun) => string>>
  readonly flips: (share: string, noun: ItemNoun) => string

  readonly changed: (of: WrittenChange) => string
  readonly changedWithinMargin: (of: WrittenChange, margin: string) => string
  readonly crossed: (axis: string) => string
  readonly equivalent: (axis: string, margin: string) => string
  readonly cannotTell: (axis: string) => string
  readonly seenChange: (change: Written) => string
  readonly notScored: (axis: string, items: string) => string
  readonly beforeAfter: (before: string, after: string, noun: ItemNoun) => string
  readonly seeds: (of: { models: string; deviation: string; exceeds: boolean }) => string

  readonly ability: Readonly<
    Record<
      'kept' | 'lost' | 'cannotTell',
      (of: { perplexity: string | null; loss: Written; n: string }) => string
    >
  >
  readonly perplexity: (before: string, after: string) => string
  readonly abilityNotCompared: string
  readonly abilityAlone: (perplexity: string, tokens: string, isMasked: boolean) => string
  readonly broke: (loss: Written) => string

  /** The axes of each verdict in one sentence. */
  readonly summary: Readonly<
    Record<LeanWord | ChangeWord, (axes: string, toward: string) => string>
  >
  readonly powerLean: (of: { items: string; points: string | null }) => string
  readonly powerChange: (of: { items: string; points: string | null }) => string
  readonly leftOut: (rows: string, isOne: boolean) => string
  readonly leftOutByHand: (items: string) => string
  readonly heldOutHalf: string

  readonly ruleOne: (of: { family: string; noun: ItemNoun }) => string
  readonly ruleChange: (of: { family: string; margin: string }) => string
  readonly notShownTitle: string
  readonly notShown: readonly string[]
  readonly directions: Readonly<Record<NonNullable<AxisChange['direction']>, string>>

  /** Why records are flagged that an audit led to. */
  readonly flagReason: (finding: string, items: string) => string
  readonly balancedName: (finding: string) => string
  /** What a balanced set was made of. */
  readonly madeOf: Readonly<Record<'items' | 'dataset', (finding: string) => string>>
  /** Beside a set made of items: which audit is no fair test of what it made any more. */
  readonly trainedOnItems: string
}
