import { expect, test } from 'vitest'
import { sharesOf } from './splitShares'

test('what is not for validation or test is learned from', () => {
  expect(sharesOf('10', '5 %')).toEqual({ train: 0.85, validation: 0.1, test: 0.05 })
  expect(sharesOf('2,5', '')).toEqual({ train: 0.975, validation: 0.025, test: 0 })
  for (const shares of [sharesOf('33.3', '33.3'), sharesOf('0.1', '99.8'), sharesOf('7', '0')]) {
    const { train, validation, test: last } = shares!
    expect(Math.abs(train + validation + last - 1)).toBeLessThan(1e-9)
  }
})

test.each([
  ['60', '40'],
  ['100', ''],
  ['-1', '0'],
  ['ten', '0'],
  ['1e1', '0']
])('%s and %s are no shares', (validation, last) => {
  expect(sharesOf(validation, last)).toBeNull()
})
