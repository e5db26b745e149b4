import { expect, test } from 'vitest'
import { z } from 'zod'
import { readGolden } from '../testing/goldens'
import { isExactMatch, rougeL } from './textOverlap'

test('ROUGE-L is that of the reference package where both see the same words', () => {
  const cases = readGolden(
    'rougeL.json',
    z.array(z.object({ reference: z.string(), answer: z.string(), f: z.number() })).min(40)
  )
  for (const { reference, answer, f } of cases) expect(rougeL(reference, answer)).toBeCloseTo(f, 12)
})

test('accents and other scripts are words', () => {
  expect(rougeL('não há água', 'há água')).toBeCloseTo(0.8, 12)
  expect(rougeL('привет мир', 'Привет, мир!')).toBe(1)
  expect(rougeL('café', 'cafe\u0301')).toBe(1)
})

test('an exact match ignores case, punctuation and spacing, and nothing else', () => {
  expect(isExactMatch('Brasília', ' brasília. ')).toBe(true)
  expect(isExactMatch('Brasília', 'Brasilia')).toBe(false)
  expect(isExactMatch('a b', 'a b c')).toBe(false)
  expect(isExactMatch('!', '?')).toBe(false)
})
