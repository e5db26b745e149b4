// Audits beside each other: what each is called and drawn as, and their figures axis by axis.
import type { Audit, AuditResult, AxisFigure } from '../../../src-main/contract/bias'
import { markColours, shapes, type LeanShape, type MarkColour } from './leanMarks'

export interface SideSeries {
  audit: Audit
  result: AuditResult
  /** The model; a number tells audits of one model apart. */
  name: string
  shape: LeanShape
  colour: MarkColour
}

export function sideSeries(found: readonly { audit: Audit; result: AuditResult }[]): SideSeries[] {
  const names = found.map(({ audit }) => audit.modelName)
  return found.slice(0, shapes.length).map(({ audit, result }, at) => {
    const { modelName } = audit
    const isTwice = names.filter((it) => it === modelName).length > 1
    const place = names.slice(0, at + 1).filter((it) => it === modelName).length
    return {
      ...{ audit, result },
      name: isTwice ? `${modelName} (${place})` : modelName,
      shape: shapes[at]!,
      colour: markColours[at]!
    }
  })
}

interface SideRow {
  axis: string
  /** In the order of the series; null: that audit did not ask. */
  figures: readonly (AxisFigure | null)[]
}

/** Those in which they lie farthest apart first. */
export function sideRows(series: readonly SideSeries[]): SideRow[] {
  const axes = [...new Set(series.flatMap(({ result }) => result.axes.map(({ axis }) => axis)))]
  return axes
    .map((axis) => ({
      axis,
      figures: series.map(({ result }) => result.axes.find((it) => it.axis === axis) ?? null)
    }))
    .toSorted((a, b) => spreadOf(b) - spreadOf(a))
}

function spreadOf({ figures }: SideRow): number {
  const shares = figures.flatMap((figure) => (figure?.share == null ? [] : [figure.share]))
  return shares.length < 2 ? -1 : Math.max(...shares) - Math.min(...shares)
}
