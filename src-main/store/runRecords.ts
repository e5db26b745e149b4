// Which records a run learns from, and in which steps: lineage, kept apart from the records themselves.
import { z } from 'zod'
import { layoutSchema, type roleSchema } from '../contract/datasets'
import type { StepRecord } from '../contract/training'
import type { StoreDatabase } from './database'
import { rangeOf, keyOf, ordinalOf } from './recordKeys'
import { runNumber } from './runs'

/** A record on its way into a run's folder. */
export interface LearnableRecord {
  ordinal: number
  id: string // hexadecimal
  contentHash: string
  first: number // ordinal of the first record that says the same
  pii: boolean
  subject: boolean
  parts: { role: z.infer<typeof roleSchema>; text: string }[]
}

export interface PlannedUse {
  ordinal: number
  keptOut: boolean
  tokens: number
  steps: number[]
}

export interface FoundUse extends PlannedUse {
  runId: string
  recordId: string
  contentHash: string
}

interface Row {
  key: number
  id: Buffer
  text: string
  layout: string
  subject: string | null
  content_hash: Buffer
  pii_types: number
  duplicate_of: number | null
}

interface UseRow {
  runId: string
  record: number
  id: Buffer
  content_hash: Buffer
  kept_out: number
  tokens: number
  steps: string
}

const uuid = (id: Buffer): string =>
  id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('-', ''), 'hex')
const stepsSchema = z.array(z.number().int())

function found(row: UseRow): FoundUse {
  return {
    ...{ runId: row.runId, recordId: uuid(row.id), contentHash: row.content_hash.toString('hex') },
    ...{ ordinal: row.record, keptOut: row.kept_out === 1, tokens: row.tokens },
    steps: stepsSchema.parse(JSON.parse(row.steps))
  }
}

const useColumns =
  'runs.id AS runId, record, run_records.id, content_hash, kept_out, tokens, steps'
const uses = `SELECT ${useColumns} FROM run_records JOIN runs ON runs.ordinal = run_records.run`

export const runRecordReads = {
  /** Records of a dataset in their order, as a run reads them. */
  learnable(
    database: StoreDatabase,
    { number, after, limit }: { number: number; after: number; limit: number }
  ): LearnableRecord[] {
    const [, last] = rangeOf(number)
    return database.$client
      .prepare<unknown[], Row>(
        `SELECT key, id, text, layout, subject, content_hash, pii_types, duplicate_of FROM records
         WHERE key > ? AND key <= ? ORDER BY key LIMIT ?`
      )
      .all(keyOf(number, after), last, limit)
      .map((row) => {
        let start = 0
        const parts = layoutSchema.parse(JSON.parse(row.layout)).map(([role, length]) => {
          const text = row.text.slice(start, start + length)
          start += length + 1
          return { role, text }
        })
        return {
          ...{ ordinal: ordinalOf(row.key), id: uuid(row.id), parts },
          ...{ contentHash: row.content_hash.toString('hex'), pii: row.pii_types !== 0 },
          ...{ subject: row.subject !== null, first: row.duplicate_of ?? ordinalOf(row.key) }
        }
      })
  },
  byRecordId(database: StoreDatabase, id: string): FoundUse[] {
    return database.$client
      .prepare<unknown[], UseRow>(`${uses} WHERE run_records.id = ? ORDER BY run, record`)
      .all(bytesOf(id))
      .map(found)
  },
  byContent(database: StoreDatabase, contentHash: string): FoundUse[] {
    return database.$client
      .prepare<unknown[], UseRow>(`${uses} WHERE content_hash = ? ORDER BY run, record`)
      .all(bytesOf(contentHash))
      .map(found)
  },
  /** Records of a step, by their places in the dataset. */
  ofStep(
    database: StoreDatabase,
    { id, step, epoch }: { id: string; step: number; epoch: number }
  ): StepRecord[] {
    return database.$client
      .prepare<unknown[], UseRow>(
        `${uses} WHERE run = ? AND EXISTS
         (SELECT 1 FROM json_each(steps) WHERE value = ?) ORDER BY record`
      )
      .all(runNumber(database, id), step)
      .map(found)
      .map(({ recordId, ordinal, tokens, contentHash }) => ({
        ...{ recordId, ordinal, tokens, contentHash, epoch }
      }))
  },
  /** Where a record is now: its dataset's number and place; null: it is gone. */
  recordPlace(database: StoreDatabase, id: string): { key: number; contentHash: string } | null {
    const row = database.$client
      .prepare<unknown[], { key: number; content_hash: Buffer }>(
        'SELECT key, content_hash FROM records WHERE id = ?'
      )
      .get(bytesOf(id))
    return row ? { key: row.key, contentHash: row.content_hash.toString('hex') } : null
  }
}

export const runRecordWrites = {
  add(
    database: StoreDatabase,
    { id, records }: { id: string; records: Pick<LearnableRecord, 'ordinal' | 'id' | 'contentHash'>[] }
  ): void {
    const { $client } = database
    const run = runNumber(database, id)
    const insert = $client.prepare("INSERT INTO run_records VALUES (?, ?, ?, ?, 0, 0, '[]')")
    $client.transaction(() => {
      for (const { ordinal, id: recordId, contentHash } of records)
        insert.run(run, ordinal, bytesOf(recordId), bytesOf(contentHash))
    })()
  },
  /** What the plan decided. */
  plan(database: StoreDatabase, { id, uses: planned }: { id: string; uses: PlannedUse[] }): void {
    const { $client } = database
    const run = runNumber(database, id)
    const update = $client.prepare(
      'UPDATE run_records SET kept_out = ?, tokens = ?, steps = ? WHERE run = ? AND record = ?'
    )
    $client.transaction(() => {
      for (const { ordinal, keptOut, tokens, steps } of planned)
        update.run(keptOut ? 1 : 0, tokens, JSON.stringify(steps), run, ordinal)
    })()
  }
}
