// Trainings: their rows, curves and answers. What belongs to records is in runRecords.ts.
import { asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import {
  curvePointSchema,
  fixedAnswerSchema,
  lineageExportSchema,
  runSchema,
  type CurvePoint,
  type FixedAnswer
} from '../contract/training'
import type { StoreDatabase } from './database'
import { modelReads, modelWrites, type StoredModel } from './models'
import { freeName, namesBeside, refuseTaken } from './takenNames'

export const runsTable = sqliteTable('runs', {
  ordinal: integer('ordinal').primaryKey(),
  id: text('id').notNull().unique(),
  name: text('name').notNull(),
  modelId: text('model_id').notNull(),
  modelName: text('model_name').notNull(),
  modelSha256: text('model_sha256').notNull(),
  datasetId: text('dataset_id').notNull(),
  datasetName: text('dataset_name').notNull(),
  settings: text('settings', { mode: 'json' }).notNull(),
  status: text('status').notNull(),
  interrupted: integer('interrupted', { mode: 'boolean' }).notNull(),
  step: integer('step').notNull(),
  progress: text('progress', { mode: 'json' }).notNull(),
  resultModelId: text('result_model_id'),
  forgetting: text('forgetting', { mode: 'json' }),
  queuedAt: integer('queued_at').notNull(),
  createdAt: integer('created_at').notNull(),
  startedAt: integer('started_at'),
  endedAt: integer('ended_at'),
  removedAt: integer('removed_at')
})

/** What nobody searches by. */
const progressSchema = runSchema
  .pick({
    ...{ error: true, steps: true, stepsAnEpoch: true, trainedSeconds: true, records: true },
    ...{ validationRecords: true, tokens: true, cutRecords: true, device: true, threads: true },
    ...{ runtime: true, loss: true, evaluationLoss: true, best: true, endedEarly: true },
    ...{ savedAt: true, savedStep: true, resumedFromStep: true, recited: true },
    ...{ cpuFeatures: true, pace: true }
  })
  .extend({
    ...{ lastPhaseStep: z.int(), epochStarts: z.array(z.int()) },
    canarySeed: z.int().nullable().default(null)
  })

const storedRunSchema = runSchema
  .omit({ phase: true, yielding: true, waitingBehind: true, secondsLeft: true })
  .extend({
    modelSha256: z.string(),
    interrupted: z.boolean(),
    queuedAt: z.number(),
    lastPhaseStep: z.int(), // the first step that reads sensitive records; steps: there is none
    epochStarts: z.array(z.int()), // the first step of each pass over the records
    canarySeed: z.int().nullable().default(null) // what its canaries were drawn by; null: it has none
  })
/** A run as it is kept; what it does at this moment is its worker's. */
export type StoredRun = z.infer<typeof storedRunSchema>
export type RunChanges = Partial<Omit<StoredRun, 'id' | 'createdAt'>>

function parse(row: typeof runsTable.$inferSelect): StoredRun {
  return storedRunSchema.parse({ ...row, ...(row.progress as object) })
}

function rowOf(run: Omit<StoredRun, 'id'>) {
  const progress = progressSchema.parse(run)
  const { name, modelId, modelName, modelSha256, datasetId, datasetName, settings } = run
  const { status, interrupted, step, resultModelId, forgetting, queuedAt } = run
  const { createdAt, startedAt, endedAt, removedAt } = run
  return {
    ...{ name, modelId, modelName, modelSha256, datasetId, datasetName, settings },
    ...{ status, interrupted, step, progress, resultModelId, forgetting, queuedAt },
    ...{ createdAt, startedAt, endedAt, removedAt }
  }
}

function get(database: StoreDatabase, id: string): StoredRun {
  const row = database.select().from(runsTable).where(eq(runsTable.id, id)).get()
  if (!row) throw new LetheError('notFound', { kind: 'run', id })
  return parse(row)
}

/** The number that its other rows bear. */
export function runNumber(database: StoreDatabase, id: string): number {
  const row = database
    .select({ ordinal: runsTable.ordinal })
    .from(runsTable)
    .where(eq(runsTable.id, id))
    .get()
  if (!row) throw new LetheError('notFound', { kind: 'run', id })
  return row.ordinal
}

export const runReads = {
  get,
  /** Newest first. */
  list(database: StoreDatabase, { removed }: { removed: boolean }): StoredRun[] {
    const { removedAt, ordinal } = runsTable
    return database
      .select()
      .from(runsTable)
      .where(removed ? isNotNull(removedAt) : isNull(removedAt))
      .orderBy(desc(ordinal))
      .all()
      .map(parse)
  },
  /** Removed ones too: their models may be there. */
  all(database: StoreDatabase): StoredRun[] {
    return database.select().from(runsTable).orderBy(asc(runsTable.ordinal)).all().map(parse)
  },
  curve(
    database: StoreDatabase,
    { id, afterStep, points }: { id: string; afterStep: number; points: number }
  ): CurvePoint[] {
    const number = runNumber(database, id)
    const { best } = get(database, id)
    const { $client } = database
    const count = $client
      .prepare<unknown[], number>('SELECT count(*) FROM run_points WHERE run = ? AND step > ?')
      .pluck()
      .get(number, afterStep)!
    const every = Math.max(1, Math.ceil(count / points))
    // Evaluated points are few; of the others every n-th stays, and the last one.
    return $client
      .prepare(
        `SELECT step, loss, evaluation_loss AS evaluationLoss, learning_rate AS learningRate,
           gradient_norm AS gradientNorm
         FROM (SELECT *, row_number() OVER (ORDER BY step) - 1 AS place
               FROM run_points WHERE run = ? AND step > ?)
         WHERE place % ? = 0 OR evaluation_loss IS NOT NULL OR place = ? OR step = ?
         ORDER BY step`
      )
      .all(number, afterStep, every, count - 1, best?.step ?? -1)
      .map((point) => curvePointSchema.parse(point))
  },
  answers(database: StoreDatabase, id: string): FixedAnswer[] {
    return database.$client
      .prepare('SELECT step, prompt, text FROM run_answers WHERE run = ? ORDER BY step, place')
      .all(runNumber(database, id))
      .map((answer) => fixedAnswerSchema.parse(answer))
  },
  exports(database: StoreDatabase, modelIds: readonly string[]) {
    return database.$client
      .prepare(
        `SELECT model_id AS modelId, kind, path, exported_at AS exportedAt FROM run_exports
         WHERE model_id IN (SELECT value FROM json_each(?)) ORDER BY ordinal`
      )
      .all(JSON.stringify(modelIds))
      .map((row) => lineageExportSchema.parse(row))
  }
}

export const runWrites = {
  /** A name that is taken gets a number. */
  add(database: StoreDatabase, run: StoredRun): StoredRun {
    return database.transaction(() => {
      const name = freeName(run.name, namesBeside(database, 'runs', run.id))
      database
        .insert(runsTable)
        .values({ ...rowOf({ ...run, name }), id: run.id })
        .run()
      return get(database, run.id)
    })
  },
  /**
   * Runs that repeat others without some records, all or none: each with what its steps read and how it
   * went up to where it goes on from.
   */
  addRepeated(
    database: StoreDatabase,
    repeated: readonly { run: StoredRun; originId: string; without: readonly number[] }[]
  ): StoredRun[] {
    return database.transaction(() =>
      repeated.map(({ run, originId, without }) => {
        const added = runWrites.add(database, run)
        const [number, origin] = [runNumber(database, run.id), runNumber(database, originId)]
        const ask = { number, origin, step: run.step, without: JSON.stringify(without) }
        const among = 'record IN (SELECT value FROM json_each(:without))'
        const { $client } = database
        $client
          .prepare(
            `INSERT INTO run_records SELECT :number, record, id, content_hash, kept_out, tokens,
             steps FROM run_records WHERE run = :origin AND NOT ${among}`
          )
          .run(ask)
        // What was measured with one of them is measured anew.
        $client
          .prepare(
            `INSERT INTO run_points SELECT :number, step, loss, CASE WHEN EXISTS
               (SELECT 1 FROM run_records WHERE run = :origin AND kept_out = 1 AND ${among})
               THEN NULL ELSE evaluation_loss END, learning_rate, gradient_norm
             FROM run_points WHERE run = :origin AND step <= :step`
          )
          .run(ask)
        $client
          .prepare(
            `INSERT INTO run_answers SELECT :number, step, place, prompt, text
             FROM run_answers WHERE run = :origin AND step <= :step`
          )
          .run(ask)
        return added
      })
    )
  },
  /** Changes and what came with them, all or nothing. */
  update(
    database: StoreDatabase,
    {
      id,
      changes,
      points = [],
      answers = [],
      evaluated = null
    }: {
      id: string
      changes: RunChanges
      points?: readonly CurvePoint[]
      answers?: readonly FixedAnswer[]
      evaluated?: { step: number; evaluationLoss: number } | null
    }
  ): StoredRun {
    return database.transaction(() => {
      const run = { ...get(database, id), ...changes }
      database.update(runsTable).set(rowOf(run)).where(eq(runsTable.id, id)).run()
      const number = runNumber(database, id)
      // A run that goes on from an earlier state comes by the same steps again.
      const addPoint = database.$client.prepare(
        `INSERT INTO run_points VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
         loss = coalesce(excluded.loss, loss),
         learning_rate = max(excluded.learning_rate, learning_rate),
         gradient_norm = coalesce(excluded.gradient_norm, gradient_norm),
         evaluation_loss = coalesce(excluded.evaluation_loss, evaluation_loss)`
      )
      for (const { step, loss, evaluationLoss, learningRate, gradientNorm } of points)
        addPoint.run(number, step, loss, evaluationLoss, learningRate, gradientNorm)
      // The state after a step is measured: its point is there, or comes with the next batch.
      if (evaluated) addPoint.run(number, evaluated.step, null, evaluated.evaluationLoss, 0, null)
      const addAnswer = database.$client.prepare(
        'INSERT OR REPLACE INTO run_answers VALUES (?, ?, ?, ?, ?)'
      )
      for (const [place, { step, prompt, text: answer }] of answers.entries())
        addAnswer.run(number, step, place, prompt, answer)
      return get(database, id)
    })
  },
  /** The run and its model become what they are at once. */
  finish(
    database: StoreDatabase,
    { id, model, changes }: { id: string; model: StoredModel; changes: RunChanges }
  ): { run: StoredRun; model: StoredModel } {
    return database.transaction(() => {
      const added = modelWrites.add(database, model)
      const all = { ...changes, resultModelId: added.id }
      return { run: runWrites.update(database, { id, changes: all }), model: added }
    })
  },
  /** With its model. Refuses a name that another run or another model of the list bears. */
  rename(database: StoreDatabase, { id, name }: { id: string; name: string }): StoredRun {
    return database.transaction(() => {
      refuseTaken(name, namesBeside(database, 'runs', id))
      const { resultModelId } = get(database, id)
      // A model that was removed comes back under the name that it had.
      const model = modelReads.get(database, resultModelId ?? '')
      if (model?.removedAt === null) modelWrites.rename(database, { id: model.id, name })
      return runWrites.update(database, { id, changes: { name } })
    })
  },
  addExport(
    database: StoreDatabase,
    { id, ...row }: z.infer<typeof lineageExportSchema> & { id: string }
  ): void {
    database.$client
      .prepare(
        'INSERT INTO run_exports (run, model_id, kind, path, exported_at) VALUES (?, ?, ?, ?, ?)'
      )
      .run(runNumber(database, id), row.modelId, row.kind, row.path, row.exportedAt)
  },
  /** At start: what ran when the app was cut off can go on. How many there were. */
  interruptRunning(database: StoreDatabase): number {
    return database
      .update(runsTable)
      .set({ status: 'paused', interrupted: true })
      .where(eq(runsTable.status, 'running'))
      .run().changes
  },
  /** Forgets what was removed before `before`; which records a model saw stays while the model does. */
  purge(database: StoreDatabase, before: number): number {
    return database.$client
      .prepare(
        `DELETE FROM runs WHERE removed_at < ? AND
         (result_model_id IS NULL OR result_model_id NOT IN (SELECT id FROM models))`
      )
      .run(before).changes
  }
}
