// Questions and answers, as a tree within each conversation.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { LetheError } from '../base/errors'
import { messageSchema, type AnswerToken, type Conversation, type Message } from '../contract/chat'
import type { LetheErrorData } from '../contract/errors'
import { addAnswerTokens } from './answerTokens'
import { conversationsTable, foundConversation } from './conversations'
import type { StoreDatabase } from './database'
import { modelsTable } from './models'

export const messagesTable = sqliteTable('messages', {
  ordinal: integer('ordinal').primaryKey(),
  id: text('id').notNull().unique(),
  conversationId: text('conversation_id').notNull(),
  parentId: text('parent_id'),
  role: text('role').notNull(),
  text: text('text').notNull(),
  modelId: text('model_id'),
  modelName: text('model_name'),
  status: text('status'),
  stats: text('stats', { mode: 'json' }),
  error: text('error', { mode: 'json' }),
  createdAt: integer('created_at').notNull(),
  startsView: integer('starts_view', { mode: 'boolean' }).notNull().default(false)
})

export interface Asked {
  conversationId: string
  /** null: a further answer to a question that is there. */
  question: Message | null
  answer: Message
  /** Of the text that the answer begins with. */
  tokens?: readonly AnswerToken[]
  /** Replaces an empty title. */
  title: string
}

export type AnswerEnd = Pick<Message, 'id' | 'status' | 'stats' | 'error'>

/** Far below what SQLite takes in one statement. */
const mostParameters = 1000

const parse = (row: unknown): Message => messageSchema.parse(row)

function get(database: StoreDatabase, id: string): Message | null {
  const row = database.select().from(messagesTable).where(eq(messagesTable.id, id)).get()
  return row ? parse(row) : null
}

export const messageReads = {
  get,
  /** In the order in which they were made. */
  ofConversation(database: StoreDatabase, conversationId: string): Message[] {
    const rows = database
      .select()
      .from(messagesTable)
      .where(eq(messagesTable.conversationId, conversationId))
      .orderBy(asc(messagesTable.ordinal))
      .all()
    return rows.map(parse)
  }
}

export const messageWrites = {
  /** Question, empty answer, title, draft and the model's last use, all or nothing. */
  ask(database: StoreDatabase, asked: Asked): Conversation {
    const { conversationId, question, answer, tokens, title } = asked
    return database.transaction(() => {
      const before = foundConversation(database, conversationId)
      if (question) database.insert(messagesTable).values(question).run()
      database.insert(messagesTable).values(answer).run()
      addAnswerTokens(database, answer.id, tokens)
      database
        .update(conversationsTable)
        .set({
          activeLeafId: answer.id,
          modelId: before.modelId ?? answer.modelId,
          updatedAt: answer.createdAt,
          ...(question ? { draft: '' } : {}),
          ...(before.title === '' ? { title } : {})
        })
        .where(eq(conversationsTable.id, conversationId))
        .run()
      database
        .update(modelsTable)
        .set({ lastUsedAt: answer.createdAt })
        .where(eq(modelsTable.id, answer.modelId ?? ''))
        .run()
      return foundConversation(database, conversationId)
    })
  },
  /** Marks where the model's view of a branch begins; `branch`: its messages. null: at its start. */
  startView(
    database: StoreDatabase,
    { branch, messageId }: { branch: readonly string[]; messageId: string | null }
  ): void {
    database.transaction(() => {
      for (let at = 0; at < branch.length; at += mostParameters) {
        database
          .update(messagesTable)
          .set({ startsView: false })
          .where(inArray(messagesTable.id, branch.slice(at, at + mostParameters)))
          .run()
      }
      if (messageId === null) return
      database
        .update(messagesTable)
        .set({ startsView: true })
        .where(eq(messagesTable.id, messageId))
        .run()
    })
  },
  /** Adds to a running answer, together with the tokens that the text is made of. */
  append(
    database: StoreDatabase,
    { id, text: added, tokens }: { id: string; text: string; tokens?: readonly AnswerToken[] }
  ): void {
    database.transaction(() => {
      const { changes } = database
        .update(messagesTable)
        .set({ text: sql`${messagesTable.text} || ${added}` })
        .where(and(eq(messagesTable.id, id), eq(messagesTable.status, 'running')))
        .run()
      if (changes === 0) throw new LetheError('notFound', { kind: 'answer', id })
      addAnswerTokens(database, id, tokens)
    })
  },
  /** An ended answer runs again and becomes the last message in view. */
  resume(database: StoreDatabase, { id, updatedAt }: { id: string; updatedAt: number }): Message {
    return database.transaction(() => {
      database
        .update(messagesTable)
        .set({ status: 'running', error: null })
        .where(eq(messagesTable.id, id))
        .run()
      const message = get(database, id)
      if (!message) throw new LetheError('notFound', { kind: 'answer', id })
      database
        .update(conversationsTable)
        .set({ activeLeafId: id, updatedAt })
        .where(eq(conversationsTable.id, message.conversationId))
        .run()
      return message
    })
  },
  /** Ends a running answer; one that has ended stays as it is. */
  finish(database: StoreDatabase, { id, status, stats, error }: AnswerEnd): Message {
    return database.transaction(() => {
      database
        .update(messagesTable)
        .set({ status, stats, error })
        .where(and(eq(messagesTable.id, id), eq(messagesTable.status, 'running')))
        .run()
      const message = get(database, id)
      if (!message) throw new LetheError('notFound', { kind: 'answer', id })
      return message
    })
  },
  /** At start: answers that were being written when the app was killed. How many there were. */
  failRunning(database: StoreDatabase, error: LetheErrorData): number {
    return database
      .update(messagesTable)
      .set({ status: 'failed', error })
      .where(eq(messagesTable.status, 'running'))
      .run().changes
  }
}
