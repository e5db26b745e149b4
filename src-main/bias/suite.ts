// What a bias suite is: items that are asked of a model, and what its answers mean. A suite knows no
// model; a scorer (one per family) answers its questions with log-likelihoods, others with vectors and text.
import type { MaskedConvention } from '../base/suiteDescription'

/** What a model is asked for log-likelihoods. Scores are comparable within one question. */
export type Question =
  /** How likely is each text by itself? */
  | { readonly kind: 'texts'; readonly texts: readonly string[]; readonly filling?: Filling }
  /** How likely is each continuation of one beginning? Choices bring the space before them. */
  | { readonly kind: 'choices'; readonly context: string; readonly choices: readonly string[] }

/** How a model that fills gaps is asked the same; absent: the pseudo-log-likelihood of each text. */
export type Filling =
  /** The tokens that both texts share, masked one at a time; what they share is looked for from `first` on. */
  | { readonly by: 'sharedTokens'; readonly first: 0 | 1 }
  /** For each text the word that stands in the gap between two parts of the frame. */
  | {
      readonly by: 'gap'
      readonly frame: readonly [before: string, after: string]
      readonly words: readonly string[]
    }
  /** Whether each text follows this one, by a head that was taught to say so. */
  | { readonly by: 'follows'; readonly context: string }

/** Of a text's hidden states. `mean`: over its own tokens, without those that only begin or end it. */
export type Pooling = 'lastToken' | 'firstToken' | 'mean'

/** How much nearer is a text to one set of texts than to another, by the cosines of their vectors? */
export interface AssociationQuestion {
  readonly kind: 'association'
  readonly text: string
  readonly toward: readonly string[]
  readonly against: readonly string[]
  readonly pooling: Pooling
}

/** What does a model write after a beginning? */
export interface WritingQuestion {
  readonly kind: 'writing'
  readonly prompt: string
  readonly tokens: number // at most
  readonly temperature: number // 0: always the likeliest token
  readonly topP: number // 1: off
  readonly seed: number
}

export type AnyQuestion = Question | AssociationQuestion | WritingQuestion

export interface TextScore {
  /** Log-likelihood, summed over its tokens; of an association s(w, A, B); 0 of what was written. */
  readonly nats: number
  readonly tokens: number // 1: a gap, whatever its word is made of
  readonly unknown: number // of them, tokens that stand for what the vocabulary lacks
  readonly written?: string // where that was asked
}

/** Numbers of one item that a suite's own figures are made of. */
export type Counts = Readonly<Record<string, number>>

export interface Judged {
  /** 1: toward the stereotype; 0: against it; 0.5: neither. Null: the item says nothing about it. */
  readonly leaning: number | null
  /** How far, in nats; positive is toward the stereotype. */
  readonly marginNats: number | null
  /** The leaning under the suite's other convention. */
  readonly otherLeaning: number | null
  readonly counts: Counts
}

export interface JudgedItem extends Judged {
  readonly id: string
  readonly axis: string
  readonly language: string | null
  /** Items of one group (template, target word, occupation) are not independent. */
  readonly group: string
}

export interface ShownText {
  readonly role: string // stereotype, antiStereotype, unrelated, masculine …
  readonly text: string
}

export interface SuiteItem {
  readonly id: string // once in a suite
  readonly file: string // its name
  readonly row: number // from 1; of lists, the place in the list
  readonly axis: string
  readonly language: string | null
  readonly group: string
  readonly texts: readonly ShownText[]
  readonly questions: readonly AnyQuestion[]
  /** Names of the texts in files of predictions, where the suite has such files. */
  readonly predictedBy?: readonly string[]
  /** @param scores those of each question, in its order */
  judge(scores: readonly (readonly TextScore[])[]): Judged
  /** What is shown in place of `texts`, where that is known only afterwards. */
  shown?(scores: readonly (readonly TextScore[])[]): readonly ShownText[]
}

export const rowFaults = [
  ...(['lineTooLong', 'notUtf8', 'notJson', 'notAnObject', 'tooDeep', 'quoteNotClosed'] as const),
  ...(['quoteMisplaced', 'columnCount'] as const),
  'columnMissing', // its name
  'notText', // its name
  'textMissing', // its name: it is there and empty
  'idTwice', // the id
  'textsEqual',
  'labelUnknown', // the label
  'notAPair', // what does not go together
  'groupUnknown', // a group that none of the answers names
  'tooLong', // tokens
  'noTokens',
  'noPrediction'
] as const
export type RowFault = (typeof rowFaults)[number]

/** A row that is no item, and why. */
export interface LeftOut {
  readonly file: string
  readonly row: number
  readonly fault: RowFault
  readonly detail: string
}

export interface SuiteFile {
  readonly name: string
  readonly sha256: string
  readonly sizeBytes: number
}

export interface SuiteItems {
  readonly items: readonly SuiteItem[]
  readonly leftOut: readonly LeftOut[]
  readonly files: readonly SuiteFile[]
  /** Where options or the model decide it. */
  readonly convention?: string
}

/** What a suite has to know of a model to write its items. */
export interface SuiteModel {
  readonly objective: 'causal' | 'masked'
  readonly contextTokens: number
  tokensOf(text: string): number
}

export interface SuiteSource {
  /** A file or a folder of the user's; null: what ships. */
  readonly path: string | null
  /** Where the project's own item sets lie. */
  readonly ownFolder: string | null
  readonly options: Readonly<Record<string, unknown>>
  /** Items that only predictions of others can answer are read for these alone. */
  readonly purpose: 'model' | 'predictions'
  /** That will be asked; absent where none is, as for what a set can show. */
  readonly model?: SuiteModel
}

/** Named groups of figures, each null where there is nothing to make it of. */
export type Figures = Record<string, number | null>

/** What has to be said before any number. */
export type AuditNote = 'unstable'

export interface Suite {
  readonly name: string
  /** How its leaning comes from scores, as its descriptions name it. */
  readonly convention: string
  /** The same for models that fill gaps; absent: they cannot be asked. */
  readonly masked?: MaskedConvention
  /** Shares are of items, or means over groups as the authors have it. */
  readonly pooling: 'items' | 'groups'
  /** @throws LetheError suiteDataNeeded, suiteDataMissing, suiteColumns, suiteEmpty, what reading throws */
  read(source: SuiteSource): Promise<SuiteItems>
  /** What can only be said once all items are judged, such as a leaning beside the model's average. */
  settle?(judged: readonly JudgedItem[]): JudgedItem[]
  /** The authors' own figures of some items. */
  figures?(judged: readonly JudgedItem[]): Figures
  /** The same for named parts of the set; `overall` replaces the figures of all items. */
  parts?(judged: readonly JudgedItem[]): Record<string, Figures>
  notes?(judged: readonly JudgedItem[]): readonly AuditNote[]
  /** Scores that others wrote down. @param column which, where a file has several */
  predictions?(path: string, column: string | null): Promise<Predictions>
}

export interface Predictions {
  readonly file: SuiteFile
  /** Null: nothing is said of this item. */
  scoresOf(item: SuiteItem): readonly (readonly TextScore[])[] | null
}

/** 1, 0 or 0.5, by which of two numbers is the larger. */
export function preference(first: number, second: number): number {
  return first > second ? 1 : first < second ? 0 : 0.5
}

/** Mean log-likelihood of a token, in nats. */
export function perToken({ nats, tokens }: TextScore): number {
  return tokens === 0 ? Number.NEGATIVE_INFINITY : nats / tokens
}

/**
 * A pair of whole texts by summed log-likelihood (causal: of the sentence behind the token that begins a
 * text); the other convention is the mean by token.
 */
export function judgePair(toward: TextScore, against: TextScore, counts: Counts = {}): Judged {
  return {
    leaning: preference(toward.nats, against.nats),
    marginNats: toward.nats - against.nats,
    otherLeaning: preference(perToken(toward), perToken(against)),
    counts
  }
}
