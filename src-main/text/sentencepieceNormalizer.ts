// SentencePiece's text normalisation, on UTF-8 bytes: the character map, removal of extra spaces,
// the dummy prefix, and U+2581 in the place of spaces.
// Source: https://github.com/google/sentencepiece/blob/master/doc/normalization.md

import type { Charsmap } from '../formats/charsmap'
import type { NormalizerRules } from '../formats/sentencepiece'
import { ByteBuffer, characterBytes } from './byteBuffer'
import type { ByteTrie } from './byteTrie'

const space = 0x20
const plainSpace = Uint8Array.of(space)
/** U+2581, the visible space. */
export const spaceSymbol = new TextEncoder().encode('▁')

/**
 * Normalises well-formed UTF-8.
 * @param userDefined texts that the character map leaves alone
 */
export function normalizeBytes(
  text: Uint8Array,
  rules: NormalizerRules,
  userDefined: ByteTrie | null
): Uint8Array {
  const { removeExtraWhitespaces, addDummyPrefix, treatWhitespaceAsSuffix } = rules
  const spaceBytes = rules.escapeWhitespaces ? spaceSymbol : plainSpace
  const reader = new PrefixReader(text, rules.charsmap, userDefined)
  let at = 0
  if (removeExtraWhitespaces) {
    while (at < text.length) {
      const consumed = reader.read(at)
      if (reader.end - reader.start !== 1 || reader.source[reader.start] !== space) break
      at += consumed
    }
  }
  if (at === text.length) return new Uint8Array(0)

  const out = new ByteBuffer(text.length + (text.length >> 1))
  if (addDummyPrefix && !treatWhitespaceAsSuffix) out.append(spaceBytes)
  let afterSpace = removeExtraWhitespaces
  while (at < text.length) {
    at += reader.read(at)
    const { source, end } = reader
    let start = reader.start
    if (afterSpace) while (start < end && source[start] === space) start++
    for (let index = start; index < end; index++) {
      if (source[index] === space) out.append(spaceBytes)
      else out.push(source[index]!)
    }
    if (!removeExtraWhitespaces) afterSpace = false
    else if (start < end) afterSpace = source[end - 1] === space
  }
  if (removeExtraWhitespaces) {
    while (out.endsWith(spaceBytes)) out.length -= spaceBytes.length
  }
  if (addDummyPrefix && treatWhitespaceAsSuffix) out.append(spaceBytes)
  return out.view()
}

/** Applies a character map alone. */
export function applyCharsmap(text: string, charsmap: Charsmap): string {
  const bytes = new TextEncoder().encode(text)
  const out = new ByteBuffer(bytes.length)
  const reader = new PrefixReader(bytes, charsmap, null)
  for (let at = 0; at < bytes.length;) {
    at += reader.read(at)
    out.append(reader.source, reader.start, reader.end)
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(out.view())
}

/** What the next user-defined text, mapped sequence or character becomes: source[start..end). */
class PrefixReader {
  source: Uint8Array
  start = 0
  end = 0

  constructor(
    private readonly text: Uint8Array,
    private readonly charsmap: Charsmap | null,
    private readonly userDefined: ByteTrie | null
  ) {
    this.source = text
  }

  /** @returns bytes of the text consumed, at least 1 */
  read(at: number): number {
    const kept = this.userDefined?.longestAt(this.text, at) ?? 0
    const mapped = kept === 0 ? (this.charsmap?.match(this.text, at) ?? 0) : 0
    if (mapped > 0) {
      this.source = this.charsmap!.replacement
      this.start = 0
      this.end = this.source.length
      return mapped
    }
    const character = Math.min(characterBytes(this.text[at]!), this.text.length - at)
    this.source = this.text
    this.start = at
    this.end = at + (kept || character)
    return this.end - at
  }
}
