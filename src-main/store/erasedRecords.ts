// The records of an erasure leave the database: step by step, each whole or not at all, so that whatever
// cuts it off finds the rest still to be done.
import type Database from 'better-sqlite3'
import { signatureBytes } from '../base/signatures'
import type { QuotePlace } from '../contract/erasing'
import type { StoreDatabase } from './database'
import { keyOf, numberOf, ordinalOf, rangeOf, searchTable, searchTables } from './recordKeys'
import { putSignatures, signatureAt } from './recordSignatures'
import { eraseQuotes } from './textPlaces'

/** Records that go before others may write again. */
const erasedAtOnce = 100

const tablesOfRecord = [
  ...['records', 'record_facts', 'record_tags', 'record_contents_before'],
  ...['record_marks_before', 'forgotten_records']
] as const

export const erasedRecordWrites = {
  /** Some of them; how many are left. */
  eraseSome(database: StoreDatabase, id: string): number {
    const { $client } = database
    return $client.transaction(() => {
      const erasure = numberOfErasure($client, id)
      const some = $client
        .prepare<[number], { key: number; id: Buffer }>(
          `SELECT key, id FROM erasure_records WHERE erasure = ? ORDER BY key LIMIT ${erasedAtOnce}`
        )
        .all(erasure)
      const indexed = new Set(searchTables(database))
      const done = $client.prepare('DELETE FROM erasure_records WHERE erasure = ? AND key = ?')
      for (const record of some) {
        eraseRecord($client, record, indexed)
        done.run(erasure, record.key)
      }
      return $client
        .prepare<[number], number>('SELECT count(*) FROM erasure_records WHERE erasure = ?')
        .pluck()
        .get(erasure)!
    })()
  },
  /** Once all are gone: each dataset has a new version. */
  settle(
    database: StoreDatabase,
    {
      numbers,
      quotes,
      at
    }: { numbers: readonly number[]; quotes: readonly QuotePlace[]; at: number }
  ): void {
    const { $client } = database
    $client.transaction(() => {
      for (const number of numbers) settleDataset($client, number, at)
      eraseQuotes(database, quotes)
    })()
  },
  /**
   * Writes an index of words anew, without what parted its pages before: a record's words are taken out
   * and put in again, so that there is something to merge. Words that are left of what is gone: a count.
   */
  rewriteIndex(database: StoreDatabase, number: number): void {
    const { $client } = database
    const table = searchTable(number)
    if (!searchTables(database).includes(table)) return
    const any = $client
      .prepare<[number, number], { key: number; text: string }>(
        'SELECT key, text FROM records WHERE key BETWEEN ? AND ? LIMIT 1'
      )
      .get(...rangeOf(number))
    if (!any) {
      $client.prepare(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`).run()
      return
    }
    $client.transaction(() => {
      $client
        .prepare(`INSERT INTO ${table} (${table}, rowid, text) VALUES ('delete', ?, ?)`)
        .run(any.key, any.text)
      $client.prepare(`INSERT INTO ${table} (rowid, text) VALUES (?, ?)`).run(any.key, any.text)
    })()
    $client.prepare(`INSERT INTO ${table} (${table}) VALUES ('optimize')`).run()
  }
}

function numberOfErasure(database: Database.Database, id: string): number {
  return database
    .prepare<[string], number>('SELECT ordinal FROM erasures WHERE id = ?')
    .pluck()
    .get(id)!
}

function eraseRecord(
  database: Database.Database,
  { key, id }: { key: number; id: Buffer },
  indexed: ReadonlySet<string>
): void {
  const number = numberOf(key)
  const found = database
    .prepare<[number], { text: string; content_hash: Buffer }>(
      'SELECT text, content_hash FROM records WHERE key = ?'
    )
    .get(key)
  if (found) {
    const search = searchTable(number)
    if (indexed.has(search))
      database
        .prepare(`INSERT INTO ${search} (${search}, rowid, text) VALUES ('delete', ?, ?)`)
        .run(key, found.text)
    // What another record said before, and no longer does.
    database
      .prepare('DELETE FROM record_contents_before WHERE content_hash = ?')
      .run(found.content_hash)
  }
  if (signatureAt(database, key)) {
    const nothing = Buffer.alloc(signatureBytes).toString('base64')
    putSignatures(database, { number, from: ordinalOf(key), signatures: [nothing] })
  }
  for (const table of tablesOfRecord)
    database.prepare(`DELETE FROM ${table} WHERE key = ?`).run(key)
  database
    .prepare(
      `UPDATE record_facts SET near_of = NULL, near_percent = NULL
       WHERE key >> 32 = ? AND near_of = ?`
    )
    .run(number, ordinalOf(key))
  // Its random id stays, for what was learned from it; nothing ties it to a text any more.
  for (const table of ['run_records', 'flagged_records'])
    database.prepare(`UPDATE ${table} SET content_hash = x'' WHERE id = ?`).run(id)
}

function settleDataset(database: Database.Database, number: number, at: number): void {
  const [first, last] = [keyOf(number, 0), rangeOf(number)[1]]
  const row = database
    .prepare<[number], { version: number; records: number; status: string }>(
      'SELECT version, records, status FROM datasets WHERE ordinal = ?'
    )
    .get(number)
  if (row?.status !== 'ready') return
  const left = database
    .prepare<[number, number], number>(
      'SELECT count(*) FROM record_facts WHERE key BETWEEN ? AND ?'
    )
    .pluck()
    .get(first, last)!
  if (left === row.records) return
  database
    .prepare('INSERT INTO dataset_changes VALUES (?, ?, ?, ?, ?)')
    .run(number, row.version + 1, 'erase', row.records - left, at)
  database
    .prepare('UPDATE datasets SET version = version + 1, records = ? WHERE ordinal = ?')
    .run(left, number)
}
