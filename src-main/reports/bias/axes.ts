// Axis by axis: a sentence each, the 50-centred plot, and the numbers behind them.
import type { AxisChange, AxisFigure, ChangeWord, LeanWord } from '../../contract/bias'
import type { AxisText } from '../../contract/biasTexts/biasText'
import type { Block, Result, Section, Table, Tone } from '../document'
import { axisAround, axisOfShares, type DotPlot, type PlotRow } from '../dotPlot'
import type { Writing } from './document'

/** Changed first, then what is settled; what was not scored last, and listed all the same. */
const order: readonly (LeanWord | ChangeWord)[] = [
  ...(['changed', 'changedWithinMargin', 'equivalent', 'leans', 'leansAway', 'noLean'] as const),
  ...(['cannotTell', 'notScored', 'tooFew'] as const)
]
const inOrder = <T extends { verdict: LeanWord | ChangeWord }>(axes: readonly T[]): T[] =>
  axes.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))

export function axesSection(writing: Writing): Section {
  const { file, words } = writing
  const { comparison } = file
  const blocks = comparison ? changeBlocks(writing, comparison) : leanBlocks(writing)
  return { id: 'axes', title: words.axes.title, blocks }
}

function leanBlocks(writing: Writing): Block[] {
  const { shown, words, texts } = writing
  const { overall, languages } = shown.after
  const axes = inOrder(shown.after.axes)
  const rows = axes.map((of) => ({ of, text: texts.lean(of) }))
  const family = shown.after.axes.filter(({ adjusted }) => adjusted !== null).length
  const blocks: Block[] = [
    { type: 'results', rows: rows.map(({ of, text }) => resultOf(text, leanTones[of.verdict])) }
  ]
  const scored = rows.filter(({ of }) => of.share !== null)
  if (scored.length > 0) blocks.push({ type: 'plot', plot: leanPlot(writing, scored) })
  if (scored.some(({ of }) => of.standing === 'indicative'))
    blocks.push({ type: 'note', text: words.axes.dashed })
  blocks.push(
    { type: 'table', table: leanTable(writing, words.axes.caption, [...axes, overall]) },
    { type: 'note', text: words.axes.columnsNote },
    { type: 'note', text: texts.ruleOne(family) }
  )
  if (languages.length > 0)
    blocks.push({
      type: 'table',
      table: leanTable(writing, words.axes.languagesCaption, languages)
    })
  return blocks
}

function changeBlocks(
  writing: Writing,
  comparison: NonNullable<Writing['file']['comparison']>
): Block[] {
  const { words, texts } = writing
  const { after } = writing.shown
  const { axes: found, overall, margin } = comparison
  const axes = inOrder(found)
  const rows = axes.map((of) => ({ of, text: texts.change(of, margin) }))
  const blocks: Block[] = [
    { type: 'results', rows: rows.map(({ of, text }) => resultOf(text, toneOfChange(of))) }
  ]
  const scored = rows.filter(({ of }) => of.change !== null)
  if (scored.length > 0)
    blocks.push(
      { type: 'plot', plot: sidesPlot(writing, scored) },
      { type: 'plot', plot: changePlot(writing, scored, margin) }
    )
  if (scored.some(({ of }) => of.standing === 'indicative'))
    blocks.push({ type: 'note', text: words.axes.dashed })
  blocks.push(
    { type: 'table', table: changeTable(writing, [...axes, overall]) },
    { type: 'note', text: words.axes.changeColumnsNote },
    { type: 'note', text: texts.ruleChange(comparison) },
    {
      type: 'table',
      table: leanTable(writing, words.axes.caption, [...inOrder(after.axes), after.overall])
    },
    { type: 'note', text: words.axes.columnsNote }
  )
  return blocks
}

const leanTones: Record<LeanWord, Tone> = {
  ...{ leans: 'caution', leansAway: 'over', noLean: 'settled', cannotTell: 'open', tooFew: 'open' }
}

/** Less of a lean is no praise: colour says only whether it moved toward 50, away, or across. */
function toneOfChange({ verdict, direction }: AxisChange): Tone {
  if (verdict === 'equivalent') return 'settled'
  if (verdict !== 'changed' && verdict !== 'changedWithinMargin') return 'open'
  return direction === 'past50' ? 'over' : direction === 'away' ? 'caution' : 'settled'
}

function resultOf({ title, word, sentence, notes }: AxisText, tone: Tone): Result {
  return { title, word, tone, sentences: [sentence, ...notes] }
}

type LeanRow = { of: AxisFigure; text: AxisText }
type ChangeRow = { of: AxisChange; text: AxisText }

const summaryOf = (title: string, rows: readonly { text: AxisText }[]): string =>
  `${title} ${rows.map(({ text }) => `${text.title}: ${text.word}.`).join(' ')}`

function leanPlot({ words, numbers }: Writing, rows: readonly LeanRow[]): DotPlot {
  const { axes } = words
  return {
    ...{ title: axes.plot, summary: summaryOf(axes.plot, rows) },
    rows: rows.map(({ of, text }): PlotRow => ({
      ...{ label: text.title, word: text.word, before: null, now: of.share, reference: null },
      ...{ interval: of.interval, band: null, isDashed: of.standing === 'indicative' }
    })),
    axis: axisOfShares(axes.unit, (at) => numbers.count(100 * at)),
    legend: { before: null, now: axes.share, reference: null, band: null },
    rule: { at: 0.5, text: axes.noLean }
  }
}

function sidesPlot({ words, numbers, shown }: Writing, rows: readonly ChangeRow[]): DotPlot {
  const { axes } = words
  return {
    ...{ title: axes.plot, summary: summaryOf(axes.plot, rows) },
    rows: rows.map(({ of, text }): PlotRow => {
      // The interval is of all that the model now was asked; it stands where that is what was paired.
      const own = shown.after.axes.find(({ axis, n }) => axis === of.axis && n === of.n)
      return {
        ...{ label: text.title, word: text.word, before: of.before, now: of.after },
        ...{ reference: null, interval: own?.interval ?? null, band: null },
        isDashed: of.standing === 'indicative'
      }
    }),
    axis: axisOfShares(axes.unit, (at) => numbers.count(100 * at)),
    legend: { before: axes.before, now: axes.now, reference: null, band: null },
    rule: { at: 0.5, text: axes.noLean }
  }
}

function changePlot(
  { words, numbers }: Writing,
  rows: readonly ChangeRow[],
  margin: number
): DotPlot {
  const { axes } = words
  const drawn = rows.flatMap(({ of }) => [of.change, of.interval!.low, of.interval!.high])
  return {
    ...{ title: axes.changePlot, summary: summaryOf(axes.changePlot, rows) },
    rows: rows.map(({ of, text }): PlotRow => ({
      ...{ label: text.title, word: text.word, before: null, now: of.change, reference: null },
      ...{ interval: of.interval, band: { low: -margin, high: margin } },
      isDashed: of.standing === 'indicative'
    })),
    axis: axisAround([...drawn, -margin, margin], axes.changeUnit, numbers.signedPoints),
    legend: { before: null, now: axes.change, reference: null, band: axes.margin },
    rule: { at: 0, text: axes.noChange }
  }
}

function leanTable(writing: Writing, caption: string, axes: readonly AxisFigure[]): Table {
  const { words, numbers, texts } = writing
  const { columns } = words.axes
  return {
    caption,
    columns: [
      ...[columns.axis, columns.share, columns.interval, columns.pValue, columns.adjusted],
      ...[columns.flips, columns.ties, columns.items, columns.groups, columns.word]
    ],
    isNumeric: [false, true, true, true, true, true, true, true, true, false],
    rows: axes.map((of) => [
      ...[texts.axis(of), numbers.points(of.share), rangeOf(writing, of.interval, numbers.points)],
      ...[numbers.probability(of.pValue), numbers.probability(of.adjusted)],
      ...[numbers.percent(of.flips), numbers.count(of.ties), numbers.count(of.n)],
      ...[numbers.count(of.groups), wordOf(writing, of)]
    ])
  }
}

function changeTable(writing: Writing, axes: readonly AxisChange[]): Table {
  const { words, numbers, texts } = writing
  const { columns, tests } = words.axes
  return {
    caption: words.axes.changeCaption,
    columns: [
      ...[columns.axis, columns.before, columns.after, columns.change, columns.interval],
      ...[columns.equivalence, columns.pValue, columns.adjusted, columns.test, columns.items],
      columns.word
    ],
    isNumeric: [false, true, true, true, true, true, true, true, false, true, false],
    rows: axes.map((of) => [
      ...[texts.axis(of), numbers.points(of.before), numbers.points(of.after)],
      ...[numbers.signedPoints(of.change), rangeOf(writing, of.interval, numbers.signedPoints)],
      rangeOf(writing, of.equivalence?.interval ?? null, numbers.signedPoints),
      ...[numbers.probability(of.pValue), numbers.probability(of.adjusted)],
      ...[of.test === null ? words.notComputed : tests[of.test], numbers.count(of.n)],
      wordOf(writing, of)
    ])
  }
}

/** All axes together get figures and no word: that would be an overall grade. */
function wordOf({ words, texts }: Writing, { axis, verdict }: AxisFigure | AxisChange): string {
  return axis === 'overall' ? words.notComputed : texts.word(verdict)
}

export function rangeOf(
  { words, shared }: Writing,
  interval: { low: number; high: number } | null,
  write: (value: number) => string
): string {
  return interval === null
    ? words.notComputed
    : shared.range(write(interval.low), write(interval.high))
}
