// The files of weights as blocks: made by engines on demand, named by the tensors they were made from,
// and dispensable at any time.
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../base/log'
import type { WeightMode } from '../contract/models'

type BlockMode = Extract<WeightMode, `blocks${string}`>

export const isBlockMode = (mode: WeightMode): mode is BlockMode => mode.startsWith('blocks')

export class BlockFiles {
  constructor(
    readonly folder: string,
    private readonly log: Log
  ) {}

  pathOf(sha256: string, mode: BlockMode): string {
    return join(this.folder, `${sha256}-${mode}.safetensors`)
  }

  /** Bytes on the disk; null when it has not been made. */
  async sizeOf(sha256: string, mode: BlockMode): Promise<number | null> {
    return stat(this.pathOf(sha256, mode)).then(
      ({ size }) => size,
      () => null
    )
  }

  /** Removes every file but those of the tensors in `kept`; unfinished ones too, so nothing may be running. */
  async sweep(kept: ReadonlySet<string>): Promise<void> {
    const ours = /^([0-9a-f]{64})-blocks[48]\.safetensors$/
    await this.#remove((name) => !kept.has(ours.exec(name)?.[1] ?? ''))
  }

  /** Removes the files made from these tensors. */
  async drop(sha256: string): Promise<void> {
    await this.#remove((name) => name.startsWith(`${sha256}-`))
  }

  async #remove(isWanted: (name: string) => boolean): Promise<void> {
    for (const name of await readdir(this.folder).catch((): string[] => [])) {
      if (!isWanted(name)) continue
      try {
        await rm(join(this.folder, name), { force: true })
      } catch (error) {
        // Where a mapped file cannot be removed, the next start does it.
        this.log.warn({ err: error, name }, 'a file of weights could not be removed')
      }
    }
  }
}
