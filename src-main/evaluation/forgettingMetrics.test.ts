// The measures of forgetting beside the formulas of their sources, and what must hold for any input.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { uniform } from '../base/random'
import { expectClose } from '../testing/closeTo'
import { readGolden } from '../testing/goldens'
import { canaryExposure } from './canaries'
import {
  lossScore,
  minKPlusPlusScore,
  minKScore,
  privLeak,
  referenceScore,
  rmiaScore,
  tokenSurprise,
  zlibScore
} from './membership'
import { exactMemorisation, extractionStrength } from './memorisation'
import { choiceProbability, harmonicMean, modelUtility } from './modelUtility'
import { porterStem } from './porterStemmer'
import { rougeLRecall, rougeLRecallStemmed } from './textOverlap'
import { logTruthRatio, truthIndifference, truthPreference } from './truthRatio'
import { worstOfSamples } from './worstOfSamples'
import { zlibSizeBytes } from './zlibSize'

const numbers = z.array(z.number())
const pair = z.tuple([z.number(), z.number()])
const golden = readGolden(
  'forgettingMetrics.json',
  z.object({
    forced: z.array(
      z.object({ ids: numbers, mostLikelyIds: numbers, exact: z.number(), strength: z.number() })
    ),
    attacks: z.array(
      z.object({
        logits: z.array(numbers),
        ids: numbers,
        logProbs: numbers,
        means: numbers,
        variances: numbers,
        referenceLogProbs: numbers,
        loss: z.number(),
        zlib41: z.number(),
        reference: z.number(),
        minK: z.array(pair),
        minKPlusPlus: z.array(pair)
      })
    ),
    rated: z.array(z.object({ logProb: z.number(), referenceLogProbs: numbers })),
    rmia: z.array(z.tuple([z.number(), numbers])),
    privLeak: z.object({
      forget: numbers,
      neverSeen: numbers,
      referenceForget: numbers,
      referenceNeverSeen: numbers,
      privLeak: z.number()
    }),
    otherLosses: numbers,
    exposures: z.array(pair),
    scores: numbers,
    worst: z.array(pair),
    zlib: z.array(z.tuple([z.string(), z.number()]))
  })
)

describe('memorisation', () => {
  test('exact memorisation and extraction strength follow their definitions', () => {
    for (const { exact, strength, ...answer } of golden.forced) {
      expectClose(exactMemorisation(answer), exact, 1e-15)
      expectClose(extractionStrength(answer), strength, 1e-15)
    }
    expect(exactMemorisation({ ids: [], mostLikelyIds: [] })).toBe(0)
    expect(extractionStrength({ ids: [], mostLikelyIds: [] })).toBe(0)
    expect(() => extractionStrength({ ids: [1], mostLikelyIds: [] })).toThrow(RangeError)
  })
  test('strength is never above exactness', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), (hits) => {
        const ids = hits.map((_, i) => i)
        const mostLikelyIds = hits.map((hit, i) => (hit ? i : -1))
        const answer = { ids, mostLikelyIds }
        expect(extractionStrength(answer)).toBeLessThanOrEqual(exactMemorisation(answer) + 1e-12)
      })
    )
  })
})

describe('membership', () => {
  test('scores are those of the formulas', () => {
    for (const it of golden.attacks) {
      const tokens = it.ids.map((id, i) => tokenSurprise(it.logits[i]!, id))
      tokens.forEach((token, i) => {
        expectClose(token.logProb, it.logProbs[i]!, 1e-12)
        expectClose(token.meanLogProb, it.means[i]!, 1e-12)
        expectClose(token.varianceLogProb, it.variances[i]!, 1e-11)
      })
      expectClose(lossScore(it.logProbs), it.loss, 1e-13)
      expectClose(zlibScore(it.logProbs, 41), it.zlib41, 1e-13)
      expectClose(referenceScore(it.logProbs, it.referenceLogProbs), it.reference, 1e-11)
      for (const [share, score] of it.minK) {
        expectClose(minKScore(it.logProbs, share), score, 1e-13)
      }
      for (const [share, score] of it.minKPlusPlus) {
        expectClose(minKPlusPlusScore(tokens, share), score, 1e-11)
      }
    }
    expect(() => minKScore([-1], 0)).toThrow(RangeError)
    expect(() => tokenSurprise([0, 1], 2)).toThrow(RangeError)
  })
  test('a shift of all logits changes nothing, a certain token has no spread', () => {
    const row = [1, -2, 0.5, 3]
    const [plain, shifted] = [
      tokenSurprise(row, 2),
      tokenSurprise(
        row.map((it) => it + 800),
        2
      )
    ]
    expectClose(shifted.logProb, plain.logProb, 1e-12)
    expectClose(shifted.varianceLogProb, plain.varianceLogProb, 1e-10)
    const certain = tokenSurprise([0, -Infinity], 0)
    expect(certain.logProb).toBeCloseTo(0, 12)
    expect(certain.varianceLogProb).toBeCloseTo(0, 12)
    expect(Number.isFinite(minKPlusPlusScore([certain], 0.2))).toBe(true)
  })
  test('RMIA counts the beaten part of the population', () => {
    for (const [offset, scores] of golden.rmia) {
      golden.rated.forEach((text, i) => {
        expect(rmiaScore(text, golden.rated, offset)).toBe(scores[i])
      })
    }
    expect(() => rmiaScore(golden.rated[0]!, [], 1)).toThrow(RangeError)
    const alone = { logProb: -1, referenceLogProbs: [] }
    expect(() => rmiaScore(alone, golden.rated, 1)).toThrow(RangeError)
  })
  test('PrivLeak is that of MUSE: 0 as the reference, below it where members show', () => {
    const it = golden.privLeak
    const scores = { forget: it.forget, neverSeen: it.neverSeen }
    const reference = { forget: it.referenceForget, neverSeen: it.referenceNeverSeen }
    expectClose(privLeak(scores, reference), it.privLeak, 1e-11)
    expect(privLeak(reference, reference)).toBe(0)
    const shown = { forget: [1, 2], neverSeen: [-1, -2] }
    expect(privLeak(shown, reference)).toBe(-100)
    expect(() => privLeak(reference, shown)).toThrow(RangeError)
  })
  test('sizes are those of zlib itself', () => {
    for (const [text, size] of golden.zlib) expect(zlibSizeBytes(text)).toBe(size)
  })
})

test('canaries: exposure by rank, 1.44 bits by chance', () => {
  for (const [loss, bits] of golden.exposures) {
    expectClose(canaryExposure(loss, golden.otherLosses).exposureBits, bits, 1e-13, 1e-15)
  }
  const drawn = (seed: number, n: number): number[] =>
    Array.from({ length: n }, (_, i) => uniform(seed, i))
  const byChance = Array.from({ length: 3000 }, (_, i) => {
    const [own, ...others] = drawn(i, 257)
    return canaryExposure(own!, others).exposureBits
  })
  const average = byChance.reduce((total, bits) => total + bits, 0) / byChance.length
  expect(Math.abs(average - Math.LOG2E)).toBeLessThan(0.1)
  expect(() => canaryExposure(1, [])).toThrow(RangeError)
  expect(() => canaryExposure(Number.NaN, [1])).toThrow(RangeError)
})

test('the worst of k is the mean over all choices of k', () => {
  for (const [k, worst] of golden.worst) expectClose(worstOfSamples(golden.scores, k), worst, 1e-12)
  expect(() => worstOfSamples([0.5], 2)).toThrow(RangeError)
  expect(() => worstOfSamples([0.5], 0)).toThrow(RangeError)
})

describe('ROUGE-L recall', () => {
  const { stems, recalls } = readGolden(
    'stems.json',
    z.object({
      stems: z.array(z.tuple([z.string(), z.string()])).min(100),
      recalls: z.array(z.tuple([z.string(), z.string(), z.number()])).min(30)
    })
  )
  test('stems are those of NLTK', () => {
    expect(stems.map(([word]) => [word, porterStem(word)])).toEqual(stems)
  })
  test('with stems it is that of rouge-score', () => {
    for (const [reference, answer, recall] of recalls) {
      expectClose(rougeLRecallStemmed(reference, answer), recall, 1e-14)
    }
  })
  test('without, words are those of any script', () => {
    expect(rougeLRecall('São João', 'são joão')).toBe(1)
    expect(rougeLRecall('São João', 'Sao Joao')).toBe(0)
    expect(rougeLRecall('um dois três quatro', 'dois e quatro')).toBe(0.5)
    expect(rougeLRecall('', 'a')).toBe(0)
  })
})

describe('truth ratio and utility', () => {
  const losses = fc.double({ min: 0, max: 400, noNaN: true })
  test('both forms stay within 0 and 1, without overflow, and agree where they must', () => {
    fc.assert(
      fc.property(
        losses,
        fc.array(losses, { minLength: 1, maxLength: 6 }),
        (trueLoss, wrongLosses) => {
          const log = logTruthRatio({ trueLoss, wrongLosses })
          for (const value of [truthIndifference(log), truthPreference(log)]) {
            expect(value).toBeGreaterThanOrEqual(0)
            expect(value).toBeLessThanOrEqual(1)
          }
          if (log < 0) expectClose(truthPreference(log), 1 - truthIndifference(log), 1e-9, 1e-15)
          else expect(truthPreference(log)).toBe(0)
          const choice = choiceProbability(trueLoss, wrongLosses)
          expect(choice >= 0 && choice <= 1).toBe(true)
        }
      )
    )
    expect(choiceProbability(2, [2, 2, 2])).toBe(0.25)
    expect(choiceProbability(5000, [5000])).toBe(0.5)
  })
  test('one measure of 0 makes the utility 0', () => {
    const good = { probability: 0.5, rougeLRecall: 0.5, truthRatio: 0.5 }
    expect(modelUtility([good, good])).toBe(0.5)
    expect(modelUtility([good, { ...good, truthRatio: 0 }])).toBe(0)
    expect(() => harmonicMean([])).toThrow(RangeError)
    expect(() => harmonicMean([-1])).toThrow(RangeError)
  })
})
