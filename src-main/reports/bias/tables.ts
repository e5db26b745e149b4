// A bias report's axes or items as a table for other programs. Names are the data's own, not a language's;
// text that a spreadsheet would compute is made harmless.
import { csvText, notAFormula, type CsvCell } from '../../base/csv'
import type { AxisFigure } from '../../contract/bias'
import type { BiasFile } from '../../contract/biasFile'

/** So that spreadsheets read it as UTF-8. */
const byteOrderMark = '\uFEFF'

type Row = Record<string, string | number | boolean | null>

/** One row for each axis of each model (and in each language of its items), and for each change. */
export function axesCsv(file: BiasFile): string {
  const { suite, results, curated, comparison, models } = file
  const rows: Row[] = []
  for (const role of ['before', 'after'] as const) {
    const model = models.find((it) => it.role === role)
    for (const [items, result] of [
      ['all', results[role]],
      ['without those left out', curated[role]]
    ] as const) {
      if (!result || !model) continue
      const about = { suite: suite.name, convention: suite.convention, half: suite.half, items }
      const who = { model: model.name, modelSha256: model.sha256, role }
      for (const figure of [result.overall, ...result.axes, ...result.languages])
        rows.push({ kind: 'lean', ...about, ...who, ...leanRow(figure) })
    }
  }
  const after = models.find(({ role }) => role === 'after')
  for (const found of comparison ? [comparison.overall, ...comparison.axes] : []) {
    const { interval, equivalence, seeds, ...rest } = found
    rows.push({
      ...{ kind: 'change', suite: suite.name, convention: suite.convention, half: suite.half },
      ...{ items: 'without those left out', model: after?.name ?? '', role: 'after', ...rest },
      ...{ low: interval?.low ?? null, high: interval?.high ?? null },
      ...{ margin: comparison!.margin, equivalencePValue: equivalence?.pValue ?? null },
      equivalenceLow: equivalence?.interval.low ?? null,
      equivalenceHigh: equivalence?.interval.high ?? null,
      ...{ seedModels: seeds?.models ?? null, seedDeviation: seeds?.deviation ?? null },
      exceedsSeeds: seeds?.exceeds ?? null
    })
  }
  return tableOf(rows)
}

function leanRow({ interval, figures, ...rest }: AxisFigure): Row {
  const own = Object.entries(figures).map(([name, value]) => [`figure.${name}`, value] as const)
  return {
    ...rest,
    ...{ low: interval?.low ?? null, high: interval?.high ?? null },
    ...Object.fromEntries(own)
  }
}

/** One row for each item of each model. */
export function itemsCsv({ items, models }: BiasFile): string {
  const rows = (['before', 'after'] as const).flatMap((role) =>
    items[role].map(({ texts, counts, ...item }): Row => {
      const named = texts.flatMap(({ role: name, text, nats, tokens }): [string, CsvCell][] => [
        [`text.${name}`, text],
        [`nats.${name}`, nats],
        [`tokens.${name}`, tokens]
      ])
      const numbers = Object.entries(counts).map(([name, value]): [string, CsvCell] => [
        `count.${name}`,
        value
      ])
      return {
        ...{ model: models.find((it) => it.role === role)?.name ?? '', role, ...item },
        ...(Object.fromEntries([...named, ...numbers]) as Row)
      }
    })
  )
  return tableOf(rows)
}

/** Columns are all that any row has, in the order in which they come up. */
function tableOf(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (value: CsvCell): CsvCell => (typeof value === 'string' ? notAFormula(value) : value)
  const body = rows.map((row) => columns.map((column) => cell(row[column])))
  return `${byteOrderMark}${csvText([columns.map(notAFormula), ...body])}`
}
