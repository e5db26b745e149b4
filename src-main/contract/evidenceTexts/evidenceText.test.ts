// Evidence in both languages: every verdict and every reason has its sentences, and they say the numbers.
import { describe, expect, test } from 'vitest'
import { measuredEvidence, testResult as result } from '../../testing/evidenceFile'
import type { MeasuredEvidence } from '../evidenceMeasured'
import { testNames } from '../evidenceMeasured'
import { attackNames } from '../evidenceRequest'
import { languages } from '../quantities'
import { EvidenceTexts } from './evidenceText'

const undecided = result({ word: 'cannotTell', reason: 'tooWide', neededRecords: 190 })
const left = result({ word: 'notForgotten', unlearned: 0.61, difference: 0.51 })

const base = measuredEvidence({
  attacks: { relearning: left, quantization: null, paraphrase: null }
})
const said = (language: 'en' | 'pt-BR', changes: Partial<MeasuredEvidence>): string => {
  const { verdict, open, settles } = new EvidenceTexts(language, 5).verdict({ ...base, ...changes })
  const all = [verdict, ...open, ...(settles === null ? [] : [settles])].join(' ')
  // A number and what it counts never part.
  expect(all).not.toMatch(/\d (records?|registros?|tests|testes|bits)/)
  return all.replaceAll('\u00a0', ' ')
}

describe('verdicts', () => {
  test('as far as the records can show, with what stays open', () => {
    const tests = { ...base.tests, membership: undecided }
    const [first, second, third, fourth] = testNames
    const overall: MeasuredEvidence['overall'] = {
      ...{ key: 'forgotten', agreeing: [first, second, third, fourth] },
      undecided: { tests: ['membership'], attacks: [], ability: false },
      notTested: { tests: [], attacks: ['quantization'] }
    }
    expect(said('en', { overall, tests })).toBe(
      'Forgotten, as far as 48 records can show. On 5 of 6 tests the model now behaves like one that ' +
        'never saw them. “Shows it was trained on them” cannot tell. Not tested: “rounding to 4 bits”.'
    )
    expect(said('pt-BR', { overall, tests })).toBe(
      'Esquecido, até onde 48 registros permitem ver. Em 5 de 6 testes, o modelo agora se comporta ' +
        'como um que nunca os viu. “Revela que treinou com eles” não permite dizer. Não testado: ' +
        '“arredondar para 4 bits”.'
    )
  })

  test('not forgotten: the test, its value and interval, the reference', () => {
    const tests = { ...base.tests, worstOfSamples: left }
    const overall = { key: 'notForgotten', tests: ['worstOfSamples'] } as const
    expect(said('en', { overall: { ...overall, tests: [...overall.tests] }, tests })).toBe(
      'Not forgotten. Slips in the worst of 5 tries: 0.61 (0.07 to 0.14); a model that never saw them ' +
        'gets 0.10.'
    )
    expect(said('pt-BR', { overall: { key: 'comesBack', attacks: ['relearning'] } })).toBe(
      'Não esquecido de vez. Depois de um pouco de treino, volta: 0,61 (0,07 a 0,14), referência 0,10.'
    )
  })

  test('cannot tell: the test that fewest records would settle, and replay', () => {
    const tests = {
      ...base.tests,
      extractionStrength: undecided,
      truthRatio: { ...undecided, neededRecords: 60 }
    }
    const overall: MeasuredEvidence['overall'] = {
      ...{ key: 'cannotTell', undecided: ['extractionStrength', 'truthRatio'] },
      notTested: ['membership']
    }
    expect(said('en', { overall, tests })).toBe(
      'Cannot tell with 48 records. Not tested: “Shows it was trained on them”. “Prefers the true ' +
        'answer” would settle it with about 60 records. Replay settles it with any number.'
    )
    expect(said('pt-BR', { overall, tests })).toContain('Refazer sem eles resolve')
  })

  test('lost ability says what and how much', () => {
    const perplexity = { word: 'lost', loss: 0.12, interval: { low: 0.09, high: 0.15 } } as const
    const ability = {
      ...{ ...base.ability, word: 'lost' as const },
      perplexity: { ...perplexity, records: 20, groups: 20 }
    }
    const overall = { key: 'lostAbility', isForgotten: true } as const
    expect(said('en', { overall, ability })).toBe(
      'Forgotten, but the model lost ability elsewhere: it predicts other texts worse by 12% (9% to 15%).'
    )
    // Also where it cannot be told whether it forgot.
    const untold: MeasuredEvidence['overall'] = { key: 'cannotTell', undecided: [], notTested: [] }
    expect(said('en', { overall: untold, ability })).toContain(
      'Cannot tell with 48 records. The model lost ability elsewhere: it predicts other texts worse by 12%'
    )
    expect(said('pt-BR', { overall: untold, ability })).toContain(
      'O modelo perdeu capacidade no resto: prevê'
    )
  })

  test.each(languages)('each has a sentence in %s, without a gap', (language) => {
    const all: MeasuredEvidence['overall'][] = [
      { key: 'exact' },
      { key: 'replayedNotCompared' },
      { key: 'overForgotten', tests: ['truthRatio'], attacks: [] },
      { key: 'lostAbility', isForgotten: false }
    ]
    for (const overall of all) expect(said(language, { overall })).toMatch(/^\p{Lu}[^{}?]+\.$/u)
  })
})

describe.each(languages)('tests in %s', (language) => {
  const texts = new EvidenceTexts(language, 5)
  test('each word and each reason has its sentence', () => {
    const reasons = ['noRecords', 'tooFewGroups', 'noDifference', 'tooWide'] as const
    const results = [
      ...(['forgotten', 'notForgotten', 'overForgotten'] as const).map((word) => result({ word })),
      ...reasons.map((reason) => result({ word: 'cannotTell', reason })),
      result({ groupedBy: 'nearDuplicates' })
    ]
    const sentences = results.map((it) => texts.test('truthRatio', it).sentence)
    expect(new Set(sentences).size).toBe(results.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^[\p{Lu}\d][^{}?]+\.$/u)
  })
  test('what was not tested says so, and needs nothing', () => {
    for (const name of attackNames) {
      const text = texts.attack(name, null)
      expect(text).toMatchObject({ sentence: null, settles: null })
      expect(text.word).toMatch(/^N/)
    }
  })
})
