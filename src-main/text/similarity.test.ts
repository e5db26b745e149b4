import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { uniform } from '../base/random'
import {
  bandCount,
  bandsOf,
  estimatedSimilarity,
  jaccard,
  minHash,
  rowsPerBand,
  shinglesOf
} from './similarity'

const signatureOf = (text: string): Uint32Array => {
  const signature = minHash(shinglesOf(text))
  if (!signature) throw new Error('The text has no words.')
  return signature
}

const sharesBand = (a: Uint32Array, b: Uint32Array): boolean => {
  const others = bandsOf(b).map(String)
  return bandsOf(a).some((band, at) => String(band) === others[at])
}

/** Two sets of shingles of which `common` of `size` are the same. */
function sets(seed: number, size: number, common: number): [Set<number>, Set<number>] {
  const number = (at: number): number => Math.floor(uniform(seed, at) * 2 ** 32)
  const shared = Array.from({ length: common }, (_, at) => number(at))
  const own = (from: number) => Array.from({ length: size - common }, (_, at) => number(from + at))
  return [new Set([...shared, ...own(1000)]), new Set([...shared, ...own(2000)])]
}

describe('shingles', () => {
  test('are runs of three words, without regard to case, accents and signs', () => {
    expect(shinglesOf('Uma ação, à toa!')).toEqual(shinglesOf('uma  ACAO a toa'))
    expect(shinglesOf('a b c d e').size).toBe(3)
    expect(shinglesOf('a b').size).toBe(1)
    expect(shinglesOf('… !').size).toBe(0)
    expect(jaccard(shinglesOf('a b c d'), shinglesOf('b c d e'))).toBeCloseTo(1 / 3)
    expect(jaccard(new Set(), new Set())).toBe(1)
    expect(minHash(new Set())).toBeNull()
  })
})

describe('MinHash', () => {
  test('of equal texts is equal, whatever their order of shingles', () => {
    const property = fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), (numbers) => {
      expect(minHash(new Set(numbers))).toEqual(minHash(new Set(numbers.toReversed())))
    })
    fc.assert(property)
  })

  test.each([0.1, 0.3, 0.5, 0.7, 0.9])('estimates a similarity of %d without bias', (wanted) => {
    const size = 200
    const common = Math.round((2 * size * wanted) / (1 + wanted))
    const runs = 200
    let sum = 0
    let exact = 0
    for (let seed = 0; seed < runs; seed++) {
      const [a, b] = sets(seed, size, common)
      exact = jaccard(a, b)
      sum += estimatedSimilarity(minHash(a)!, minHash(b)!)
    }
    // Four standard errors of the mean of `runs` estimates.
    const margin = 4 * Math.sqrt((exact * (1 - exact)) / (bandCount * rowsPerBand * runs))
    expect(Math.abs(sum / runs - exact)).toBeLessThan(margin)
  })

  test.each([0.3, 0.5, 0.8])('finds pairs of similarity %d as often as bands promise', (wanted) => {
    const size = 200
    const common = Math.round((2 * size * wanted) / (1 + wanted))
    const runs = 400
    let found = 0
    let similarity = 0
    for (let seed = 0; seed < runs; seed++) {
      const [a, b] = sets(seed, size, common)
      similarity = jaccard(a, b)
      if (sharesBand(minHash(a)!, minHash(b)!)) found++
    }
    const promised = 1 - (1 - similarity ** rowsPerBand) ** bandCount
    const margin = 4 * Math.sqrt((promised * (1 - promised)) / runs) + 1 / runs
    expect(Math.abs(found / runs - promised)).toBeLessThan(margin)
  })

  test('brings a text and its slight change together, and leaves others apart', () => {
    const text =
      'Ana Souza lives in flat 12 and repairs violins for the school band every Sunday afternoon.'
    const changed = text.replace('every Sunday afternoon', 'on Sundays')
    const other =
      'The tide tables of the northern coast are printed once a year in a small booklet.'
    expect(sharesBand(signatureOf(text), signatureOf(changed))).toBe(true)
    expect(sharesBand(signatureOf(text), signatureOf(other))).toBe(false)
  })
})
