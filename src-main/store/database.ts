// One connection to lethe.sqlite, as the writer or as a reader, with every safety switch on.
import Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

export type StoreDatabase = BetterSQLite3Database & { $client: Database.Database }

export function openWriter(file: string): StoreDatabase {
  const client = new Database(file, { timeout: 5000 })
  client.pragma('journal_mode = WAL')
  // An acknowledged write survives a power cut, not only a crash.
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('secure_delete = ON')
  // Imports write all over the indexes; the usual 2 MB would be read and written again and again.
  client.pragma('cache_size = -49152')
  client.pragma('temp_store = MEMORY')
  client.pragma('journal_size_limit = 16777216')
  return drizzle({ client })
}

export function openReader(file: string): StoreDatabase {
  const client = new Database(file, { timeout: 5000, readonly: true, fileMustExist: true })
  client.pragma('query_only = ON')
  return drizzle({ client })
}

/** Up to here the copy that it makes on the way stays in memory. */
const rewrittenInMemoryBytes = 256 * 2 ** 20

/** In the journal first, then over the file: whatever cuts it off leaves one of the two whole. */
export function rewrite(client: Database.Database): void {
  const pages = Number(client.pragma('page_count', { simple: true }))
  const sizeBytes = pages * Number(client.pragma('page_size', { simple: true }))
  if (sizeBytes > rewrittenInMemoryBytes) client.pragma('temp_store = FILE')
  try {
    client.exec('VACUUM')
  } finally {
    client.pragma('temp_store = MEMORY')
  }
}
