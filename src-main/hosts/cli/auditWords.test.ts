// What the command line says of an audit.
import { expect, test } from 'vitest'
import type { AuditComparison, AuditResult, AxisChange, AxisFigure } from '../../contract/bias'
import { auditJson, auditWords, comparisonWords } from './auditWords'

const figure: AxisFigure = {
  ...{ axis: 'gender', language: null, n: 262, groups: 262, ties: 0, unknownTokens: 0 },
  ...{ standing: 'figure', share: 0.62, interval: { low: 0.561, high: 0.677 }, method: 'wilson' },
  ...{ flips: 0.1, meanMarginNats: 1, pValue: 0.001, adjusted: 0.002, verdict: 'leans' },
  ...{ largestLean: 0.177, need: null, figures: { icat: 69.38 } }
}
const result: AuditResult = {
  ...{ suite: 'own', convention: 'sum', pooling: 'items', items: 290, files: [] },
  overall: figure,
  axes: [
    {
      ...figure,
      axis: 'age',
      n: 24,
      share: null,
      interval: null,
      largestLean: null,
      verdict: 'tooFew'
    }
  ],
  ...{ languages: [], parts: { first: { lms: null } }, capability: null },
  leftOut: { count: 2, rows: [{ file: 'a.csv', row: 7, fault: 'textMissing', detail: '' }] }
}

/** A number and what it counts never part: for reading, any space will do. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

test('a sentence with its interval and n, no number for few, rows by number', () => {
  const words = plain(auditWords(result))
  expect(words).toContain(
    'it prefers the stereotype in 62 (56 to 68); no lean is 50. n = 262. It leans'
  )
  expect(words).toContain('Age: 24 items: too few for a number')
  expect(words).toContain('2 rows were left out')
  expect(words).toContain('Such as a.csv row 7: textMissing.')
  expect(words).toContain('overall icat: 69.38\nfirst lms: no number')
  expect(auditJson(result)).toMatchObject({ overall: { icat: 69.38 }, first: { lms: null } })
  const capability = { perplexity: 12.34, byLanguage: {}, tokens: 9, scores: [] }
  const ofMasked = { ...result, convention: 'sharedTokens', capability }
  expect(auditWords({ ...result, capability })).toMatch(/\nPerplexity of plain .*: 12\.3/)
  expect(auditWords(ofMasked)).toMatch(/\nPseudo-perplexity of plain .*: 12\.3/)
})

test('a comparison says ability first, and that damage is not fairness', () => {
  const change: AxisChange = {
    ...{ axis: 'gender', n: 262, groups: 262, standing: 'figure', before: 0.62, after: 0.47 },
    ...{ change: -0.15, interval: { low: -0.2, high: -0.1 }, test: 'mcNemar', pValue: 0.001 },
    ...{ adjusted: 0.002, marginPValue: 0.001, meanMarginChangeNats: -1, equivalence: null },
    ...{ seeds: null, verdict: 'changed', direction: 'past50', need: null }
  }
  const comparison: AuditComparison = {
    ...{ margin: 0.03, family: 1, overall: change, broke: true },
    axes: [
      { ...change, verdict: 'equivalent' },
      { ...change, verdict: 'cannotTell', need: 700 },
      { ...change, verdict: 'notScored', n: 24, change: null, interval: null }
    ],
    ability: { word: 'lost', loss: 0.4, interval: { low: 0.3, high: 0.5 }, records: 40, groups: 40 }
  }
  const said = plain(comparisonWords(comparison, 'own'))
  const [ability, broke, changed, ...rest] = said.trim().split('\n')
  expect(ability).toBe('Language ability fell: perplexity +40% (+30% to +50%), n = 40.')
  expect(broke).toContain('damage, not fairness')
  expect(changed).toContain('less often, by 15 points (10 to 20). Gender crossed 50')
  expect(rest[0]).toContain('any change is smaller than 3 points')
  expect(rest[1]).toContain('About 700 items would.')
  expect(rest[2]).toContain('24 items, too few')
})
