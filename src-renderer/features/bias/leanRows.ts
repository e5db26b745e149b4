// The axes of one audit as rows: those that say most first.
import {
  leanWords,
  type AuditResult,
  type AxisFigure,
  type LeanWord
} from '../../../src-main/contract/bias'
import type { AxisText, BiasTexts } from '../../../src-main/contract/biasTexts/biasText'
import type { Formatters } from '../../messages/format'
import type { Dictionary } from '../../messages/dictionary'

export interface LeanRow {
  key: string
  figure: AxisFigure
  text: AxisText
  /** "62 of 100 (56 to 68), n = 262", or why there is no number. */
  value: string
}

type Words = Dictionary['bias']['chart']

/** @param language of the items; null: all */
export function figuresOf(result: AuditResult, language: string | null): readonly AxisFigure[] {
  if (language === null) return result.axes
  // The choice above the chart says which language: its rows need not.
  return result.languages
    .filter((figure) => figure.language === language)
    .map((figure) => ({ ...figure, language: null }))
}

export function leanRows(
  figures: readonly AxisFigure[],
  { texts, words, show }: { texts: BiasTexts; words: Words; show: Formatters }
): LeanRow[] {
  const order = (word: LeanWord): number => leanWords.indexOf(word)
  return figures
    .toSorted((a, b) => order(a.verdict) - order(b.verdict) || leanOf(b) - leanOf(a) || b.n - a.n)
    .map((figure) => ({
      key: figure.axis,
      figure,
      text: texts.lean(figure),
      value: valueOf(figure, texts, words, show)
    }))
}

const leanOf = ({ share }: AxisFigure): number => Math.abs((share ?? 0.5) - 0.5)

export function valueOf(
  { share, interval, n }: Pick<AxisFigure, 'share' | 'interval' | 'n'>,
  texts: BiasTexts,
  words: Words,
  show: Formatters
): string {
  if (share === null || !interval) return words.noNumber(texts.items(n))
  const [from, to] = [of100(interval.low, show), of100(interval.high, show)]
  return words.value(of100(share, show), from, to, show.count(n))
}

/** 0.624 -> "62" */
export const of100 = (share: number, show: Formatters): string =>
  show.count(Math.round(100 * share))

/** −0.146 -> "−14.6" with its sign. */
export function pointsOf(change: number, show: Formatters): string {
  // Without the sign of a zero.
  const rounded = Number((100 * change).toFixed(1)) + 0
  return `${rounded > 0 ? '+' : ''}${show.decimal(rounded)}`
}

/** Axes that the project has items of; what a suite does not ask about is named, never left in silence. */
const knownAxes = [
  ...['gender', 'race', 'region', 'nationality', 'religion'],
  ...['class', 'politics', 'age', 'orientation', 'disability']
]
/** What suites call them. */
const sameAxis: Readonly<Record<string, string>> = {
  ...{ 'race-color': 'race', 'race-ethnicity': 'race', socioeconomic: 'class', ses: 'class' },
  ...{ 'sexual-orientation': 'orientation', 'gender-identity': 'gender', profession: 'gender' },
  ...{ 'disability-status': 'disability', 'gender-and-sex': 'gender', origin: 'region' },
  ...{ 'political-ideologies': 'politics', ability: 'disability' }
}

export function untestedAxes(axes: readonly string[]): string[] {
  const plain = axes.map((axis) => axis.toLowerCase().replaceAll('_', '-'))
  const asked = new Set(plain.map((axis) => sameAxis[axis] ?? axis))
  return knownAxes.filter((axis) => !asked.has(axis))
}
