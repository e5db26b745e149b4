// Files that are either there in full or not at all: written under a temporary name beside the
// target, flushed to the disk, then renamed over it.

import { randomBytes } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { writeError } from './errors'

/**
 * Lets `write` fill a temporary file, then puts it in the place of `path`.
 * When anything fails the temporary file is removed and `path` stays as it was.
 * @param mode of the file, where it is not everybody's to read
 * @throws LetheError folderNotWritable, diskFull, fileNotFound (no such folder); what `write` throws
 */
export async function writeFileAtomically(
  path: string,
  write: (handle: FileHandle) => Promise<void>,
  mode?: number
): Promise<void> {
  const folder = dirname(path)
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    {
      await using handle = await open(temporary, 'wx', mode)
      await write(handle)
      await handle.sync()
    }
    await rename(temporary, path)
    await syncFolder(folder)
  } catch (error) {
    // What stopped the write is the news, not that the clean-up failed too.
    await rm(temporary, { force: true }).catch(() => {})
    throw writeError(error, path)
  }
}

/** Writes all of `bytes` from `position` of the file on, in pieces a single system call can take. */
export async function writeFully(
  handle: FileHandle,
  bytes: Uint8Array,
  position: number
): Promise<void> {
  const pieceBytes = 64 * 1024 * 1024
  let done = 0
  while (done < bytes.length) {
    const length = Math.min(pieceBytes, bytes.length - done)
    done += (await handle.write(bytes, done, length, position + done)).bytesWritten
  }
}

/** Flushes a folder's entries, so that a rename survives a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder as a file; there the rename itself is journalled.
  if (process.platform === 'win32') return
  await using handle = await open(folder, 'r')
  await handle.sync()
}
