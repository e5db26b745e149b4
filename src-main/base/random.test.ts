import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshSeed, normals, philox, uniform, type Counter } from './random'

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

describe('normals', () => {
  const count = 100_000
  const numbers = normals(3, 4, count)

  it('lie as the normal distribution has them', () => {
    const mean = numbers.reduce((sum, value) => sum + value, 0) / count
    const variance = numbers.reduce((sum, value) => sum + value * value, 0) / count
    // Five standard errors.
    expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(count))
    expect(Math.abs(variance - 1)).toBeLessThan(5 * Math.sqrt(2 / count))
    for (const [deviations, share] of [
      ...([
        [0.6744897501960817, 0.5],
        [1.6448536269514722, 0.9],
        [3.2905267314918945, 0.999]
      ] as const)
    ]) {
      const within = numbers.filter((value) => Math.abs(value) < deviations).length / count
      expect(Math.abs(within - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / count))
    }
  })

  it('depend on seed, stream and place alone', () => {
    expect(normals(3, 4, 7)).toEqual(numbers.slice(0, 7))
    const alike = (other: Float32Array): number =>
      other.reduce((sum, value, at) => sum + value * numbers[at]!, 0) / other.length
    for (const other of [normals(4, 4, count), normals(3, 5, count), normals(4, 3, count)])
      expect(Math.abs(alike(other))).toBeLessThan(5 / Math.sqrt(count))
    expect(normals(3, 4, 0)).toHaveLength(0)
  })
})

it('draws seeds that fit 32 bits', () => {
  const seeds = new Set(Array.from({ length: 50 }, freshSeed))
  expect(seeds.size).toBeGreaterThan(45)
  for (const seed of seeds) expect(seed >>> 0).toBe(seed)
})
