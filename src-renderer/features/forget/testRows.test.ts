import { describe, expect, it } from 'vitest'
import { EvidenceTexts } from '../../../src-main/contract/evidenceTexts/evidenceText'
import { measuredEvidence, testResult } from '../../../src-main/testing/evidenceFile'
import { en } from '../../messages/en/index'
import { formatters } from '../../messages/format'
import { ptBR } from '../../messages/pt-BR/index'
import { testRows } from './testRows'

const inEnglish = {
  say: en.evidence,
  show: formatters('en'),
  texts: new EvidenceTexts('en', 5)
}
const measured = measuredEvidence({
  tests: {
    ...measuredEvidence().tests,
    membership: testResult({ original: 2.1, unlearned: -0.4, reference: -0.5, margin: 0.52 }),
    worstOfSamples: null
  }
})
const rows = testRows(measured, inEnglish)
const row = (key: string) => rows.find((it) => it.key === key)!

describe('the tests as rows', () => {
  it('are six, ability the last, each with its word and its look', () => {
    expect(rows.map(({ key }) => key)).toEqual([
      ...['extractionStrength', 'exactMemorisation', 'truthRatio', 'worstOfSamples'],
      ...['membership', 'ability']
    ])
    expect(row('extractionStrength')).toMatchObject({ word: 'Forgotten', look: 'settled' })
    expect(row('worstOfSamples')).toMatchObject({ word: 'Not tested', look: 'untested', lines: [] })
    expect(row('ability')).toMatchObject({ word: 'Kept', look: 'settled' })
  })
  it('say their values with interval and n, in both languages', () => {
    const [line] = row('extractionStrength').lines
    expect(line?.value).toBe('0.10 (0.07 to 0.14)')
    expect(line?.beside).toBe('before 0.82, reference 0.10')
    expect(line?.band).toBe('−0.04 to 0.24')
    expect(line?.n).toBe('n = 48 in 12\u00a0people')
    const texts = new EvidenceTexts('pt-BR', 5)
    const [other] = testRows(measured, { say: ptBR.evidence, show: formatters('pt-BR'), texts })
    expect(other?.lines[0]?.value).toBe('0,10 (0,07 a 0,14)')
  })
  it('name the ends of an axis that does not go from 0 to 1', () => {
    expect(row('truthRatio').lines[0]?.ends).toBeNull()
    expect(row('membership').lines[0]?.ends).toEqual(['−1.27', '2.35'])
    expect(row('ability').lines.map(({ ends }) => ends)).toEqual([
      ['−10.8%', '+10.8%'],
      ['−10.8%', '+10.8%']
    ])
  })
  it('have ability measured by two figures, each with its interval', () => {
    const [perplexity, kept] = row('ability').lines
    expect(perplexity?.value).toBe('+1% (0% to +2%)')
    expect(kept?.label).toBe(en.evidence.tests.abilityRow.retainProbability)
  })
})
