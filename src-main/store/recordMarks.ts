// Tags and splits of many records at once. A change is made in steps, so that others write between two of
// them; the dataset gets its new version with the last one. What each record was before is kept under that
// version, so that a training that begins meanwhile reads all of them as they were, and a change that does
// not come to its end is taken back.
import type Database from 'better-sqlite3'
import { LetheError } from '../base/errors'
import { uniform } from '../base/random'
import type { DatasetChange, RecordFilter, RecordSplit } from '../contract/records'
import type { StoreDatabase } from './database'
import { readyOf, type StoredDataset } from './datasets'
import { conditionOf, splitNumber } from './recordConditions'
import { keyOf, ordinalOf, rangeOf } from './recordKeys'

/** What becomes of the records. */
export type MarkChange =
  | { type: 'tag'; tag: string; set: boolean }
  | { type: 'split'; split: RecordSplit | null }
  /** By a hash of the seed and the record's place. */
  | { type: 'shares'; shares: Record<RecordSplit, number>; seed: number }
  /** Back to what they were before a version. */
  | { type: 'undo'; version: number }

export interface Changed {
  dataset: StoredDataset
  /** null: nothing was to be changed. */
  change: DatasetChange | null
}

/** A change under way: of which dataset, and the version that it makes. */
export interface OpenChange {
  number: number
  version: number
}

export const recordMarkReads = {
  /** The ordinals of the records that match, in their order. */
  matching(
    database: StoreDatabase,
    { number, filter }: { number: number; filter: RecordFilter }
  ): Uint32Array {
    const condition = conditionOf(number, filter)
    if (!condition) return new Uint32Array()
    const { from, key, where, values } = condition
    const keys = database.$client
      .prepare<unknown[], number>(`SELECT ${key} FROM ${from} WHERE ${where} ORDER BY ${key}`)
      .pluck()
      .all(...values)
    return Uint32Array.from(keys, ordinalOf)
  },
  /** The ordinals of the records whose tags or split a version changed. */
  touched(database: StoreDatabase, { number, version }: OpenChange): Uint32Array {
    const keys = database.$client
      .prepare<unknown[], number>(
        'SELECT key FROM record_marks_before WHERE key BETWEEN ? AND ? AND until = ? ORDER BY key'
      )
      .pluck()
      .all(...rangeOf(number), version)
    return Uint32Array.from(keys, ordinalOf)
  },
  /** Changes that did not come to their end. */
  unfinished(database: StoreDatabase): (OpenChange & { id: string })[] {
    return database.$client
      .prepare<[], OpenChange & { id: string }>(
        `SELECT id, dataset AS number, unfinished_changes.version FROM unfinished_changes
         JOIN datasets ON ordinal = dataset`
      )
      .all()
  }
}

export const recordMarkWrites = {
  begin(database: StoreDatabase, id: string): OpenChange {
    return database.transaction(() => {
      const { number, version } = readyOf(database, id)
      database.$client
        .prepare('INSERT INTO unfinished_changes VALUES (?, ?)')
        .run(number, version + 1)
      return { number, version: version + 1 }
    })
  },
  /** One step. How many of the records it changed: the others are already what they are to become. */
  step(
    database: StoreDatabase,
    ask: OpenChange & { ordinals: Uint32Array; change: MarkChange }
  ): number {
    const { change, ...open } = ask
    const { $client } = database
    return $client.transaction(() => {
      choose($client, open)
      if (change.type === 'tag') return setTag($client, open, change)
      if (change.type === 'undo') return putBack($client, open, change.version)
      return putIntoSplit($client, open, splitOf($client, change))
    })()
  },
  /** The last step: the dataset has its new version. */
  finish(
    database: StoreDatabase,
    ask: OpenChange & { id: string; kind: DatasetChange['kind']; records: number; at: number }
  ): Changed {
    const { number, version, id, kind, records, at } = ask
    const { $client } = database
    return database.transaction(() => {
      closeChange($client, number)
      if (records === 0) return { dataset: readyOf(database, id), change: null }
      $client
        .prepare('INSERT INTO dataset_changes VALUES (?, ?, ?, ?, ?)')
        .run(number, version, kind, records, at)
      $client.prepare('UPDATE datasets SET version = ? WHERE ordinal = ?').run(version, number)
      return { dataset: readyOf(database, id), change: { version, kind, records, changedAt: at } }
    })
  },
  /** One step back: these records are what they were before the change, which leaves no trace of them. */
  takeBack(database: StoreDatabase, ask: OpenChange & { ordinals: Uint32Array }): void {
    const { $client } = database
    $client.transaction(() => {
      choose($client, ask)
      restoreMarks($client, ask.version)
      $client
        .prepare(
          `DELETE FROM record_marks_before
           WHERE key IN (SELECT key FROM temp.selected) AND until = ?`
        )
        .run(ask.version)
    })()
  },
  /** Once all of it was taken back. */
  abandon(database: StoreDatabase, number: number): void {
    closeChange(database.$client, number)
  }
}

function closeChange(database: Database.Database, number: number): void {
  database.prepare('DELETE FROM unfinished_changes WHERE dataset = ?').run(number)
}

/** Those of the records that are there, for the statements that follow. */
function choose(
  database: Database.Database,
  { number, ordinals }: { number: number; ordinals: Uint32Array }
): void {
  database.exec('CREATE TEMP TABLE IF NOT EXISTS selected (key INTEGER PRIMARY KEY NOT NULL)')
  database.exec('DELETE FROM temp.selected')
  const keys = Array.from(ordinals, (ordinal) => keyOf(number, ordinal))
  database
    .prepare(
      `INSERT INTO temp.selected SELECT key FROM record_facts
       WHERE key IN (SELECT value FROM json_each(?))`
    )
    .run(JSON.stringify(keys))
}

function setTag(
  database: Database.Database,
  { number, version }: OpenChange,
  { tag, set }: { tag: string; set: boolean }
): number {
  const name = tagNumber(database, number, tag)
  const have = 'key IN (SELECT key FROM record_tags WHERE tag = ?)'
  database.prepare(`DELETE FROM temp.selected WHERE ${set ? '' : 'NOT '}${have}`).run(name)
  const count = keepMarks(database, version)
  const sql = set
    ? 'INSERT INTO record_tags (tag, key) SELECT ?, key FROM temp.selected'
    : 'DELETE FROM record_tags WHERE tag = ? AND key IN (SELECT key FROM temp.selected)'
  database.prepare(sql).run(name)
  return count
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

/** Where a record is to go, as an expression of its key. */
function splitOf(
  database: Database.Database,
  change: Extract<MarkChange, { type: 'split' | 'shares' }>
): string {
  if (change.type === 'split') return String(splitNumber(change.split))
  const { shares, seed } = change
  database.function('split_of', { deterministic: true }, (key) => {
    const drawn = uniform(seed, ordinalOf(Number(key)))
    if (drawn < shares.train) return splitNumber('train')
    // Sums of shares are a hair off: what is left over goes where there is something to get.
    const isValidation = drawn < shares.train + shares.validation || shares.test === 0
    return splitNumber(isValidation && shares.validation > 0 ? 'validation' : 'test')
  })
  return 'split_of(key)'
}

function putIntoSplit(database: Database.Database, { version }: OpenChange, split: string): number {
  database.exec(
    `DELETE FROM temp.selected WHERE
     (SELECT split FROM record_facts WHERE record_facts.key = selected.key) = ${split}`
  )
  const count = keepMarks(database, version)
  database.exec(
    `UPDATE record_facts SET split = ${split} WHERE key IN (SELECT key FROM temp.selected)`
  )
  return count
}

function putBack(database: Database.Database, { version }: OpenChange, undone: number): number {
  const count = keepMarks(database, version)
  restoreMarks(database, undone)
  return count
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

/** The selected records get what was kept of them under a version. */
function restoreMarks(database: Database.Database, version: number): void {
  database
    .prepare(
      `UPDATE record_facts SET split = (SELECT split FROM record_marks_before AS before
         WHERE before.key = record_facts.key AND until = ?)
       WHERE key IN (SELECT key FROM temp.selected)`
    )
    .run(version)
  database.exec('DELETE FROM record_tags WHERE key IN (SELECT key FROM temp.selected)')
  database
    .prepare(
      `INSERT INTO record_tags (tag, key) SELECT value, before.key
       FROM temp.selected JOIN record_marks_before AS before USING (key), json_each(before.tags)
       WHERE before.until = ?`
    )
    .run(version)
}

/** Throws `notFound` where the dataset has no change of this version. */
export function requireChange(database: Database.Database, number: number, version: number): void {
  const change = database
    .prepare('SELECT 1 FROM dataset_changes WHERE dataset = ? AND version = ?')
    .get(number, version)
  if (!change) throw new LetheError('notFound', { kind: 'change', id: String(version) })
}
