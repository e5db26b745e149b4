// Keys of this data folder. They never leave it: a hash of a CPF without one could be guessed.
import { randomBytes } from 'node:crypto'
import type { StoreDatabase } from './database'

export const folderKeyWrites = {
  /** The key of content hashes, made when it is first asked for; hexadecimal. */
  content(database: StoreDatabase): string {
    const { $client } = database
    return $client.transaction(() => {
      $client
        .prepare(`INSERT OR IGNORE INTO folder_keys (name, value) VALUES ('content', ?)`)
        .run(randomBytes(32))
      const key = $client
        .prepare<[], Buffer>(`SELECT value FROM folder_keys WHERE name = 'content'`)
        .pluck()
        .get()
      return key!.toString('hex')
    })()
  }
}
