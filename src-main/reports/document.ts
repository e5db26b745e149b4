// What a report says, before it takes a form: HTML and PDF are both drawn from this. Texts are plain:
// each form escapes them itself.
import type { Language } from '../contract/quantities'
import type { DotPlot } from './dotPlot'

export interface ReportDocument {
  readonly language: Language
  readonly kind: string
  readonly title: string
  readonly sections: readonly Section[]
  /** Stands on every page. */
  readonly notice: string
}

export interface Section {
  /** In the address of the part, and the name of what was changed there. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly type: 'verdict' | 'paragraph' | 'note' | 'command'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  /** As in a settings file: lines in monospace, each as deep as it stands. */
  | { readonly type: 'listing'; readonly lines: readonly ListedLine[] }
  | { readonly type: 'facts'; readonly rows: readonly Fact[] }
  | { readonly type: 'results'; readonly rows: readonly Result[] }
  | { readonly type: 'plot'; readonly plot: DotPlot }
  | { readonly type: 'table'; readonly table: Table }

export interface ListedLine {
  readonly depth: number
  readonly text: string
}

export interface Fact {
  readonly term: string
  readonly value: string
  /** A hash, a key: in monospace, broken anywhere. */
  readonly isCode?: boolean
}

export type Tone = 'settled' | 'caution' | 'over' | 'open'

/** A test with its word and the sentences that explain it. */
export interface Result {
  readonly title: string
  readonly word: string
  readonly tone: Tone
  readonly sentences: readonly string[]
}

export interface Table {
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell of a row names it. Columns of numbers are set to the right. */
  readonly rows: readonly (readonly string[])[]
  readonly isNumeric: readonly boolean[]
  /** Columns of hashes. */
  readonly codeColumn?: number
}
