// Every request that left this process: written down before it goes out, and again when it has ended.
import { and, count, desc, eq, lt, not, sql } from 'drizzle-orm'
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { LetheError } from '../base/errors'
import { networkRequestSchema, type ListedRequests, type NetworkRequest } from '../contract/network'
import type { StoreDatabase } from './database'

/** Older ones than this many are dropped at start. */
export const keptRequests = 10_000

export const networkRequestsTable = sqliteTable('network_requests', {
  ordinal: integer('ordinal').primaryKey(),
  id: text('id').notNull().unique(),
  startedAt: integer('started_at').notNull(),
  method: text('method').notNull(),
  host: text('host').notNull(),
  path: text('path').notNull(),
  purpose: text('purpose').notNull(),
  place: text('place'),
  bytesOut: integer('bytes_out').notNull(),
  bytesIn: integer('bytes_in').notNull(),
  status: integer('status'),
  outcome: text('outcome').notNull(),
  durationMs: real('duration_ms'),
  comparisonId: text('comparison_id')
})

export type RequestEnd = Pick<
  NetworkRequest,
  'id' | 'place' | 'bytesOut' | 'bytesIn' | 'status' | 'outcome' | 'durationMs'
>

const ofOpenVote = sql`EXISTS (
  SELECT 1 FROM comparisons WHERE id = network_requests.comparison_id AND mode = 'blind' AND vote IS NULL
)`

export const networkRequestReads = {
  /** Newest first, those that a blind question's vote has to come before left out. */
  list(
    database: StoreDatabase,
    { before, limit }: { before: string | null; limit: number }
  ): ListedRequests {
    const { id, ordinal, host } = networkRequestsTable
    const from = before === null ? null : ordinalOf(database, before)
    const rows = database
      .select()
      .from(networkRequestsTable)
      .where(and(not(ofOpenVote), from === null ? undefined : lt(ordinal, from)))
      .orderBy(desc(ordinal), desc(id))
      .limit(limit + 1)
      .all()
    const requests = rows.slice(0, limit).map((row) => networkRequestSchema.parse(row))
    const withheld = database
      .select({ host, count: count() })
      .from(networkRequestsTable)
      .where(ofOpenVote)
      .groupBy(host)
      .orderBy(host)
      .all()
    return { requests, more: rows.length > limit, withheld }
  }
}

export const networkRequestWrites = {
  begin(
    database: StoreDatabase,
    { request, comparisonId }: { request: NetworkRequest; comparisonId: string | null }
  ): void {
    database
      .insert(networkRequestsTable)
      .values({ ...request, comparisonId })
      .run()
  },
  end(database: StoreDatabase, { id, ...end }: RequestEnd): void {
    database.update(networkRequestsTable).set(end).where(eq(networkRequestsTable.id, id)).run()
  },
  /** At start: what was on its way when the app was killed did not end well; long lists are cut. */
  settle(database: StoreDatabase): void {
    const { ordinal, outcome } = networkRequestsTable
    database
      .update(networkRequestsTable)
      .set({ outcome: 'failed' })
      .where(eq(outcome, 'running'))
      .run()
    const newest = sql`(SELECT max(ordinal) FROM network_requests)`
    database
      .delete(networkRequestsTable)
      .where(lt(ordinal, sql`${newest} - ${keptRequests - 1}`))
      .run()
  }
}

function ordinalOf(database: StoreDatabase, id: string): number {
  const row = database
    .select({ ordinal: networkRequestsTable.ordinal })
    .from(networkRequestsTable)
    .where(eq(networkRequestsTable.id, id))
    .get()
  if (!row) throw new LetheError('notFound', { kind: 'request', id })
  return row.ordinal
}
