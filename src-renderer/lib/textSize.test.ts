import { expect, test } from 'vitest'
import { bytesAbove } from './textSize'

test.each([
  ['', null],
  ['aaaa', null],
  ['aaaaa', 5],
  ['éé', null],
  ['ééa', 5],
  ['😀', null],
  ['😀a', 5],
  ['\ud83d', null]
])('of %j above 4 bytes are %s', (text, size) => {
  expect(bytesAbove(text, 4)).toBe(size)
})
