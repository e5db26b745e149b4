// Records as they lie in the tables, and as they are given out.
import type Database from 'better-sqlite3'
import {
  recordRowSchema,
  recordSchema,
  type DatasetRecord,
  type PiiFinding,
  type RecordRow
} from '../contract/records'
import { languageAt, piiTypesOf, problemsOf, splitAt } from './recordConditions'
import { ordinalOf } from './recordKeys'

const beginningChars = 240

export interface StoredRecord {
  key: number
  id: Buffer
  line: number
  text: string
  layout: string
  extra: string | null
  content_hash: Buffer
  pii: string | null
  subject: string
  length: number
  language: number
  split: number
  problems: number
  pii_types: number
  duplicate_of: number | null
  near_of: number | null
  near_percent: number | null
  version: number
  tags: string // JSON
}

export const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
export const idText = (id: Buffer): string =>
  id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

const tagsOfRecord = `(
  SELECT json_group_array(name ORDER BY name) FROM record_tags
  JOIN record_tag_names ON ordinal = tag WHERE record_tags.key = records.key
) AS tags`

/** In the order of the keys; what is not there is left out. `whole`: the text, not its beginning. */
export function recordsAt(
  database: Database.Database,
  keys: readonly number[],
  whole: boolean
): StoredRecord[] {
  const columns = whole
    ? 'records.*'
    : `records.key, id, substr(records.text, 1, ${beginningChars}) AS text`
  const rows = database
    .prepare<[string], StoredRecord>(
      `SELECT record_facts.*, ${columns}, ${tagsOfRecord}
       FROM records JOIN record_facts ON record_facts.key = records.key
       WHERE records.key IN (SELECT value FROM json_each(?))`
    )
    .all(JSON.stringify(keys))
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}

function factsOf(row: StoredRecord) {
  const { near_of: ordinal, near_percent: percent } = row
  return {
    nearDuplicateOf: ordinal === null ? null : { ordinal, similarity: (percent ?? 0) / 100 },
    ...{ id: idText(row.id), ordinal: ordinalOf(row.key), duplicateOf: row.duplicate_of },
    ...{ subject: row.subject === '' ? null : row.subject, length: row.length },
    ...{ language: languageAt(row.language), problems: problemsOf(row.problems) },
    ...{ split: splitAt(row.split), tags: JSON.parse(row.tags), version: row.version }
  }
}

export function recordOf(row: StoredRecord): DatasetRecord {
  return recordSchema.parse({
    ...factsOf(row),
    ...{ line: row.line, text: row.text, layout: JSON.parse(row.layout), extra: row.extra },
    pii: findingsOf(row.pii)
  })
}

export function rowOf(row: StoredRecord): RecordRow {
  const more = { beginning: row.text, piiTypes: piiTypesOf(row.pii_types) }
  return recordRowSchema.parse({ ...factsOf(row), ...more })
}

/** Stored as [[type, start, end, valid]]. */
export function findingsOf(json: string | null): PiiFinding[] {
  if (json === null) return []
  const stored = JSON.parse(json) as [PiiFinding['type'], number, number, boolean | null][]
  return stored.map(([type, start, end, valid]) => ({ type, start, end, valid }))
}

export function storedFindings(pii: readonly PiiFinding[]): string | null {
  if (pii.length === 0) return null
  return JSON.stringify(pii.map(({ type, start, end, valid }) => [type, start, end, valid]))
}
