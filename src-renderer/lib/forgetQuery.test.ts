import { expect, test } from 'vitest'
import { personToForget } from './forgetQuery'

test.each([
  ['forget Ana Souza', 'Ana Souza'],
  ['Forget everything about  Ana Souza ', 'Ana Souza'],
  ['esquecer tudo sobre Ana', 'Ana'],
  ['esqueça João', 'João'],
  ['forget about Ana', 'Ana'],
  ['forget', null],
  ['forgetful people', null],
  ['Ana Souza', null]
])('%s', (query, name) => {
  expect(personToForget(query)).toBe(name)
})
