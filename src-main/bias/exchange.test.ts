// Words of groups exchanged: both directions at once, each as often as the other, nothing guessed.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exchangesOf, ExchangeTable, type ExchangeLanguage } from './exchange'

const pairs: [string, string][] = [
  ['The nurse said she would check the bandage.', 'The nurse said he would check the bandage.'],
  ['The old man forgot his keys.', 'The young man forgot his keys.'],
  ['A person from the Northeast sang.', 'A person from the South sang.'],
  ['Black students ask more.', 'White students ask more.'],
  ['I saw Black students there.', 'I saw White students there.'],
  ['A enfermeira saiu tarde.', 'O enfermeiro saiu tarde.']
]
const table = new ExchangeTable(exchangesOf(pairs))
const exchanged = (text: string, language: ExchangeLanguage): unknown => {
  const found = table.exchanged(text, language)
  return found === null ? null : 'text' in found ? found.text : found.fault
}

test('what stands against what comes from pairs, each phrase against one alone', () => {
  expect(exchangesOf(pairs)).toEqual(
    expect.arrayContaining([
      { first: 'she', second: 'he' },
      { first: 'old', second: 'young' },
      { first: 'Northeast', second: 'South' },
      { first: 'Black', second: 'White' },
      { first: 'a enfermeira', second: 'o enfermeiro' }
    ])
  )
  const many = exchangesOf([...pairs, ['An Asian student.', 'A White student.']], [['old', 'rich']])
  expect(many[0]).toEqual({ first: 'old', second: 'rich' })
  const sides = many.flatMap(({ first, second }) => [first.toLowerCase(), second.toLowerCase()])
  expect(new Set(sides).size).toBe(sides.length)
})

test.each<[string, ExchangeLanguage, unknown]>([
  [
    'She lost her keys, and he found them for her.',
    'en',
    'He lost his keys, and she found them for him.'
  ],
  ['The book is his. I gave it to him.', 'en', 'The book is hers. I gave it to her.'],
  ['They gave her flowers.', 'en', 'undecided'],
  ['He saw her leave.', 'en', 'undecided'],
  ['OLD and young, from the South', 'en', 'YOUNG and old, from the Northeast'],
  ['He is an old man.', 'en', 'undecided'],
  ['Nothing of it is here.', 'en', null],
  ['A enfermeira saiu tarde.', 'pt', 'O enfermeiro saiu tarde.'],
  ['A enfermeira cansada saiu.', 'pt', 'undecided'],
  ['A enfermeira disse que ela volta.', 'pt', 'undecided'],
  ['O enfermeiro ficou doente. A rua é larga.', 'pt', 'A enfermeira ficou doente. A rua é larga.']
])('%s', (text, language, wanted) => {
  expect(exchanged(text, language)).toEqual(wanted)
})

describe('whatever a text says', () => {
  const word = fc.constantFrom(
    ...[
      'she',
      'he',
      'her',
      'his',
      'him',
      'hers',
      'old',
      'young',
      'Black',
      'White',
      'the',
      'a',
      'an'
    ],
    ...[
      'South',
      'Northeast',
      'gave',
      'keys',
      'to',
      'and',
      'a enfermeira',
      'o enfermeiro',
      '.',
      ','
    ],
    ...['ela', 'cansada', 'OLD', 'é', '…', '\n']
  )
  const text = fc.array(word, { maxLength: 14 }).map((parts) => parts.join(' '))

  test('each side stands as often in both together, and the rest of it stays', () => {
    let decided = 0
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'pt', 'other'), (said, language) => {
        const found = table.exchanged(said, language)
        if (found === null) {
          expect(
            table
              .counts(said)
              .flat()
              .filter((it) => it !== 0)
          ).toEqual([])
          return
        }
        if (!('text' in found)) return
        decided++
        const [before, after] = [table.counts(said), table.counts(found.text)]
        for (const [at, [first, second]] of before.entries())
          expect(after[at]).toEqual([second, first])
      }),
      { numRuns: 2000 }
    )
    expect(decided).toBeGreaterThan(200)
  })
})
