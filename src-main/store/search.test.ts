import fc from 'fast-check'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerRow, conversationRow, questionRow } from '../testing/storeRows'
import { conversationReads, conversationWrites } from './conversations'
import type { StoreDatabase } from './database'
import { messageWrites } from './messages'
import { migrate } from './migrate'
import { findConversations, matchExpression } from './search'

let database: StoreDatabase
beforeAll(() => {
  const client = new Database(':memory:')
  client.pragma('foreign_keys = ON')
  migrate(client, ':memory:')
  database = drizzle({ client })
})

function conversation(title: string, text: string, answerText: string): string {
  const { id } = conversationWrites.add(database, conversationRow())
  const question = questionRow(id, text)
  const answer = answerRow(question)
  messageWrites.ask(database, { conversationId: id, question, answer, title })
  messageWrites.append(database, { id: answer.id, text: answerText })
  messageWrites.finish(database, { id: answer.id, status: 'finished', stats: null, error: null })
  return id
}

const search = (query: string) => findConversations(database.$client, query)

const snippet = (query: string, id: string) => search(query).get(id)?.snippet

describe('search', () => {
  let grandmother: string
  let code: string
  beforeAll(() => {
    grandmother = conversation(
      'Receitas da Vovó',
      'Como faço pão de queijo?',
      'Misture o polvilho.'
    )
    code = conversation('Sorting', 'Say "hello" in C++', 'A <b>bold</b> answer: 100 % 😀👍🏽')
  })

  test('neither accents nor case count, in titles and messages, composed or not', () => {
    const queries = ['vovo', 'VOVÓ', 'PAO', 'pão', 'pa\u0303o', 'queijo pao', 'receit']
    const found = queries.map((query) => [query, ...search(query).keys()])
    expect(found).toEqual(queries.map((query) => [query, grandmother]))
    expect(snippet('pao', grandmother)).toBe('Como faço pão de queijo?')
    expect(search('vovo').get(grandmother)).toBeNull()
  })

  test('every word must be there; words in quotes stay together', () => {
    expect([...search('queijo hello').keys()]).toEqual([])
    expect([...search('"pao de queijo"').keys()]).toEqual([grandmother])
    expect([...search('"queijo de pao"').keys()]).toEqual([])
    expect([...search('"hello').keys()]).toEqual([code])
  })

  test('signs and emoji are found as they stand', () => {
    expect(snippet('++', code)).toBe('Say "hello" in C++')
    expect(snippet('👍🏽', code)).toContain('👍🏽')
    expect([...search('%').keys()]).toEqual([code])
    expect([...search('_').keys()]).toEqual([])
  })

  test('the snippet is plain text', () => {
    expect(snippet('bold', code)).toContain('<b>bold</b>')
  })

  test('an answer is found once it has ended; removed conversations apart', () => {
    const { id } = conversationWrites.add(database, conversationRow())
    const question = questionRow(id, 'zebra')
    const answer = answerRow(question)
    messageWrites.ask(database, { conversationId: id, question, answer, title: 'Animals' })
    messageWrites.append(database, { id: answer.id, text: 'okapi' })
    expect(search('okapi').size).toBe(0)
    messageWrites.finish(database, { id: answer.id, status: 'stopped', stats: null, error: null })
    expect([...search('okapi').values()]).toEqual([{ messageId: answer.id, snippet: 'okapi' }])
    const list = (removed: boolean) =>
      conversationReads.list(database, { query: 'okapi', removed }).map((it) => it.id)
    expect([list(false), list(true)]).toEqual([[id], []])
    conversationWrites.update(database, { id, changes: { removedAt: 3 } })
    expect([list(false), list(true)]).toEqual([[], [id]])
  })

  test('nothing that is typed is a syntax error', () => {
    expect(matchExpression(' -"( ')).toBeNull()
    const operators = fc.constantFrom(
      '"',
      '*',
      '(',
      ')',
      'NEAR(',
      'AND',
      'NOT',
      '^',
      ':',
      '-',
      '\0'
    )
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.oneof(operators, fc.string({ unit: 'binary' }))).map((it) => it.join(' '))
    )
    fc.assert(
      fc.property(query, (text) => {
        search(text)
      }),
      { numRuns: 2000 }
    )
  })

  test('what was typed as one of its words is found by it', () => {
    const wordText = fc.stringMatching(/^[a-zà-ÿ0-9]{1,12}$/).filter((it) => !/[÷×]/.test(it))
    fc.assert(
      fc.property(wordText, (text) => {
        const id = conversation('', `before ${text} after`, '')
        const without = text.normalize('NFD').replace(/\p{M}/gu, '')
        const found = search(text.toUpperCase()).has(id) && search(`"${without}"`).has(id)
        conversationWrites.update(database, { id, changes: { removedAt: 1 } })
        conversationWrites.purge(database, 2)
        return found
      }),
      { numRuns: 200 }
    )
  })
})
