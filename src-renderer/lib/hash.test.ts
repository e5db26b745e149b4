import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf, parseHash } from './hash'

describe('addresses', () => {
  it.each([
    ['', { place: '', rest: [] }],
    ['#/', { place: '', rest: [] }],
    ['#/chat', { place: 'chat', rest: [] }],
    ['#/models/abc?x=1', { place: 'models', rest: ['abc'] }],
    ['#/chat/%E0%A4%A', { place: 'chat', rest: ['%E0%A4%A'] }]
  ])('reads %j', (hash, route) => {
    expect(parseHash(hash)).toEqual(route)
  })

  it('reads back what it writes', () => {
    const part = fc.string({ minLength: 1, unit: 'grapheme' })
    fc.assert(
      fc.property(part, fc.array(part), (place, rest) => {
        expect(parseHash(hashOf(place, ...rest))).toEqual({ place, rest })
      })
    )
  })
})
