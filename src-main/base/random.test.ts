import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshSeed, philox, uniform, type Counter } from './random'

/** Published known answers: Random123 1.14, tests/kat_vectors, philox4x32 with 10 rounds. */
const knownAnswers = [
  ['00000000 00000000 00000000 00000000', '00000000 00000000'],
  ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff'],
  ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0']
] as const
const answers = [
  '6627e8d5 e169c58d bc57ac4c 9b00dbd8',
  '408f276d 41c83b0e a20bc7c6 6d5451fd',
  'd16cfe09 94fdcceb 5001e420 24126ea1'
]

const words = (text: string): number[] => text.split(' ').map((word) => parseInt(word, 16))
const hex = (numbers: Counter): string =>
  numbers.map((number) => number.toString(16).padStart(8, '0')).join(' ')

describe('philox', () => {
  it.each(knownAnswers.map(([counter, key], index) => ({ counter, key, answer: answers[index]! })))(
    'gives the published answer for $counter',
    ({ counter, key, answer }) => {
      const got = philox(words(counter) as unknown as Counter, words(key) as [number, number])
      expect(hex(got)).toBe(answer)
    }
  )
})

describe('uniform', () => {
  it('stays in [0, 1) and depends on seed and place alone', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.nat(Number.MAX_SAFE_INTEGER), (seed, index) => {
        const value = uniform(seed, index)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThan(1)
        expect(uniform(seed, index)).toBe(value)
      })
    )
  })

  it('is spread evenly', () => {
    const counts = Array.from({ length: 10 }, () => 0)
    for (let i = 0; i < 10_000; i++) counts[Math.floor(uniform(7, i) * 10)]!++
    // Chi-square with 9 degrees of freedom: 27.9 is exceeded once in a thousand seeds; this one is fixed.
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(chiSquare).toBeLessThan(27.9)
  })
})

it('draws seeds that fit 32 bits', () => {
  const seeds = new Set(Array.from({ length: 50 }, freshSeed))
  expect(seeds.size).toBeGreaterThan(45)
  for (const seed of seeds) expect(seed >>> 0).toBe(seed)
})
