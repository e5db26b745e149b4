import { describe, expect, it } from 'vitest'
import type { MeasuredEvidence } from '../../../src-main/contract/evidenceMeasured'
import { measuredEvidence } from '../../../src-main/testing/evidenceFile'
import { recordRows } from './recordRows'

type Recorded = MeasuredEvidence['records'][number]

const scores = (value: number | null): Recorded['models']['original'] => ({
  ...{ extractionStrength: value, exactMemorisation: value, probability: value, truthRatio: value },
  ...{ rougeL: value, worstOfSamples: value, lossNats: value, minK: value, minKPlusPlus: value }
})
const record = (id: string, kind: Recorded['kind'], now: number | null): Recorded => ({
  ...{ id, kind, subject: id, group: id, tokens: 9 },
  models: { original: scores(0.9), unlearned: scores(now), reference: scores(0.1) }
})
const records = [
  ...[record('near', 'record', 0.12), record('far', 'record', 0.6), record('none', 'record', null)],
  record('asked', 'question', 0.3)
]
const measured = measuredEvidence({ records })
const ids = (of: MeasuredEvidence, name: 'truthRatio' | 'membership') =>
  recordRows(of, name).map(({ id }) => id)

describe('the records behind a test', () => {
  it('come with the one farthest from the reference first', () => {
    expect(ids(measured, 'membership')).toEqual(['far', 'near'])
    expect(recordRows(measured, 'extractionStrength')[0]).toMatchObject({ before: 0.9, now: 0.6 })
  })
  it('are the questions, where these were what was asked', () => {
    expect(ids(measured, 'truthRatio')).toEqual(['asked'])
    const shown = { ...measured.shown, truthRatioOf: 'records' as const }
    expect(ids({ ...measured, shown }, 'truthRatio')).toEqual(['far', 'near'])
  })
})
