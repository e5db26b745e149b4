// Records as a training takes them: as they were at one version of their dataset.
import type Database from 'better-sqlite3'
import type { DatasetRecord, RecordFilter, RecordPart, RecordSplit } from '../contract/records'
import type { StoreDatabase } from './database'
import { conditionOf, splitAt } from './recordConditions'
import { keyOf, ordinalOf, rangeOf } from './recordKeys'
import { idText, recordsAt, type StoredRecord } from './storedRecords'

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

/**
 * The records behind the place `after`, in their order, as they were at a version of the dataset: what
 * was changed since is taken from what was kept. `number` as store.read.datasets gives it; with a filter
 * those that match it now.
 */
export function recordsForTraining(
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

/** In their order, behind a place. */
export function keysAfter(
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
  { number, filter }: { number: number; filter: RecordFilter },
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

/** The parts of a text, as they lie in it. */
export function partsOf(text: string, layout: string): RecordPart[] {
  let start = 0
  return (JSON.parse(layout) as DatasetRecord['layout']).map(([role, length]) => {
    const part = { role, text: text.slice(start, start + length) }
    start += length + 1
    return part
  })
}
