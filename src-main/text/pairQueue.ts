// Pairs of neighbouring tokens by how often they occur: a binary heap, the most frequent pair on top.

export interface QueuedPair {
  readonly key: number
  /** As it was when the pair was pushed. */
  count: number
  /** The words to look for it in, each once, in order. */
  readonly words: readonly number[]
}

/** Equal counts are settled by the key, the smaller one first. */
function goesBefore(a: QueuedPair, b: QueuedPair): boolean {
  return a.count > b.count || (a.count === b.count && a.key < b.key)
}

export class PairQueue {
  private readonly pairs: QueuedPair[] = []

  push(pair: QueuedPair): void {
    let at = this.pairs.length
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!goesBefore(pair, this.pairs[parent]!)) break
      this.pairs[at] = this.pairs[parent]!
      at = parent
    }
    this.pairs[at] = pair
  }

  pop(): QueuedPair | undefined {
    const [top] = this.pairs
    const last = this.pairs.pop()
    if (last === undefined || last === top) return top
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.pairs.length) break
      const other = this.pairs[child + 1]
      if (other && goesBefore(other, this.pairs[child]!)) child++
      if (!goesBefore(this.pairs[child]!, last)) break
      this.pairs[at] = this.pairs[child]!
      at = child
    }
    this.pairs[at] = last
    return top
  }
}
