// Comparisons and their columns, as they are: what a blind one hides is hidden by jobs/.
import { and, asc, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { answerStatsSchema, answerStatusSchema, samplingSchema } from '../contract/chat'
import { comparisonModeSchema, voteSchema, type Vote } from '../contract/compare'
import { letheErrorSchema, type LetheErrorData } from '../contract/errors'
import { remoteFiguresSchema, remoteModelSchema, remoteReference } from '../contract/network'
import type { StoreDatabase } from './database'
import { modelsTable } from './models'

export const comparisonsTable = sqliteTable('comparisons', {
  ordinal: integer('ordinal').primaryKey(),
  id: text('id').notNull().unique(),
  mode: text('mode').notNull(),
  prompt: text('prompt').notNull(),
  systemPrompt: text('system_prompt').notNull(),
  seed: integer('seed').notNull(),
  vote: text('vote'),
  createdAt: integer('created_at').notNull(),
  removedAt: integer('removed_at')
})

export const comparedAnswersTable = sqliteTable('compared_answers', {
  ordinal: integer('ordinal').primaryKey(),
  id: text('id').notNull().unique(),
  comparisonId: text('comparison_id').notNull(),
  column: integer('column_index').notNull(),
  modelId: text('model_id'),
  modelName: text('model_name').notNull(),
  sampling: text('sampling', { mode: 'json' }).notNull(),
  text: text('text').notNull(),
  status: text('status').notNull(),
  stats: text('stats', { mode: 'json' }),
  error: text('error', { mode: 'json' }),
  followedBy: text('followed_by'),
  remote: text('remote', { mode: 'json' }),
  remoteFigures: text('remote_figures', { mode: 'json' })
})

const storedComparisonSchema = z.object({
  id: z.string(),
  mode: comparisonModeSchema,
  prompt: z.string(),
  systemPrompt: z.string(),
  seed: z.number().int(),
  vote: voteSchema.nullable(),
  createdAt: z.number().int(),
  removedAt: z.number().int().nullable()
})
export type StoredComparison = z.infer<typeof storedComparisonSchema>

const storedAnswerSchema = z.object({
  id: z.string(),
  comparisonId: z.string(),
  column: z.number().int(),
  modelId: z.string().nullable(),
  modelName: z.string(),
  sampling: samplingSchema,
  text: z.string(),
  status: answerStatusSchema,
  stats: answerStatsSchema.nullable(),
  error: letheErrorSchema.nullable(),
  followedBy: z.string().nullable(),
  remote: remoteModelSchema.nullable(),
  remoteFigures: remoteFiguresSchema.nullable()
})
export type StoredAnswer = z.infer<typeof storedAnswerSchema>
export type ComparedAnswerEnd = Pick<
  StoredAnswer,
  'id' | 'status' | 'stats' | 'remoteFigures' | 'error'
>

export interface FoundComparison {
  comparison: StoredComparison
  /** The latest attempt of each column, in their order. */
  answers: StoredAnswer[]
}

/** One vote: the models in the order of the columns. */
export interface CastVote {
  vote: Vote
  models: { id: string; name: string }[]
}

function getComparison(database: StoreDatabase, id: string): StoredComparison {
  const row = database.select().from(comparisonsTable).where(eq(comparisonsTable.id, id)).get()
  if (!row) throw new LetheError('notFound', { kind: 'comparison', id })
  return storedComparisonSchema.parse(row)
}

function latestAnswers(database: StoreDatabase, comparisonId: string): StoredAnswer[] {
  const { comparisonId: owner, followedBy, column } = comparedAnswersTable
  return database
    .select()
    .from(comparedAnswersTable)
    .where(and(eq(owner, comparisonId), isNull(followedBy)))
    .orderBy(asc(column))
    .all()
    .map((row) => storedAnswerSchema.parse(row))
}

function get(database: StoreDatabase, id: string): FoundComparison {
  return { comparison: getComparison(database, id), answers: latestAnswers(database, id) }
}

function getAnswer(database: StoreDatabase, id: string): StoredAnswer {
  const { id: column } = comparedAnswersTable
  const row = database.select().from(comparedAnswersTable).where(eq(column, id)).get()
  if (!row) throw new LetheError('notFound', { kind: 'answer', id })
  return storedAnswerSchema.parse(row)
}

export const comparisonReads = {
  get,
  getAnswer,
  /** Newest first. */
  list(database: StoreDatabase, removed: boolean): FoundComparison[] {
    const { removedAt, createdAt, ordinal } = comparisonsTable
    return database
      .select()
      .from(comparisonsTable)
      .where(removed ? isNotNull(removedAt) : isNull(removedAt))
      .orderBy(desc(createdAt), desc(ordinal))
      .all()
      .map((row) => {
        const comparison = storedComparisonSchema.parse(row)
        return { comparison, answers: latestAnswers(database, comparison.id) }
      })
  },
  /** Every vote on answers of models that are still known, oldest first. */
  votes(database: StoreDatabase): CastVote[] {
    const rows = database
      .select()
      .from(comparisonsTable)
      .where(and(isNotNull(comparisonsTable.vote), isNull(comparisonsTable.removedAt)))
      .orderBy(asc(comparisonsTable.ordinal))
      .all()
    return rows.flatMap((row) => {
      const { id, vote } = storedComparisonSchema.parse(row)
      const models = latestAnswers(database, id).flatMap(({ modelId, modelName, remote }) => {
        const known = remote ? remoteReference(remote.endpointId, remote.model) : modelId
        return known === null ? [] : [{ id: known, name: modelName }]
      })
      return vote === null || models.length !== 2 ? [] : [{ vote, models }]
    })
  }
}

export const comparisonWrites = {
  /** The comparison, its empty answers and the models' last use (one moment for all), or nothing. */
  add(database: StoreDatabase, { comparison, answers }: FoundComparison): void {
    database.transaction(() => {
      database.insert(comparisonsTable).values(comparison).run()
      for (const answer of answers) {
        database.insert(comparedAnswersTable).values(answer).run()
        database
          .update(modelsTable)
          .set({ lastUsedAt: comparison.createdAt })
          .where(eq(modelsTable.id, answer.modelId ?? ''))
          .run()
      }
    })
  },
  /** Puts a further attempt in the place of an ended one. */
  follow(
    database: StoreDatabase,
    { answer, after }: { answer: StoredAnswer; after: string }
  ): void {
    database.transaction(() => {
      const { changes } = database
        .update(comparedAnswersTable)
        .set({ followedBy: answer.id })
        .where(
          and(
            eq(comparedAnswersTable.id, after),
            isNull(comparedAnswersTable.followedBy),
            sql`${comparedAnswersTable.status} IN ('failed', 'stopped')`
          )
        )
        .run()
      if (changes === 0) throw new LetheError('notFound', { kind: 'answer', id: after })
      database.insert(comparedAnswersTable).values(answer).run()
    })
  },
  /** Adds to a running answer. */
  append(database: StoreDatabase, { id, text: added }: { id: string; text: string }): void {
    const { changes } = database
      .update(comparedAnswersTable)
      .set({ text: sql`${comparedAnswersTable.text} || ${added}` })
      .where(and(eq(comparedAnswersTable.id, id), eq(comparedAnswersTable.status, 'running')))
      .run()
    if (changes === 0) throw new LetheError('notFound', { kind: 'answer', id })
  },
  /** Ends a running answer; one that has ended stays as it is. */
  finish(database: StoreDatabase, { id, ...end }: ComparedAnswerEnd): StoredAnswer {
    return database.transaction(() => {
      database
        .update(comparedAnswersTable)
        .set(end)
        .where(and(eq(comparedAnswersTable.id, id), eq(comparedAnswersTable.status, 'running')))
        .run()
      return getAnswer(database, id)
    })
  },
  /** The one vote of a comparison. Throws `invalidInput` when there is one already. */
  vote(database: StoreDatabase, { id, vote }: { id: string; vote: Vote }): void {
    const { changes } = database
      .update(comparisonsTable)
      .set({ vote })
      .where(and(eq(comparisonsTable.id, id), isNull(comparisonsTable.vote)))
      .run()
    if (changes === 0) {
      throw new LetheError('invalidInput', { field: 'vote', reason: { code: 'alreadyVoted' } })
    }
  },
  setRemoved(
    database: StoreDatabase,
    { id, removedAt }: { id: string; removedAt: number | null }
  ): StoredComparison {
    database.update(comparisonsTable).set({ removedAt }).where(eq(comparisonsTable.id, id)).run()
    return getComparison(database, id)
  },
  /** At start: answers that were being written when the app was killed. How many there were. */
  failRunning(database: StoreDatabase, error: LetheErrorData): number {
    return database
      .update(comparedAnswersTable)
      .set({ status: 'failed', error })
      .where(eq(comparedAnswersTable.status, 'running'))
      .run().changes
  },
  /** Erases the comparisons removed before `before`. How many there were. */
  purge(database: StoreDatabase, before: number): number {
    return database.delete(comparisonsTable).where(lt(comparisonsTable.removedAt, before)).run()
      .changes
  }
}
