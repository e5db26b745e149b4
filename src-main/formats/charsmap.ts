// The precompiled character map of SentencePiece and of tokenizer.json's `Precompiled` normaliser:
// UTF-8 sequences and what each is replaced by, as a double-array trie followed by the
// replacement texts. Layout: u32 trie size in bytes, the trie's u32 units, zero-terminated texts.
// Trie: https://github.com/s-yata/darts-clone (a unit packs label, leaf flag, value or offset)

import { LetheError } from '../base/errors'
import type { characterMapFaults } from '../base/reasons'

type Fault = (typeof characterMapFaults)[number]

/** No real replacement is longer: it bounds what normalising a text can take. */
const replacementLimitBytes = 1000
const unitBlock = 256

export interface Charsmap {
  /**
   * Finds the longest rule at `at` in the UTF-8 bytes of `text`.
   * @returns bytes it covers, 0 when there is none; its replacement is then in `replacement`
   */
  match(text: Uint8Array, at: number): number
  /** Of the last match that was not 0. */
  replacement: Uint8Array
}

/**
 * Parses and checks a map; every node and every replacement lies inside it.
 * @throws LetheError fileMalformed
 */
export function parseCharsmap(blob: Uint8Array, path: string): Charsmap {
  const malformed = (fault: Fault) =>
    new LetheError('fileMalformed', { path, reason: { code: 'characterMap', fault } })
  if (blob.length <= 4) throw malformed('tooShort')
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength)
  const trieBytes = view.getUint32(0, true)
  if (trieBytes >= blob.length - 4) throw malformed('triePastEnd')
  if (trieBytes === 0 || trieBytes % (4 * unitBlock) !== 0) throw malformed('trieSize')
  const units = new Uint32Array(trieBytes / 4)
  for (let index = 0; index < units.length; index++) {
    units[index] = view.getUint32(4 + 4 * index, true)
  }
  const texts = blob.slice(4 + trieBytes)
  if (texts.at(-1) !== 0) throw malformed('endMissing')
  checkUnits(units, texts, malformed)

  const map: Charsmap = {
    replacement: new Uint8Array(0),
    match(text, at) {
      let node = offsetOf(units[0]!)
      let longest = 0
      let value = 0
      for (let end = at; end < text.length; end++) {
        const byte = text[end]!
        node ^= byte
        const unit = units[node]!
        if (labelOf(unit) !== byte) break
        node ^= offsetOf(unit)
        if (hasLeaf(unit)) {
          longest = end + 1 - at
          value = valueOf(units[node]!)
        }
      }
      if (longest > 0) map.replacement = texts.subarray(value, texts.indexOf(0, value))
      return longest
    }
  }
  return map
}

// A unit's label is that of the byte leading to it; a leaf has the top bit set and a value instead.
const labelOf = (unit: number) => (unit & 0x8000_00ff) >>> 0
const hasLeaf = (unit: number) => (unit & 0x100) !== 0
const valueOf = (unit: number) => unit & 0x7fff_ffff
const offsetOf = (unit: number) => (unit >>> 10) << ((unit & 0x200) >>> 6)

function checkUnits(
  units: Uint32Array,
  texts: Uint8Array,
  malformed: (fault: Fault) => LetheError
): void {
  const first = units[0]!
  if (labelOf(first) !== 0 || hasLeaf(first) || offsetOf(first) === 0)
    throw malformed('rootMissing')
  // Bytes from each position to the end of its text.
  const lengths = new Uint32Array(texts.length)
  for (let at = texts.length - 2; at >= 0; at--) {
    lengths[at] = texts[at] === 0 ? 0 : lengths[at + 1]! + 1
  }
  for (const [index, unit] of units.entries()) {
    if (labelOf(unit) > 0xff) {
      if (valueOf(unit) >= texts.length) throw malformed('replacementPastEnd')
      if (lengths[valueOf(unit)]! > replacementLimitBytes) throw malformed('replacementTooLong')
      continue
    }
    const children = index ^ offsetOf(unit)
    // Any byte may be added to the offset: the whole block must be inside.
    if ((children | 0xff) >= units.length || children < 0) throw malformed('nodePastEnd')
    if (hasLeaf(unit) && labelOf(units[children]!) <= 0xff) throw malformed('leafWithoutValue')
  }
}
