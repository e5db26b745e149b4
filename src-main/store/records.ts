// Records of datasets: staged in batches, read by pages, searched by words, given to a training.
import type Database from 'better-sqlite3'
import { LetheError } from '../base/errors'
import type {
  DatasetRecord,
  RecordFilter,
  RecordPart,
  RecordRow,
  RecordSort,
  RecordSplit
} from '../contract/records'
import { recordFilterSchema } from '../contract/records'
import type { StoreDatabase } from './database'
import {
  conditionOf,
  type Condition,
  languageNumber,
  orderOf,
  piiBits,
  problemBits,
  splitAt
} from './recordConditions'
import { keyOf, ordinalOf, rangeOf, searchTable } from './recordKeys'
import { putSignatures } from './recordSignatures'
import {
  idBytes,
  idText,
  recordOf,
  recordsAt,
  rowOf,
  storedFindings,
  type StoredRecord
} from './storedRecords'
import { tombstonesOf, type Caught } from './tombstones'

/** What is derived from the text of a record; `contentHash` in hexadecimal. */
export type DerivedRecord = Pick<
  DatasetRecord,
  'text' | 'layout' | 'pii' | 'language' | 'problems'
> & {
  contentHash: string
  /** In base64; '': it has no words. */
  signature: string
}

/** A record on its way in. */
export type StagedRecord = DerivedRecord & Pick<DatasetRecord, 'id' | 'line' | 'subject' | 'extra'>

/** A record as a training takes it, as it was at a version of its dataset. */
export interface TrainingRecord {
  id: string
  ordinal: number
  parts: RecordPart[]
  subject: string | null
  tags: string[]
  split: RecordSplit | null
  hasPii: boolean
  /** HMAC-SHA-256 under the data folder's key, hexadecimal. */
  contentHash: string
}

/** A record that was forgotten, by its place among those that came with it. */
export interface CaughtInBatch extends Caught {
  place: number
  line: number
}

/** Beyond so many matches they are not ranked, and their number is estimated. */
const countedMatches = 20_000
const shownNear = 100

type Ask = { number: number; filter: RecordFilter }

function countOf(database: Database.Database, { number, filter }: Ask) {
  const condition = conditionOf(number, filter)
  if (!condition) return { count: 0, exact: true }
  const { from, where, values } = condition
  if (filter.query.trim() !== '')
    return countMatches(database, number, firstMatches(database, condition))
  const count = database
    .prepare<unknown[], number>(`SELECT count(*) FROM ${from} WHERE ${where}`)
    .pluck()
    .get(...values)!
  return { count, exact: true }
}

/** Keys in their order: all, or one more than are counted. */
function firstMatches(database: Database.Database, condition: Condition): number[] {
  const { from, key, where, values } = condition
  return database
    .prepare<unknown[], number>(`SELECT ${key} FROM ${from} WHERE ${where} ORDER BY ${key} LIMIT ?`)
    .pluck()
    .all(...values, countedMatches + 1)
}

function countMatches(database: Database.Database, number: number, matches: readonly number[]) {
  if (matches.length <= countedMatches) return { count: matches.length, exact: true }
  // The same share of the rest is taken to match.
  const [first, last] = rangeOf(number)
  const all = database
    .prepare<unknown[], number>('SELECT max(key) FROM records WHERE key BETWEEN ? AND ?')
    .pluck()
    .get(first, last)!
  const share = (all - first + 1) / (matches.at(-1)! - first + 1)
  return { count: Math.round(matches.length * share), exact: false }
}

export const recordReads = {
  get(
    database: StoreDatabase,
    { number, ordinal }: { number: number; ordinal: number }
  ): DatasetRecord {
    const [row] = recordsAt(database.$client, [keyOf(number, ordinal)], true)
    if (!row) throw new LetheError('notFound', { kind: 'record', id: String(ordinal) })
    return recordOf(row)
  },
  rowsAt(
    database: StoreDatabase,
    { number, ordinals }: { number: number; ordinals: number[] }
  ): RecordRow[] {
    const keys = ordinals.map((ordinal) => keyOf(number, ordinal))
    return recordsAt(database.$client, keys, false).map(rowOf)
  },
  rows(
    database: StoreDatabase,
    ask: Ask & {
      sort: RecordSort
      from: 'start' | 'end'
      after: number
      skip: number
      limit: number
    }
  ): RecordRow[] {
    const { number, filter, after, skip, limit } = ask
    const isReversed = ask.from === 'end'
    const sort = { ...ask.sort, descending: ask.sort.descending !== isReversed }
    const { $client } = database
    const condition = conditionOf(number, filter, sort.by)
    if (!condition) return []
    const { from, key, values } = condition
    const { orderBy, behind } = orderOf(sort, key)
    let { where } = condition
    if (after > 0) {
      where += ` AND ${behind}`
      if (sort.by !== 'ordinal') values.push(placeOf($client, keyOf(number, after), sort.by))
      values.push(keyOf(number, after))
    }
    const keys = $client
      .prepare<unknown[], number>(
        `SELECT ${key} FROM ${from} WHERE ${where} ORDER BY ${orderBy} LIMIT ? OFFSET ?`
      )
      .pluck()
      .all(...values, limit, skip)
    return recordsAt($client, isReversed ? keys.toReversed() : keys, false).map(rowOf)
  },
  count(database: StoreDatabase, ask: Ask): { count: number; exact: boolean } {
    return countOf(database.$client, ask)
  },
  search(
    database: StoreDatabase,
    { number, query, limit }: { number: number; query: string; limit: number }
  ): { records: DatasetRecord[]; count: number; exact: boolean } {
    const { $client } = database
    const condition =
      query.trim() === '' ? null : conditionOf(number, recordFilterSchema.parse({ query }))
    if (!condition) return { records: [], count: 0, exact: true }
    const matches = firstMatches($client, condition)
    const counted = countMatches($client, number, matches)
    const { from, key, where, values } = condition
    const ranked = (): number[] =>
      $client
        .prepare<unknown[], number>(
          `SELECT ${key} FROM ${from} WHERE ${where} ORDER BY rank LIMIT ?`
        )
        .pluck()
        .all(...values, limit)
    const keys = counted.exact ? ranked() : matches.slice(0, limit)
    return { records: recordsAt($client, keys, true).map(recordOf), ...counted }
  },
  /** At most a hundred, in their order; not what says the same. */
  nearDuplicates(
    database: StoreDatabase,
    { number, ordinal }: { number: number; ordinal: number }
  ): { record: RecordRow; similarity: number | null }[] {
    const { $client } = database
    const [own] = recordsAt($client, [keyOf(number, ordinal)], false)
    if (!own) throw new LetheError('notFound', { kind: 'record', id: String(ordinal) })
    const earlier = own.near_of
    const keys = $client
      .prepare<unknown[], number>(
        `SELECT key FROM record_facts WHERE key >> 32 = ? AND near_of IN (?, ?) AND key <> ?
         ORDER BY key LIMIT ${shownNear}`
      )
      .pluck()
      .all(number, ordinal, earlier ?? ordinal, own.key)
    const others = earlier === null ? keys : [keyOf(number, earlier), ...keys]
    return recordsAt($client, others, false).map((row) => {
      const percent =
        ordinalOf(row.key) === earlier
          ? own.near_percent
          : row.near_of === ordinal
            ? row.near_percent
            : null
      return { record: rowOf(row), similarity: percent === null ? null : percent / 100 }
    })
  },
  /** Whole records in their order, for an export. */
  after(
    database: StoreDatabase,
    { number, after, limit }: { number: number; after: number; limit: number }
  ): DatasetRecord[] {
    return recordsAt(database.$client, keysAfter(database, number, after, limit), true).map(
      recordOf
    )
  },
  /**
   * The records behind the place `after`, in their order, as they were at a version of the dataset: what
   * was changed since is taken from what was kept. `number` as store.read.datasets gives it; with a filter
   * those that match it now.
   */
  forTraining(
    database: StoreDatabase,
    ask: {
      number: number
      version: number
      filter?: RecordFilter | null
      after: number
      limit: number
    }
  ): TrainingRecord[] {
    const { number, version, filter, after, limit } = ask
    const { $client } = database
    const keys = filter
      ? matchingAfter($client, { number, filter }, after, limit)
      : keysAfter(database, number, after, limit)
    const [first, last] = [keys[0], keys.at(-1)]
    if (first === undefined) return []
    // The one that lasted the shortest beyond the version is the last of these for its key.
    const contents = new Map(
      $client
        .prepare<
          unknown[],
          Pick<StoredRecord, 'key' | 'text' | 'layout' | 'pii' | 'subject'> & {
            content_hash: Buffer
          }
        >(
          `SELECT * FROM record_contents_before
           WHERE key BETWEEN ? AND ? AND until > ? ORDER BY key, until DESC`
        )
        .all(first, last, version)
        .map((row) => [row.key, row])
    )
    const marks = new Map(
      $client
        .prepare<unknown[], { key: number; split: number; tags: string }>(
          `SELECT key, split, (SELECT json_group_array(name ORDER BY name) FROM record_tag_names
             WHERE ordinal IN (SELECT value FROM json_each(tags))) AS tags
           FROM record_marks_before
           WHERE key BETWEEN ? AND ? AND until > ? ORDER BY key, until DESC`
        )
        .all(first, last, version)
        .map((row) => [row.key, row])
    )
    return recordsAt($client, keys, true).map((row) => {
      const { text, layout, subject, pii, content_hash } = contents.get(row.key) ?? row
      const { split, tags } = marks.get(row.key) ?? row
      return {
        ...{ id: idText(row.id), ordinal: ordinalOf(row.key), parts: partsOf(text, layout) },
        ...{ subject: subject === '' ? null : subject, tags: JSON.parse(tags) as string[] },
        ...{ split: splitAt(split), hasPii: pii !== null },
        contentHash: content_hash.toString('hex')
      }
    })
  }
}

function keysAfter(
  database: StoreDatabase,
  number: number,
  after: number,
  limit: number
): number[] {
  return database.$client
    .prepare<unknown[], number>(
      'SELECT key FROM record_facts WHERE key > ? AND key <= ? ORDER BY key LIMIT ?'
    )
    .pluck()
    .all(keyOf(number, after), rangeOf(number)[1], limit)
}

function matchingAfter(
  database: Database.Database,
  { number, filter }: Ask,
  after: number,
  limit: number
): number[] {
  const condition = conditionOf(number, filter)
  if (!condition) return []
  const { from, key, where, values } = condition
  return database
    .prepare<unknown[], number>(
      `SELECT ${key} FROM ${from} WHERE ${where} AND ${key} > ? ORDER BY ${key} LIMIT ?`
    )
    .pluck()
    .all(...values, keyOf(number, after), limit)
}

function placeOf(
  database: Database.Database,
  key: number,
  by: 'length' | 'subject'
): number | string {
  const place = database
    .prepare<[number], number | string>(`SELECT ${by} FROM record_facts WHERE key = ?`)
    .pluck()
    .get(key)
  if (place !== undefined) return place
  throw new LetheError('notFound', { kind: 'record', id: String(ordinalOf(key)) })
}

/** The parts of a text, as they lie in it. */
export function partsOf(text: string, layout: string): RecordPart[] {
  let start = 0
  return (JSON.parse(layout) as DatasetRecord['layout']).map(([role, length]) => {
    const part = { role, text: text.slice(start, start + length) }
    start += length + 1
    return part
  })
}

export const recordWrites = {
  /** Records of such a dataset that are like an earlier one: their ordinals and the likeness. */
  stageNear(
    database: StoreDatabase,
    { number, pairs }: { number: number; pairs: [number, number, number][] }
  ): void {
    const { $client } = database
    // What says the same is known already.
    const set = $client.prepare(
      `UPDATE record_facts SET near_of = ?, near_percent = ? WHERE key = ? AND duplicate_of IS NULL`
    )
    $client.transaction(() => {
      for (const [ordinal, of, percent] of pairs) set.run(of, percent, keyOf(number, ordinal))
    })()
  },
  /**
   * One batch of a dataset that nobody sees yet; the first record gets the place `from`. Returns those
   * that were forgotten, by their places in the batch: they are left out unless `allowForgotten`.
   */
  stage(
    database: StoreDatabase,
    ask: { number: number; from: number; records: StagedRecord[]; allowForgotten: boolean }
  ): CaughtInBatch[] {
    const { number, from, allowForgotten } = ask
    const { $client } = database
    const tombstones = tombstonesOf(database)
    const caught: CaughtInBatch[] = []
    ask.records.forEach((record, place) => {
      const found = tombstones?.find(record)
      if (found) caught.push({ place, line: record.line, ...found })
    })
    const left = new Set(allowForgotten ? [] : caught.map(({ place }) => place))
    const records = left.size > 0 ? ask.records.filter((_, place) => !left.has(place)) : ask.records
    const mark = $client.prepare('INSERT INTO forgotten_records VALUES (?, ?)')
    const [first] = rangeOf(number)
    const earliest = $client
      .prepare<[Buffer, number, number], number | null>(
        'SELECT min(key) FROM records WHERE content_hash = ? AND key BETWEEN ? AND ?'
      )
      .pluck()
    const insert = $client.prepare('INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    const facts = $client.prepare(
      'INSERT INTO record_facts VALUES (?, ?, ?, ?, 0, ?, ?, ?, NULL, NULL, 1)'
    )
    const table = searchTable(number)
    const index = $client.prepare(`INSERT INTO ${table} (rowid, text) VALUES (?, ?)`)
    $client.transaction(() => {
      records.forEach((record, at) => {
        const key = keyOf(number, from + at)
        const hash = Buffer.from(record.contentHash, 'hex')
        const same = earliest.get(hash, first, key)
        insert.run(
          ...([key, idBytes(record.id), record.line, record.text] as const),
          ...([JSON.stringify(record.layout), record.extra, hash] as const),
          storedFindings(record.pii)
        )
        facts.run(
          ...([key, record.subject ?? '', record.text.length] as const),
          ...([languageNumber(record.language), problemBits(record.problems)] as const),
          piiBits(record.pii.map(({ type }) => type)),
          same ? ordinalOf(same) : null
        )
        index.run(key, record.text)
      })
      const signatures = records.map(({ signature }) => signature)
      putSignatures($client, { number, from, signatures })
      if (allowForgotten)
        for (const { place, tombstone } of caught) mark.run(keyOf(number, from + place), tombstone)
    })()
    return caught
  }
}
