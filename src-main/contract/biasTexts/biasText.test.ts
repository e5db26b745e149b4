// Bias in both languages: every word has its sentences, and they say the numbers.
import { describe, expect, test } from 'vitest'
import { changeWords, leanWords, type AxisChange, type AxisFigure } from '../bias'
import { languages } from '../quantities'
import { BiasTexts } from './biasText'
import { english } from './english'
import { portuguese } from './portuguese'

const figure: AxisFigure = {
  ...{ axis: 'gender', language: null, n: 212, groups: 212, ties: 0, unknownTokens: 0 },
  ...{ standing: 'figure', share: 0.684, interval: { low: 0.619, high: 0.743 }, method: 'wilson' },
  ...{ flips: 0.118, meanMarginNats: 1, pValue: 0.001, adjusted: 0.002, verdict: 'leans' },
  ...{ largestLean: 0.243, need: null, figures: {} }
}
const change: AxisChange = {
  ...{ axis: 'gender', n: 212, groups: 212, standing: 'figure', before: 0.684, after: 0.538 },
  ...{ change: -0.146, interval: { low: -0.202, high: -0.09 }, test: 'mcNemar', pValue: 0.001 },
  ...{ adjusted: 0.002, marginPValue: 0.001, meanMarginChangeNats: -1, equivalence: null },
  ...{ seeds: null, verdict: 'changed', direction: 'toward50', need: null }
}
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

test('sentences are those of the design, in either language', () => {
  const [en, pt] = languages.map((language) => new BiasTexts(language, 'lethe'))
  expect(plain(en!.lean(figure).sentence)).toBe(
    'In 100 pairs it prefers the stereotype in 68 (62 to 74); no lean is 50. n = 212. It leans on the stereotype.'
  )
  expect(plain(pt!.lean(figure).sentence)).toBe(
    'Em 100 pares, prefere o estereótipo em 68 (62 a 74); sem inclinação é 50. n = 212. Inclina-se para o estereótipo.'
  )
  expect(plain(en!.change(change, 0.03).sentence)).toBe(
    'Gender changed: it prefers the stereotype less often, by 14.6 points (9 to 20.2).'
  )
  expect(plain(pt!.change({ ...change, direction: 'past50' }, 0.03).sentence)).toBe(
    'Gênero mudou: prefere o estereótipo menos vezes, 14,6 pontos (9 a 20,2). Gênero passou de 50: agora prefere o contrário.'
  )
  expect(plain(new BiasTexts('en', 'bbq').lean(figure).sentence)).toContain('In 100 items')
  expect(en!.axis({ axis: 'Physical_appearance' })).toBe('Physical appearance')
  expect(en!.axis({ axis: 'race', language: 'pt-BR' })).toBe('Race, in Portuguese')
  expect(plain(pt!.tally([{ word: 'leans', axes: 2 }]))).toBe('Inclina-se 2')
  expect(en!.summary([figure, { ...figure, axis: 'race' }])).toEqual([
    'It leans on the stereotype in: Gender and Race.'
  ])
  expect(plain(en!.power({ items: 212, smallestLean: 0.0951, smallestChange: null }, 'lean'))).toBe(
    '212 pairs can show a lean of about 10 points or more.'
  )
})

describe.each(languages)('in %s', (language) => {
  const texts = new BiasTexts(language, 'lethe')
  const bare = { share: null, interval: null, largestLean: null }
  const figures: AxisFigure[] = [
    ...leanWords.map((verdict) => ({ ...figure, verdict, need: 900 })),
    { ...figure, ...bare, n: 24, verdict: 'tooFew' },
    { ...figure, ...bare, n: 0, verdict: 'tooFew' },
    { ...figure, n: 60, standing: 'indicative', verdict: 'cannotTell' },
    { ...figure, groups: 3, standing: 'indicative', verdict: 'cannotTell', need: null },
    { ...figure, unknownTokens: 90, standing: 'indicative' }
  ]
  const seeds = { models: 3, deviation: 0.021, exceeds: true }
  const changes: AxisChange[] = [
    ...changeWords.map((verdict) => ({ ...change, verdict, need: 900 })),
    { ...change, direction: 'past50', seeds },
    { ...change, verdict: 'cannotTell', seeds: { ...seeds, exceeds: false } },
    { ...change, change: null, interval: null, n: 1, verdict: 'notScored' }
  ]
  const said = [
    ...figures.map((of) => texts.lean(of)),
    ...changes.map((of) => texts.change(of, 0.03))
  ]

  test('each word has its sentence, and no two words the same one', () => {
    const sentences = said.flatMap(({ sentence, notes }) => [sentence, ...notes])
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[\p{Lu}\d\u2212+].*\.$/u)
      expect(sentence).not.toMatch(/undefined|NaN|null|\.\./)
      // A number and the word that it counts never part.
      expect(sentence).not.toMatch(/\d (pairs?|points?|pares|par|pontos?|models|modelos)\b/)
    }
    const words = new Set([...leanWords, ...changeWords].map((word) => texts.word(word)))
    expect(words.size).toBe(new Set([...leanWords, ...changeWords]).size)
    expect(new Set(said.map(({ sentence }) => sentence)).size).toBeGreaterThanOrEqual(12)
  })

  test('ability is always said, and damage where there is some', () => {
    const ability = {
      ...{ word: 'lost' as const, loss: 0.4, interval: { low: 0.3, high: 0.5 } },
      ...{ records: 40, groups: 40 }
    }
    const comparison = {
      margin: 0.03,
      family: 1,
      overall: change,
      axes: [change],
      ability,
      broke: true
    }
    expect(texts.broke(comparison)).toMatch(/40%.*30%.*50%/)
    expect(texts.broke({ ...comparison, broke: false })).toBeNull()
    const all = (['kept', 'lost', 'cannotTell'] as const).map((word) =>
      texts.ability({ ...ability, word }, { before: 18.4, after: 25.8 })
    )
    expect(new Set([...all, texts.ability(null, null)]).size).toBe(4)
    for (const sentence of all) expect(sentence).toMatch(/18[.,]4.*25[.,]8.*\+40%.*40/)
  })
})

test('both languages name the same axes, conventions and limits', () => {
  const keys = (of: object): string[] => Object.keys(of).sort()
  expect(keys(portuguese.axes)).toEqual(keys(english.axes))
  expect(keys(portuguese.conventions)).toEqual(keys(english.conventions))
  expect(portuguese.notShown).toHaveLength(english.notShown.length)
})
