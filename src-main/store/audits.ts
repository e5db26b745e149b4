// Bias audits, their items, and scores that are kept for the next audit of the same weights.
import { z } from 'zod'
import { LetheError } from '../base/errors'
import {
  auditItemSchema,
  auditResultSchema,
  auditSchema,
  reviewedItemSchema,
  type AuditItem,
  type ReviewedItem
} from '../contract/bias'
import type { StoreDatabase } from './database'

/** What it does at this moment is its worker's. */
const storedAuditSchema = auditSchema
  .omit({ secondsLeft: true, yielding: true, waitingBehind: true })
  .extend({
    interrupted: z.boolean(), // cut off while it ran: it goes on by itself
    queuedAt: z.number().int(),
    result: auditResultSchema.nullable(),
    curated: auditResultSchema.nullable()
  })
export type StoredAudit = z.infer<typeof storedAuditSchema>
export type AuditChanges = Partial<
  Omit<StoredAudit, 'id' | 'leftOutByHand' | 'createdAt' | 'suite' | 'data' | 'options' | 'half'>
>

/** Key, log-likelihood in nats, tokens, of them unknown ones. */
export type KeptScore = [key: string, nats: number, tokens: number, unknown: number]
export interface ScorePlace {
  sha256: string
  held: string // weight mode and device
  suite: string
}

const columns: Record<keyof Omit<StoredAudit, 'leftOutByHand'>, string> = {
  ...{ id: 'id', modelId: 'model_id', modelName: 'model_name', modelSha256: 'model_sha256' },
  ...{ weightMode: 'weight_mode', suite: 'suite', data: 'data', options: 'options' },
  half: 'half',
  ...{ status: 'status', interrupted: 'interrupted', error: 'error', done: 'done', total: 'total' },
  ...{ device: 'device', result: 'result', curated: 'curated', queuedAt: 'queued_at' },
  ...{ createdAt: 'created_at', endedAt: 'ended_at', removedAt: 'removed_at' }
}
type Column = keyof typeof columns
const asJson: readonly string[] = ['options', 'error', 'result', 'curated']

const selection = (isWhole: boolean): string =>
  [
    ...Object.entries(columns).map(([key, column]) =>
      !isWhole && (key === 'result' || key === 'curated')
        ? `NULL AS ${key}`
        : `audits.${column} AS ${key}`
    ),
    `(SELECT count(*) FROM audit_items WHERE audit = audits.ordinal AND reason IS NOT NULL)
       AS leftOutByHand`
  ].join(', ')

function parsed(row: unknown): StoredAudit {
  const found = { ...(row as Record<string, unknown>) }
  for (const key of asJson) {
    const text = found[key]
    found[key] = typeof text === 'string' ? JSON.parse(text) : null
  }
  return storedAuditSchema.parse({ ...found, interrupted: found.interrupted === 1 })
}

function bound(key: string, value: unknown): unknown {
  if (asJson.includes(key)) return value === null ? null : JSON.stringify(value)
  return typeof value === 'boolean' ? Number(value) : value
}

function get(database: StoreDatabase, id: string): StoredAudit {
  const row = database.$client.prepare(`SELECT ${selection(true)} FROM audits WHERE id = ?`).get(id)
  if (!row) throw new LetheError('notFound', { kind: 'audit', id })
  return parsed(row)
}

function numberOf(database: StoreDatabase, id: string): number {
  const found = database.$client
    .prepare<[string], number>('SELECT ordinal FROM audits WHERE id = ?')
    .pluck()
    .get(id)
  if (found === undefined) throw new LetheError('notFound', { kind: 'audit', id })
  return found
}

export const auditReads = {
  get,
  /** Newest first; results are left out. */
  list(database: StoreDatabase, { removed }: { removed: boolean }): StoredAudit[] {
    return database.$client
      .prepare(
        `SELECT ${selection(false)} FROM audits
         WHERE (removed_at IS NOT NULL) = ? ORDER BY ordinal DESC`
      )
      .all(removed ? 1 : 0)
      .map(parsed)
  },
  /** Those that lean most first. */
  items(
    database: StoreDatabase,
    { id, axis, from, count }: { id: string; axis: string | null; from: number; count: number }
  ): { items: ReviewedItem[]; total: number } {
    const number = numberOf(database, id)
    const where = 'audit = ? AND (? IS NULL OR axis = ?)'
    const items = database.$client
      .prepare<unknown[], { item: string; reason: string | null }>(
        `SELECT item, reason FROM audit_items WHERE ${where}
         ORDER BY strength DESC, place LIMIT ? OFFSET ?`
      )
      .all(number, axis, axis, count, from)
      .map(({ item, reason }) =>
        reviewedItemSchema.parse({ ...(JSON.parse(item) as object), reason })
      )
    const total = database.$client
      .prepare<unknown[], number>(`SELECT count(*) FROM audit_items WHERE ${where}`)
      .pluck()
      .get(number, axis, axis)
    return { items, total: total ?? 0 }
  },
  /** In their order; without those that were left out by hand where `curated`. */
  allItems(
    database: StoreDatabase,
    { id, curated }: { id: string; curated: boolean }
  ): AuditItem[] {
    return database.$client
      .prepare<unknown[], string>(
        `SELECT item FROM audit_items WHERE audit = ? AND (reason IS NULL OR ? = 0) ORDER BY place`
      )
      .pluck()
      .all(numberOf(database, id), curated ? 1 : 0)
      .map((item) => auditItemSchema.parse(JSON.parse(item)))
  },
  /** All, in their order, with the reasons of those that were left out by hand. */
  reviewed(database: StoreDatabase, id: string): ReviewedItem[] {
    return database.$client
      .prepare<unknown[], { item: string; reason: string | null }>(
        'SELECT item, reason FROM audit_items WHERE audit = ? ORDER BY place'
      )
      .all(numberOf(database, id))
      .map(({ item, reason }) =>
        reviewedItemSchema.parse({ ...(JSON.parse(item) as object), reason })
      )
  },
  scores(database: StoreDatabase, { sha256, held, suite }: ScorePlace): KeptScore[] {
    return database.$client
      .prepare<unknown[], KeptScore>(
        `SELECT key, nats, tokens, unknown FROM audit_scores
         WHERE model_sha256 = ? AND held = ? AND suite = ?`
      )
      .raw()
      .all(sha256, held, suite)
  }
}

export const auditWrites = {
  add(database: StoreDatabase, audit: Omit<StoredAudit, 'leftOutByHand'>): StoredAudit {
    const keys = Object.keys(columns) as Column[]
    database.$client
      .prepare(
        `INSERT INTO audits (${keys.map((key) => columns[key]).join(', ')})
         VALUES (${keys.map(() => '?').join(', ')})`
      )
      .run(...keys.map((key) => bound(key, audit[key])))
    return get(database, audit.id)
  },
  update(
    database: StoreDatabase,
    { id, changes }: { id: string; changes: AuditChanges }
  ): StoredAudit {
    const keys = (Object.keys(changes) as (keyof AuditChanges)[]).filter((key) => key in columns)
    const set = keys.map((key) => `${columns[key]} = ?`).join(', ')
    const { changes: changed } = database.$client
      .prepare(`UPDATE audits SET ${set} WHERE id = ?`)
      .run(...keys.map((key) => bound(key, changes[key])), id)
    if (changed === 0) throw new LetheError('notFound', { kind: 'audit', id })
    return get(database, id)
  },
  /** Takes the place of what was there: an audit that goes on tells its items again. */
  setItems(
    database: StoreDatabase,
    { id, from, items }: { id: string; from: number; items: readonly AuditItem[] }
  ): void {
    const number = numberOf(database, id)
    database.transaction(() => {
      if (from === 0)
        database.$client.prepare('DELETE FROM audit_items WHERE audit = ?').run(number)
      const insert = database.$client.prepare(
        'INSERT INTO audit_items (audit, place, id, axis, strength, item) VALUES (?, ?, ?, ?, ?, ?)'
      )
      for (const [at, item] of items.entries())
        insert.run(
          ...[number, from + at, item.id, item.axis],
          ...[Math.abs(item.marginNats ?? 0), JSON.stringify(item)]
        )
    })
  },
  review(
    database: StoreDatabase,
    { id, item, reason }: { id: string; item: string; reason: string | null }
  ): StoredAudit {
    const { changes } = database.$client
      .prepare('UPDATE audit_items SET reason = ? WHERE audit = ? AND id = ?')
      .run(reason, numberOf(database, id), item)
    if (changes === 0) throw new LetheError('notFound', { kind: 'record', id: item })
    return get(database, id)
  },
  keepScores(
    database: StoreDatabase,
    { place, scores }: { place: ScorePlace; scores: readonly KeptScore[] }
  ): void {
    const { sha256, held, suite } = place
    database.transaction(() => {
      const insert = database.$client.prepare(
        'INSERT OR REPLACE INTO audit_scores VALUES (?, ?, ?, ?, ?, ?, ?)'
      )
      for (const score of scores) insert.run(sha256, held, suite, ...score)
    })
  },
  /** At start: what ran when the app was killed goes on by itself. How many there were. */
  interruptRunning(database: StoreDatabase): number {
    return database.$client
      .prepare(`UPDATE audits SET status = 'paused', interrupted = 1 WHERE status = 'running'`)
      .run().changes
  },
  /** Removed long ago, with the scores of weights that no audit is of any more. How many audits. */
  purge(database: StoreDatabase, before: number): number {
    return database.transaction(() => {
      const { changes } = database.$client
        .prepare('DELETE FROM audits WHERE removed_at < ?')
        .run(before)
      database.$client
        .prepare(
          'DELETE FROM audit_scores WHERE model_sha256 NOT IN (SELECT model_sha256 FROM audits)'
        )
        .run()
      return changes
    })
  }
}
