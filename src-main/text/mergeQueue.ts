// The pairs that may be merged next, best first: a binary heap in typed arrays, since a long text
// has millions of them. Equal scores are settled by position, leftmost first.

export class MergeQueue {
  size = 0
  private scores = new Int32Array(64)
  private lefts = new Int32Array(64)
  private rights = new Int32Array(64)
  private lengths = new Int32Array(64)

  /** The pair that `pop` took off. */
  left = 0
  right = 0
  /** Bytes of both together when the pair was pushed: a pair that changed since is stale. */
  length = 0

  /** @param score higher is better; see `orderedScore` */
  push(score: number, left: number, right: number, length: number): void {
    if (this.size === this.scores.length) this.grow()
    let at = this.size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.before(score, left, this.scores[parent]!, this.lefts[parent]!)) break
      this.copy(parent, at)
      at = parent
    }
    this.set(at, score, left, right, length)
  }

  /** Takes the best pair off into `left`, `right` and `length`; the queue must not be empty. */
  pop(): void {
    this.left = this.lefts[0]!
    this.right = this.rights[0]!
    this.length = this.lengths[0]!
    const last = --this.size
    const score = this.scores[last]!
    const left = this.lefts[last]!
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= last) break
      const other = child + 1
      if (other < last && this.goesBefore(other, child)) child = other
      if (!this.before(this.scores[child]!, this.lefts[child]!, score, left)) break
      this.copy(child, at)
      at = child
    }
    this.set(at, score, left, this.rights[last]!, this.lengths[last]!)
  }

  private goesBefore(a: number, b: number): boolean {
    return this.before(this.scores[a]!, this.lefts[a]!, this.scores[b]!, this.lefts[b]!)
  }

  private before(score: number, left: number, otherScore: number, otherLeft: number): boolean {
    return score > otherScore || (score === otherScore && left < otherLeft)
  }

  private copy(from: number, to: number): void {
    this.set(to, this.scores[from]!, this.lefts[from]!, this.rights[from]!, this.lengths[from]!)
  }

  private set(at: number, score: number, left: number, right: number, length: number): void {
    this.scores[at] = score
    this.lefts[at] = left
    this.rights[at] = right
    this.lengths[at] = length
  }

  private grow(): void {
    const bigger = (old: Int32Array) => {
      const grown = new Int32Array(old.length * 2)
      grown.set(old)
      return grown
    }
    this.scores = bigger(this.scores)
    this.lefts = bigger(this.lefts)
    this.rights = bigger(this.rights)
    this.lengths = bigger(this.lengths)
  }
}

/** 32-bit floats as 32-bit integers in the same order. */
export function orderedScores(scores: Float32Array): Int32Array {
  return new Int32Array(scores.buffer, scores.byteOffset, scores.length).map((bits) =>
    bits < 0 ? bits ^ 0x7fff_ffff : bits
  )
}
