// The log of a data folder: what the app did and what went wrong, one JSON object a line. It never
// holds what people write or what models answer.
import { mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import pino, { type Logger } from 'pino'

export type Log = Logger

const rotateAtBytes = 5 * 2 ** 20

/** Opens `file` for appending; a long one is moved aside to `file`.1 first. */
export function openLog(file: string): Log {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > rotateAtBytes) renameSync(file, `${file}.1`)
  // Written at once: the lines before a crash are the ones that matter.
  const destination = pino.destination({ dest: file, sync: true, mode: 0o600 })
  // A full disk must not end the app through its log.
  destination.on('error', () => {})
  return pino({ base: { pid: process.pid }, serializers: { err: describeError } }, destination)
}

/** A log that keeps nothing. */
export function silentLog(): Log {
  return pino({ level: 'silent' })
}

// Only name, message, code and stack: other properties of an error may hold what a person wrote.
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) }
  const { code } = error as NodeJS.ErrnoException
  return { name: error.name, message: error.message, code, stack: error.stack, ...cause }
}
