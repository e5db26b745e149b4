// Dot and interval: before as a hollow square on the upper lane, now as a filled circle with its interval
// on the lower one, the reference as a diamond on the line, its margin as a band. Each is told by shape,
// by lane and by colour. Laid out once: SVG and PDF draw the same shapes.

export interface PlotRow {
  readonly label: string
  readonly word: string
  readonly before: number | null
  readonly now: number | null
  readonly reference: number | null
  /** Around now. */
  readonly interval: Range | null
  /** Reference ± margin. */
  readonly band: Range | null
  /** The interval is indicative only. */
  readonly isDashed?: boolean
}

export interface Range {
  readonly low: number
  readonly high: number
}

export interface DotPlot {
  /** A claim or a question. */
  readonly title: string
  /** The result in a sentence, for whoever does not see it. */
  readonly summary: string
  readonly axis: Axis
  readonly rows: readonly PlotRow[]
  readonly legend: {
    readonly [K in 'before' | 'now' | 'reference' | 'band']: string | null
  }
  /** A line that the eye compares with. */
  readonly rule: { readonly at: number; readonly text: string } | null
}

export interface Axis extends Range {
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
  readonly unit: string
}

export type Role = 'before' | 'now' | 'reference' | 'band' | 'axis' | 'grid' | 'label' | 'note'

/** `at` is a share of the width, `dx` and all else are points (CSS pixels). */
export type Shape = { readonly at: number; readonly dx: number; readonly role: Role } & (
  | { readonly type: 'square' | 'dot' | 'diamond'; readonly y: number; readonly radius: number }
  | {
      readonly type: 'rectangle'
      readonly to: number
      readonly extra: number // points beyond `to`
      readonly y: number
      readonly height: number
    }
  | {
      readonly type: 'line'
      readonly to: number
      readonly y: number
      readonly toY: number
      readonly isDashed?: boolean
    }
  | {
      readonly type: 'text'
      readonly y: number // of the baseline
      readonly text: string
      readonly anchor: 'start' | 'middle' | 'end'
    }
)

export interface Drawing {
  readonly height: number
  readonly shapes: readonly Shape[]
}

const rowHeight = 50
const legendHeight = 18
const axisHeight = 34

/** Height in points; the width is whatever there is. */
export function drawnPlot({ rows, axis, legend, rule }: DotPlot): Drawing {
  const shapes: Shape[] = []
  const add = (shape: Shape): unknown => shapes.push(shape)
  const place = (value: number): number =>
    Math.min(1, Math.max(0, (value - axis.low) / (axis.high - axis.low)))
  const told = legendOf(legend)
  told.forEach(({ role, text }, index) => {
    const [at, y] = [index % 2 === 0 ? 0 : 0.5, 9 + legendHeight * Math.floor(index / 2)]
    if (role === 'band')
      add({ type: 'rectangle', at, dx: 0, to: at, extra: 14, y: y - 6, height: 12, role: 'band' })
    else add({ type: markOf[role], at, dx: 7, y, radius: 4.5, role })
    add({ type: 'text', at, dx: 20, y: y + 4, text, anchor: 'start', role: 'note' })
  })
  const top = legendHeight * Math.ceil(told.length / 2) + 6
  const bottom = top + rowHeight * rows.length
  for (const { at } of axis.ticks)
    add({ type: 'line', at: place(at), to: place(at), dx: 0, y: top, toY: bottom, role: 'grid' })
  if (rule) {
    const at = place(rule.at)
    add({ type: 'line', at, to: at, dx: 0, y: top, toY: bottom, role: 'axis' })
  }
  rows.forEach((row, index) => addRow(row, top + rowHeight * index))
  add({ type: 'line', at: 0, to: 1, dx: 0, y: bottom, toY: bottom, role: 'axis' })
  for (const { at, text } of axis.ticks) {
    const where = place(at)
    const anchor = where < 0.02 ? 'start' : where > 0.98 ? 'end' : 'middle'
    add({ type: 'text', at: where, dx: 0, y: bottom + 14, text, anchor, role: 'note' })
  }
  const unit = rule ? `${axis.unit} · ${rule.text}` : axis.unit
  add({ type: 'text', at: 0, dx: 0, y: bottom + 29, text: unit, anchor: 'start', role: 'note' })
  return { height: bottom + axisHeight, shapes }

  function addRow(row: PlotRow, y: number): void {
    const [upper, middle, lower] = [y + 25, y + 31, y + 37]
    const label = { type: 'text', dx: 0, y: y + 13 } as const
    add({ ...label, at: 0, text: row.label, anchor: 'start', role: 'label' })
    add({ ...label, at: 1, text: row.word, anchor: 'end', role: 'label' })
    if (row.band) {
      const [at, to] = [place(row.band.low), place(row.band.high)]
      add({ type: 'rectangle', at, to, dx: 0, extra: 0, y: y + 18, height: 26, role: 'band' })
    }
    add({ type: 'line', at: 0, to: 1, dx: 0, y: middle, toY: middle, role: 'grid' })
    if (row.interval) {
      const [at, to] = [place(row.interval.low), place(row.interval.high)]
      const isDashed = row.isDashed ?? false
      add({ type: 'line', at, to, dx: 0, y: lower, toY: lower, role: 'now', isDashed })
      for (const end of [at, to])
        add({
          type: 'line',
          at: end,
          to: end,
          dx: 0,
          y: lower - 3.5,
          toY: lower + 3.5,
          role: 'now'
        })
    }
    const mark = (role: keyof typeof markOf, value: number | null, at: number): void => {
      if (value !== null)
        add({ type: markOf[role], at: place(value), dx: 0, y: at, radius: 4.5, role })
    }
    mark('reference', row.reference, middle)
    mark('before', row.before, upper)
    mark('now', row.now, lower)
  }
}

const markOf = { before: 'square', now: 'dot', reference: 'diamond' } as const

function legendOf(legend: DotPlot['legend']): { role: keyof DotPlot['legend']; text: string }[] {
  return (['before', 'now', 'reference', 'band'] as const).flatMap((role) => {
    const text = legend[role]
    return text === null ? [] : [{ role, text }]
  })
}

/** A round axis around all that is drawn, with about five ticks. @param write a tick in words */
export function axisAround(
  values: readonly (number | null)[],
  unit: string,
  write: (value: number) => string
): Axis {
  const there = values.filter((value) => value !== null)
  const [least, most] = [Math.min(...there), Math.max(...there)]
  const span = Number.isFinite(most - least) && most > least ? most - least : 1
  const rough = span / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10)
  const start = Number.isFinite(least) ? least : 0
  const first = Math.floor(start / step)
  const last = Math.max(first + 1, Math.ceil((start + span) / step))
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => {
    const at = Number(((first + index) * step).toPrecision(12))
    return { at, text: write(at) }
  })
  return { low: ticks[0]!.at, high: ticks.at(-1)!.at, ticks, unit }
}

/** Shares lie between 0 and 1, and are always shown so. */
export function axisOfShares(unit: string, write: (value: number) => string): Axis {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: write(at) }))
  return { low: 0, high: 1, ticks, unit }
}
