// The tests of evidence as rows of a chart or a table: their words, their values in text, their marks.
import type { EvidenceTexts } from '../../../src-main/contract/evidenceTexts/evidenceText'
import {
  testNames,
  type MeasuredEvidence,
  type TestName,
  type TestResult
} from '../../../src-main/contract/evidenceMeasured'
import type { Dictionary } from '../../messages/dictionary'
import type { Formatters } from '../../messages/format'
import {
  abilityMarks,
  bandOf,
  testAxis,
  testMarks,
  whiskersOf,
  type PlotMarks
} from './evidencePlot'
import { looksOfWords, type VerdictLook } from '../../lib/verdictLooks'

/** One measure: a row of the table, a line of the chart. */
export interface TestLine {
  /** Where a row has several; null: it has one. */
  label: string | null
  marks: PlotMarks
  before: string
  now: string
  interval: string
  reference: string
  band: string
  records: string
  /** "n = 48 in 12 people" */
  n: string
  /** The ends of its axis, where these are not 0 and 1. */
  ends: [string, string] | null
  /** "0.10 (0.07 to 0.14)" */
  value: string
  /** "before 0.82, reference 0.11" */
  beside: string
}

export interface TestRow {
  key: TestName | 'ability'
  title: string
  word: string
  look: VerdictLook
  lines: TestLine[]
  /** Why it has that word; null: not tested, or said by the lines. */
  sentence: string | null
  settles: string | null
}

interface RowWords {
  say: Dictionary['evidence']
  show: Formatters
  texts: EvidenceTexts
}

const none = '–'

export function testRows(measured: MeasuredEvidence, words: RowWords): TestRow[] {
  const { texts } = words
  const tests = testNames.map((key): TestRow => {
    const result = measured.tests[key] ?? null
    const look = looksOfWords[result?.word ?? 'notTested']
    const lines = result ? [testLine(key, result, words)] : []
    return { key, ...texts.test(key, result), look, lines }
  })
  const { ability } = measured
  const lines = (['perplexity', 'retainProbability'] as const).flatMap((name) =>
    ability[name].records > 0 ? [abilityLine(name, ability[name], words)] : []
  )
  const look = looksOfWords[ability.word]
  const said = { ...texts.ability(measured), sentence: null, settles: null }
  return [...tests, { key: 'ability', ...said, look, lines }]
}

/** Of an attack too: those are judged by extraction strength. */
export function testLine(name: TestName, result: TestResult, words: RowWords): TestLine {
  const { say, show } = words
  const written = (value: number | null): string => (value === null ? none : show.hundredths(value))
  const axis = testAxis(name, result)
  const [low, high] = whiskersOf(result) ?? [null, null]
  const band = bandOf(result)
  const now = written(result.unlearned)
  const [before, reference] = [written(result.original), written(result.reference)]
  const groups = show.plural(result.groups, say.tests.groupsOf[result.groupedBy])
  return {
    ...{ label: null, marks: testMarks(result, axis), before, now, reference },
    interval: low === null ? none : say.tests.range(written(low), written(high)),
    band: band === null ? none : say.tests.range(written(band[0]), written(band[1])),
    records: show.count(result.records),
    n: say.tests.n(show.count(result.records), groups),
    ends: name === 'membership' ? [written(axis.low), written(axis.high)] : null,
    value: low === null ? say.tests.alone(now) : say.tests.now(now, written(low), written(high)),
    beside: say.tests.beside(before, reference)
  }
}

type AbilityName = 'perplexity' | 'retainProbability'

function abilityLine(
  name: AbilityName,
  measure: MeasuredEvidence['ability'][AbilityName],
  { say, show }: RowWords
): TestLine {
  const written = (value: number | null): string =>
    value === null ? none : show.relativeChange(value)
  const { loss, interval } = measure
  const marks = abilityMarks(measure)
  const [low, high] = [written(interval.low), written(interval.high)]
  const groups = show.plural(measure.groups, say.tests.groupForms)
  return {
    ...{ label: say.tests.abilityRow[name], marks, before: written(0), now: written(loss) },
    ...{ reference: none, band: say.tests.under },
    interval: interval.low === null ? none : say.tests.range(low, high),
    records: show.count(measure.records),
    n: say.tests.n(show.count(measure.records), groups),
    ends: [written(marks.axis.low), written(marks.axis.high)],
    value:
      interval.low === null
        ? say.tests.alone(written(loss))
        : say.tests.loss(written(loss), low, high),
    beside: ''
  }
}
