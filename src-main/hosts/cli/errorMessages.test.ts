// Every error reads as three whole sentences.
import { expect, it } from 'vitest'
import { errorCodes, LetheError } from '../../base/errors'
import { errorMessage } from './errorMessages'

/** Answers every parameter with a word that shows where it went. */
const anything = new Proxy<Record<string, string>>(
  {},
  { get: (_target, name) => `<${String(name)}>` }
)

it.each(errorCodes)('%s says what happened, what to do and what is safe', (code) => {
  for (const sentence of Object.values(errorMessage({ code, params: anything }))) {
    expect(sentence).toMatch(/^[A-Z<`].*[.?!]$/s)
    expect(sentence).not.toMatch(/undefined|NaN|\.\.$/)
  }
})

it('names what is concerned and leaves out what is not known', () => {
  const message = (error: LetheError): string => errorMessage(error).happened
  expect(message(new LetheError('modelNotFound', { model: 'a', nearest: 'b' }))).toBe(
    'There is no model "a". Did you mean "b"?'
  )
  expect(message(new LetheError('modelNotFound', { model: 'a' }))).toBe('There is no model "a".')
  expect(message(new LetheError('fileMalformed', { path: 'x', reason: 'bad.', offset: 8 }))).toBe(
    'x is not well formed at byte 8: bad.'
  )
  expect(
    message(new LetheError('outOfMemory', { needBytes: 3 * 2 ** 30, freeBytes: 2 ** 30 }))
  ).toBe('Not enough memory: about 3.0 GB needed, 1.0 GB free.')
})
