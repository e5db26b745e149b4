// Records that are to be forgotten, in named sets; each change of a set is a version of its own.
import { firstCanaryOrdinal } from '../base/canaries'
import { LetheError } from '../base/errors'
import {
  flagSetSchema,
  flagSetVersionSchema,
  type FlaggedRecord,
  type FlagMode,
  type FlagSet,
  type FlagSetVersion,
  type FlagSource
} from '../contract/forgetting'
import type { StoreDatabase } from './database'
import { conditionOf } from './recordConditions'
import { keyOf, numberOf } from './recordKeys'
import { runNumber } from './runs'
import { idBytes, idText } from './storedRecords'
import { freeName, namesBeside, refuseTaken } from './takenNames'

export interface NewVersion {
  mode: FlagMode
  records: FlagSource
  reason: string
  requester: string
  at: number
}

/** Which version of which set. */
export interface FlagSetPlace {
  id: string
  version: number
}

const setColumns = `flag_sets.id, name, dataset_id AS datasetId, version, records, reason, requester,
  flag_sets.created_at AS createdAt, latest.created_at AS changedAt, removed_at AS removedAt`
const latest = `flag_sets JOIN flag_set_versions AS latest ON flag_set = flag_sets.ordinal AND
  version = (SELECT max(version) FROM flag_set_versions WHERE flag_set = flag_sets.ordinal)`

function get(database: StoreDatabase, id: string): FlagSet {
  const row = database.$client
    .prepare(`SELECT ${setColumns} FROM ${latest} WHERE flag_sets.id = ?`)
    .get(id)
  if (!row) throw new LetheError('notFound', { kind: 'flagSet', id })
  return flagSetSchema.parse(row)
}

/** The number that its other rows bear. */
export function flagSetNumber(database: StoreDatabase, id: string): number {
  const found = database.$client
    .prepare<[string], number>('SELECT ordinal FROM flag_sets WHERE id = ?')
    .pluck()
    .get(id)
  if (found === undefined) throw new LetheError('notFound', { kind: 'flagSet', id })
  return found
}

export const flagSetReads = {
  get,
  /** Newest first. */
  list(database: StoreDatabase, { removed }: { removed: boolean }): FlagSet[] {
    return database.$client
      .prepare(
        `SELECT ${setColumns} FROM ${latest}
         WHERE (removed_at IS NOT NULL) = ? ORDER BY flag_sets.ordinal DESC`
      )
      .all(removed ? 1 : 0)
      .map((row) => flagSetSchema.parse(row))
  },
  /** The latest first. */
  versions(database: StoreDatabase, id: string): FlagSetVersion[] {
    return database.$client
      .prepare<[number], { source: string }>(
        `SELECT version, records, reason, requester, source, created_at AS createdAt
         FROM flag_set_versions WHERE flag_set = ? ORDER BY version DESC`
      )
      .all(flagSetNumber(database, id))
      .map((row) => flagSetVersionSchema.parse({ ...row, source: JSON.parse(row.source) }))
  },
  /** In the order of the dataset, behind the place `after`. */
  records(
    database: StoreDatabase,
    { id, version, after, limit }: FlagSetPlace & { after: number; limit: number }
  ): FlaggedRecord[] {
    return database.$client
      .prepare<unknown[], { record: number; id: Buffer }>(
        `SELECT record, id FROM flagged_records
         WHERE flag_set = ? AND version = ? AND record > ? ORDER BY record LIMIT ?`
      )
      .all(flagSetNumber(database, id), version, after, limit)
      .map((row) => ({ ordinal: row.record, recordId: idText(row.id) }))
  }
}

export const flagSetWrites = {
  /** A name that is taken gets a number. Throws `nothingFlagged`, `notFound` for a record. */
  add(
    database: StoreDatabase,
    ask: NewVersion & { id: string; name: string; datasetId: string; number: number }
  ): FlagSet {
    const { id, datasetId, at } = ask
    return database.transaction(() => {
      const name = freeName(ask.name, namesBeside(database, 'flagSets', id))
      database.$client
        .prepare('INSERT INTO flag_sets (id, name, dataset_id, created_at) VALUES (?, ?, ?, ?)')
        .run(id, name, datasetId, at)
      addVersion(database, id, ask.number, ask)
      return get(database, id)
    })
  },
  /** The set as it was, where the same records would be in it for the same reason. */
  revise(database: StoreDatabase, ask: NewVersion & { id: string; number: number }): FlagSet {
    return database.transaction(() => {
      const before = get(database, ask.id)
      addVersion(database, ask.id, ask.number, ask)
      const after = get(database, ask.id)
      const isSame =
        before.reason === after.reason &&
        before.requester === after.requester &&
        haveSameRecords(database, ask.id, before.version, after.version)
      if (!isSame) return after
      database.$client
        .prepare('DELETE FROM flag_set_versions WHERE flag_set = ? AND version = ?')
        .run(flagSetNumber(database, ask.id), after.version)
      return before
    })
  },
  /** Refuses a name that another set of the list bears. */
  rename(database: StoreDatabase, { id, name }: { id: string; name: string }): FlagSet {
    return database.transaction(() => {
      flagSetNumber(database, id)
      refuseTaken(name, namesBeside(database, 'flagSets', id))
      database.$client.prepare('UPDATE flag_sets SET name = ? WHERE id = ?').run(name, id)
      return get(database, id)
    })
  },
  remove(database: StoreDatabase, { id, at }: { id: string; at: number }): FlagSet {
    return database.transaction(() => {
      const removedAt = get(database, id).removedAt ?? at
      database.$client
        .prepare('UPDATE flag_sets SET removed_at = ? WHERE id = ?')
        .run(removedAt, id)
      return get(database, id)
    })
  },
  restore(database: StoreDatabase, id: string): FlagSet {
    return database.transaction(() => {
      const name = freeName(get(database, id).name, namesBeside(database, 'flagSets', id))
      database.$client
        .prepare('UPDATE flag_sets SET removed_at = NULL, name = ? WHERE id = ?')
        .run(name, id)
      return get(database, id)
    })
  },
  /** Forgets what was removed before `before`. How many there were. */
  purge(database: StoreDatabase, before: number): number {
    return database.$client.prepare('DELETE FROM flag_sets WHERE removed_at < ?').run(before)
      .changes
  }
}

function addVersion(
  database: StoreDatabase,
  id: string,
  number: number,
  { mode, records: source, reason, requester, at }: NewVersion
): void {
  const { $client } = database
  const set = flagSetNumber(database, id)
  const before = $client
    .prepare<[number], number | null>(
      'SELECT max(version) FROM flag_set_versions WHERE flag_set = ?'
    )
    .pluck()
    .get(set)
  const version = (before ?? 0) + 1
  $client
    .prepare('INSERT INTO flag_set_versions VALUES (?, ?, ?, ?, ?, 0, ?)')
    .run(set, version, reason, requester, JSON.stringify({ mode, records: source }), at)
  if (mode !== 'replace' && before != null)
    $client
      .prepare(
        `INSERT INTO flagged_records SELECT flag_set, ?, record, id, content_hash
         FROM flagged_records WHERE flag_set = ? AND version = ?`
      )
      .run(version, set, before)
  const { rows, values } = meantBy(database, number, source)
  if (mode === 'remove')
    $client
      .prepare(
        `DELETE FROM flagged_records WHERE flag_set = ? AND version = ?
         AND id IN (SELECT id FROM (${rows}))`
      )
      .run(set, version, ...values)
  else
    $client
      .prepare(
        `INSERT OR IGNORE INTO flagged_records SELECT ?, ?, record, id, content_hash FROM (${rows})`
      )
      .run(set, version, ...values)
  const count = $client
    .prepare<[number, number], number>(
      'SELECT count(*) FROM flagged_records WHERE flag_set = ? AND version = ?'
    )
    .pluck()
    .get(set, version)!
  if (count === 0) throw new LetheError('nothingFlagged')
  $client
    .prepare('UPDATE flag_set_versions SET records = ? WHERE flag_set = ? AND version = ?')
    .run(count, set, version)
}

/**
 * A query for the records that are meant: place, id and content hash of each. Throws `notFound` for a record
 * or a run that is not there.
 */
function meantBy(
  database: StoreDatabase,
  number: number,
  source: FlagSource
): { rows: string; values: (number | string)[] } {
  if ('canaries' in source) {
    const run = runNumber(database, source.canaries)
    const ofDataset = `SELECT 1 FROM runs JOIN datasets ON datasets.id = dataset_id
      WHERE runs.ordinal = run AND datasets.ordinal = ?`
    const rows = `SELECT record, id, content_hash FROM run_records
      WHERE run = ? AND record >= ? AND EXISTS (${ofDataset})`
    return { rows, values: [run, firstCanaryOrdinal, number] }
  }
  const byKeys = (keys: string): string =>
    `SELECT key & 0xffffffff AS record, id, content_hash FROM records WHERE key IN (${keys})`
  if ('filter' in source) {
    const condition = conditionOf(number, source.filter)
    if (!condition) throw new LetheError('nothingFlagged')
    const { from, key, where, values } = condition
    return { rows: byKeys(`SELECT ${key} FROM ${from} WHERE ${where}`), values }
  }
  const { $client } = database
  const byKey = $client.prepare<[number], number>('SELECT key FROM records WHERE key = ?').pluck()
  const byId = $client.prepare<[Buffer], number>('SELECT key FROM records WHERE id = ?').pluck()
  const named = 'ordinals' in source ? source.ordinals : source.ids
  const keys = named.map((name) => {
    const key = typeof name === 'number' ? byKey.get(keyOf(number, name)) : byId.get(idBytes(name))
    if (key !== undefined && numberOf(key) === number) return key
    throw new LetheError('notFound', { kind: 'record', id: String(name) })
  })
  return { rows: byKeys('SELECT value FROM json_each(?)'), values: [JSON.stringify(keys)] }
}

function haveSameRecords(database: StoreDatabase, id: string, one: number, other: number): boolean {
  const differing = `SELECT id FROM flagged_records WHERE flag_set = :set AND version = :a
    EXCEPT SELECT id FROM flagged_records WHERE flag_set = :set AND version = :b`
  const set = flagSetNumber(database, id)
  const isWithin = (a: number, b: number): boolean =>
    database.$client.prepare(differing).get({ set, a, b }) === undefined
  return isWithin(one, other) && isWithin(other, one)
}
