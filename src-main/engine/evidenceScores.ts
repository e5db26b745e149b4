// The scores of one model, kept line by line as they come: an evidence that was stopped goes on behind
// the last line that is whole.
import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fileError } from '../base/errors'
import { itemScoresSchema } from '../evaluation/itemScores'
import { readIfThere } from '../formats/jsonText'
import type { EvidenceModelSpec } from './protocol'
import { checkFence } from './trainingFolder'

const format = 'lethe-evidence-scores-1'
const canarySchema = z.object({
  ...{ id: z.string(), lossNats: z.number(), otherLosses: z.array(z.number()) }
})
const lineSchema = z.union([
  z.object({ item: itemScoresSchema }),
  z.object({ canary: canarySchema }),
  z.object({ nothing: z.string() }) // id of an item with nothing in it to score
])
export type ScoreLine = z.infer<typeof lineSchema>
const headSchema = z.object({ format: z.literal(format), key: z.string(), device: z.string() })

export const idOf = (line: ScoreLine): string =>
  'item' in line ? line.item.id : 'canary' in line ? line.canary.id : line.nothing

export class ScoreFile {
  readonly #path: string
  readonly #key: string
  readonly #folder: string
  readonly lines: ScoreLine[] = []
  #device: string | null = null
  #handle: FileHandle | null = null
  #waiting = ''
  #wholeBytes = 0

  private constructor(folder: string, path: string, key: string) {
    this.#folder = folder
    this.#path = path
    this.#key = key
  }

  /** With the scores that are there of the same model, items and settings. */
  static async read(
    folder: string,
    { role, attack, sha256, model }: EvidenceModelSpec,
    itemsSha256: string
  ): Promise<ScoreFile> {
    const { weightMode, device, threads } = model
    const key = createHash('sha256')
      .update(JSON.stringify([itemsSha256, sha256, weightMode, device, threads]))
      .digest('hex')
    const name = ['scores', role, ...(attack === null ? [] : [attack]), 'jsonl'].join('.')
    const file = new ScoreFile(folder, join(folder, name), key)
    const bytes = await readIfThere(file.#path)
    if (bytes) file.#take(bytes)
    return file
  }

  /** What really computed them; null: nothing did yet. */
  get device(): string | null {
    return this.#device
  }

  /** Up to the first line that is not whole. */
  #take(bytes: Buffer): void {
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      const value = parsed(bytes.toString('utf8', start, end))
      if (this.#device === null) {
        const head = headSchema.safeParse(value)
        if (!head.success || head.data.key !== this.#key) return
        this.#device = head.data.device
      } else {
        const line = lineSchema.safeParse(value)
        if (!line.success) return
        this.lines.push(line.data)
      }
      start = end + 1
      this.#wholeBytes = start
    }
  }

  /** Makes it ready to be written behind what is whole. */
  async open(device: string): Promise<void> {
    try {
      this.#handle = await open(this.#path, this.#wholeBytes > 0 ? 'r+' : 'w', 0o600)
      await this.#handle.truncate(this.#wholeBytes)
    } catch (error) {
      throw fileError(error, this.#path)
    }
    if (this.#device === null)
      this.#waiting = `${JSON.stringify({ format, key: this.#key, device })}\n`
    this.#device ??= device
  }

  add(line: ScoreLine): void {
    this.lines.push(line)
    this.#waiting += `${JSON.stringify(line)}\n`
  }

  /** What was added is in the file. @throws LetheError engineLost (a later owner is at it), diskFull */
  async flush(fence: number): Promise<void> {
    if (this.#waiting === '' || !this.#handle) return
    await checkFence(this.#folder, fence)
    const bytes = Buffer.from(this.#waiting)
    try {
      await this.#handle.write(bytes, 0, bytes.length, this.#wholeBytes)
    } catch (error) {
      throw fileError(error, this.#path)
    }
    this.#wholeBytes += bytes.length
    this.#waiting = ''
  }

  /** Errors as `flush`. */
  async close(fence: number): Promise<void> {
    try {
      await this.flush(fence)
    } finally {
      await this.#handle?.close()
      this.#handle = null
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
