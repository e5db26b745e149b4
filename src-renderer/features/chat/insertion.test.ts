import fc from 'fast-check'
import { expect, it } from 'vitest'
import { insertion } from './insertion'

it('puts a piece where the selection was, and gives back what was there', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(20), fc.nat(20), (before, piece, at, length) => {
      const start = Math.min(at, before.length)
      const end = Math.min(start + length, before.length)
      const { text, caret, undo } = insertion(before, piece, start, end)
      expect(text.slice(0, start)).toBe(before.slice(0, start))
      expect(text.slice(start, caret)).toBe(piece)
      expect(text.slice(caret)).toBe(before.slice(end))
      expect(undo(text)).toBe(before)
    })
  )
})
it('takes out the piece alone once more was typed', () => {
  const { undo } = insertion('one two', '$& three ', 4, 7)
  expect(undo('one $& three and more')).toBe('one twoand more')
  expect(undo('something else')).toBe('something else')
})
