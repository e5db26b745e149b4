import { expect, test } from 'vitest'
import { partsOf } from './recordParts'

test('parts are cut by their lengths and marked where personal data is', () => {
  const text = 'Who?\nWrite to a@b.org now'
  const found = { type: 'email', start: 14, end: 21, valid: null } as const
  expect(
    partsOf({
      ...{ text, pii: [found] },
      layout: [
        ['user', 4],
        ['assistant', 20]
      ]
    })
  ).toEqual([
    { role: 'user', text: 'Who?', pieces: [{ text: 'Who?', finding: null }] },
    {
      ...{ role: 'assistant', text: 'Write to a@b.org now' },
      pieces: [
        { text: 'Write to ', finding: null },
        { text: 'a@b.org', finding: found },
        { text: ' now', finding: null }
      ]
    }
  ])
})
