// Which records a run learns from, and in which steps: lineage, kept apart from the records themselves.
import { z } from 'zod'
import { firstCanaryOrdinal } from '../base/canaries'
import type { StepRecord } from '../contract/training'
import type { StoreDatabase } from './database'
import { numberOf, ordinalOf } from './recordKeys'
import { idBytes, idText } from './storedRecords'
import { runNumber } from './runs'

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

export interface FoundRecord {
  recordId: string
  ordinal: number
  datasetNumber: number
  contentHash: string
}

const mostFound = 1000

interface UseRow {
  runId: string
  record: number
  id: Buffer
  content_hash: Buffer
  kept_out: number
  tokens: number
  steps: string
}

const stepsSchema = z.array(z.number().int())

function found(row: UseRow): FoundUse {
  return {
    ...{
      runId: row.runId,
      recordId: idText(row.id),
      contentHash: row.content_hash.toString('hex')
    },
    ...{ ordinal: row.record, keptOut: row.kept_out === 1, tokens: row.tokens },
    steps: stepsSchema.parse(JSON.parse(row.steps))
  }
}

const useColumns = 'runs.id AS runId, record, run_records.id, content_hash, kept_out, tokens, steps'
const uses = `SELECT ${useColumns} FROM run_records JOIN runs ON runs.ordinal = run_records.run`

export const runRecordReads = {
  byRecordId(database: StoreDatabase, id: string): FoundUse[] {
    return database.$client
      .prepare<unknown[], UseRow>(`${uses} WHERE run_records.id = ? ORDER BY run, record`)
      .all(idBytes(id))
      .map(found)
  },
  byContent(database: StoreDatabase, contentHash: string): FoundUse[] {
    return database.$client
      .prepare<unknown[], UseRow>(`${uses} WHERE content_hash = ? ORDER BY run, record`)
      .all(idBytes(contentHash))
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
  /** Its canaries: in the order in which they were planted. */
  canaries(database: StoreDatabase, id: string): { recordId: string; ordinal: number }[] {
    return database.$client
      .prepare<unknown[], { record: number; id: Buffer }>(
        'SELECT record, id FROM run_records WHERE run = ? AND record >= ? ORDER BY record'
      )
      .all(runNumber(database, id), firstCanaryOrdinal)
      .map((row) => ({ recordId: idText(row.id), ordinal: row.record }))
  },
  /** Records that are there now, by id or by their whole text. */
  found(database: StoreDatabase, by: { id: string } | { text: string }): FoundRecord[] {
    const [condition, value] =
      'id' in by ? (['id = ?', idBytes(by.id)] as const) : (['text = ?', by.text] as const)
    return database.$client
      .prepare<unknown[], { key: number; id: Buffer; content_hash: Buffer }>(
        `SELECT key, id, content_hash FROM records WHERE ${condition} LIMIT ${mostFound}`
      )
      .all(value)
      .map(({ key, id, content_hash }) => ({
        ...{ recordId: idText(id), ordinal: ordinalOf(key), datasetNumber: numberOf(key) },
        contentHash: content_hash.toString('hex')
      }))
  }
}

export const runRecordWrites = {
  add(
    database: StoreDatabase,
    { id, records }: { id: string; records: { ordinal: number; id: string; contentHash: string }[] }
  ): void {
    const { $client } = database
    const run = runNumber(database, id)
    const insert = $client.prepare("INSERT INTO run_records VALUES (?, ?, ?, ?, 0, 0, '[]')")
    $client.transaction(() => {
      for (const { ordinal, id: recordId, contentHash } of records)
        insert.run(run, ordinal, idBytes(recordId), idBytes(contentHash))
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
