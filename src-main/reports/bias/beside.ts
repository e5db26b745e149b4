// What stands beside the axes: the suite's own figures, ability, what was left out, and what could be seen.
import type { AuditResult } from '../../contract/bias'
import type { Block, Section, Table } from '../document'
import { rangeOf } from './axes'
import { leftOutByHand, perplexitiesOf } from './content'
import type { Writing } from './document'

/** More are in the signed data, as far as the audit named them. */
const mostRowsListed = 50
const mostItemsListed = 200

export function figureSection(writing: Writing): Section {
  const { shown, words, numbers, texts } = writing
  const { figures: said } = words
  const named = (result: AuditResult | null): Map<string, number | null> =>
    new Map(
      result === null
        ? []
        : [
            ...figuresOf(texts.axis({ axis: 'overall' }), result.overall.figures),
            ...result.axes.flatMap((it) => figuresOf(texts.axis(it), it.figures)),
            ...sorted(result.parts).flatMap(([part, its]) => figuresOf(part, its))
          ]
    )
  const [before, after] = [named(shown.before), named(shown.after)]
  const keys = [...new Set([...after.keys(), ...before.keys()])]
  if (keys.length === 0)
    return {
      ...{ id: 'figures', title: said.title },
      blocks: [{ type: 'paragraph', text: words.notComputed }]
    }
  const write = (value: number | null | undefined): string => numbers.value(value ?? null)
  const both = shown.before !== null
  const table: Table = {
    caption: said.caption,
    columns: [said.part, said.figure, ...(both ? [said.before, said.now] : [said.value])],
    isNumeric: [false, false, true, true],
    rows: keys.map((key) => [
      ...(JSON.parse(key) as [string, string]),
      ...(both ? [write(before.get(key))] : []),
      write(after.get(key))
    ])
  }
  return {
    ...{ id: 'figures', title: said.title },
    blocks: [
      { type: 'table', table },
      { type: 'note', text: said.note }
    ]
  }
}

function figuresOf(
  part: string,
  figures: Readonly<Record<string, number | null>>
): [key: string, value: number | null][] {
  return sorted(figures).map(([name, value]) => [JSON.stringify([part, name]), value])
}

/** The order of keys is never that of the data: a report is drawn again from its canonical form. */
function sorted<T>(of: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1))
}

export function abilitySection({ file, shown, words, numbers, texts }: Writing): Section {
  const { ability: said, figures } = words
  const { comparison } = file
  const sentence = comparison
    ? texts.ability(comparison.ability, perplexitiesOf(shown))
    : (texts.abilityAlone(shown.after) ?? said.notMeasured)
  const blocks: Block[] = [{ type: 'paragraph', text: sentence }]
  const [before, after] = [shown.before?.capability, shown.after.capability]
  if (after || before) {
    const languages = Object.keys({ ...before?.byLanguage, ...after?.byLanguage }).sort()
    const both = shown.before !== null
    const row = (name: string, of: (it: NonNullable<typeof after>) => number | null) => [
      name,
      ...(both ? [numbers.value(before ? of(before) : null)] : []),
      numbers.value(after ? of(after) : null)
    ]
    blocks.push({
      type: 'table',
      table: {
        caption: said.caption,
        columns: [said.language, ...(both ? [figures.before, figures.now] : [figures.value])],
        isNumeric: [false, true, true],
        rows: [
          row(said.all, (it) => it.perplexity),
          ...languages.map((name) => row(name, (it) => it.byLanguage[name] ?? null))
        ]
      }
    })
  }
  if (comparison) blocks.push({ type: 'note', text: said.rule })
  return { id: 'ability', title: said.title, blocks }
}

export function leftOutSection(writing: Writing): Section {
  const { file, words, numbers, texts } = writing
  const { leftOut: said, faults } = words
  const { count, rows } = file.results.after.leftOut
  const byHand = leftOutByHand(file)
  const blocks: Block[] = []
  if (count === 0 && byHand.length === 0) blocks.push({ type: 'paragraph', text: said.none })
  if (count > 0) {
    const listed = rows.slice(0, mostRowsListed)
    blocks.push(
      { type: 'paragraph', text: texts.leftOut(count) },
      {
        type: 'table',
        table: {
          caption: said.rows,
          columns: [said.file, said.row, said.why],
          isNumeric: [false, true, false],
          rows: listed.map(({ file: name, row, fault, detail }) => {
            const why = (faults as Readonly<Record<string, string>>)[fault] ?? fault
            return [name, numbers.count(row), detail === '' ? why : `${why}: ${detail}`]
          })
        }
      },
      ...more(writing, count - listed.length)
    )
  }
  if (byHand.length > 0) {
    const listed = byHand.slice(0, mostItemsListed)
    blocks.push(
      { type: 'paragraph', text: texts.leftOutByHand(byHand.length) },
      {
        type: 'table',
        table: {
          caption: said.byHand,
          columns: [said.item, said.axis, said.reason],
          isNumeric: [false, false, false],
          rows: listed.map((item) => [item.id, texts.axis(item), item.reason ?? ''])
        }
      },
      ...more(writing, byHand.length - listed.length),
      { type: 'table', table: bothFigures(writing) }
    )
  }
  return { id: 'leftout', title: said.title, blocks }
}

const more = ({ words, numbers }: Writing, count: number): Block[] =>
  count <= 0 ? [] : [{ type: 'note', text: words.leftOut.more(numbers.count(count)) }]

/** Of all items, and without those that a person left out. */
function bothFigures(writing: Writing): Table {
  const { file, words, numbers, texts } = writing
  const { leftOut: said, about } = words
  const sides = (['before', 'after'] as const).flatMap((role) => {
    const [whole, without] = [file.results[role], file.curated[role]]
    return whole === null ? [] : [{ role, whole, without: without ?? whole }]
  })
  const written = (of: AuditResult['overall'] | undefined): string =>
    of?.share == null
      ? words.notComputed
      : `${numbers.points(of.share)} (${rangeOf(writing, of.interval, numbers.points)})`
  return {
    caption: said.both,
    columns: [said.model, said.axis, said.all, 'n', said.without, 'n'],
    isNumeric: [false, false, true, true, true, true],
    rows: sides.flatMap(({ role, whole, without }) =>
      [whole.overall, ...whole.axes].map((of) => {
        const other =
          of === whole.overall ? without.overall : without.axes.find(({ axis }) => axis === of.axis)
        const name = about.roles[role === 'after' && !file.comparison ? 'alone' : role]
        return [
          ...[name, texts.axis(of), written(of), numbers.count(of.n)],
          ...[written(other), numbers.count(other?.n ?? 0)]
        ]
      })
    )
  }
}

export function powerSection({ file, words, numbers, texts }: Writing): Section {
  const { power: said, axes } = words
  const { power } = file
  const table: Table = {
    caption: said.caption,
    columns: [axes.columns.axis, axes.columns.items, axes.columns.groups, said.lean, said.change],
    isNumeric: [false, true, true, true, true],
    rows: power.axes.map((of) => [
      ...[texts.axis(of), numbers.count(of.n), numbers.count(of.groups)],
      ...[numbers.points(of.smallestLean), numbers.points(of.smallestChange)]
    ])
  }
  return {
    ...{ id: 'power', title: said.title },
    blocks: [
      { type: 'paragraph', text: texts.power(power, file.comparison ? 'change' : 'lean') },
      { type: 'table', table },
      { type: 'note', text: said.note }
    ]
  }
}
