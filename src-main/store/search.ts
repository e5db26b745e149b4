// Search over conversations: titles and messages, without regard to accents and case, every word of
// the query a beginning, "words in quotes" as they stand. https://www.sqlite.org/fts5.html
import type Database from 'better-sqlite3'

/** Letters and digits as the index cuts them; all else only parts words. */
const word = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu
const snippetTokens = 16
const snippetChars = 100

/**
 * The query in FTS5's own language; null when it holds no word (only signs, say). Nothing a person
 * types can be a syntax error: only words get through, each in quotes.
 * @param beginningFrom words of so many signs or more match as beginnings
 */
export function matchExpression(query: string, beginningFrom = 1): string | null {
  const parts: string[] = []
  for (const [, phrase, rest] of query.normalize('NFC').matchAll(/"([^"]*)"|([^"]+)/g)) {
    if (phrase !== undefined) {
      const words = phrase.match(word)
      if (words) parts.push(`"${words.join(' ')}"`)
    } else {
      for (const found of rest?.match(word) ?? [])
        parts.push(found.length < beginningFrom ? `"${found}"` : `"${found}"*`)
    }
  }
  return parts.length > 0 ? parts.join(' AND ') : null
}

/** The newest matching message of a conversation, and a piece of it. */
export interface MessageMatch {
  messageId: string
  snippet: string
}

/** Ids of the conversations that match; null where only the title does. */
export function findConversations(
  database: Database.Database,
  query: string
): Map<string, MessageMatch | null> {
  const expression = matchExpression(query)
  return expression === null
    ? findLiterally(database, query.trim())
    : findWords(database, expression)
}

function findWords(
  database: Database.Database,
  expression: string
): Map<string, MessageMatch | null> {
  const titles = database
    .prepare<[string], { id: string }>(
      `SELECT conversations.id FROM conversation_search
       JOIN conversations ON conversations.ordinal = conversation_search.rowid
       WHERE conversation_search MATCH ?`
    )
    .all(expression)
  const matches = new Map<string, MessageMatch | null>(titles.map(({ id }) => [id, null]))
  const newest = database
    .prepare<[string], { id: string; messageId: string; ordinal: number }>(
      `SELECT messages.conversation_id AS id, messages.id AS messageId,
       max(messages.ordinal) AS ordinal FROM message_search
       JOIN messages ON messages.ordinal = message_search.rowid
       WHERE message_search MATCH ? GROUP BY messages.conversation_id`
    )
    .all(expression)
  const snippet = database
    .prepare<[string, number], string>(
      `SELECT snippet(message_search, 0, '', '', '…', ${snippetTokens}) FROM message_search
       WHERE message_search MATCH ? AND rowid = ?`
    )
    .pluck()
  for (const { id, messageId, ordinal } of newest) {
    matches.set(id, { messageId, snippet: snippet.get(expression, ordinal) ?? '' })
  }
  return matches
}

/** Signs and emoji are in no index: looked for as they stand. */
function findLiterally(
  database: Database.Database,
  text: string
): Map<string, MessageMatch | null> {
  const titles = database
    .prepare<[string], string>('SELECT id FROM conversations WHERE instr(title, ?) > 0')
    .pluck()
    .all(text)
  const matches = new Map<string, MessageMatch | null>(titles.map((id) => [id, null]))
  const messages = database
    .prepare<[string], { id: string; messageId: string; text: string }>(
      `SELECT conversation_id AS id, id AS messageId, text FROM messages
       WHERE instr(text, ?) > 0 AND status IS NOT 'running' ORDER BY ordinal`
    )
    .iterate(text)
  for (const { id, messageId, text: whole } of messages) {
    matches.set(id, { messageId, snippet: around(whole, text) })
  }
  return matches
}

function around(text: string, found: string): string {
  const at = Math.max(0, text.indexOf(found))
  const from = Math.max(0, at - snippetChars / 2)
  const to = at + found.length + snippetChars / 2
  const piece = text.slice(from, to).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '') // halved signs
  return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`
}

/** Makes the indexes anew: pages keep some words of erased rows as the borders between them. */
export function rebuildSearch(database: Database.Database): void {
  database.exec(`
    INSERT INTO message_search (message_search) VALUES ('rebuild');
    INSERT INTO conversation_search (conversation_search) VALUES ('rebuild')`)
}
