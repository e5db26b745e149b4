// Changes of records. Each makes a new version of the dataset and keeps what the records were before it,
// so that it can be undone, and a training goes on with the version that it began with.
import type Database from 'better-sqlite3'
import { LetheError } from '../base/errors'
import { uniform } from '../base/random'
import {
  datasetChangeSchema,
  recordVersionSchema,
  type DatasetChange,
  type RecordSelection,
  type RecordSplit,
  type RecordVersion
} from '../contract/datasets'
import type { StoreDatabase } from './database'
import { readyOf, type StoredDataset } from './datasets'
import { conditionOf, languageNumber, piiBits, problemBits, splitNumber } from './recordConditions'
import { keyOf, ordinalOf, rangeOf, searchTable } from './recordKeys'
import type { DerivedRecord } from './records'
import { findingsOf, storedFindings } from './storedRecords'

const shownChanges = 100

export interface Changed {
  dataset: StoredDataset
  /** null: nothing was to be changed. */
  change: DatasetChange | null
}

interface Content {
  text: string
  layout: string
  subject: string
  content_hash: Buffer
  pii: string | null
  language: number
  problems: number
}

type Mark = { id: string; selection: RecordSelection; at: number }

export const recordChangeReads = {
  /** The latest first. */
  list(database: StoreDatabase, number: number): DatasetChange[] {
    return database.$client
      .prepare<[number], Record<string, unknown>>(
        `SELECT version, kind, records, changed_at AS changedAt FROM dataset_changes
         WHERE dataset = ? ORDER BY version DESC LIMIT ${shownChanges}`
      )
      .all(number)
      .map((row) => datasetChangeSchema.parse(row))
  },
  /** What a record says and said, the latest first. */
  versions(
    database: StoreDatabase,
    { number, ordinal }: { number: number; ordinal: number }
  ): RecordVersion[] {
    const key = keyOf(number, ordinal)
    const rows = database.$client
      .prepare<unknown[], Content & { since: number; changedAt: number }>(
        `SELECT contents.*, ifnull(changed_at, created_at) AS changedAt FROM (
           SELECT text, layout, subject, pii, version AS since FROM records
             JOIN record_facts USING (key) WHERE key = :key
           UNION ALL
           SELECT text, layout, subject, pii, since FROM record_contents_before WHERE key = :key
         ) AS contents
         JOIN datasets ON datasets.ordinal = :number
         LEFT JOIN dataset_changes ON dataset = :number AND dataset_changes.version = since
         ORDER BY since DESC`
      )
      .all({ key, number })
    if (rows.length === 0) throw new LetheError('notFound', { kind: 'record', id: String(ordinal) })
    return rows.map((row) =>
      recordVersionSchema.parse({
        ...{ from: row.since, changedAt: row.changedAt, text: row.text },
        ...{ layout: JSON.parse(row.layout), pii: findingsOf(row.pii) },
        subject: row.subject === '' ? null : row.subject
      })
    )
  },
  tags(database: StoreDatabase, number: number): { tag: string; records: number }[] {
    return database.$client
      .prepare<[number], { tag: string; records: number }>(
        `SELECT name AS tag, count(*) AS records FROM record_tag_names
         JOIN record_tags ON tag = ordinal WHERE dataset = ? GROUP BY ordinal ORDER BY name`
      )
      .all(number)
  }
}

export const recordChangeWrites = {
  /** Another text, or another subject, or both. */
  edit(
    database: StoreDatabase,
    ask: { id: string; ordinal: number; record: DerivedRecord; subject: string | null; at: number }
  ): Changed {
    const { id, ordinal, record, subject, at } = ask
    return changed(database, { id, kind: 'edit', at }, ({ number, version }) => {
      const key = keyOf(number, ordinal)
      const now = contentOf(database.$client, key)
      const content: Content = {
        ...{ text: record.text, layout: JSON.stringify(record.layout), subject: subject ?? '' },
        ...{ content_hash: Buffer.from(record.contentHash, 'hex') },
        ...{ pii: storedFindings(record.pii), language: languageNumber(record.language) },
        problems: problemBits(record.problems)
      }
      if (now.content_hash.equals(content.content_hash) && now.subject === content.subject) return 0
      setContent(database.$client, { number, version, key, content })
      return 1
    })
  },
  tag(database: StoreDatabase, ask: Mark & { tag: string; set: boolean }): Changed {
    const { id, selection, tag, set, at } = ask
    return changed(database, { id, kind: set ? 'tag' : 'untag', at }, ({ number, version }) => {
      const { $client } = database
      const name = tagNumber($client, number, tag)
      select($client, number, selection)
      const have = 'key IN (SELECT key FROM record_tags WHERE tag = ?)'
      $client.prepare(`DELETE FROM temp.selected WHERE ${set ? '' : 'NOT '}${have}`).run(name)
      const count = keepMarks($client, version)
      const sql = set
        ? 'INSERT INTO record_tags (tag, key) SELECT ?, key FROM temp.selected'
        : 'DELETE FROM record_tags WHERE tag = ? AND key IN (SELECT key FROM temp.selected)'
      $client.prepare(sql).run(name)
      return count
    })
  },
  setSplit(database: StoreDatabase, ask: Mark & { split: RecordSplit | null }): Changed {
    const { id, selection, split, at } = ask
    return changed(database, { id, kind: 'split', at }, ({ number, version }) => {
      const { $client } = database
      select($client, number, selection)
      $client
        .prepare(
          `DELETE FROM temp.selected WHERE
           (SELECT split FROM record_facts WHERE record_facts.key = selected.key) = ?`
        )
        .run(splitNumber(split))
      return putIntoSplit($client, version, String(splitNumber(split)))
    })
  },
  /** Every record, by a hash of the seed and its place. */
  assignSplits(
    database: StoreDatabase,
    ask: { id: string; shares: Record<RecordSplit, number>; seed: number; at: number }
  ): Changed {
    const { id, shares, seed, at } = ask
    return changed(database, { id, kind: 'split', at }, ({ number, version }) => {
      const { $client } = database
      $client.function('split_of', { deterministic: true }, (key) => {
        const drawn = uniform(seed, ordinalOf(Number(key)))
        if (drawn < shares.train) return splitNumber('train')
        // Sums of shares are a hair off: what is left over goes where there is something to get.
        const isValidation = drawn < shares.train + shares.validation || shares.test === 0
        return splitNumber(isValidation && shares.validation > 0 ? 'validation' : 'test')
      })
      $client.exec('DELETE FROM temp.selected')
      $client
        .prepare(
          `INSERT INTO temp.selected SELECT key FROM record_facts
           WHERE key BETWEEN ? AND ? AND split <> split_of(key)`
        )
        .run(...rangeOf(number))
      return putIntoSplit($client, version, 'split_of(key)')
    })
  },
  /** Puts what a change touched back to what it was before it. */
  undo(
    database: StoreDatabase,
    { id, version: undone, at }: { id: string; version: number; at: number }
  ): Changed {
    return changed(database, { id, kind: 'undo', at }, ({ number, version }) => {
      const { $client } = database
      const change = $client
        .prepare('SELECT 1 FROM dataset_changes WHERE dataset = ? AND version = ?')
        .get(number, undone)
      if (!change) throw new LetheError('notFound', { kind: 'change', id: String(undone) })
      const contents = $client
        .prepare<[number, number, number], Content & { key: number }>(
          'SELECT * FROM record_contents_before WHERE key BETWEEN ? AND ? AND until = ?'
        )
        .all(...rangeOf(number), undone)
      for (const { key, ...content } of contents) {
        setContent($client, { number, version, key, content })
      }
      return contents.length + putMarksBack($client, { number, version, undone })
    })
  }
}

/** Runs `work` as the next version; when it changed no record, nothing happened. */
function changed(
  database: StoreDatabase,
  { id, kind, at }: { id: string; kind: DatasetChange['kind']; at: number },
  work: (next: { number: number; version: number }) => number
): Changed {
  return database.transaction(() => {
    const { $client } = database
    $client.exec('CREATE TEMP TABLE IF NOT EXISTS selected (key INTEGER PRIMARY KEY NOT NULL)')
    const { number, version: before } = readyOf(database, id)
    const version = before + 1
    const records = work({ number, version })
    if (records === 0) return { dataset: readyOf(database, id), change: null }
    $client
      .prepare('INSERT INTO dataset_changes VALUES (?, ?, ?, ?, ?)')
      .run(number, version, kind, records, at)
    $client.prepare('UPDATE datasets SET version = ? WHERE id = ?').run(version, id)
    return { dataset: readyOf(database, id), change: { version, kind, records, changedAt: at } }
  })
}

function contentOf(database: Database.Database, key: number): Content {
  const content = database
    .prepare<[number], Content>(
      `SELECT text, layout, subject, content_hash, pii, language, problems
       FROM records JOIN record_facts USING (key) WHERE key = ?`
    )
    .get(key)
  if (content) return content
  throw new LetheError('notFound', { kind: 'record', id: String(ordinalOf(key)) })
}

/** The text it had goes to what was before, and the index of words and all that is known of it follow. */
function setContent(
  database: Database.Database,
  ask: { number: number; version: number; key: number; content: Content }
): void {
  const { number, version, key, content } = ask
  const now = contentOf(database, key)
  database
    .prepare(
      `INSERT INTO record_contents_before
         (key, until, since, text, layout, subject, content_hash, pii, language, problems)
       SELECT key, ?, version, text, layout, subject, content_hash, pii, language, problems
       FROM records JOIN record_facts USING (key) WHERE key = ?`
    )
    .run(version, key)
  database
    .prepare(
      `UPDATE record_facts SET near_of = NULL, near_percent = NULL
       WHERE key = :key OR (key >> 32 = :number AND near_of = :ordinal)`
    )
    .run({ key, number, ordinal: ordinalOf(key) })
  const search = searchTable(number)
  database
    .prepare(`INSERT INTO ${search} (${search}, rowid, text) VALUES ('delete', ?, ?)`)
    .run(key, now.text)
  const { text, layout, content_hash, pii, subject, language, problems } = content
  database
    .prepare('UPDATE records SET text = ?, layout = ?, content_hash = ?, pii = ? WHERE key = ?')
    .run(text, layout, content_hash, pii, key)
  database.prepare(`INSERT INTO ${search} (rowid, text) VALUES (?, ?)`).run(key, text)
  const types = piiBits(findingsOf(pii).map(({ type }) => type))
  database
    .prepare(
      `UPDATE record_facts SET subject = ?, length = ?, language = ?, problems = ?, pii_types = ?,
       version = ? WHERE key = ?`
    )
    .run(subject, text.length, language, problems, types, version, key)
  for (const hash of [now.content_hash, content_hash]) markDuplicates(database, number, hash)
}

/** Of the records that say the same, all but the first are duplicates of it. */
function markDuplicates(database: Database.Database, number: number, hash: Buffer): void {
  const keys = database
    .prepare<unknown[], number>(
      'SELECT key FROM records WHERE content_hash = ? AND key BETWEEN ? AND ? ORDER BY key'
    )
    .pluck()
    .all(hash, ...rangeOf(number))
  const [first] = keys
  if (first === undefined) return
  database
    .prepare(
      `UPDATE record_facts SET duplicate_of = iif(key = :first, NULL, :ordinal)
       WHERE key IN (SELECT value FROM json_each(:keys))
       AND duplicate_of IS NOT iif(key = :first, NULL, :ordinal)`
    )
    .run({ first, ordinal: ordinalOf(first), keys: JSON.stringify(keys) })
}

function tagNumber(database: Database.Database, number: number, name: string): number {
  const wanted = [number, name] as const
  database
    .prepare('INSERT OR IGNORE INTO record_tag_names (dataset, name) VALUES (?, ?)')
    .run(...wanted)
  return database
    .prepare<[number, string], number>(
      'SELECT ordinal FROM record_tag_names WHERE dataset = ? AND name = ?'
    )
    .pluck()
    .get(...wanted)!
}

function select(database: Database.Database, number: number, selection: RecordSelection): void {
  database.exec('DELETE FROM temp.selected')
  if ('ordinals' in selection) {
    const keys = selection.ordinals.map((ordinal) => keyOf(number, ordinal))
    database
      .prepare(
        `INSERT OR IGNORE INTO temp.selected SELECT key FROM record_facts
         WHERE key IN (SELECT value FROM json_each(?))`
      )
      .run(JSON.stringify(keys))
    return
  }
  const condition = conditionOf(number, selection.filter)
  if (!condition) return
  const { from, key, where, values } = condition
  database
    .prepare(`INSERT INTO temp.selected SELECT ${key} FROM ${from} WHERE ${where}`)
    .run(...values)
}

/** Keeps split and tags of the selected records as they were before `version`. How many there are. */
function keepMarks(database: Database.Database, version: number): number {
  return database
    .prepare(
      `INSERT INTO record_marks_before (key, until, split, tags)
       SELECT key, ?, split, (SELECT json_group_array(tag) FROM record_tags
         WHERE record_tags.key = record_facts.key)
       FROM temp.selected JOIN record_facts USING (key)`
    )
    .run(version).changes
}

/** @param split where the selected records are to go and are not: a number, or an expression of the key */
function putIntoSplit(database: Database.Database, version: number, split: string): number {
  const count = keepMarks(database, version)
  database.exec(
    `UPDATE record_facts SET split = ${split} WHERE key IN (SELECT key FROM temp.selected)`
  )
  return count
}

function putMarksBack(
  database: Database.Database,
  { number, version, undone }: { number: number; version: number; undone: number }
): number {
  const before = 'record_marks_before WHERE key BETWEEN ? AND ? AND until = ?'
  database.exec('DELETE FROM temp.selected')
  database
    .prepare(`INSERT INTO temp.selected SELECT key FROM ${before}`)
    .run(...rangeOf(number), undone)
  const count = keepMarks(database, version)
  if (count === 0) return 0
  database
    .prepare(
      `UPDATE record_facts SET split = (SELECT split FROM record_marks_before AS before
         WHERE before.key = record_facts.key AND until = ?)
       WHERE key IN (SELECT key FROM temp.selected)`
    )
    .run(undone)
  database.exec('DELETE FROM record_tags WHERE key IN (SELECT key FROM temp.selected)')
  database
    .prepare(
      `INSERT INTO record_tags (tag, key) SELECT value, record_marks_before.key
       FROM record_marks_before, json_each(tags)
       WHERE record_marks_before.key BETWEEN ? AND ? AND until = ?`
    )
    .run(...rangeOf(number), undone)
  return count
}
