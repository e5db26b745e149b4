import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordDifferences } from './wordDifferences'

const marked = (other: string, text: string): string[] =>
  wordDifferences(other, text)!
    .pieces.filter(({ differs }) => differs)
    .map((it) => it.text)

describe('word differences', () => {
  test('are whole words, not letters or spaces', () => {
    expect(marked('The sky is blue.', 'The sea is very blue.')).toEqual(['sea', 'very'])
    expect(wordDifferences('The sky is blue.', 'The sea is very blue.')?.words).toBe(2)
    expect(marked('one  two', 'one two')).toEqual([])
  })
  test('know accents, other scripts and both ways of writing one sign', () => {
    expect(marked('É água', 'É agua')).toEqual(['agua'])
    expect(marked('cafe\u0301', 'caf\u00e9')).toEqual([])
    expect(marked('привет мир', 'привет море')).toEqual(['море'])
  })
  test('see capitals only where they count', () => {
    expect(marked('The Sky', 'the sky')).toEqual(['the', 'sky'])
    expect(wordDifferences('The Sky É.', 'the sky é, too', true)?.words).toBe(1)
  })
  test('keep the text, whatever it is, and find none in the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const found = wordDifferences(a, b)!
        expect(found.pieces.map(({ text }) => text).join('')).toBe(b)
        expect(wordDifferences(b, b)!.words).toBe(0)
      })
    )
  })
  test('give up in time on texts with nothing in common', () => {
    const words = (from: string): string =>
      Array.from({ length: 9000 }, (_, i) => `${from}${i}`).join(' ')
    expect(wordDifferences(words('a'), words('b'))).toBeNull()
  })
})
