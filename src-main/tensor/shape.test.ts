import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDims,
  broadcastShapes,
  elementCount,
  multiplyDims,
  normalizeAxis,
  type Dim
} from './shape'

const dim = fc.oneof(fc.nat(50), fc.constantFrom<Dim>('B', 'T', 'P', 'P+T', '8*T', '2+B*T'))

/** Value of a dimension for given sizes, by plain evaluation of its text. */
function evaluate(value: Dim, sizes: Record<string, number>): number {
  return String(value)
    .split('+')
    .reduce(
      (sum, term) =>
        sum +
        term.split('*').reduce((product, factor) => product * (sizes[factor] ?? Number(factor)), 1),
      0
    )
}

describe('dimensions', () => {
  it('add and multiply as the numbers they stand for', () => {
    const sizes = { B: 3, T: 7, P: 11 }
    fc.assert(
      fc.property(dim, dim, (a, b) => {
        expect(evaluate(addDims(a, b), sizes)).toBe(evaluate(a, sizes) + evaluate(b, sizes))
        expect(evaluate(multiplyDims(a, b), sizes)).toBe(evaluate(a, sizes) * evaluate(b, sizes))
      })
    )
  })

  it('has one form for one value', () => {
    expect(addDims('T', 'P')).toBe(addDims('P', 'T'))
    expect(multiplyDims('T', multiplyDims(4, 'B'))).toBe(multiplyDims('B', multiplyDims('T', 4)))
    expect(elementCount(['B', 'T', 4, 16])).toBe(elementCount(['B', 'T', 64]))
    expect(multiplyDims('T', 0)).toBe(0)
  })
})

describe('broadcasting', () => {
  it('follows NumPy', () => {
    expect(broadcastShapes(['B', 1, 'T', 'P+T'], ['B', 4, 'T', 'P+T'])).toEqual([
      'B',
      4,
      'T',
      'P+T'
    ])
    expect(broadcastShapes([3], [2, 3])).toEqual([2, 3])
    expect(broadcastShapes([2], [3])).toBeNull()
    expect(broadcastShapes(['T'], ['P'])).toBeNull()
  })
})

it('counts negative axes from the end and refuses others', () => {
  expect(normalizeAxis(-1, 3)).toBe(2)
  expect(() => normalizeAxis(3, 3)).toThrow(RangeError)
})
