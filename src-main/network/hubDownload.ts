// One file of the hub to the disk: hashed as it comes, continued where the line broke, checked at the end.
import { createHash, type Hash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileError, LetheError } from '../base/errors'
import type { Checksum, HubFile, HubListing } from './hubListing'
import { isPassing, sizeError, type FilePart, type HubRequests } from './hubRequests'

export interface DownloadOptions {
  signal: AbortSignal
  onBytes(doneBytes: number): void
  onWaiting(): void
  /** Before each further try; once used up, it is given up. */
  waitsMs: readonly number[]
}

/** About two minutes without a byte: a router that starts anew comes back by then. */
export const usualWaitsMs: readonly number[] = [1, 2, 4, 8, 15, 30, 60].map((it) => it * 1000)
/** What came since the last break and makes the count of tries begin anew. */
const progressBytes = 2 ** 20

/**
 * Leaves the whole file in `folder`, or throws `hubDownloadBroke`, `hubFileDiffers`, `diskFull`,
 * `cancelled`, `networkTurnedOff`, what HubRequests throws; the caller then removes the folder.
 */
export async function downloadFile(
  requests: HubRequests,
  listing: HubListing,
  file: HubFile,
  folder: string,
  options: DownloadOptions
): Promise<void> {
  const { host } = listing
  const { signal, onBytes, waitsMs } = options
  const path = join(folder, file.name)
  const arriving = await Arriving.open(path, file)
  try {
    let expected = file.checksum
    let tries = 1
    for (let failures = 0; ; tries++) {
      const beforeBytes = arriving.doneBytes
      const take = async (part: FilePart): Promise<void> => {
        expected ??= part.checksum
        // What is announced now is not what was listed: no byte of it is wanted.
        if (part.checksum?.type === expected?.type && part.checksum?.hex !== expected?.hex) {
          throw hashError(host, file, expected?.hex ?? '', part.checksum?.hex ?? '')
        }
        await arriving.startFrom(part.startsAt, expected)
        for await (const piece of part.body) {
          if (arriving.doneBytes + piece.length > file.sizeBytes) {
            throw sizeError(host, file, arriving.doneBytes + piece.length)
          }
          await arriving.add(piece)
          onBytes(arriving.doneBytes)
        }
        // Without an announced length a cut line looks like an end.
        if (arriving.doneBytes < file.sizeBytes) {
          throw new LetheError('hubUnreachable', { host, problem: 'broke' })
        }
      }
      try {
        await requests.file(listing, file, beforeBytes, take, signal)
        break
      } catch (error) {
        if (isOff(error)) throw new LetheError('networkTurnedOff', { host })
        if (!isPassing(error, host)) throw error
        if (file.sizeBytes > 0 && arriving.doneBytes === file.sizeBytes) break
        if (arriving.doneBytes - beforeBytes >= progressBytes) failures = 0
        const waitMs = waitsMs[failures++]
        if (waitMs === undefined) {
          const { doneBytes } = arriving
          const came = { file: file.name, doneBytes, totalBytes: file.sizeBytes, tries }
          throw new LetheError('hubDownloadBroke', { host, ...came }, { cause: error })
        }
        options.onWaiting()
        await wait(waitMs, undefined, { signal }).catch(() => {
          throw new LetheError('cancelled')
        })
      }
    }
    const got = arriving.digest()
    if (expected && expected.hex !== got) throw hashError(host, file, expected.hex, got)
  } finally {
    await arriving.close()
  }
}

/** The file as far as it has come, and its hash so far. */
class Arriving {
  doneBytes = 0
  #hash: Hash = createHash('sha256')

  private constructor(
    private readonly handle: FileHandle,
    private readonly path: string,
    private readonly file: HubFile
  ) {}

  static async open(path: string, file: HubFile): Promise<Arriving> {
    try {
      return new Arriving(await open(path, 'ax', 0o600), path, file)
    } catch (error) {
      throw fileError(error, path)
    }
  }

  /** A host that cannot go on where it stopped sends everything again. */
  async startFrom(byte: number, expected: Checksum | null): Promise<void> {
    if (byte > 0) return
    if (this.doneBytes > 0) await this.handle.truncate(0)
    this.doneBytes = 0
    const asBlob = expected?.type === 'gitSha1'
    this.#hash = createHash(asBlob ? 'sha1' : 'sha256')
    // git names a file by its kind, its size and its content.
    if (asBlob) this.#hash.update(`blob ${this.file.sizeBytes}\0`)
  }

  async add(piece: Uint8Array): Promise<void> {
    try {
      await this.handle.appendFile(piece)
    } catch (error) {
      throw fileError(error, this.path)
    }
    this.#hash.update(piece)
    this.doneBytes += piece.length
  }

  digest(): string {
    return this.#hash.digest('hex')
  }

  close(): Promise<void> {
    return this.handle.close()
  }
}

function hashError(host: string, file: HubFile, expected: string, got: string): LetheError {
  const sums = { problem: 'hash', expected, got } as const
  return new LetheError('hubFileDiffers', { host, file: file.name, ...sums })
}

function isOff(error: unknown): boolean {
  return error instanceof LetheError && error.code === 'networkOff'
}
