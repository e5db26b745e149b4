import { expect, test } from 'vitest'
import { canarySeed, canaryText } from './canaries'

test('canaries have one form, are drawn again alike, and differ by seed, place and draw', () => {
  const seed = canarySeed(7, 'a1'.repeat(32))
  expect(canarySeed(7, 'a1'.repeat(32))).toBe(seed)
  expect(canarySeed(8, 'a1'.repeat(32))).not.toBe(seed)
  expect(canarySeed(7, 'a2'.repeat(32))).not.toBe(seed)
  const texts = [0, 1, 2].flatMap((place) =>
    Array.from({ length: 300 }, (_, draw) => canaryText(seed, place, draw))
  )
  for (const text of texts) expect(text).toMatch(/^The number of locker [123] is(?: \d{3}){4}\.$/)
  expect(new Set(texts).size).toBe(texts.length)
  expect(canaryText(seed, 1, 5)).toBe(texts[305])
  expect(canaryText(canarySeed(8, 'a1'.repeat(32)), 1, 5)).not.toBe(texts[305])
  // Every digit of every group is as likely as the others: of 10,800, 1,080 each (deviation 31).
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const [digit] of text.replace(/^.* is/, '').matchAll(/\d/g))
      counts.set(digit, (counts.get(digit) ?? 0) + 1)
  expect(Math.min(...counts.values())).toBeGreaterThan(900)
  expect(Math.max(...counts.values())).toBeLessThan(1260)
})
