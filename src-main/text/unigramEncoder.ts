// The unigram language model of SentencePiece: the best path of pieces by summed scores.
// Paper: Kudo 2018, Subword Regularization, arXiv 1804.10959. One pass over the bytes keeps the
// best way to end at each position; sums are 32-bit floats, as upstream's, so that ties and
// rounding fall the same way. Source: src/unigram_model.cc of google/sentencepiece 0.2.3

import type { Piece } from '../formats/sentencepiece'
import { characterBytes } from './byteBuffer'
import { ByteTrie } from './byteTrie'

const unknownPenalty = 10
/** Beyond this the running sum starts again at 0, to keep its precision. */
const sumLimit = 100_000

export class UnigramEncoder {
  private readonly trie = new ByteTrie()
  private readonly scores: Float32Array
  private readonly userDefined: readonly boolean[]
  private readonly unknownScore: number

  /** @param unkId the id that stands for what no piece covers (-1 where none does) */
  constructor(
    pieces: readonly Piece[],
    private readonly unkId: number
  ) {
    const encoder = new TextEncoder()
    this.scores = Float32Array.from(pieces, ({ score }) => score)
    this.userDefined = pieces.map(({ type }) => type === 'userDefined')
    let lowest = 3.4028234663852886e38
    for (const [id, { text, type, score }] of pieces.entries()) {
      if (type === 'normal' || type === 'userDefined') this.trie.add(encoder.encode(text), id)
      if (type === 'normal') lowest = Math.min(lowest, score)
    }
    this.unknownScore = Math.fround(lowest - unknownPenalty)
  }

  /** Calls `emit` for each piece of well-formed UTF-8, in order, with its id and its bytes' range. */
  encode(text: Uint8Array, emit: (id: number, start: number, end: number) => void): void {
    const best = new Float32Array(text.length + 1)
    const startOf = new Int32Array(text.length + 1).fill(-1)
    const idOf = new Int32Array(text.length + 1)
    let frontier = 0
    const offer = (end: number, start: number, id: number, score: number) => {
      if (startOf[end] !== -1 && score <= best[end]!) return
      best[end] = score
      startOf[end] = start
      idOf[end] = id
    }
    for (let start = 0; start < text.length;) {
      if (Math.abs(best[start]!) > sumLimit) restart(best, startOf, start, frontier)
      const sum = best[start]!
      const character = Math.min(characterBytes(text[start]!), text.length - start)
      let hasCharacter = false
      let node = ByteTrie.root
      for (let end = start + 1; end <= text.length; end++) {
        node = this.trie.child(node, text[end - 1]!)
        if (node === -1) break
        const id = this.trie.value(node)
        if (id === -1) continue
        const length = end - start
        const score = this.userDefined[id] ? Math.fround(0.1 * (length - 1)) : this.scores[id]!
        offer(end, start, id, Math.fround(score + sum))
        if (end > frontier) frontier = end
        if (length === character) hasCharacter = true
      }
      if (!hasCharacter) {
        offer(start + character, start, this.unkId, Math.fround(this.unknownScore + sum))
        frontier = Math.max(frontier, start + character)
      }
      start += character
    }
    // The best path, followed back to front, then told front to back.
    const ends: number[] = []
    for (let end = text.length; end > 0; end = startOf[end]!) ends.push(end)
    for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
      emit(idOf[end]!, startOf[end]!, end)
    }
  }
}

function restart(best: Float32Array, startOf: Int32Array, from: number, to: number): void {
  const offset = best[from]!
  for (let at = from; at <= to; at++) {
    if (at === from || startOf[at] !== -1) best[at] = best[at]! - offset
  }
}
