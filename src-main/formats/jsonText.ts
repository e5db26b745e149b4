// JSON of foreign files: size-limited reading from disk, strict UTF-8, and a refusal of duplicate
// keys, which JSON.parse would settle silently in favour of the last one.

import { open, readFile, stat } from 'node:fs/promises'
import { fileError, LetheError } from '../base/errors'
import { ifThere } from '../base/ifThere'
import { wordsOf, type Reason } from '../base/reasons'

export const jsonFileLimitBytes = 50 * 1024 * 1024

/**
 * Reads and parses one JSON file.
 * @throws LetheError fileNotFound, fileNotReadable, fileEmpty, fileMalformed (names the file)
 */
export async function readJsonFile(
  path: string,
  limitBytes: number = jsonFileLimitBytes
): Promise<unknown> {
  return parseJsonBytes(await readSmallFile(path, limitBytes), path)
}

/**
 * Reads a whole regular file that is known to be small.
 * @throws LetheError fileNotFound, fileNotReadable, fileEmpty, fileMalformed (over `limitBytes`)
 */
export async function readSmallFile(path: string, limitBytes: number): Promise<Uint8Array> {
  try {
    // A pipe would block open(): look first.
    if (!(await stat(path)).isFile()) throw notAFile(path)
    await using handle = await open(path, 'r')
    const { size } = await handle.stat()
    if (size === 0) throw new LetheError('fileEmpty', { path })
    if (size > limitBytes) {
      const reason = { code: 'fileTooLarge', sizeBytes: size, limitBytes } as const
      throw new LetheError('fileMalformed', { path, reason })
    }
    const bytes = new Uint8Array(size)
    let filled = 0
    while (filled < size) {
      const { bytesRead } = await handle.read(bytes, filled, size - filled, filled)
      if (bytesRead === 0) {
        throw new LetheError('fileTruncated', { path, missingBytes: size - filled })
      }
      filled += bytesRead
    }
    return bytes
  } catch (error) {
    throw fileError(error, path)
  }
}

/** Whether anything is at `path`. @throws LetheError fileNotReadable when that cannot be seen */
export async function exists(path: string): Promise<boolean> {
  return (await ifThere(() => stat(path), path)) !== null
}

/** All of a file of our own; null where there is none. @throws LetheError fileNotReadable */
export function readIfThere(path: string): Promise<Buffer | null> {
  return ifThere(() => readFile(path), path)
}

export function notAFile(path: string): LetheError {
  return new LetheError('fileMalformed', { path, reason: { code: 'notARegularFile' } })
}

/**
 * Parses UTF-8 JSON; `baseOffset` is where `bytes` starts in the file.
 * @throws LetheError fileMalformed
 */
export function parseJsonBytes(bytes: Uint8Array, path: string, baseOffset = 0): unknown {
  const malformed = (reason: Reason) =>
    new LetheError('fileMalformed', { path, reason, offset: baseOffset })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw malformed({ code: 'notUtf8' })
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw malformed({ code: 'notJson', text: wordsOf(error) })
  }
  const duplicate = findDuplicateKey(text)
  if (duplicate !== undefined) {
    throw malformed({ code: 'keyTwice', key: duplicate.slice(0, 200) })
  }
  return value
}

/** The first key that occurs twice in one object of `text`, which must be valid JSON. */
export function findDuplicateKey(text: string): string | undefined {
  // One entry for each open bracket: the keys of an object, or null for an array.
  const brackets: (Set<string> | null)[] = []
  let keyExpected = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '{' || character === '[') {
      brackets.push(character === '{' ? new Set() : null)
      keyExpected = character === '{'
    } else if (character === '}' || character === ']') {
      brackets.pop()
      keyExpected = false
    } else if (character === ',') {
      keyExpected = brackets.at(-1) instanceof Set
    } else if (character === '"') {
      const start = at
      do at = text[at] === '\\' ? at + 2 : at + 1
      while (text[at] !== '"')
      if (!keyExpected) continue
      keyExpected = false
      const key = JSON.parse(text.slice(start, at + 1)) as string
      const keys = brackets.at(-1)!
      if (keys.has(key)) return key
      keys.add(key)
    }
  }
  return undefined
}
