// Datasets: what is known of each. One under way is there under another status until all of it is.
import { and, asc, eq, isNotNull, isNull, lt, ne, or } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { LetheError } from '../base/errors'
import { datasetSchema, type Dataset } from '../contract/datasets'
import type { StoreDatabase } from './database'
import { rangeOf, searchTable } from './recordKeys'
import { freeName, namesBeside, refuseTaken } from './takenNames'

const datasetsTable = sqliteTable('datasets', {
  ordinal: integer('ordinal').primaryKey(),
  id: text('id').notNull().unique(),
  name: text('name').notNull(),
  status: text('status').notNull(),
  fileName: text('file_name').notNull(),
  format: text('format').notNull(),
  mapping: text('mapping', { mode: 'json' }).notNull(),
  records: integer('records').notNull(),
  rejected: text('rejected', { mode: 'json' }).notNull(),
  compared: integer('compared', { mode: 'boolean' }).notNull(),
  version: integer('version').notNull(),
  origin: text('origin', { mode: 'json' }),
  createdAt: integer('created_at').notNull(),
  removedAt: integer('removed_at')
})
type Row = typeof datasetsTable.$inferSelect

export type NewDataset = Pick<
  Dataset,
  'id' | 'name' | 'fileName' | 'format' | 'mapping' | 'origin' | 'createdAt'
>

/** With the ordinal that keys of its records are made of. */
export type StoredDataset = Dataset & { number: number }

const isReady = eq(datasetsTable.status, 'ready')
const noneRejected: Dataset['rejected'] = { count: 0, first: [] }
/** Records of a dataset that are erased in one transaction: others write between two. */
const erasedAtOnce = 2000

/** What is kept by the keys of records, and what tells its rows apart. */
const tablesOfRecords = [
  ['records', 'key'],
  ['record_facts', 'key'],
  ['record_tags', 'key, tag'],
  ['record_signatures', 'key'],
  ['forgotten_records', 'key'],
  ['record_contents_before', 'key, until'],
  ['record_marks_before', 'key, until']
] as const

function parse(database: StoreDatabase, row: Row): StoredDataset {
  const [first, last] = rangeOf(row.ordinal)
  const count = (index: string, condition: string): number =>
    database.$client
      .prepare<[number, number], number>(
        `SELECT count(*) FROM record_facts INDEXED BY ${index}
         WHERE key BETWEEN ? AND ? AND ${condition}`
      )
      .pluck()
      .get(first, last) ?? 0
  const dataset = datasetSchema.parse({
    ...row,
    piiRecords: count('record_facts_pii', 'pii_types <> 0'),
    duplicates: count('record_facts_duplicate', 'duplicate_of IS NOT NULL'),
    nearDuplicates: row.compared ? nearDuplicatesOf(database, row.ordinal) : null
  })
  return { ...dataset, number: row.ordinal }
}

/** How many records are like an earlier one of theirs. */
export function nearDuplicatesOf(database: StoreDatabase, number: number): number {
  return (
    database.$client
      .prepare<[number], number>(
        `SELECT count(*) FROM record_facts INDEXED BY record_facts_near
         WHERE key >> 32 = ? AND near_of IS NOT NULL`
      )
      .pluck()
      .get(number) ?? 0
  )
}

function rowOf(database: StoreDatabase, id: string): Row {
  const row = database.select().from(datasetsTable).where(eq(datasetsTable.id, id)).get()
  if (!row) throw new LetheError('notFound', { kind: 'dataset', id })
  return row
}

export function readyOf(database: StoreDatabase, id: string): StoredDataset {
  const row = rowOf(database, id)
  if (row.status !== 'ready') throw new LetheError('notFound', { kind: 'dataset', id })
  return parse(database, row)
}

export const datasetReads = {
  get: readyOf,
  /** The number of the one with this id or, as it stands, this name; null: look for it in the list. */
  numberOf(database: StoreDatabase, wanted: string): number | null {
    return (
      database.$client
        .prepare<[string, string, string], number>(
          `SELECT ordinal FROM datasets
           WHERE (id = ? OR name = ?) AND status = 'ready' AND removed_at IS NULL
           ORDER BY id <> ? LIMIT 1`
        )
        .pluck()
        .get(wanted, wanted, wanted) ?? null
    )
  },
  list(database: StoreDatabase, { removed }: { removed: boolean }): StoredDataset[] {
    const { removedAt, ordinal } = datasetsTable
    return database
      .select()
      .from(datasetsTable)
      .where(and(isReady, removed ? isNotNull(removedAt) : isNull(removedAt)))
      .orderBy(asc(ordinal))
      .all()
      .map((row) => parse(database, row))
  },
  /** Ids of those that are to be erased: never finished, or removed before `before`. */
  leftovers(database: StoreDatabase, before: number): string[] {
    const { id, removedAt, status } = datasetsTable
    return database
      .select({ id })
      .from(datasetsTable)
      .where(or(ne(status, 'ready'), lt(removedAt, before)))
      .all()
      .map((row) => row.id)
  }
}

export const datasetWrites = {
  /** Nobody sees it yet. Returns its number. */
  begin(database: StoreDatabase, dataset: NewDataset): number {
    return database.transaction(() => {
      const values = {
        ...{ ...dataset, status: 'importing', records: 0, version: 1 },
        ...{ rejected: noneRejected, compared: false }
      }
      const { ordinal } = database.insert(datasetsTable).values(values).returning().get()
      const table = searchTable(ordinal)
      database.$client.exec(`
        CREATE VIRTUAL TABLE ${table} USING fts5 (
          text, content = 'records', content_rowid = 'key',
          tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
        );
        INSERT INTO ${table} (${table}, rank) VALUES ('secure-delete', 1)`)
      return ordinal
    })
  },
  /** From now on it is in the list, whole. A name that is taken gets a number. */
  finish(
    database: StoreDatabase,
    ask: Pick<Dataset, 'id' | 'records' | 'rejected'> & { compared: boolean }
  ): StoredDataset {
    const { id, ...facts } = ask
    return database.transaction(() => {
      const row = rowOf(database, id)
      if (row.status !== 'importing') throw new LetheError('notFound', { kind: 'dataset', id })
      const name = freeName(row.name, namesBeside(database, 'datasets', id))
      const changes = { ...facts, status: 'ready', name }
      database.update(datasetsTable).set(changes).where(eq(datasetsTable.id, id)).run()
      return readyOf(database, id)
    })
  },
  /** Refuses a name that another dataset of the list bears. */
  rename(database: StoreDatabase, { id, name }: { id: string; name: string }): StoredDataset {
    return database.transaction(() => {
      readyOf(database, id)
      refuseTaken(name, namesBeside(database, 'datasets', id))
      database.update(datasetsTable).set({ name }).where(eq(datasetsTable.id, id)).run()
      return readyOf(database, id)
    })
  },
  remove(database: StoreDatabase, { id, at }: { id: string; at: number }): StoredDataset {
    return database.transaction(() => {
      const removedAt = readyOf(database, id).removedAt ?? at
      database.update(datasetsTable).set({ removedAt }).where(eq(datasetsTable.id, id)).run()
      return readyOf(database, id)
    })
  },
  restore(database: StoreDatabase, id: string): StoredDataset {
    return database.transaction(() => {
      const { name: wanted } = readyOf(database, id)
      const name = freeName(wanted, namesBeside(database, 'datasets', id))
      const changes = { removedAt: null, name }
      database.update(datasetsTable).set(changes).where(eq(datasetsTable.id, id)).run()
      return readyOf(database, id)
    })
  },
  /** Erases a part of it; true once nothing is left. From the first call on nobody sees it. */
  eraseSome(database: StoreDatabase, id: string): boolean {
    return database.transaction(() => {
      const { ordinal, status } = rowOf(database, id)
      const { $client } = database
      if (status !== 'erasing') {
        database
          .update(datasetsTable)
          .set({ status: 'erasing' })
          .where(eq(datasetsTable.id, id))
          .run()
        $client.exec(`DROP TABLE IF EXISTS ${searchTable(ordinal)}`)
      }
      const [first, last] = rangeOf(ordinal)
      for (const [table, key] of tablesOfRecords) {
        const { changes } = $client
          .prepare(
            `DELETE FROM ${table} WHERE (${key}) IN
             (SELECT ${key} FROM ${table} WHERE key BETWEEN ? AND ? LIMIT ${erasedAtOnce})`
          )
          .run(first, last)
        if (changes > 0) return false
      }
      $client.prepare('DELETE FROM record_tag_names WHERE dataset = ?').run(ordinal)
      $client.prepare('DELETE FROM dataset_changes WHERE dataset = ?').run(ordinal)
      $client.prepare('DELETE FROM unfinished_changes WHERE dataset = ?').run(ordinal)
      database.delete(datasetsTable).where(eq(datasetsTable.id, id)).run()
      return true
    })
  }
}
