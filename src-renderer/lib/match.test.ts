import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, matchedSpans, matchScore } from './match'

describe('finding by fragments', () => {
  it('ignores accents, case and the order of words', () => {
    expect(matchScore('CONVERSACAO nova', ['Nova conversação'])).toBeGreaterThan(0)
  })
  it('needs every word, in one text', () => {
    expect(matchScore('dark moon', ['Dark theme', 'moon'])).toBe(0)
  })
  it('puts a beginning before the middle of a word', () => {
    expect(matchScore('mod', ['Models'])).toBeGreaterThan(matchScore('mod', ['All models']))
    expect(matchScore('mod', ['All models'])).toBeGreaterThan(matchScore('mod', ['remodel']))
  })
  it('finds everything with nothing', () => {
    expect(matchScore('  ', ['x'])).toBeGreaterThan(0)
  })
})

describe('the matched pieces of a text', () => {
  const pieces = (query: string, text: string) =>
    matchedSpans(query, text).map(([start, end]) => text.slice(start, end))
  it('are beginnings of words, accents and case aside', () => {
    expect(pieces('sao JOA', 'São João, Sá, joaninha')).toEqual(['São', 'Joã', 'joa'])
    expect(pieces('a\u0301', 'a\u0301b')).toEqual(['a\u0301'])
    expect(pieces('→', 'a → b → c')).toEqual(['→', '→'])
    expect(pieces('  ', 'a b')).toEqual([])
  })
  it('fold to a word of the query, each in its place', () => {
    const texts = fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(texts, ([query, text]) => {
        const words = query.match(/[\p{L}\p{N}\p{M}]+/gu)?.map(fold) ?? [query.trim()]
        let last = 0
        for (const [start, end] of matchedSpans(query, text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
          const piece = fold(text.slice(start, end))
          expect(
            words.some((word) => piece.startsWith(word) || text.slice(start, end) === word)
          ).toBe(true)
        }
      })
    )
  })
})
