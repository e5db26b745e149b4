// The tests, the attacks and ability: each with its plot, its numbers and the sentences that explain it.
import { directTests } from '../../base/directTests'
import { testNames, type TestName, type TestResult } from '../../contract/evidenceMeasured'
import { attackNames } from '../../contract/evidenceRequest'
import type { TestText } from '../../contract/evidenceTexts/evidenceText'
import type { Block, Result, Section, Table, Tone } from '../document'
import { axisAround, axisOfShares, type DotPlot, type PlotRow } from '../dotPlot'
import type { Writing } from './document'

const toneOf: Record<string, Tone> = {
  ...{ forgotten: 'settled', kept: 'settled', notForgotten: 'caution', lost: 'caution' },
  ...{ overForgotten: 'over', cannotTell: 'open' }
}

export function testSection(writing: Writing): Section {
  const { evidence, words, texts, numbers } = writing
  const { tests } = evidence.measured
  const { samples, worstOf } = evidence.settings
  const { means } = words.tests
  const meaning = (name: TestName): string =>
    name === 'worstOfSamples'
      ? means.worstOfSamples(numbers.count(worstOf), numbers.count(samples))
      : means[name]
  const results = testNames.map((name) =>
    resultOf(writing, texts.test(name, tests[name]), tests[name], meaning(name))
  )
  const rows = testNames.map((name) => ({ text: texts.test(name, tests[name]), of: tests[name] }))
  const direct = directTests.map((name) => ({
    ...{ text: texts.test(name, tests[name]), of: tests[name] }
  }))
  const blocks: Block[] = [{ type: 'results', rows: results }]
  if (direct.some(({ of }) => of !== null))
    blocks.push({ type: 'plot', plot: testPlot(writing, words.tests.plot, direct) })
  const membership = tests.membership
  if (membership !== null) {
    const text = texts.test('membership', membership)
    blocks.push({ type: 'plot', plot: scorePlot(writing, text, membership) })
  }
  blocks.push(
    { type: 'table', table: testTable(writing, words.tests.caption, rows) },
    { type: 'note', text: words.tests.rule }
  )
  return { id: 'tests', title: words.tests.title, blocks }
}

export function attackSection(writing: Writing): Section {
  const { evidence, words, texts } = writing
  const { attacks } = evidence.measured
  const rows = attackNames.map((name) => ({
    text: { ...texts.attack(name, attacks[name]), title: words.attacks.names[name] },
    of: attacks[name]
  }))
  const run = rows.filter(({ of }) => of !== null)
  const blocks: Block[] = [
    {
      type: 'results',
      rows: rows.map(({ text, of }) => resultOf(writing, text, of, null))
    }
  ]
  if (run.length > 0)
    blocks.push(
      { type: 'plot', plot: testPlot(writing, words.attacks.plot, run) },
      { type: 'table', table: testTable(writing, words.attacks.caption, rows) },
      { type: 'note', text: words.attacks.note }
    )
  return { id: 'attacks', title: words.attacks.title, blocks }
}

export function abilitySection({ evidence, words, texts, numbers }: Writing): Section {
  const { ability } = evidence.measured
  const { title, word } = texts.ability(evidence.measured)
  const measures = (['perplexity', 'retainProbability'] as const).map((name) => ({
    ...{ name: words.ability[name], of: ability[name] },
    word: texts.word(ability[name].word)
  }))
  const sentences = measures.map(({ name, of }) =>
    of.loss === null
      ? `${name}: ${words.notComputed}.`
      : words.ability.sentence(
          name,
          ...([of.loss, of.interval.low, of.interval.high].map((value) =>
            numbers.percent(value)
          ) as [string, string, string])
        )
  )
  const blocks: Block[] = [
    { type: 'results', rows: [{ title, word, tone: toneOf[ability.word]!, sentences }] }
  ]
  const values = measures.flatMap(({ of }) => [of.loss, of.interval.low, of.interval.high])
  if (values.some((value) => value !== null)) {
    const rows = measures.map(({ name, of, word: said }): PlotRow => {
      const { low, high } = of.interval
      return {
        ...{ label: name, word: said, before: null, now: of.loss, reference: null, band: null },
        interval: low === null || high === null ? null : { low, high }
      }
    })
    const plot: DotPlot = {
      ...{ title: words.ability.plot, summary: sentences.join(' '), rows },
      axis: axisAround([...values, 0, 0.05], words.ability.unit, (it) => numbers.percent(it)),
      legend: { before: null, now: words.legend.now, reference: null, band: null },
      rule: { at: 0.05, text: words.ability.limit }
    }
    blocks.push({ type: 'plot', plot })
  }
  const { columns } = words
  const table: Table = {
    caption: words.ability.caption,
    columns: [
      ...[columns.measure, words.ability.loss, columns.interval, columns.records],
      ...[columns.groups, columns.word]
    ],
    isNumeric: [false, true, true, true, true, false],
    rows: measures.map(({ name, of, word: said }) => [
      ...[name, numbers.percent(of.loss), rangeOf(of.interval, numbers.percent, words)],
      ...[numbers.count(of.records), numbers.count(of.groups), said]
    ])
  }
  blocks.push({ type: 'table', table }, { type: 'note', text: words.ability.rule })
  return { id: 'ability', title: words.ability.title, blocks }
}

interface TestRow {
  readonly text: TestText
  readonly of: TestResult | null
}

function resultOf(
  { words }: Writing,
  text: TestText,
  of: TestResult | null,
  meaning: string | null
): Result {
  const { title, word, sentence, settles } = text
  const sentences = [sentence, settles, meaning].filter((it) => it !== null)
  return {
    ...{ title, word, tone: of === null ? 'open' : toneOf[of.word]! },
    sentences: of === null ? [words.attacks.notRun] : sentences
  }
}

function testPlot({ words, numbers }: Writing, title: string, rows: readonly TestRow[]): DotPlot {
  return {
    ...{ title, summary: summaryOf(title, rows), rows: rows.map(plotRow), rule: null },
    axis: axisOfShares(words.tests.unit, numbers.tick),
    legend: legendOf(words)
  }
}

/** Scores have no bounds: an axis of their own. */
function scorePlot({ words, numbers }: Writing, text: TestText, of: TestResult): DotPlot {
  const row = plotRow({ text, of })
  const drawn = [row.before, row.now, row.reference, row.interval, row.band].flatMap((it) =>
    typeof it === 'object' && it !== null ? [it.low, it.high] : [it]
  )
  const title = words.tests.membershipPlot
  return {
    ...{ title, summary: summaryOf(title, [{ text, of }]), rows: [row], rule: null },
    axis: axisAround(drawn, words.tests.scoreUnit, numbers.tick),
    legend: legendOf(words)
  }
}

function plotRow({ text, of }: TestRow): PlotRow {
  const around = (low: number | null, high: number | null): PlotRow['band'] =>
    of?.reference == null || low === null || high === null
      ? null
      : { low: of.reference + low, high: of.reference + high }
  const margin = of?.margin ?? null
  return {
    ...{ label: text.title, word: text.word, before: of?.original ?? null },
    ...{ now: of?.unlearned ?? null, reference: of?.reference ?? null },
    interval: around(of?.interval.low ?? null, of?.interval.high ?? null),
    band: around(margin === null ? null : -margin, margin)
  }
}

const summaryOf = (title: string, rows: readonly TestRow[]): string =>
  `${title} ${rows.map(({ text }) => `${text.title}: ${text.word}.`).join(' ')}`

function legendOf({ legend }: Writing['words']): DotPlot['legend'] {
  const { before, now, reference, band } = legend
  return { before, now, reference, band }
}

function testTable({ words, numbers }: Writing, caption: string, rows: readonly TestRow[]): Table {
  const { columns, short } = words
  return {
    caption,
    columns: [
      ...[columns.test, short.original, short.unlearned, short.reference, columns.difference],
      ...[columns.interval, columns.margin, columns.records, columns.groups, columns.word]
    ],
    isNumeric: [false, true, true, true, true, true, true, true, false, false],
    rows: rows.map(({ text, of }) =>
      of === null
        ? [text.title, ...Array.from({ length: 8 }, () => '\u2013'), text.word]
        : [
            ...[text.title, numbers.value(of.original), numbers.value(of.unlearned)],
            ...[numbers.value(of.reference), numbers.value(of.difference)],
            ...[rangeOf(of.interval, numbers.value, words), numbers.value(of.margin)],
            numbers.count(of.records),
            `${numbers.count(of.groups)} (${words.groupedBy[of.groupedBy]})`,
            text.word
          ]
    )
  }
}

export function rangeOf(
  { low, high }: { low: number | null; high: number | null },
  write: (value: number | null) => string,
  words: Writing['words']
): string {
  return low === null && high === null ? words.notComputed : words.range(write(low), write(high))
}
