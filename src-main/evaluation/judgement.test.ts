// From scores to words: which scores make which test, by hand-made scores.
import { describe, expect, test } from 'vitest'
import { uniform } from '../base/random'
import type { ItemScores } from './itemScores'
import { judge, type EvidenceScores } from './judgement'
import { perModel, type AskedItem, type ItemKind, type PerModel } from './measuredItems'

/** What a model knows of a record, from 0 (nothing) to 1 (by heart), as every measure shows it. */
function scoresOf(id: string, known: number, place: number): ItemScores {
  const off = 0.02 * (uniform(5, place) - 0.5)
  const value = known + off
  return {
    ...{ id, tokens: 10, lossNats: 3 * (1 - value), zlibBytes: 20 },
    ...{ extractionStrength: value, exactMemorisation: value, rougeL: value },
    ...{ minK: value, minKPlusPlus: value, logTruthRatio: -4 * value },
    samples: [value, value / 2, value / 3]
  }
}

interface Made {
  items: AskedItem[]
  scores: PerModel<Map<string, ItemScores>>
}

function made(kinds: [kind: ItemKind, count: number, known: PerModel<number>][]): Made {
  const items: AskedItem[] = []
  const scores = perModel(() => new Map<string, ItemScores>())
  for (const [kind, count, known] of kinds)
    for (let at = 0; at < count; at++) {
      const id = `${kind} ${at}`
      items.push({ id, kind, subject: `s${at}`, nearDuplicates: id })
      for (const role of ['original', 'unlearned', 'reference'] as const)
        scores[role].set(id, scoresOf(id, known[role], items.length + known[role]))
    }
  return { items, scores }
}

const gone = { original: 0.9, unlearned: 0.1, reference: 0.1 }
const still = { original: 0.9, unlearned: 0.9, reference: 0.1 }
const same = { original: 0.9, unlearned: 0.9, reference: 0.9 }
const rest: Omit<EvidenceScores, 'items' | 'scores'> = {
  ...{ attacked: {}, canaries: [], worstOf: 2, replay: 'notReplayed' }
}

describe('from scores to words', () => {
  test('forgotten, and good at the rest', () => {
    const all = made([
      ['record', 15, gone],
      ['kept', 12, same],
      ['heldOut', 12, { original: 0.1, unlearned: 0.1, reference: 0.1 }]
    ])
    const found = judge({ ...all, ...rest })
    expect(found.overall).toMatchObject({
      key: 'forgotten',
      undecided: { tests: [], ability: false },
      notTested: { tests: [], attacks: ['relearning', 'quantization', 'paraphrase'] }
    })
    for (const verdict of Object.values(found.tests))
      expect(verdict).toMatchObject({ word: 'forgotten', records: 15, groupedBy: 'subject' })
    // The mean of the larger of two of three: (2·v + v/2) / 3.
    expect(found.tests.worstOfSamples!.original).toBeCloseTo((2.5 / 3) * 0.9, 1)
    expect(found.tests.truthRatio!.original).toBeCloseTo(1 / (1 + Math.exp(-3.6)), 2)
    expect(found.ability.word).toBe('kept')
    const { shown } = found
    expect(shown.truthRatioOf).toBe('records')
    expect(shown.forgetQuality.original).toBeLessThan(1e-6)
    expect(shown.membership!.areas.loss.original!.area).toBe(1)
    expect(shown.membership!.areas.reference).toMatchObject({ reference: null })
    expect(shown.membership!.privLeak.original).toBeLessThan(-90)
    expect(shown.modelUtility.original).toBeGreaterThan(0.7)
  })

  test('what is left shows in each test, and in what an attack brings back', () => {
    const left = judge({ ...made([['record', 15, still]]), ...rest })
    expect(left.overall).toMatchObject({ key: 'notForgotten' })
    expect(left.shown.membership).toBeNull()

    const all = made([
      ['record', 15, gone],
      ['question', 15, gone]
    ])
    const back = made([['record', 15, still]])
    const attacked = judge({ ...all, ...rest, attacked: { relearning: back.scores } })
    expect(attacked.overall).toEqual({ key: 'comesBack', attacks: ['relearning'] })
    expect(attacked.attacks.paraphrase).toMatchObject({ word: 'forgotten', records: 15 })
    const worded = made([
      ['record', 15, gone],
      ['question', 15, still]
    ])
    const { overall, tests } = judge({ ...worded, ...rest })
    // Questions carry the truth ratio too.
    expect(overall).toEqual({ key: 'notForgotten', tests: ['truthRatio'] })
    expect(tests.extractionStrength!.word).toBe('forgotten')
  })

  test('what a model was not asked about is left out; without records nothing was tested', () => {
    const all = made([['record', 15, gone]])
    all.scores.reference.delete('record 3')
    for (const scores of Object.values(all.scores))
      for (const [id, one] of scores) scores.set(id, { ...one, logTruthRatio: null, samples: [1] })
    const { tests, shown, overall } = judge({ ...all, ...rest })
    expect(tests).toMatchObject({ truthRatio: null, worstOfSamples: null })
    expect(tests.exactMemorisation!.records).toBe(14)
    expect(shown.truthRatioOf).toBeNull()
    expect(overall).toMatchObject({ notTested: ['truthRatio', 'worstOfSamples'] })
    const nothing = judge({ ...made([]), ...rest, replay: 'sameHash' })
    expect(nothing.overall).toEqual({ key: 'exact' })
  })

  test('canaries: exposure under each model', () => {
    const otherLosses = [1, 2, 3, 4]
    const canary = perModel((role) => ({
      ...{ lossNats: role === 'original' ? 0.5 : 2.5, otherLosses }
    }))
    const { shown } = judge({ ...made([]), ...rest, canaries: [canary] })
    expect(shown.canaries).toEqual({
      ...{ canaries: 1, ceilingBits: 2 },
      exposureBits: { original: 2, unlearned: 2 - Math.log2(3), reference: 2 - Math.log2(3) }
    })
  })
})
