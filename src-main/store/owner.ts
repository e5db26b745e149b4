// One owner per data folder: owner.sqlite is held EXCLUSIVE for the life of the process, so the
// system frees it when the process dies, however it dies. It also keeps the fence number.
// Lock states: https://www.sqlite.org/lockingv3.html and https://www.sqlite.org/pragma.html#pragma_locking_mode
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { folderError, sqliteError } from './sqliteErrors'

const ownerAddressSchema = z.object({
  url: z.url(),
  token: z.string().min(1),
  pid: z.number().int()
})
/** Where the owner listens; the token lets other programs of the same person in. */
export type OwnerAddress = z.infer<typeof ownerAddressSchema>

export interface Ownership {
  /** Grows with each owner; results of engines of an earlier one are refused. */
  readonly fence: number
  /** Written beside the lock, readable by this person only, whole or not at all. */
  publishAddress(address: OwnerAddress): void
  release(): void
}

/**
 * Takes the data folder (made if needed) and raises its fence number; null when somebody else owns it.
 * Throws LetheError `folderNotWritable`, `diskFull`, `fileMalformed`.
 */
export function takeOwnership(dataFolder: string): Ownership | null {
  const lockFile = join(dataFolder, 'owner.sqlite')
  const addressFile = join(dataFolder, 'owner.json')
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw folderError(error, dataFolder)
  }
  const lock = lockExclusively(lockFile)
  if (!lock) return null
  let owned = true
  rmSync(addressFile, { force: true }) // left by an owner that was killed
  return {
    fence: lock.fence,
    publishAddress(address) {
      if (!owned) return
      const temporary = `${addressFile}.${process.pid}.tmp`
      try {
        writeFileSync(temporary, JSON.stringify(address), { mode: 0o600, flush: true })
        renameSync(temporary, addressFile)
      } catch (error) {
        rmSync(temporary, { force: true })
        throw folderError(error, dataFolder)
      }
    },
    release() {
      if (!owned) return
      owned = false
      rmSync(addressFile, { force: true })
      lock.database.close()
    }
  }
}

/** Where the owner of the folder listens, as it last said; null when it said nothing readable. */
export function readOwnerAddress(dataFolder: string): OwnerAddress | null {
  try {
    const text = readFileSync(join(dataFolder, 'owner.json'), 'utf8')
    return ownerAddressSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function lockExclusively(file: string): { database: Database.Database; fence: number } | null {
  let database: Database.Database | undefined
  try {
    database = new Database(file, { timeout: 0 })
    database.pragma('locking_mode = EXCLUSIVE')
    database.exec(`
      BEGIN EXCLUSIVE;
      CREATE TABLE IF NOT EXISTS fence (number INTEGER NOT NULL) STRICT;
      INSERT INTO fence SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM fence);
      UPDATE fence SET number = number + 1;
      COMMIT`)
    const fence = database.prepare<[], number>('SELECT number FROM fence').pluck().get()
    return { database, fence: z.number().int().positive().parse(fence) }
  } catch (error) {
    database?.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw sqliteError(error, file)
  }
}
