// What the value of a test is made of: its records under the three models.
import type { MeasuredEvidence, TestName } from '../../../src-main/contract/evidenceMeasured'

export interface RecordRow {
  id: string
  kind: 'record' | 'question'
  before: number | null
  now: number | null
  reference: number | null
}

type Scores = MeasuredEvidence['records'][number]['models']['original']

const scoreOf: Record<TestName, (scores: Scores) => number | null> = {
  extractionStrength: (scores) => scores.extractionStrength,
  exactMemorisation: (scores) => scores.exactMemorisation,
  truthRatio: (scores) => scores.truthRatio,
  worstOfSamples: (scores) => scores.worstOfSamples,
  membership: (scores) => scores.minKPlusPlus
}

/** Those that are farthest from the reference come first; what has no value is left out. */
export function recordRows({ records, shown }: MeasuredEvidence, name: TestName): RecordRow[] {
  const kind = name === 'truthRatio' && shown.truthRatioOf === 'questions' ? 'question' : 'record'
  const away = ({ now, reference }: RecordRow): number => Math.abs((now ?? 0) - (reference ?? 0))
  return records
    .filter((record) => record.kind === kind)
    .map(({ id, models }): RecordRow => ({
      ...{ id, kind, before: scoreOf[name](models.original) },
      ...{ now: scoreOf[name](models.unlearned), reference: scoreOf[name](models.reference) }
    }))
    .filter(({ now, reference }) => now !== null && reference !== null)
    .sort((a, b) => away(b) - away(a))
}
