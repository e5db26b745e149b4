import { expect, test } from 'vitest'
import { leftAfterSending } from './leftAfterSending'

test.each([
  ['nothing more was typed', 'Hello', 'Hello', ''],
  ['typed on behind it', 'Hello', 'Hello and more', ' and more'],
  ['typed before it', 'Hello', 'So: Hello', 'So: '],
  ['typed in its middle', 'one two', 'one x two', 'x '],
  ['the same letters again', 'aa', 'aaaa', 'aa'],
  ['it was emptied and written anew', 'Hello', 'Bye', 'Bye'],
  ['its end was taken back', 'Hello', 'Hell', 'Hell'],
  ['it was emptied', 'Hello', '', ''],
  ['letters of it were replaced', 'Hello', 'Hallo there', 'Hallo there']
])('%s', (_title, sent, now, left) => {
  expect(leftAfterSending(sent, now)).toBe(left)
})
