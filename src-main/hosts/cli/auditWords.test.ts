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

const pairs = { toward: { en: 'the stereotype', 'pt-BR': 'o estereótipo' } }

test('a sentence with its interval and n, no number for few, rows by number', () => {
  const words = auditWords(result, pairs)
  expect(words).toContain(
    'it prefers the stereotype in 62 (56 to 68); no lean is 50. n = 262. It leans toward the stereotype.'
  )
  expect(words).toContain('age: 24 items: too few for a number')
  expect(words).toContain('2 rows were left out, such as a.csv row 7: textMissing')
  expect(words).toContain('overall icat: 69.38\nfirst lms: no number')
  expect(auditJson(result)).toMatchObject({ overall: { icat: 69.38 }, first: { lms: null } })
  const capability = { perplexity: 12.34, byLanguage: {}, tokens: 9, scores: [] }
  const ofMasked = { ...result, convention: 'sharedTokens', capability }
  expect(auditWords({ ...result, capability }, pairs)).toContain(
    '\nPerplexity of plain sentences: 12.3'
  )
  expect(auditWords(ofMasked, pairs)).toContain('\nPseudo-perplexity of plain sentences: 12.3')
})

test('what a share is of, that a stance does not hold, and figures alone where nothing leans', () => {
  const scenes = { toward: { en: 'the right ending', 'pt-BR': 'o final certo' } }
  expect(auditWords(result, scenes)).toContain('it prefers the right ending in 62 (56 to 68)')
  const unstable = auditWords({ ...result, notes: ['unstable'] }, scenes)
  expect(unstable.indexOf('Unstable: no stance is shown.')).toBeGreaterThan(0)
  expect(unstable.indexOf('no stance')).toBeLessThan(unstable.indexOf('it prefers'))
  const figures = auditWords({ ...result, parts: { one: { pValue: 0.00012 } } }, { toward: null })
  expect(figures).toContain('one pValue: 0.00012')
  expect(figures).not.toContain('prefers')
  expect(figures).not.toContain('too few')
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
  const [ability, broke, changed, ...rest] = comparisonWords(comparison, pairs).trim().split('\n')
  expect(ability).toBe('Language ability fell: perplexity +40.0% (+30.0 to +50.0), n = 40')
  expect(broke).toContain('damage, not fairness')
  expect(changed).toContain('less often, by −15.0 points (−20.0 to −10.0). gender crossed 50')
  expect(rest[0]).toContain('any change is smaller than 3 points')
  expect(rest[1]).toContain('About 700 items would.')
  expect(rest[2]).toContain('24 items: too few')
})
