// What became of flagged records: which runs read them and in which steps, who answered with what they
// made, which other records say the same.
import { z } from 'zod'
import type { StoreDatabase } from './database'
import { flagSetNumber, type FlagSetPlace } from './flagSets'
import { numberOf, ordinalOf } from './recordKeys'
import { runNumber } from './runs'

/** The part that flagged records have in the plan of one run. */
export interface FlaggedUse {
  runId: string
  /** Their ordinals in that plan. */
  learned: number[]
  keptOut: number[]
  /** Reads behind the run's step: records times the steps that read each. */
  times: number
  firstStep: number | null
  lastStep: number | null
}

const countsSchema = z.object({ records: z.int(), validationRecords: z.int(), tokens: z.int() })
const stepsSchema = z.array(z.number().int())
const shownSame = 100

export const flaggedUseReads = {
  /** In the order of the runs; a record that a plan has no use for is left out. */
  ofRuns(database: StoreDatabase, { id, version }: FlagSetPlace): FlaggedUse[] {
    const rows = database.$client
      .prepare<
        unknown[],
        { runId: string; step: number; record: number; keptOut: number; steps: string }
      >(
        `SELECT runs.id AS runId, runs.step, run_records.record, kept_out AS keptOut, steps
         FROM flagged_records JOIN run_records ON run_records.id = flagged_records.id
         JOIN runs ON runs.ordinal = run_records.run
         WHERE flag_set = ? AND version = ? ORDER BY run, run_records.record`
      )
      .all(flagSetNumber(database, id), version)
    const uses = new Map<string, FlaggedUse>()
    for (const { runId, step, record, keptOut, steps: list } of rows) {
      const steps = stepsSchema.parse(JSON.parse(list))
      if (keptOut === 0 && steps.length === 0) continue
      const use = uses.get(runId) ?? {
        ...{ runId, learned: [], keptOut: [], times: 0, firstStep: null, lastStep: null }
      }
      uses.set(runId, use)
      ;(keptOut === 0 ? use.learned : use.keptOut).push(record)
      const done = steps.filter((it) => it < step)
      use.times += new Set(done).size
      for (const it of done) {
        use.firstStep = Math.min(use.firstStep ?? it, it)
        use.lastStep = Math.max(use.lastStep ?? it, it)
      }
    }
    return [...uses.values()]
  },
  /** What a run has to learn from and to measure with, some records left out. */
  left(
    database: StoreDatabase,
    { id, without }: { id: string; without: readonly number[] }
  ): { records: number; validationRecords: number; tokens: number } {
    return countsSchema.parse(
      database.$client
        .prepare(
          `SELECT count(*) FILTER (WHERE kept_out = 0 AND steps <> '[]') AS records,
             count(*) FILTER (WHERE kept_out = 1) AS validationRecords,
             ifnull(sum(tokens), 0) AS tokens
           FROM run_records WHERE run = ? AND record NOT IN (SELECT value FROM json_each(?))`
        )
        .get(runNumber(database, id), JSON.stringify(without))
    )
  },
  /** In how many conversations each of these models answered, and in how many any of them. */
  conversations(
    database: StoreDatabase,
    modelIds: readonly string[]
  ): { byModel: { modelId: string; conversations: number }[]; all: number } {
    const among = 'model_id IN (SELECT value FROM json_each(?))'
    const ids = JSON.stringify(modelIds)
    return {
      byModel: database.$client
        .prepare<[string], { modelId: string; conversations: number }>(
          `SELECT model_id AS modelId, count(DISTINCT conversation_id) AS conversations
           FROM messages WHERE ${among} GROUP BY model_id`
        )
        .all(ids),
      all: database.$client
        .prepare<[string], number>(
          `SELECT count(DISTINCT conversation_id) FROM messages WHERE ${among}`
        )
        .pluck()
        .get(ids)!
    }
  },
  /** Records that are not flagged and say the same as one that is: how many, and the first. */
  sameText(
    database: StoreDatabase,
    { id, version }: FlagSetPlace
  ): { count: number; first: { datasetNumber: number; ordinal: number }[] } {
    const set = flagSetNumber(database, id)
    const flagged = 'FROM flagged_records WHERE flag_set = :set AND version = :version'
    const same = `FROM records WHERE content_hash IN (SELECT content_hash ${flagged})
      AND id NOT IN (SELECT id ${flagged})`
    const { $client } = database
    const ask = { set, version }
    return {
      count: $client.prepare<unknown[], number>(`SELECT count(*) ${same}`).pluck().get(ask)!,
      first: $client
        .prepare<unknown[], number>(`SELECT key ${same} ORDER BY key LIMIT ${shownSame}`)
        .pluck()
        .all(ask)
        .map((key) => ({ datasetNumber: numberOf(key), ordinal: ordinalOf(key) }))
    }
  }
}
