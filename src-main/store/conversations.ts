// Conversations, and the search over their titles and messages.
import { desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { LetheError } from '../base/errors'
import {
  conversationSchema,
  samplingSchema,
  type Conversation,
  type Sampling
} from '../contract/chat'
import type { StoreDatabase } from './database'
import { findConversations } from './search'

export const conversationsTable = sqliteTable('conversations', {
  ordinal: integer('ordinal').primaryKey(),
  id: text('id').notNull().unique(),
  title: text('title').notNull(),
  modelId: text('model_id'),
  systemPrompt: text('system_prompt').notNull(),
  sampling: text('sampling', { mode: 'json' }).notNull(),
  draft: text('draft').notNull(),
  activeLeafId: text('active_leaf_id'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  removedAt: integer('removed_at'),
  pinnedAt: integer('pinned_at')
})

export type ListedConversation = Conversation & {
  snippet: string | null
  matchId: string | null
}
export type ConversationChanges = Partial<
  Pick<
    Conversation,
    'title' | 'modelId' | 'systemPrompt' | 'draft' | 'activeLeafId' | 'removedAt' | 'pinnedAt'
  > & { sampling: Partial<Sampling> } // the settings given; the others stay
>

const parse = (row: unknown): Conversation => conversationSchema.parse(row)

function get(database: StoreDatabase, id: string): Conversation | null {
  const { id: column } = conversationsTable
  const row = database.select().from(conversationsTable).where(eq(column, id)).get()
  return row ? parse(row) : null
}

export function foundConversation(database: StoreDatabase, id: string): Conversation {
  const conversation = get(database, id)
  if (!conversation) throw new LetheError('notFound', { kind: 'conversation', id })
  return conversation
}

export const conversationReads = {
  get,
  /** Newest first; with a query only those whose title or messages match it. */
  list(
    database: StoreDatabase,
    { query, removed }: { query: string; removed: boolean }
  ): ListedConversation[] {
    const { removedAt, updatedAt, ordinal } = conversationsTable
    const rows = database
      .select()
      .from(conversationsTable)
      .where(removed ? isNotNull(removedAt) : isNull(removedAt))
      .orderBy(desc(updatedAt), desc(ordinal))
      .all()
    const conversations = rows.map(parse)
    if (query.trim() === '')
      return conversations.map((it) => ({ ...it, snippet: null, matchId: null }))
    const matches = findConversations(database.$client, query)
    return conversations.flatMap((it) => {
      const match = matches.get(it.id)
      if (match === undefined) return []
      return [{ ...it, snippet: match?.snippet ?? null, matchId: match?.messageId ?? null }]
    })
  }
}

export const conversationWrites = {
  add(database: StoreDatabase, conversation: Conversation): Conversation {
    database.insert(conversationsTable).values(conversation).run()
    return foundConversation(database, conversation.id)
  },
  update(
    database: StoreDatabase,
    { id, changes }: { id: string; changes: ConversationChanges }
  ): Conversation {
    return database.transaction(() => {
      const before = foundConversation(database, id)
      if (Object.keys(changes).length > 0) {
        const { sampling, ...others } = changes
        const merged = sampling && {
          sampling: samplingSchema.parse({ ...before.sampling, ...sampling })
        }
        const values = { ...others, ...merged }
        database.update(conversationsTable).set(values).where(eq(conversationsTable.id, id)).run()
      }
      return foundConversation(database, id)
    })
  },
  /** Erases the conversations removed before `before` with their messages. How many there were. */
  purge(database: StoreDatabase, before: number): number {
    return database.delete(conversationsTable).where(lt(conversationsTable.removedAt, before)).run()
      .changes
  }
}
