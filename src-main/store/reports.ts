// Reports that are kept: what the list shows of them. The files lie beside the database.
import { desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { LetheError } from '../base/errors'
import { keptReportSchema, type KeptReport } from '../contract/reports'
import type { StoreDatabase } from './database'

const reportsTable = sqliteTable('reports', {
  ordinal: integer('ordinal').primaryKey(),
  id: text('id').notNull().unique(),
  kind: text('kind').notNull(),
  title: text('title').notNull(),
  verdict: text('verdict').notNull(), // '' of a bias report
  suite: text('suite'),
  tally: text('tally', { mode: 'json' }),
  language: text('language').notNull(),
  signedAt: integer('signed_at').notNull(),
  keyId: text('key_id').notNull(),
  sourceId: text('source_id').notNull(),
  sha256: text('sha256').notNull(),
  removedAt: integer('removed_at')
})

function get(database: StoreDatabase, wanted: string): KeptReport {
  const { id } = reportsTable
  const row = database.select().from(reportsTable).where(eq(id, wanted)).get()
  if (!row) throw new LetheError('notFound', { kind: 'report', id: wanted })
  return keptReportSchema.parse(row)
}

export const reportReads = {
  get,
  /** Newest first. */
  list(database: StoreDatabase, { removed }: { removed: boolean }): KeptReport[] {
    const { removedAt, ordinal } = reportsTable
    return database
      .select()
      .from(reportsTable)
      .where(removed ? isNotNull(removedAt) : isNull(removedAt))
      .orderBy(desc(ordinal))
      .all()
      .map((row) => keptReportSchema.parse(row))
  },
  /** Of all, the removed ones too. */
  ids(database: StoreDatabase): string[] {
    return database
      .select({ id: reportsTable.id })
      .from(reportsTable)
      .all()
      .map(({ id }) => id)
  }
}

export const reportWrites = {
  add(database: StoreDatabase, report: KeptReport): KeptReport {
    const values = report.kind === 'bias' ? { ...report, verdict: '' } : report
    database.insert(reportsTable).values(values).run()
    return get(database, report.id)
  },
  remove(database: StoreDatabase, { id, at }: { id: string; at: number }): KeptReport {
    const removedAt = get(database, id).removedAt ?? at
    database.update(reportsTable).set({ removedAt }).where(eq(reportsTable.id, id)).run()
    return get(database, id)
  },
  restore(database: StoreDatabase, id: string): KeptReport {
    get(database, id)
    database.update(reportsTable).set({ removedAt: null }).where(eq(reportsTable.id, id)).run()
    return get(database, id)
  },
  /** Forgets those that were removed before `before`. How many there were. */
  purge(database: StoreDatabase, before: number): number {
    return database.delete(reportsTable).where(lt(reportsTable.removedAt, before)).run().changes
  }
}
