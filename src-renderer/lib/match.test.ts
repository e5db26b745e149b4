import { describe, expect, it } from 'vitest'
import { matchScore } from './match'

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
