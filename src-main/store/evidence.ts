// Evidence that is taken: what is asked of which models, how far it has come, what came of it.
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { evidenceTookSchema } from '../contract/evidenceCost'
import { evidenceEntrySchema } from '../contract/evidenceEntries'
import type { StoreDatabase } from './database'

/** What nobody searches by. */
const detailsSchema = evidenceEntrySchema
  .pick({
    ...{ flagSetName: true, flagSetVersion: true, records: true, models: true, choice: true },
    ...{ done: true, total: true, error: true, overall: true, cost: true }
  })
  .extend({
    took: evidenceTookSchema.nullable().default(null), // null: it was not asked to its end yet
    referenceRunId: z.string().nullable(), // that makes the reference; null: it was there
    /** As the flag set said when it was asked for. */
    subject: z.object({ title: z.string(), reason: z.string(), requestedBy: z.string() })
  })

const storedEvidenceSchema = evidenceEntrySchema
  .pick({
    ...{ id: true, flagSetId: true, runId: true, status: true },
    ...{ createdAt: true, startedAt: true, endedAt: true, removedAt: true }
  })
  .extend({ ...detailsSchema.shape, interrupted: z.boolean(), queuedAt: z.number() })
/** Evidence as it is kept; what it does at this moment is its worker's. */
export type StoredEvidence = z.infer<typeof storedEvidenceSchema>
export type EvidenceChanges = Partial<Omit<StoredEvidence, 'id' | 'createdAt'>>

const columns = `id, flag_set_id AS flagSetId, run_id AS runId, status, interrupted, entry,
  queued_at AS queuedAt, created_at AS createdAt, started_at AS startedAt, ended_at AS endedAt,
  removed_at AS removedAt`

interface Row {
  entry: string
  interrupted: number
}

function parse({ entry, interrupted, ...row }: Row): StoredEvidence {
  const details = JSON.parse(entry) as object
  return storedEvidenceSchema.parse({ ...row, ...details, interrupted: interrupted === 1 })
}

function get(database: StoreDatabase, id: string): StoredEvidence {
  const row = database.$client
    .prepare<[string], Row>(`SELECT ${columns} FROM evidence WHERE id = ?`)
    .get(id)
  if (!row) throw new LetheError('notFound', { kind: 'evidence', id })
  return parse(row)
}

function valuesOf(evidence: StoredEvidence) {
  const { id, flagSetId, runId, status, queuedAt, createdAt } = evidence
  const { startedAt, endedAt, removedAt } = evidence
  return {
    ...{ id, flagSetId, runId, status, queuedAt, createdAt, startedAt, endedAt, removedAt },
    interrupted: evidence.interrupted ? 1 : 0,
    entry: JSON.stringify(detailsSchema.parse(evidence))
  }
}

export const evidenceReads = {
  get,
  /** Newest first. */
  list(database: StoreDatabase, { removed }: { removed: boolean }): StoredEvidence[] {
    return database.$client
      .prepare<[number], Row>(
        `SELECT ${columns} FROM evidence WHERE (removed_at IS NOT NULL) = ? ORDER BY ordinal DESC`
      )
      .all(removed ? 1 : 0)
      .map(parse)
  },
  ids(database: StoreDatabase): string[] {
    return database.$client.prepare<[], string>('SELECT id FROM evidence').pluck().all()
  }
}

export const evidenceWrites = {
  add(database: StoreDatabase, evidence: StoredEvidence): StoredEvidence {
    database.$client
      .prepare(
        `INSERT INTO evidence (id, flag_set_id, run_id, status, interrupted, entry, queued_at,
           created_at, started_at, ended_at, removed_at)
         VALUES (:id, :flagSetId, :runId, :status, :interrupted, :entry, :queuedAt, :createdAt,
           :startedAt, :endedAt, :removedAt)`
      )
      .run(valuesOf(evidence))
    return get(database, evidence.id)
  },
  update(
    database: StoreDatabase,
    { id, changes }: { id: string; changes: EvidenceChanges }
  ): StoredEvidence {
    return database.transaction(() => {
      const changed = { ...get(database, id), ...changes }
      database.$client
        .prepare(
          `UPDATE evidence SET status = :status, interrupted = :interrupted, entry = :entry,
             queued_at = :queuedAt, started_at = :startedAt, ended_at = :endedAt,
             removed_at = :removedAt WHERE id = :id`
        )
        .run(valuesOf(changed))
      return get(database, id)
    })
  },
  /** At start: what was taken when the app was cut off can go on. How many there were. */
  interruptRunning(database: StoreDatabase): number {
    return database.$client
      .prepare("UPDATE evidence SET status = 'paused', interrupted = 1 WHERE status = 'running'")
      .run().changes
  },
  /** Forgets what was removed before `before`. */
  purge(database: StoreDatabase, before: number): number {
    return database.$client.prepare('DELETE FROM evidence WHERE removed_at < ?').run(before).changes
  }
}
