// Finds near-duplicates among the records of one file. Of each record its signature is kept, in which a
// band of four values is one number. Bands are gone through one after the other, so that the table of one
// is all that is held beside them.
import { signatureBytes, similarityOf } from '../base/signatures'
import { bandCount } from '../text/similarity'

/** A record, the earlier one that it is like, and how much, in hundredths. */
export type NearPair = [ordinal: number, of: number, percent: number]

/** From this share of common shingles on, two texts are near-duplicates. */
export const nearSimilarity = 0.7
/** Beyond so many records they are not looked for: they would take more memory than an import may. */
export const mostCompared = 2_000_000

const recordsOfBlock = 2 ** 14

export class NearDuplicates {
  readonly #blocks: { bytes: Uint8Array; bands: Uint32Array }[] = []
  /** Places without words, which are like nothing. */
  readonly #wordless = new Set<number>()
  #count = 0

  /** False once there are too many records to look. */
  get looks(): boolean {
    return this.#count <= mostCompared
  }

  /** Of the next record; null: it has no words. */
  add(signature: Uint8Array | null): void {
    const at = this.#count++
    if (!this.looks) {
      this.#blocks.length = 0
      return
    }
    const inBlock = at % recordsOfBlock
    if (inBlock === 0) {
      const bytes = new Uint8Array(recordsOfBlock * signatureBytes)
      this.#blocks.push({ bytes, bands: new Uint32Array(bytes.buffer) })
    }
    if (signature) this.#blocks.at(-1)!.bytes.set(signature, inBlock * signatureBytes)
    else this.#wordless.add(at)
  }

  /**
   * The records that are like an earlier one, each with the earliest that was found, in their order.
   * @param turn resolves when the work may go on; throws to end it
   */
  async find(turn: () => Promise<void>): Promise<NearPair[]> {
    if (!this.looks) return []
    const count = this.#count
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, count * 2)))
    const table = new Int32Array(slots) // places, plus one
    const nearest = new Int32Array(count) // places, plus one
    const percents = new Uint8Array(count)
    for (let band = 0; band < bandCount; band++) {
      await turn()
      table.fill(0)
      for (let at = 0; at < count; at++) {
        if (this.#wordless.has(at)) continue
        const first = this.#firstOf(table, band, at)
        if (first === at || (nearest[at] !== 0 && nearest[at]! - 1 <= first)) continue
        const similarity = this.#similarity(first, at)
        if (similarity < nearSimilarity) continue
        nearest[at] = first + 1
        percents[at] = Math.round(similarity * 100)
      }
    }
    const pairs: NearPair[] = []
    for (let at = 0; at < count; at++) {
      if (nearest[at] !== 0) pairs.push([at + 1, nearest[at]!, percents[at]!])
    }
    return pairs
  }

  /** The first place that has the band of this one. */
  #firstOf(table: Int32Array, band: number, at: number): number {
    const value = this.#band(at, band)
    const mask = table.length - 1
    let slot = Math.imul(value, 0x9e3779b1) >>> 0
    for (slot &= mask; ; slot = (slot + 1) & mask) {
      const held = table[slot]!
      if (held === 0) {
        table[slot] = at + 1
        return at
      }
      if (this.#band(held - 1, band) === value) return held - 1
    }
  }

  #band(at: number, band: number): number {
    const { bands } = this.#blocks[Math.floor(at / recordsOfBlock)]!
    return bands[(at % recordsOfBlock) * bandCount + band]!
  }

  #similarity(a: number, b: number): number {
    const one = this.#blocks[Math.floor(a / recordsOfBlock)]!.bytes
    const other = this.#blocks[Math.floor(b / recordsOfBlock)]!.bytes
    const from = (a % recordsOfBlock) * signatureBytes
    const otherFrom = (b % recordsOfBlock) * signatureBytes
    let equal = 0
    for (let at = 0; at < signatureBytes; at++)
      if (one[from + at] === other[otherFrom + at]) equal++
    return similarityOf(equal)
  }
}
