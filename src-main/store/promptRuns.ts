// Prompt sets: the runs, their prompts and the answers so far.
import { and, asc, count, desc, eq, isNull, lt, notInArray, or, sql } from 'drizzle-orm'
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { LetheError } from '../base/errors'
import {
  lastingReferenceErrors,
  promptAnswerSchema,
  promptItemSchema,
  promptRunSchema,
  type PromptAnswer,
  type PromptItem,
  type PromptRun
} from '../contract/promptSets'
import type { StoreDatabase } from './database'

export const promptRunsTable = sqliteTable('prompt_runs', {
  ordinal: integer('ordinal').primaryKey(),
  id: text('id').notNull().unique(),
  name: text('name').notNull(),
  sampling: text('sampling', { mode: 'json' }).notNull(),
  models: text('models', { mode: 'json' }).notNull(),
  status: text('status').notNull(),
  createdAt: integer('created_at').notNull(),
  removedAt: integer('removed_at'),
  systemPrompt: text('system_prompt').notNull()
})

const itemsTable = sqliteTable(
  'prompt_run_items',
  {
    runId: text('run_id').notNull(),
    row: integer('row_index').notNull(),
    prompt: text('prompt').notNull(),
    reference: text('reference')
  },
  (table) => [primaryKey({ columns: [table.runId, table.row] })]
)

const answersTable = sqliteTable(
  'prompt_run_answers',
  {
    runId: text('run_id').notNull(),
    row: integer('row_index').notNull(),
    column: integer('column_index').notNull(),
    text: text('text').notNull(),
    status: text('status').notNull(),
    error: text('error', { mode: 'json' }),
    exactMatch: integer('exact_match', { mode: 'boolean' }),
    rougeL: real('rouge_l'),
    referenceScore: text('reference_score', { mode: 'json' }),
    referenceError: text('reference_error', { mode: 'json' })
  },
  (table) => [primaryKey({ columns: [table.runId, table.row, table.column] })]
)

export interface FoundPromptRun {
  run: PromptRun
  items: PromptItem[]
  answers: PromptAnswer[]
}

function getRun(database: StoreDatabase, id: string): PromptRun {
  const row = database.select().from(promptRunsTable).where(eq(promptRunsTable.id, id)).get()
  if (!row) throw new LetheError('notFound', { kind: 'promptSet', id })
  return promptRunSchema.parse(row)
}

export const promptRunReads = {
  get(database: StoreDatabase, id: string): FoundPromptRun {
    const items = database
      .select()
      .from(itemsTable)
      .where(eq(itemsTable.runId, id))
      .orderBy(asc(itemsTable.row))
      .all()
    const answers = database.select().from(answersTable).where(eq(answersTable.runId, id)).all()
    return {
      run: getRun(database, id),
      items: items.map((it) => promptItemSchema.parse(it)),
      answers: answers.map((it) => promptAnswerSchema.parse(it))
    }
  },
  /** Newest first, with how many cells are there. */
  list(database: StoreDatabase): (PromptRun & { done: number; total: number })[] {
    const rows = database
      .select()
      .from(promptRunsTable)
      .where(isNull(promptRunsTable.removedAt))
      .orderBy(desc(promptRunsTable.ordinal))
      .all()
    const countOf = (table: typeof itemsTable | typeof answersTable, id: string): number =>
      database.select({ n: count() }).from(table).where(eq(table.runId, id)).get()?.n ?? 0
    return rows.map((row) => {
      const run = promptRunSchema.parse(row)
      const total = countOf(itemsTable, run.id) * run.models.length
      return { ...run, done: countOf(answersTable, run.id), total }
    })
  }
}

export const promptRunWrites = {
  add(database: StoreDatabase, { run, items }: { run: PromptRun; items: PromptItem[] }): void {
    database.transaction(() => {
      database.insert(promptRunsTable).values(run).run()
      items.forEach((item, row) =>
        database
          .insert(itemsTable)
          .values({ ...item, runId: run.id, row })
          .run()
      )
    })
  },
  answer(database: StoreDatabase, { id, answer }: { id: string; answer: PromptAnswer }): void {
    database
      .insert(answersTable)
      .values({ ...answer, runId: id })
      .run()
  },
  /** `again`: answers that failed go, so that they are asked for once more; measures that may go well too. */
  setStatus(
    database: StoreDatabase,
    { id, status, again }: { id: string; status: PromptRun['status']; again: boolean }
  ): PromptRun {
    return database.transaction(() => {
      database.update(promptRunsTable).set({ status }).where(eq(promptRunsTable.id, id)).run()
      if (again) {
        const kept = ['finished', 'length', 'contextFull']
        const { runId, status: ending, referenceError } = answersTable
        const failed = notInArray(ending, kept)
        const lasting = sql.join(
          lastingReferenceErrors.map((code) => sql`${code}`),
          sql`, `
        )
        const unmeasured = sql`json_extract(${referenceError}, '$.code') NOT IN (${lasting})`
        database
          .delete(answersTable)
          .where(and(eq(runId, id), or(failed, unmeasured)))
          .run()
      }
      return getRun(database, id)
    })
  },
  setRemoved(
    database: StoreDatabase,
    { id, removedAt }: { id: string; removedAt: number | null }
  ): PromptRun {
    database.update(promptRunsTable).set({ removedAt }).where(eq(promptRunsTable.id, id)).run()
    return getRun(database, id)
  },
  /** At start: what ran when the app was killed can be resumed. How many there were. */
  pauseRunning(database: StoreDatabase): number {
    return database
      .update(promptRunsTable)
      .set({ status: 'paused' })
      .where(eq(promptRunsTable.status, 'running'))
      .run().changes
  },
  purge(database: StoreDatabase, before: number): number {
    return database.delete(promptRunsTable).where(lt(promptRunsTable.removedAt, before)).run()
      .changes
  }
}
