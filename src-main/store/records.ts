// Records of datasets: read by pages, searched by words, given to a training.
import type Database from 'better-sqlite3'
import { LetheError } from '../base/errors'
import {
  recordFilterSchema,
  type DatasetRecord,
  type RecordFilter,
  type RecordRow,
  type RecordSort
} from '../contract/records'
import type { StoreDatabase } from './database'
import { conditionOf, orderOf, type Condition } from './recordConditions'
import { keyOf, ordinalOf, rangeOf } from './recordKeys'
import { keysAfter, recordsForTraining } from './recordsForTraining'
import { recordOf, recordsAt, rowOf } from './storedRecords'

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
  forTraining: recordsForTraining
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
