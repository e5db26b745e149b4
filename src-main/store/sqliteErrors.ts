// SQLite's and the system's complaints about the data folder as errors a person can act on.
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { asLetheError, fileError, LetheError } from '../base/errors'
import { quoted } from '../base/reasons'

/** @param file the database. Result codes: https://www.sqlite.org/rescode.html */
export function sqliteError(error: unknown, file: string): LetheError {
  if (!(error instanceof Database.SqliteError)) return asLetheError(error)
  const { code } = error
  const is = (...codes: string[]): boolean =>
    codes.some((it) => code === it || code.startsWith(`${it}_`))
  if (is('SQLITE_FULL')) return new LetheError('diskFull', { path: file }, { cause: error })
  if (is('SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM')) {
    return new LetheError('folderNotWritable', { path: dirname(file) }, { cause: error })
  }
  if (is('SQLITE_CORRUPT', 'SQLITE_NOTADB')) {
    const params = { path: file, format: 'database', reason: quoted('database', error) } as const
    return new LetheError('fileMalformed', params, { cause: error })
  }
  return asLetheError(error)
}

/** A failed call that should have written into `folder`. */
export function folderError(error: unknown, folder: string): LetheError {
  const known = fileError(error, folder)
  if (known.code === 'fileNotReadable' || known.code === 'fileNotFound') {
    return new LetheError('folderNotWritable', { path: folder }, { cause: error })
  }
  return known
}
