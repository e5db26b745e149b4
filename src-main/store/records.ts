// Records of datasets: staged in batches, read by pages in the order of their file, searched by words.
import type Database from 'better-sqlite3'
import { LetheError } from '../base/errors'
import {
  piiTypes,
  recordRowSchema,
  recordSchema,
  type DatasetRecord,
  type PiiFinding,
  type PiiType,
  type RecordFilter,
  type RecordRow
} from '../contract/datasets'
import type { StoreDatabase } from './database'
import { keyOf, ordinalOf, rangeOf, searchTable } from './recordKeys'
import { matchExpression } from './search'

/** A record on its way in; `contentHash` in hexadecimal. */
export type StagedRecord = Omit<DatasetRecord, 'ordinal' | 'duplicateOf'> & { contentHash: string }

const beginningChars = 240
/** Beyond so many matches they are not ranked, and their number is estimated. */
const countedMatches = 20_000
/** Shorter words match only as they stand: half the index begins with "t". */
const beginningFrom = 2

interface Selected {
  key: number
  id: Buffer
  line: number
  text: string
  layout: string
  subject: string | null
  extra: string | null
  pii: string | null
  pii_types: number
  duplicate_of: number | null
}

const bitOf = (type: PiiType): number => 1 << piiTypes.indexOf(type)
const hexId = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const textId = (id: Buffer): string =>
  id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

function recordOf(row: Selected): DatasetRecord {
  return recordSchema.parse({
    ...{ id: textId(row.id), ordinal: ordinalOf(row.key), line: row.line, text: row.text },
    ...{ layout: JSON.parse(row.layout), subject: row.subject, extra: row.extra },
    ...{ pii: findingsOf(row.pii), duplicateOf: row.duplicate_of }
  })
}

function rowOf(row: Selected): RecordRow {
  return recordRowSchema.parse({
    ...{ id: textId(row.id), ordinal: ordinalOf(row.key), subject: row.subject },
    ...{ duplicateOf: row.duplicate_of, beginning: row.text },
    piiTypes: piiTypes.filter((type) => row.pii_types & bitOf(type))
  })
}

/** Stored as [[type, start, end, valid]]. */
function findingsOf(json: string | null): unknown[] {
  if (json === null) return []
  const stored = JSON.parse(json) as [string, number, number, boolean | null][]
  return stored.map(([type, start, end, valid]) => ({ type, start, end, valid }))
}

function storedFindings(pii: readonly PiiFinding[]): string | null {
  if (pii.length === 0) return null
  return JSON.stringify(pii.map(({ type, start, end, valid }) => [type, start, end, valid]))
}

interface Condition {
  from: string
  where: string
  values: (number | string)[]
  /** Column to page by; that of the index of words, where it leads. */
  key: string
}

/** null: nothing can match (a query of signs alone). */
function conditionOf(number: number, filter: RecordFilter): Condition | null {
  const parts: string[] = []
  const values: (number | string)[] = []
  const search = searchTable(number)
  let from = 'records'
  let key = 'records.key'
  if (filter.query.trim() !== '') {
    const expression = matchExpression(filter.query, beginningFrom)
    if (expression === null) return null
    from = `${search} JOIN records ON records.key = ${search}.rowid`
    key = `${search}.rowid`
    parts.push(`${search} MATCH ?`)
    values.push(expression)
  }
  if (filter.pii === 'any') parts.push('pii_types <> 0')
  else if (filter.pii) {
    parts.push('pii_types <> 0 AND pii_types & ?')
    values.push(bitOf(filter.pii))
  }
  if (filter.duplicates) parts.push('duplicate_of IS NOT NULL')
  if (filter.subject !== null) {
    parts.push('subject = ?')
    values.push(filter.subject)
  }
  return { from, key, values, where: parts.map((part) => ` AND ${part}`).join('') }
}

type Ask = { number: number; filter: RecordFilter }

function countOf(database: Database.Database, { number, filter }: Ask) {
  const [first, last] = rangeOf(number)
  const condition = conditionOf(number, filter)
  if (!condition) return { count: 0, exact: true }
  const { from, key, where, values } = condition
  const limit = filter.query.trim() === '' ? -1 : countedMatches + 1
  const { count, reached } = database
    .prepare<unknown[], { count: number; reached: number | null }>(
      `SELECT count(*) AS count, max(key) AS reached FROM
       (SELECT ${key} AS key FROM ${from} WHERE ${key} BETWEEN ? AND ?${where}
        ORDER BY ${key} LIMIT ?)`
    )
    .get(first, last, ...values, limit)!
  if (limit < 0 || count <= countedMatches) return { count, exact: true }
  // The same share of the rest is taken to match.
  const all = database
    .prepare<unknown[], number>('SELECT max(key) FROM records WHERE key BETWEEN ? AND ?')
    .pluck()
    .get(first, last)!
  const share = (all - first + 1) / ((reached ?? all) - first + 1)
  return { count: Math.round(count * share), exact: false }
}

export const recordReads = {
  get(
    database: StoreDatabase,
    { number, ordinal }: { number: number; ordinal: number }
  ): DatasetRecord {
    const row = database.$client
      .prepare<[number], Selected>('SELECT * FROM records WHERE key = ?')
      .get(keyOf(number, ordinal))
    if (!row) throw new LetheError('notFound', { kind: 'record', id: String(ordinal) })
    return recordOf(row)
  },
  /** In the order of the file. */
  rows(
    database: StoreDatabase,
    { number, filter, after, skip, limit }: Ask & { after: number; skip: number; limit: number }
  ): RecordRow[] {
    const condition = conditionOf(number, filter)
    if (!condition) return []
    const { from, key, where, values } = condition
    const [, last] = rangeOf(number)
    return database.$client
      .prepare<unknown[], Selected>(
        `SELECT records.key, id, subject, pii_types, duplicate_of,
         substr(records.text, 1, ${beginningChars}) AS text
         FROM ${from} WHERE ${key} > ? AND ${key} <= ?${where} ORDER BY ${key} LIMIT ? OFFSET ?`
      )
      .all(keyOf(number, after), last, ...values, limit, skip)
      .map(rowOf)
  },
  count(database: StoreDatabase, ask: Ask): { count: number; exact: boolean } {
    return countOf(database.$client, ask)
  },
  search(
    database: StoreDatabase,
    { number, query, limit }: { number: number; query: string; limit: number }
  ): { records: DatasetRecord[]; count: number; exact: boolean } {
    const filter = { query, pii: null, duplicates: false, subject: null }
    const condition = conditionOf(number, filter)
    const counted = countOf(database.$client, { number, filter })
    if (!condition) return { records: [], ...counted }
    const { from, key, where, values } = condition
    const order = counted.exact ? 'rank' : key
    const records = database.$client
      .prepare<unknown[], Selected>(
        `SELECT records.* FROM ${from} WHERE 1${where} ORDER BY ${order} LIMIT ?`
      )
      .all(...values, limit)
      .map(recordOf)
    return { records, ...counted }
  },
  /** Whole records in their order, for an export. */
  after(
    database: StoreDatabase,
    { number, after, limit }: { number: number; after: number; limit: number }
  ): DatasetRecord[] {
    const [, last] = rangeOf(number)
    return database.$client
      .prepare<unknown[], Selected>(
        'SELECT * FROM records WHERE key > ? AND key <= ? ORDER BY key LIMIT ?'
      )
      .all(keyOf(number, after), last, limit)
      .map(recordOf)
  },
  piiSummary(
    database: StoreDatabase,
    number: number
  ): { type: PiiType; findings: number; valid: number; records: number }[] {
    const found = database.$client
      .prepare<unknown[], { type: PiiType; findings: number; valid: number; records: number }>(
        `SELECT json_extract(value, '$[0]') AS type, count(*) AS findings,
         sum(json_extract(value, '$[3]') IS 1) AS valid, count(DISTINCT records.key) AS records
         FROM records INDEXED BY records_with_pii, json_each(records.pii)
         WHERE records.key BETWEEN ? AND ? AND pii_types <> 0 GROUP BY 1`
      )
      .all(...rangeOf(number))
    return piiTypes.flatMap((type) => found.filter((it) => it.type === type))
  }
}

export const recordWrites = {
  /** One batch of a dataset that nobody sees yet; the first record gets the place `from`. */
  stage(
    database: StoreDatabase,
    { number, from, records }: { number: number; from: number; records: StagedRecord[] }
  ): void {
    const { $client } = database
    const [first] = rangeOf(number)
    const earliest = $client
      .prepare<[Buffer, number, number], number | null>(
        'SELECT min(key) FROM records WHERE content_hash = ? AND key BETWEEN ? AND ?'
      )
      .pluck()
    const insert = $client.prepare('INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    const table = searchTable(number)
    const index = $client.prepare(`INSERT INTO ${table} (rowid, text) VALUES (?, ?)`)
    $client.transaction(() => {
      records.forEach((record, at) => {
        const key = keyOf(number, from + at)
        const hash = Buffer.from(record.contentHash, 'hex')
        const same = earliest.get(hash, first, key)
        insert.run(
          ...([key, hexId(record.id), record.line, record.text] as const),
          ...([JSON.stringify(record.layout), record.subject, record.extra, hash] as const),
          storedFindings(record.pii),
          record.pii.reduce((bits, { type }) => bits | bitOf(type), 0),
          same ? ordinalOf(same) : null
        )
        index.run(key, record.text)
      })
    })()
  }
}
