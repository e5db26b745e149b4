// Learns the merges of a byte-level BPE vocabulary (Sennrich et al. 2016, arXiv 1508.07909): the most
// frequent pair of neighbours becomes a token, again and again. Counts follow each merge instead of
// being taken anew. Order and ties are those of huggingface/tokenizers 0.23, models/bpe/trainer.rs.
import { byteOfCharacter } from './byteCharacters'
import { PairQueue } from './pairQueue'

export interface MergeTraining {
  /** The vocabulary begins with these. */
  readonly specialTokens: readonly string[]
  /** Learning ends at this size, or where no pair is left. */
  readonly vocabularySize: number
  /** Pairs that occur less often are not merged. */
  readonly minimumCount: number
}

export interface LearnedMerges {
  /** By id: special tokens, the 256 characters that stand for bytes, what the merges made. */
  readonly tokens: readonly string[]
  /** In the order in which they apply. */
  readonly merges: readonly (readonly [left: string, right: string])[]
}

/** No vocabulary is larger, and a pair of ids is one whole number. */
export const largestVocabulary = 2 ** 21

const keyOf = (left: number, right: number): number => left * largestVocabulary + right

/**
 * @param wordCounts how often each word occurs, in characters that stand for bytes; a word is what
 *   the text is split into, and no token reaches beyond one
 * Yields the size of the vocabulary now and then.
 */
export function* learnMerges(
  wordCounts: ReadonlyMap<string, number>,
  { specialTokens, vocabularySize, minimumCount }: MergeTraining
): Generator<number, LearnedMerges> {
  const characters = [...byteOfCharacter.keys()].sort((a, b) => a.charCodeAt(0) - b.charCodeAt(0))
  const tokens = [...specialTokens, ...characters]
  const ids = new Map(tokens.map((token, id) => [token, id]))
  const merges = new Map<number, readonly [string, string]>()
  const words = new Words(wordCounts, ids)
  while (tokens.length < vocabularySize) {
    const pair = words.mostFrequent(minimumCount)
    if (pair === null) break
    const [left, right] = [tokens[pair.left]!, tokens[pair.right]!]
    // Another pair may have made the same token before.
    const merged = ids.get(left + right) ?? tokens.push(left + right) - 1
    ids.set(left + right, merged)
    const key = keyOf(pair.left, pair.right)
    merges.delete(key) // merged a second time, a pair has its place there
    merges.set(key, [left, right])
    words.merge(pair, merged)
    if (merges.size % 64 === 0) yield tokens.length
  }
  return { tokens, merges: [...merges.values()] }
}

interface Pair {
  readonly left: number
  readonly right: number
  readonly words: readonly number[]
}

/** The words of a text as ids, and how often each pair of neighbours occurs in them. */
class Words {
  private readonly words: number[][] = []
  private readonly counts: number[] = []
  private readonly pairCounts = new Map<number, number>()
  private readonly queue = new PairQueue()
  /** Pairs that are new since the queue last heard of any. */
  private found = new Map<number, number[]>()

  constructor(wordCounts: ReadonlyMap<string, number>, ids: ReadonlyMap<string, number>) {
    for (const [word, count] of wordCounts) {
      const own = Array.from(word, (character) => ids.get(character)!)
      this.counts.push(count)
      this.words.push(own)
      for (let at = 1; at < own.length; at++)
        this.change(own[at - 1]!, own[at]!, this.words.length - 1, 1)
    }
    this.enqueueFound()
  }

  mostFrequent(minimumCount: number): Pair | null {
    for (;;) {
      const top = this.queue.pop()
      if (top === undefined) return null
      const { key, count, words } = top
      const now = this.pairCounts.get(key)!
      if (count !== now) {
        // Other merges took some of its places: it queues again with what is left.
        this.queue.push({ key, count: now, words })
        continue
      }
      if (count < Math.max(1, minimumCount)) return null
      const left = Math.floor(key / largestVocabulary)
      return { left, right: key - left * largestVocabulary, words }
    }
  }

  merge({ left, right, words }: Pair, merged: number): void {
    for (const index of words) {
      const word = this.words[index]!
      let end = 0
      for (let at = 0; at < word.length; at++) {
        if (word[at] !== left || word[at + 1] !== right) {
          word[end++] = word[at]!
          continue
        }
        at++
        if (end > 0) {
          this.change(word[end - 1]!, left, index, -1)
          this.change(word[end - 1]!, merged, index, 1)
        }
        if (at + 1 < word.length) {
          this.change(right, word[at + 1]!, index, -1)
          this.change(merged, word[at + 1]!, index, 1)
        }
        word[end++] = merged
      }
      word.length = end
    }
    this.enqueueFound()
  }

  private change(left: number, right: number, word: number, sign: 1 | -1): void {
    const key = keyOf(left, right)
    const before = this.pairCounts.get(key) ?? 0
    this.pairCounts.set(key, before + sign * this.counts[word]!)
    if (sign < 0) return
    const places = this.found.get(key)
    if (places === undefined) this.found.set(key, [word])
    else if (places.at(-1) !== word) places.push(word)
  }

  private enqueueFound(): void {
    for (const [key, words] of this.found) {
      const count = this.pairCounts.get(key)!
      if (count > 0) this.queue.push({ key, count, words })
    }
    this.found = new Map()
  }
}
