// What is shown beside the tests and decides nothing.
import type { MeasuredEvidence } from '../../contract/evidenceMeasured'
import { evidenceRoles } from '../../contract/evidenceRequest'
import type { Block, Section, Table } from '../document'
import { axisOfShares, type PlotRow } from '../dotPlot'
import type { Writing } from './document'
import { rangeOf } from './tests'

type Shown = MeasuredEvidence['shown']
type PerModel = Shown['probability']

export function shownSection(writing: Writing): Section {
  const { evidence, words, numbers } = writing
  const { shown } = evidence.measured
  const blocks: Block[] = [{ type: 'note', text: words.shown.note }, ...meansOf(writing, shown)]
  if (shown.truthRatioOf !== null) {
    const of = words.shown.qualityOf[shown.truthRatioOf]
    blocks.push({ type: 'note', text: words.shown.qualityNote(of) })
  }
  const { membership, canaries } = shown
  if (membership === null) blocks.push({ type: 'paragraph', text: words.shown.noMembership })
  else blocks.push(...membershipOf(writing, membership))
  if (canaries.canaries === 0) blocks.push({ type: 'paragraph', text: words.shown.noCanaries })
  else blocks.push({ type: 'table', table: canaryTable(writing, canaries) })
  const { records } = evidence.measured
  if (records.length > 0)
    blocks.push({ type: 'note', text: words.shown.perRecord(numbers.count(records.length)) })
  return { id: 'shown', title: words.shown.title, blocks }
}

const roleColumns = ({ words: { short } }: Writing): string[] =>
  evidenceRoles.map((role) => short[role])

function meansOf(writing: Writing, shown: Shown): Block[] {
  const { words, numbers } = writing
  const measures = [
    { name: words.shown.probability, of: shown.probability },
    { name: words.shown.rougeL, of: shown.rougeL },
    { name: words.shown.utility, of: shown.modelUtility }
  ]
  const inRoles = (of: PerModel, write: (value: number | null) => string): string[] =>
    evidenceRoles.map((role) => write(of[role]))
  const quality = { ...shown.forgetQuality, reference: null }
  const table: Table = {
    caption: words.shown.caption,
    columns: [words.columns.measure, ...roleColumns(writing)],
    isNumeric: [false, true, true, true],
    rows: [
      ...measures.map(({ name, of }) => [name, ...inRoles(of, numbers.value)]),
      [words.shown.quality, ...inRoles(quality, numbers.probability).slice(0, 2), '\u2013']
    ]
  }
  const rows = measures.map(({ name, of }): PlotRow => {
    const { original: before, unlearned: now, reference } = of
    return { ...{ label: name, word: '', before, now, reference }, interval: null, band: null }
  })
  const isThere = measures.some(({ of }) => Object.values(of).some((value) => value !== null))
  const sentence = measures.map(({ name, of }) => {
    const told = evidenceRoles.map((role) => `${words.short[role]} ${numbers.value(of[role])}`)
    return `${name}: ${told.join(', ')}.`
  })
  const plot: Block = {
    type: 'plot',
    plot: {
      ...{ title: words.shown.plot, summary: sentence.join(' '), rows, rule: null },
      axis: axisOfShares(words.tests.unit, numbers.tick),
      legend: {
        ...{ before: words.legend.before, now: words.legend.nowAlone },
        ...{ reference: words.legend.reference, band: null }
      }
    }
  }
  return [...(isThere ? [plot] : []), { type: 'table', table }]
}

function membershipOf(
  writing: Writing,
  { records, heldOut, areas, privLeak }: NonNullable<Shown['membership']>
): Block[] {
  const { words, numbers } = writing
  const { columns } = words
  const names = Object.keys(words.shown.scores) as (keyof typeof areas)[]
  const rows = names.map((name): PlotRow => {
    const { original, unlearned, reference } = areas[name]
    return {
      ...{ label: words.shown.scores[name], word: '', before: original?.area ?? null },
      ...{ now: unlearned?.area ?? null, reference: reference?.area ?? null },
      ...{ interval: wholeRange(unlearned?.interval), band: wholeRange(reference?.interval) }
    }
  })
  const told = rows.map(({ label, now }) => `${label}: ${numbers.value(now)}.`)
  const title = words.shown.membershipPlot
  const table: Table = {
    caption: words.shown.membershipCaption(numbers.count(records), numbers.count(heldOut)),
    columns: [
      ...[columns.measure, words.about.role, columns.area, columns.areaInterval, columns.rate]
    ],
    isNumeric: [false, false, true, true, true],
    rows: names.flatMap((name) =>
      evidenceRoles.flatMap((role) => {
        const area = areas[name][role]
        if (area === null) return []
        const rates = [area.truePositiveRate, area.falsePositiveRate].map(numbers.percent)
        return [
          [
            ...[words.shown.scores[name], words.short[role], numbers.value(area.area)],
            rangeOf(area.interval, numbers.value, words),
            words.shown.rate(rates[0]!, rates[1]!)
          ]
        ]
      })
    )
  }
  const leak: Table = {
    caption: words.shown.privLeak,
    columns: [columns.measure, words.short.original, words.short.unlearned],
    isNumeric: [false, true, true],
    rows: [['PrivLeak', numbers.value(privLeak.original), numbers.value(privLeak.unlearned)]]
  }
  return [
    {
      type: 'plot',
      plot: {
        ...{ title, summary: `${title} ${told.join(' ')}`, rows },
        axis: axisOfShares(words.shown.membershipUnit, numbers.tick),
        legend: {
          ...{ before: words.legend.before, now: words.legend.areaNow },
          ...{ reference: words.legend.reference, band: words.shown.referenceInterval }
        },
        rule: { at: 0.5, text: words.shown.half }
      }
    },
    { type: 'table', table },
    { type: 'note', text: words.shown.membershipNote },
    { type: 'table', table: leak }
  ]
}

function wholeRange(
  range: { low: number | null; high: number | null } | undefined
): PlotRow['interval'] {
  const { low = null, high = null } = range ?? {}
  return low === null || high === null ? null : { low, high }
}

function canaryTable(writing: Writing, canaries: Shown['canaries']): Table {
  const { words, numbers } = writing
  const [count, ceiling] = [numbers.count(canaries.canaries), numbers.value(canaries.ceilingBits)]
  return {
    caption: words.shown.canariesCaption(count, ceiling),
    columns: [words.columns.measure, ...roleColumns(writing)],
    isNumeric: [false, true, true, true],
    rows: [
      [
        words.shown.exposure,
        ...evidenceRoles.map((role) => numbers.value(canaries.exposureBits[role]))
      ]
    ]
  }
}
