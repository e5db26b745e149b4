// Byte-pair encoding as SentencePiece does it: neighbouring symbols are merged, the pair whose
// joint piece scores best first. Paper: Sennrich et al. 2016, arXiv 1508.07909.
// Source: src/bpe_model.cc of google/sentencepiece 0.2.3

import type { Piece } from '../formats/sentencepiece'
import { characterBytes } from './byteBuffer'
import { ByteTrie } from './byteTrie'
import { MergeQueue, orderedScores } from './mergeQueue'
import { spaceSymbol } from './sentencepieceNormalizer'

/** How often an unused piece is taken apart again before it stays as it is. */
const resegmentLimit = 100

type Emit = (id: number, start: number, end: number) => void

export class BpeEncoder {
  private readonly trie = new ByteTrie()
  private readonly scores: Int32Array
  private readonly unused: readonly boolean[]
  /** Nothing crosses from a character into a space: words are independent of each other. */
  private readonly wordsStandAlone: boolean
  private readonly queue = new MergeQueue()

  /** @param unkId the id that stands for what no piece covers (-1 where none does) */
  constructor(
    pieces: readonly Piece[],
    private readonly unkId: number,
    private readonly userDefined: ByteTrie | null
  ) {
    const encoder = new TextEncoder()
    this.scores = orderedScores(Float32Array.from(pieces, ({ score }) => score))
    this.unused = pieces.map(({ type }) => type === 'unused')
    const matched = pieces.map(({ type }) => ['normal', 'userDefined', 'unused'].includes(type))
    for (const [id, { text }] of pieces.entries()) {
      if (matched[id]) this.trie.add(encoder.encode(text), id)
    }
    // How an unused piece is taken apart again depends on the whole text before it.
    this.wordsStandAlone =
      !this.unused.includes(true) &&
      !pieces.some(({ text }, id) => matched[id] && /[^▁]▁/u.test(text))
  }

  /** Calls `emit` for each piece of well-formed UTF-8, in order, with its id and its bytes' range. */
  encode(text: Uint8Array, emit: Emit): void {
    if (!this.wordsStandAlone) {
      this.encodeRange(text, 0, text.length, emit)
      return
    }
    let start = 0
    let inSpaces = true
    for (let at = 0; at < text.length;) {
      const isSpace = spaceSymbol.every((byte, index) => text[at + index] === byte)
      if (isSpace && !inSpaces) {
        this.encodeRange(text, start, at, emit)
        start = at
      }
      inSpaces = isSpace
      at += characterBytes(text[at]!)
    }
    if (start < text.length) this.encodeRange(text, start, text.length, emit)
  }

  private encodeRange(text: Uint8Array, from: number, to: number, emit: Emit): void {
    const symbols = this.split(text, from, to)
    const { starts, ends, previous, next, frozen, nodes } = symbols
    const queue = this.queue
    // What the two halves of an unused piece were when it came up.
    const halves = new Map<string, number>()
    const consider = (left: number, right: number) => {
      if (left === -1 || right === -1 || frozen[left] || frozen[right]) return
      const node = this.trie.walk(nodes[left]!, text, starts[right]!, ends[right]!)
      const id = node === -1 ? -1 : this.trie.value(node)
      if (id === -1) return
      queue.push(this.scores[id]!, left, right, ends[right]! - starts[left]!)
      if (this.unused[id]) {
        halves.set(rangeKey(text, starts[left]!, ends[right]!), ends[left]! - starts[left]!)
      }
    }
    for (let left = 0; left + 1 < starts.length; left++) consider(left, left + 1)
    while (queue.size > 0) {
      queue.pop()
      const { left, right, length } = queue
      const lengthNow = ends[left]! - starts[left]! + ends[right]! - starts[right]!
      const isGone = ends[left] === starts[left] || ends[right] === starts[right]
      if (isGone || lengthNow !== length) continue
      nodes[left] = this.trie.walk(nodes[left]!, text, starts[right]!, ends[right]!)
      ends[left] = ends[right]!
      starts[right] = ends[right]!
      next[left] = next[right]!
      if (next[right] !== -1) previous[next[right]!] = left
      consider(previous[left]!, left)
      consider(left, next[left])
    }
    for (let symbol = starts.length > 0 ? 0 : -1; symbol !== -1; symbol = next[symbol]!) {
      this.emitPiece(text, starts[symbol]!, ends[symbol]!, halves, emit, 0)
    }
  }

  /** One symbol per character, or per user-defined text, which stays whole. */
  private split(text: Uint8Array, from: number, to: number) {
    const starts: number[] = []
    const ends: number[] = []
    const frozen: boolean[] = []
    for (let at = from; at < to;) {
      const whole = this.userDefined?.longestAt(text, at) ?? 0
      const length = whole || Math.min(characterBytes(text[at]!), to - at)
      starts.push(at)
      ends.push(at + length)
      frozen.push(whole > 0)
      at += length
    }
    const count = starts.length
    return {
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
      frozen,
      previous: Int32Array.from({ length: count }, (_, index) => index - 1),
      next: Int32Array.from({ length: count }, (_, index) => (index + 1 < count ? index + 1 : -1)),
      nodes: Int32Array.from(starts, (start, index) =>
        this.trie.walk(ByteTrie.root, text, start, ends[index]!)
      )
    }
  }

  private emitPiece(
    text: Uint8Array,
    start: number,
    end: number,
    halves: ReadonlyMap<string, number>,
    emit: Emit,
    depth: number
  ): void {
    const node = this.trie.walk(ByteTrie.root, text, start, end)
    const id = node === -1 ? -1 : this.trie.value(node)
    if (id === -1) {
      emit(this.unkId, start, end)
    } else if (!this.unused[id] || depth > resegmentLimit) {
      emit(id, start, end)
    } else {
      const half = halves.get(rangeKey(text, start, end))
      if (half === undefined) {
        emit(this.unkId, start, end)
        return
      }
      this.emitPiece(text, start, start + half, halves, emit, depth + 1)
      this.emitPiece(text, start + half, end, halves, emit, depth + 1)
    }
  }
}

function rangeKey(text: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...text.subarray(start, end))
}
