// The tokens of answers, in rows of many: an answer grows by a few tokens at a time, and each knows
// five others that could have come.
import { asc, eq } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import type { AnswerToken } from '../contract/chat'
import type { StoreDatabase } from './database'

const answerTokensTable = sqliteTable('answer_tokens', {
  ordinal: integer('ordinal').primaryKey(),
  messageId: text('message_id').notNull(),
  tokens: text('tokens', { mode: 'json' }).notNull()
})

const whole = z.number().int().nonnegative()
const storedSchema = z.array(
  z.tuple([
    whole,
    whole,
    whole,
    z.number(),
    z.array(z.tuple([whole, z.string(), z.number(), z.union([z.literal(0), z.literal(1)])]))
  ])
)

export const answerTokenReads = {
  /** In the order in which they were written. */
  ofMessage(database: StoreDatabase, messageId: string): AnswerToken[] {
    const rows = database
      .select({ tokens: answerTokensTable.tokens })
      .from(answerTokensTable)
      .where(eq(answerTokensTable.messageId, messageId))
      .orderBy(asc(answerTokensTable.ordinal))
      .all()
    return rows.flatMap(({ tokens }) =>
      storedSchema.parse(tokens).map(([start, end, id, logprob, others]) => ({
        ...{ start, end, id, logprob },
        alternatives: others.map(([other, otherText, otherLogprob, ends]) => ({
          ...{ id: other, text: otherText, logprob: otherLogprob },
          ends: ends === 1
        }))
      }))
    )
  }
}

export function addAnswerTokens(
  database: StoreDatabase,
  messageId: string,
  tokens: readonly AnswerToken[] = []
): void {
  if (tokens.length === 0) return
  const stored: z.infer<typeof storedSchema> = tokens.map((token) => [
    token.start,
    token.end,
    token.id,
    rounded(token.logprob),
    token.alternatives.map(({ id, text: other, logprob, ends }) => [
      id,
      other.replace(/\p{Cs}/gu, '\ufffd'),
      rounded(logprob),
      ends ? 1 : 0
    ])
  ])
  database.insert(answerTokensTable).values({ messageId, tokens: stored }).run()
}

/** Four digits: a hundredth of a percent, which is more than is ever shown. JSON knows no infinity. */
const rounded = (logprob: number): number => Math.max(-1000, Math.round(logprob * 10_000) / 10_000)
