import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSampling, samplingPresets, samplingSchema } from '../../../src-main/contract/chat'
import { en } from '../../messages/en/index'
import { formatters } from '../../messages/format'
import { isCloseCall, wordBefore, wordNumber, wordsOf } from './words'
import { byDay } from './days'
import { presetOf, readField, samplingFields } from './samplingFields'
import { shortened } from './shortened'

describe('sampling fields', () => {
  it('covers every setting of the contract, with the contract’s limits', () => {
    expect(samplingFields.map(({ key }) => key).sort()).toEqual(Object.keys(defaultSampling).sort())
    for (const { key, low, high, step } of samplingFields) {
      const accepts = (value: number): boolean =>
        samplingSchema.safeParse({ ...defaultSampling, [key]: value }).success
      const accepted = [low - step, low, high, high + step].map(accepts)
      expect([key, ...accepted]).toEqual([key, false, true, true, false])
    }
  })
  it('reads numbers as both languages write them and refuses the rest', () => {
    const field = samplingFields.find(({ key }) => key === 'temperature')!
    expect(readField(field, '0,7')).toEqual({ value: 0.7 })
    expect(readField(field, ' 0.7 ')).toEqual({ value: 0.7 })
    for (const bad of ['', 'x', '2.1', '-0.1', 'NaN', '1e9'])
      expect(readField(field, bad)).toBe('bad')
    const seed = samplingFields.find(({ key }) => key === 'seed')!
    expect(readField(seed, '')).toEqual({ value: null })
    expect(readField(seed, '1.5')).toBe('bad')
  })
  it('recognises presets', () => {
    expect(presetOf(defaultSampling)).toBe('balanced')
    expect(presetOf({ ...defaultSampling, ...samplingPresets.exact, seed: 3 })).toBe('exact')
    expect(presetOf({ ...defaultSampling, temperature: 0.71 })).toBeNull()
  })
})

describe('a shortened question', () => {
  it('is a piece of the text, not longer than its share', () => {
    const share = fc.double({ min: 0, max: 1.5, noNaN: true })
    const keep = fc.constantFrom('beginning' as const, 'end' as const)
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), share, keep, (text, part, end) => {
        const short = shortened(text, part, end)
        expect(short.length).toBeLessThanOrEqual(Math.max(0, text.length * Math.min(1, part)))
        expect(end === 'end' ? text.endsWith(short) : text.startsWith(short)).toBe(true)
      })
    )
  })
})

describe('conversations by day', () => {
  it('groups and puts the newest first', () => {
    const now = new Date(2026, 10, 24, 0, 30).getTime()
    const at = (id: string, updatedAt: number, pinnedAt: number | null = null) =>
      ({ id, updatedAt, pinnedAt }) as never
    const groups = byDay(
      [
        at('old', new Date(2026, 8, 1).getTime()),
        at('yesterday', now - 3_600_000),
        at('kept', new Date(2025, 1, 1).getTime(), 5),
        at('kept before', now, 4),
        at('today', now),
        at('week', new Date(2026, 10, 18, 12).getTime())
      ],
      en.chat,
      formatters('en'),
      now
    )
    expect(
      groups.map(({ label, conversations }) => [label, ...conversations.map(({ id }) => id)])
    ).toEqual([
      ['Pinned', 'kept before', 'kept'],
      ['Today', 'today'],
      ['Yesterday', 'yesterday'],
      ['Last 7 days', 'week'],
      ['September 2026', 'old']
    ])
  })
})

describe('the words of an answer', () => {
  const token = (start: number, end: number, shares: number[] = [1]) => ({
    ...{ start, end, id: start, logprob: Math.log(shares[0] ?? 1) },
    alternatives: shares.map((share, id) => ({
      ...{ id, text: 'x', logprob: Math.log(share), ends: false }
    }))
  })
  it('are the tokens that can be seen, with their place among all', () => {
    const text = 'a \n😀b'
    const words = wordsOf([token(0, 1), token(1, 3), token(3, 3), token(3, 5), token(5, 6)], text)
    expect(words.map(({ index, text: said }) => [index, said])).toEqual([
      [0, 'a'],
      [3, '😀'],
      [4, 'b']
    ])
  })
  it('are close calls below twice the next share', () => {
    expect(isCloseCall(token(0, 1, [0.39, 0.2]))).toBe(true)
    expect(isCloseCall(token(0, 1, [0.41, 0.2]))).toBe(false)
    expect(isCloseCall(token(0, 1, [0.1]))).toBe(false)
  })
  it('know the written word they are in', () => {
    expect(wordBefore('she plays vio', 13)).toBe('vio')
    expect(wordBefore('she plays ', 10)).toBe('')
    expect(wordNumber('one two\nthree', 4)).toEqual({ at: 2, of: 3 })
    expect(wordNumber('one two\nthree', 9)).toEqual({ at: 3, of: 3 })
  })
})
