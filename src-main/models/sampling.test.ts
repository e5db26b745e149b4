// Choosing a token against the definitions: what is kept, how often each is drawn, and the same again.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { greedy, logSumExp, sample, topK, type Sampling } from './sampling'

const off: Sampling = { temperature: 1, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 }
const logits = (): Float32Array => Float32Array.of(2, 1, 0.5, 0, -0.5, -1, -3, 1.5)
const nothingSeen = new Set<number>()

/** Probabilities by the book: softmax, then what each filter leaves, likeliest first. */
function byTheBook(values: readonly number[], sampling: Sampling): number[] {
  const softmax = (scores: readonly number[]): number[] => {
    const weights = scores.map((z) => Math.exp(z / sampling.temperature))
    const total = weights.reduce((a, b) => a + b, 0)
    return weights.map((w) => w / total)
  }
  let scores = [...values]
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b)
  const drop = (id: number): void => {
    scores[id] = -Infinity
  }
  if (sampling.topK > 0) order.slice(sampling.topK).forEach(drop)
  const reached = softmax(scores)
  let sum = 0
  const outside = order.filter((id, place) => {
    const before = sum
    sum += reached[id]!
    return place > 0 && before >= sampling.topP
  })
  if (sampling.topP < 1) outside.forEach(drop)
  const filtered = softmax(scores)
  const bound = sampling.minP * Math.max(...filtered)
  scores = scores.map((z, id) => (filtered[id]! < bound ? -Infinity : z))
  return softmax(scores)
}

describe('the draw', () => {
  const draws = 20_000
  test.each<[string, Partial<Sampling>]>([
    ['with all filters off', {}],
    ['colder', { temperature: 0.4 }],
    ['hotter', { temperature: 1.8 }],
    ['from the three likeliest', { topK: 3 }],
    ['from those that reach 60 %', { topP: 0.6 }],
    ['from the likeliest alone, whatever its share', { topP: 0 }],
    ['from those with a fifth of the likeliest', { minP: 0.2 }],
    ['with all of them', { temperature: 0.7, topK: 6, topP: 0.95, minP: 0.1 }]
  ])('%s comes as often as its probability says', (_title, changes) => {
    const sampling = { ...off, ...changes }
    const counts = Array.from({ length: 8 }, () => 0)
    for (let index = 0; index < draws; index++)
      counts[sample(logits(), sampling, nothingSeen, 42, index)]! += 1
    const expected = byTheBook([...logits()], sampling)
    for (const [id, probability] of expected.entries()) {
      if (probability === 0) expect(counts[id], `token ${id}`).toBe(0)
      const spread = 5 * Math.sqrt((probability * (1 - probability)) / draws)
      expect(Math.abs(counts[id]! / draws - probability), `token ${id}`).toBeLessThanOrEqual(spread)
    }
  })

  test('is the same for the same seed and place, and another otherwise', () => {
    const row = (seed: number): number[] =>
      Array.from({ length: 50 }, (_, index) => sample(logits(), off, nothingSeen, seed, index))
    expect(row(7)).toEqual(row(7))
    expect(row(7)).not.toEqual(row(8))
    expect(new Set(row(7)).size).toBeGreaterThan(2)
  })

  test('never takes what has no probability', () => {
    const few = (): Float32Array => Float32Array.of(-Infinity, 0, -Infinity, -1)
    for (let index = 0; index < 500; index++)
      expect([1, 3]).toContain(sample(few(), { ...off, temperature: 2 }, nothingSeen, 3, index))
  })

  test('without temperature takes the likeliest, the lower id on a tie', () => {
    expect(sample(logits(), { ...off, temperature: 0 }, nothingSeen, 1, 0)).toBe(0)
    expect(greedy(Float32Array.of(-1, 3, 3, 2))).toBe(1)
    expect(greedy(Float32Array.of(-Infinity, -5))).toBe(1)
  })
})

test('the penalty pulls seen tokens down, whatever their sign, and no others', () => {
  const values = Float32Array.of(2, -2, 1.9, 0)
  const seen = new Set([0, 1, 3, 99])
  const exact = { ...off, temperature: 0, repetitionPenalty: 2 }
  expect(sample(values, exact, seen, 1, 0)).toBe(2)
  expect([...values]).toEqual([1, -4, Math.fround(1.9), 0])
})

test('the K largest are in falling order, ties by the lower index', () => {
  const values = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(values, fc.nat(45), (list, count) => {
      const whole = [...list.keys()].sort((a, b) => list[b]! - list[a]! || a - b)
      expect(topK(Float32Array.from(list), count)).toEqual(whole.slice(0, count))
    })
  )
})

test('log Σ e^x neither overflows nor vanishes', () => {
  expect(logSumExp(Float32Array.of(0, 0))).toBeCloseTo(Math.LN2, 12)
  expect(logSumExp(Float32Array.of(1000, 1000))).toBeCloseTo(1000 + Math.LN2, 9)
  expect(logSumExp(Float32Array.of(-1000, -1000))).toBeCloseTo(-1000 + Math.LN2, 9)
  expect(logSumExp(Float32Array.of(3, -Infinity))).toBe(3)
})
