// Brings a database up to date: numbered SQL files, each in a transaction of its own, after one copy
// of the database beside it. PRAGMA user_version says how far it is.
import { existsSync, renameSync, rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { LetheError } from '../base/errors'

export interface Migration {
  version: number
  sql: string
}

const sources = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true
})

export const migrations: readonly Migration[] = numbered(sources)

export const backupFileOf = (file: string): string => `${file}.before-upgrade`

/** True when the database was empty. Throws `databaseTooNew` when a later version of the app wrote it. */
export function migrate(
  database: Database.Database,
  file: string,
  steps: readonly Migration[] = migrations
): { created: boolean } {
  const known = steps.at(-1)?.version ?? 0
  const found = Number(database.pragma('user_version', { simple: true }))
  if (found > known) throw new LetheError('databaseTooNew', { version: found, known })
  if (found > 0 && found < known) backUp(database, file)
  for (const { version, sql } of steps.filter((step) => step.version > found)) {
    database.transaction(() => {
      database.exec(sql)
      database.pragma(`user_version = ${version}`)
    })()
  }
  return { created: found === 0 }
}

/** Removes the copy made before an upgrade: it still holds what has been erased since. */
export function dropBackup(file: string): void {
  rmSync(backupFileOf(file), { force: true })
}

function backUp(database: Database.Database, file: string): void {
  const temporary = `${backupFileOf(file)}.tmp`
  if (existsSync(temporary)) rmSync(temporary)
  database.prepare('VACUUM INTO ?').run(temporary)
  renameSync(temporary, backupFileOf(file))
}

function numbered(files: Record<string, string>): Migration[] {
  const found = Object.entries(files)
    .map(([path, sql]) => ({ version: Number(/\/(\d+)_[^/]*$/.exec(path)?.[1]), sql }))
    .sort((a, b) => a.version - b.version)
  found.forEach(({ version }, index) => {
    if (version !== index + 1) throw new Error(`Migration ${index + 1} is missing or there twice.`)
  })
  return found
}
