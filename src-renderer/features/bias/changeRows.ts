// The axes of two audits as rows: changed first, then equivalent, cannot tell, not scored.
import {
  changeWords,
  type AuditComparison,
  type AuditResult,
  type AxisChange,
  type AxisFigure
} from '../../../src-main/contract/bias'
import type { AxisText, BiasTexts } from '../../../src-main/contract/biasTexts/biasText'
import type { Dictionary } from '../../messages/dictionary'
import type { Formatters } from '../../messages/format'
import { of100, pointsOf } from './leanRows'

export interface ChangeRow {
  key: string
  change: AxisChange
  /** As each audit has it by itself: their intervals. */
  before: AxisFigure | null
  after: AxisFigure | null
  text: AxisText
  /** "68 to 53 of 100, n = 212", or why there is no number. */
  value: string
  /** "−14.6 (−20.2 to −9.0)"; null: no number. */
  size: string | null
}

interface Sayings {
  texts: BiasTexts
  words: Dictionary['bias']['chart']
  show: Formatters
}

export function changeRows(
  comparison: AuditComparison,
  results: { before: AuditResult | null; after: AuditResult | null },
  sayings: Sayings
): ChangeRow[] {
  const order = ({ verdict }: AxisChange): number => changeWords.indexOf(verdict)
  return comparison.axes
    .toSorted(
      (a, b) =>
        order(a) - order(b) || Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || b.n - a.n
    )
    .map((change) => changeRow(change, comparison.margin, results, sayings))
}

function changeRow(
  change: AxisChange,
  margin: number,
  results: { before: AuditResult | null; after: AuditResult | null },
  { texts, words, show }: Sayings
): ChangeRow {
  const { axis, before, after, n, interval } = change
  const figureOf = (result: AuditResult | null): AxisFigure | null =>
    result?.axes.find((it) => it.axis === axis) ?? null
  const size =
    change.change === null || !interval
      ? null
      : words.size(
          pointsOf(change.change, show),
          pointsOf(interval.low, show),
          pointsOf(interval.high, show)
        )
  return {
    ...{ key: axis, change, size },
    ...{ before: figureOf(results.before), after: figureOf(results.after) },
    text: texts.change(change, margin),
    value:
      before === null || after === null
        ? words.noNumber(texts.items(n))
        : words.fromTo(of100(before, show), of100(after, show), show.count(n))
  }
}
