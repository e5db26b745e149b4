import { expect, test } from 'vitest'
import { z } from 'zod'
import { expectClose } from '../testing/closeTo'
import { readGolden } from '../testing/goldens'
import { binomialTest, mcNemar, wilsonInterval } from './proportions'

const goldens = readGolden(
  'proportions.json',
  z.object({
    wilson: z.array(z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()])),
    binomialTest: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
    mcNemar: z.array(z.tuple([z.number(), z.number(), z.number()]))
  })
)

test("Wilson's interval is that of statsmodels", () => {
  for (const [hits, trials, level, low, high] of goldens.wilson) {
    const found = wilsonInterval(hits, trials, level)
    expectClose(found.low, low, 1e-11, 1e-15)
    expectClose(found.high, high, 1e-12)
  }
})

test('the exact binomial test is that of scipy', () => {
  for (const [hits, trials, chance, p] of goldens.binomialTest) {
    expectClose(binomialTest(hits, trials, chance), p, 1e-12)
  }
  expectClose(binomialTest(300, 300), 2 ** -299, 1e-12)
})

test('exact McNemar is that of statsmodels', () => {
  for (const [a, b, p] of goldens.mcNemar) expectClose(mcNemar(a, b), p, 1e-12)
})

test('what is no count is refused', () => {
  expect(() => wilsonInterval(0, 0)).toThrow(RangeError)
  expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
  expect(() => binomialTest(-1, 2)).toThrow(RangeError)
  expect(() => binomialTest(1, 2, 2)).toThrow(RangeError)
  expect(() => mcNemar(0.5, 2)).toThrow(RangeError)
})
