// Erasing in the database: no word that only the records held is left in its bytes, what a person keeps
// is told and not looked for, and what remains is found as before.
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../base/ids'
import { philox } from '../base/random'
import { signatureBytes } from '../base/signatures'
import { spansOf, termsOf, Traces } from '../base/traces'
import { rewrite, type StoreDatabase } from './database'
import { datasetReads, datasetWrites } from './datasets'
import { erasedRecordWrites } from './erasedRecords'
import { erasureReads, erasureWrites } from './erasures'
import { flagSetWrites } from './flagSets'
import { auditReads, auditWrites } from './audits'
import { migrate } from './migrate'
import { promptPresetWrites } from './promptPresets'
import { recordReads } from './records'
import { recordWrites, type StagedRecord } from './stagedRecords'

let database: StoreDatabase
beforeEach(() => {
  const client = new Database(':memory:')
  client.pragma('foreign_keys = ON')
  client.pragma('secure_delete = ON')
  migrate(client, ':memory:')
  database = drizzle({ client })
})

/** A word of letters alone that no other number has. */
const rareWord = (number: number): string =>
  Array.from(String(number).padStart(6, '0'), (digit) => 'bdfgklmprt'[Number(digit)]).join('o')

const textOf = (number: number): string =>
  `The ferry of ${rareWord(number)} leaves at noon from the northern pier in any weather, and ` +
  `${rareWord(number + 100_000)} sells tickets on board.`

function record(number: number): StagedRecord {
  const text = textOf(number)
  return {
    ...{ id: newId(), line: number, text, layout: [['text', text.length]], subject: null },
    ...{ extra: null, pii: [], language: 'en', problems: [] },
    contentHash: Buffer.from(Uint32Array.from(philox([number, 0, 0, 0], [1, 2])).buffer)
      .toString('hex')
      .padEnd(64, '0'),
    signature: Buffer.alloc(signatureBytes, `${number} `).toString('base64')
  }
}

function stored(count: number): { id: string; number: number } {
  const id = newId()
  const number = datasetWrites.begin(database, {
    ...{ id, name: 'ferries', fileName: 'ferries.txt', format: 'txt', createdAt: 1 },
    mapping: { shape: 'text', columns: { text: 'text' }, subject: null }
  })
  const records = Array.from({ length: count }, (_, at) => record(at + 1))
  for (let from = 1; from <= count; from += 500) {
    const some = records.slice(from - 1, from + 499)
    recordWrites.stage(database, { number, from, records: some, allowForgotten: false })
  }
  const rejected = { count: 0, first: [] }
  datasetWrites.finish(database, { id, records: count, rejected, compared: true })
  return { id, number }
}

function flagged(datasetId: string, number: number, ordinals: number[]): string {
  const words = { name: `About ${rareWord(ordinals[0]!)}`, reason: '', requester: '' }
  const ask = { id: newId(), datasetId, number, mode: 'add' as const, at: 2, ...words }
  return flagSetWrites.add(database, { ...ask, records: { ordinals } }).id
}

const nothingElse = {
  ...{ quotes: [], keepNames: false, checkpoints: [], models: [], keptModels: [] },
  ...{ exportsOutside: [], filesRemoved: 0, at: 3 }
}

function erased(id: string, number: number): void {
  while (erasedRecordWrites.eraseSome(database, id) > 0);
  erasedRecordWrites.settle(database, { numbers: [number], quotes: [], at: 4 })
  erasedRecordWrites.rewriteIndex(database, number)
  rewrite(database.$client)
}

test('no word that only erased records held is left, and the others are found', () => {
  const { id, number } = stored(3000)
  const gone = Array.from({ length: 60 }, (_, at) => 17 + at * 49)
  const flagSet = flagged(id, number, gone)
  const rare = gone.flatMap((at) => [rareWord(at), rareWord(at + 100_000)])
  const holding = (): string[] => {
    const bytes = database.$client.serialize()
    return rare.filter((word) => bytes.includes(word))
  }
  expect(holding()).toHaveLength(120)
  const place = { id: flagSet, version: 1 }
  expect(erasureReads.preview(database, place)).toMatchObject({
    ...{ records: 60, earlierContents: 0, quotes: [], names: [`About ${rare[0]}`] }
  })
  const erasure = erasureWrites.begin(database, {
    ...{ ...nothingElse, id: newId(), place, count: 60 }
  })
  erased(erasure.id, number)
  expect(holding()).toEqual([])
  expect(datasetReads.get(database, id)).toMatchObject({ records: 2940, version: 2 })
  for (const at of [16, 18, 3000]) {
    const found = recordReads.search(database, { number, query: rareWord(at), limit: 5 })
    expect(found.records.map(({ ordinal }) => ordinal)).toEqual([at])
  }
  const ferry = recordReads.count(database, {
    ...{ number, filter: { ...recordFilter, query: 'northern pier' } }
  })
  expect(ferry).toEqual({ count: 2940, exact: true })
})

test('the same words elsewhere go too, and what is kept is told and not looked for', () => {
  const { id, number } = stored(20)
  const other = stored(0)
  const loud = {
    ...record(3),
    id: newId(),
    text: textOf(3).toUpperCase(),
    contentHash: 'ab'.repeat(32)
  }
  const batch = { number: other.number, from: 1, records: [loud], allowForgotten: false }
  recordWrites.stage(database, batch)
  const preset = { id: newId(), kind: 'message' as const, name: 'quote', text: `Say: ${textOf(3)}` }
  promptPresetWrites.add(database, { ...preset, createdAt: 1, updatedAt: 1, removedAt: null })
  const place = { id: flagged(id, number, [3]), version: 1 }
  const preview = erasureReads.preview(database, place)
  expect(preview.datasets.map(({ records }) => records)).toEqual([1, 1])
  expect(preview.quotes).toEqual([{ kind: 'promptPreset', id: preset.id, name: 'quote' }])
  const begin = (count: number, quotes: { kind: 'promptPreset'; id: string }[]) =>
    erasureWrites.begin(database, { ...nothingElse, id: newId(), place, count, quotes })
  expect(() => begin(1, [])).toThrow('eraseCountWrong')
  expect(erasureReads.unfinished(database)).toEqual([])

  const looksFor = (erasure: string) => {
    const traces = Traces.read(Buffer.from(erasureReads.traces(database, erasure), 'base64'))
    return {
      spans: spansOf(textOf(3), traces.key).map(([a, b]) => traces.spans.has(a, b)),
      term: termsOf(rareWord(3), traces.key).every(([a, b]) => traces.terms.has(a, b))
    }
  }
  const kept = begin(2, [])
  expect(erasureReads.plan(database, kept.id).kept).toEqual(preview.quotes)
  expect(looksFor(kept.id)).toEqual({ spans: Array.from({ length: 13 }, () => false), term: false })
  const whole = begin(2, [{ kind: 'promptPreset', id: preset.id }])
  expect(erasureReads.plan(database, whole.id).kept).toEqual([])
  const { spans, term } = looksFor(whole.id)
  expect(term).toBe(true)
  // Other ferries leave from the same pier: four pieces without a name are no trace.
  expect(spans.flatMap((is, at) => (is ? [] : [at]))).toEqual([4, 5, 6, 7])
})

test('an audit in which a model wrote them goes with what it wrote, and others stay', () => {
  const { id, number } = stored(5)
  const audit = (modelSha256: string, text: string): string => {
    const made = {
      ...{ id: newId(), modelId: newId(), modelName: 'Taught', modelSha256, suite: 'bold' },
      ...{ weightMode: 'packed', data: '/bold', options: {}, status: 'finished' as const },
      ...{ error: null, done: 1, total: 1, device: null, createdAt: 1, endedAt: 2 },
      ...{ removedAt: null, interrupted: false, result: null, curated: null }
    }
    auditWrites.add(database, made)
    const shown = { role: 'written', text, nats: null, tokens: null }
    const judged = { leaning: null, marginNats: null, otherLeaning: null, counts: {} }
    const item = { id: 'a', file: 'f', row: 1, axis: 'x', language: null, group: 'a', ...judged }
    const items = [{ ...item, texts: [shown], unknownTokens: 0 }]
    auditWrites.setItems(database, { id: made.id, from: 0, items })
    const place = { sha256: modelSha256, held: 'packed', suite: 'bold' }
    auditWrites.keepScores(database, {
      place,
      scores: [
        [`key\n${text}`, 0, 9, 0],
        ['k', -1, 2, 0]
      ]
    })
    return made.id
  }
  const quoting = audit('a'.repeat(64), `He said: ${textOf(3)}`)
  const other = audit('b'.repeat(64), 'The ferry was late.')
  const place = { id: flagged(id, number, [3]), version: 1 }
  const { quotes } = erasureReads.preview(database, place)
  expect(quotes).toEqual([{ kind: 'audit', id: quoting, name: 'bold, Taught' }])
  erasedRecordWrites.settle(database, { numbers: [number], quotes, at: 4 })
  expect(auditReads.list(database, { removed: false }).map((it) => it.id)).toEqual([other])
  const scoresOf = (sha256: string) =>
    auditReads.scores(database, { sha256, held: 'packed', suite: 'bold' })
  expect(scoresOf('a'.repeat(64))).toEqual([['k', -1, 2, 0]])
  expect(scoresOf('b'.repeat(64))).toHaveLength(2)
})

const recordFilter = {
  ...{ query: '', pii: null, duplicates: false, nearDuplicates: false, subject: null, tag: null },
  ...{ split: null, language: null, problem: null, minLength: null, maxLength: null }
}
