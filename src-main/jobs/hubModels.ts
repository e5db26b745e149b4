// A model of the hub into a folder: the small files first, so that what cannot run is refused before
// gigabytes of weights come, and nothing before the disk is known to have room.
import { mkdir, readFile, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { LetheError } from '../base/errors'
import { downloadFile, usualWaitsMs } from '../network/hubDownload'
import { shardsOf, wantedFiles, type HubFile, type HubListing } from '../network/hubListing'
import type { HubRequests } from '../network/hubRequests'
import { folderError } from '../store/sqliteErrors'
import type { EnginePool } from './engines'
import type { TellProgress } from './importProgress'

/** Room that is left for the database and what else is written meanwhile. */
const spareBytes = 64 * 2 ** 20
const tellEveryMs = 200

export class HubModels {
  constructor(
    private readonly requests: HubRequests,
    private readonly engines: EnginePool,
    private readonly waitsMs: readonly number[] = usualWaitsMs
  ) {}

  /** Throws what HubRequests.list throws. */
  list(typed: string, signal: AbortSignal): Promise<HubListing> {
    return this.requests.list(typed, signal)
  }

  /**
   * Downloads what an import needs into `folder`, which must not be there yet. Throws `hubNotAModel`,
   * `diskTooSmall`, what the engine finds wrong with the configuration, what downloadFile throws.
   */
  async download(
    listing: HubListing,
    folder: string,
    tell: TellProgress,
    signal: AbortSignal
  ): Promise<void> {
    const { index, companions, weights } = wantedFiles(listing)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
    } catch (error) {
      throw folderError(error, folder)
    }
    let doneBytes = 0
    let totalBytes = 0
    const bring = async (file: HubFile): Promise<void> => {
      let stage: 'downloading' | 'waiting' = 'downloading'
      let fileBytes = 0
      const say = (): void => tell(stage, doneBytes + fileBytes, totalBytes, file.name)
      say()
      // By the clock: while nothing comes, the time that is left grows.
      const clock = setInterval(say, tellEveryMs)
      try {
        await downloadFile(this.requests, listing, file, folder, {
          ...{ signal, waitsMs: this.waitsMs },
          onBytes: (bytes) => {
            stage = 'downloading'
            fileBytes = bytes
          },
          onWaiting: () => {
            stage = 'waiting'
            say()
          }
        })
      } finally {
        clearInterval(clock)
      }
      doneBytes += file.sizeBytes
    }

    if (index) {
      totalBytes = index.sizeBytes
      await refuseIfFull(folder, totalBytes)
      await bring(index)
      weights.push(...shardsOf(listing, await readFile(join(folder, index.name), 'utf8')))
    }
    totalBytes = doneBytes + sizeOf(companions) + sizeOf(weights)
    await refuseIfFull(folder, totalBytes - doneBytes)
    for (const file of companions) await bring(file)
    await this.engines.run({ type: 'checkConfig', path: folder }, { signal })
    for (const file of weights) await bring(file)
  }
}

const sizeOf = (files: readonly HubFile[]): number =>
  files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)

async function refuseIfFull(folder: string, needBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const freeBytes = bavail * bsize
  if (needBytes + spareBytes <= freeBytes) return
  throw new LetheError('diskTooSmall', { path: folder, needBytes, freeBytes })
}
