// The files of a model on the disk: are they still there, have they changed, how they get into place.
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LetheError } from '../base/errors'
import type { StoredModel } from '../store/models'

/** A list that is drawn again and again asks the disk this often at most. */
const rememberedMs = 3000

export class ModelFiles {
  readonly #seen = new Map<string, { atMs: number; missing: Promise<string | null> }>()

  /** The first file that is gone, by its path; null when all are there. */
  missing(model: StoredModel): Promise<string | null> {
    const now = performance.now()
    const known = this.#seen.get(model.id)
    if (known && now - known.atMs < rememberedMs) return known.missing
    const missing = firstMissing(model)
    this.#seen.set(model.id, { atMs: now, missing })
    return missing
  }

  forget(id: string): void {
    this.#seen.delete(id)
  }

  /** Throws `modelFilesMissing`; asks the disk itself. */
  async check(model: StoredModel): Promise<void> {
    this.forget(model.id)
    const path = await this.missing(model)
    if (path !== null) throw new LetheError('modelFilesMissing', { model: model.name, path })
  }
}

async function firstMissing({ path, files }: StoredModel): Promise<string | null> {
  for (const file of files) {
    const whole = join(path, file)
    const there = await stat(whole).then(
      (found) => found.isFile(),
      () => false
    )
    if (!there) return whole
  }
  return null
}

/** Names, sizes and times of a folder's files: differs once one of them was replaced. Null: no folder. */
export async function stampOf(folder: string): Promise<string | null> {
  try {
    const names = (await readdir(folder)).sort()
    const stamps = names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name))
      return `${name} ${size} ${Math.round(mtimeMs)}`
    })
    return (await Promise.all(stamps)).join('\n')
  } catch {
    return null
  }
}

/** Renames a finished folder to its place such that both survive a power cut. */
export async function moveDurably(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from)) await flush(join(from, entry))
  await flush(from)
  await rename(from, to)
  await flush(dirname(to))
}

async function flush(path: string): Promise<void> {
  try {
    await using handle = await open(path, 'r')
    await handle.sync()
  } catch (error) {
    // Windows flushes neither folders nor files that are open for reading.
    if (process.platform !== 'win32') throw error
  }
}

/**
 * True when two safetensors files are of one size and begin alike: an 8-byte length, then the JSON
 * that names every tensor. Format: https://github.com/huggingface/safetensors#format
 */
export async function sameFileHead(a: string, b: string): Promise<boolean> {
  try {
    await using first = await open(a, 'r')
    await using second = await open(b, 'r')
    const [sizeA, sizeB] = [(await first.stat()).size, (await second.stat()).size]
    if (sizeA !== sizeB || sizeA < 8) return false
    const { buffer } = await first.read({ buffer: Buffer.alloc(8), position: 0 })
    const headBytes = 8 + Number(buffer.readBigUInt64LE())
    if (headBytes > sizeA) return false
    const read = { length: headBytes, position: 0 }
    const headA = await first.read({ buffer: Buffer.alloc(headBytes), ...read })
    const headB = await second.read({ buffer: Buffer.alloc(headBytes), ...read })
    return headA.bytesRead === headB.bytesRead && headA.buffer.equals(headB.buffer)
  } catch {
    return false // gone or unreadable: nothing to share
  }
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
}
