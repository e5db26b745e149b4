import { expect, test } from 'vitest'
import { z } from 'zod'
import { expectClose } from '../testing/closeTo'
import { readGolden } from '../testing/goldens'
import {
  binomialProbability,
  incompleteBeta,
  logGamma,
  normalQuantile,
  normalTail,
  studentQuantile,
  studentTail
} from './distributions'
import { kolmogorovTail } from './kolmogorovSmirnov'

const rows = z.array(z.array(z.number())).min(8)
const goldens = readGolden(
  'distributions.json',
  z.object({
    normalTail: rows,
    normalQuantile: rows,
    studentTail: rows,
    studentQuantile: rows,
    incompleteBeta: rows,
    binomial: rows,
    logGamma: rows,
    kolmogorovTail: rows
  })
)

const functions = {
  normalTail,
  normalQuantile,
  studentTail,
  studentQuantile,
  incompleteBeta,
  binomial: binomialProbability,
  logGamma,
  kolmogorovTail
} as unknown as Record<keyof typeof goldens, (...args: number[]) => number>

test.each(Object.keys(functions) as (keyof typeof goldens)[])(
  '%s has the digits of scipy, tails included',
  (name) => {
    for (const row of goldens[name]) {
      expectClose(
        functions[name](...row.slice(0, -1)),
        row.at(-1)!,
        1e-12,
        4e-15 * Number(row.at(-1) === 0)
      )
    }
  }
)

test('quantiles undo tails, and nonsense is NaN', () => {
  for (const share of [1e-200, 1e-21, 0.3, 0.5]) {
    expectClose(normalTail(-normalQuantile(share)), share, 1e-12)
  }
  for (const share of [0.6, 0.99, 0.9999999]) {
    expectClose(1 - studentTail(studentQuantile(share, 3.5), 3.5), share, 1e-14)
  }
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity])
  expect(normalQuantile(1.1)).toBeNaN()
  expect(studentTail(1, 0)).toBeNaN()
  expect(studentQuantile(1, 3)).toBeNaN()
  expect(incompleteBeta(1, 1, -0.1)).toBeNaN()
})

test('binomial probabilities add up to 1', () => {
  for (const [n, chance] of [
    [7, 0.5],
    [200, 0.01],
    [1000, 0.7]
  ] as const) {
    const all = Array.from({ length: n + 1 }, (_, k) => binomialProbability(k, n, chance))
    expectClose(
      all.reduce((total, it) => total + it, 0),
      1,
      1e-13
    )
  }
})
