// How close an answer is to a reference: exact match and ROUGE-L (Lin 2004, aclanthology.org/W04-1013),
// over words as Unicode has them: letters, marks and digits of any script, in lower case, without
// stemming. On ASCII text the words are those of the rouge-score package.
import { porterStem } from './porterStemmer'

export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

/** The same words in the same order; case, punctuation and spacing do not count. */
export function isExactMatch(reference: string, answer: string): boolean {
  const [wanted, given] = [wordsOf(reference), wordsOf(answer)]
  if (wanted.length === 0) return reference.trim() === answer.trim()
  return wanted.length === given.length && wanted.every((word, i) => word === given[i])
}

/** F-measure of the longest common subsequence of words, 0 to 1; 0 when either has no words. */
export function rougeL(reference: string, answer: string): number {
  const [wanted, given] = [wordsOf(reference), wordsOf(answer)]
  const common = longestCommonSubsequence(wanted, given)
  if (common === 0) return 0
  const [precision, recall] = [common / given.length, common / wanted.length]
  return (2 * precision * recall) / (precision + recall)
}

/** The share of the reference's words that the answer gives in order, 0 to 1; 0 when it has none. */
export function rougeLRecall(reference: string, answer: string): number {
  return recallOf(wordsOf(reference), wordsOf(answer))
}

/**
 * ROUGE-L recall with the digits of TOFU: rouge-score 0.1.2 with its stemmer. Everything but ASCII
 * letters and digits parts words ("São" is "s" and "o"), so it is for English alone.
 */
export function rougeLRecallStemmed(reference: string, answer: string): number {
  return recallOf(stemmedAsciiWords(reference), stemmedAsciiWords(answer))
}

function stemmedAsciiWords(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return words.map((word) => (word.length > 3 ? porterStem(word) : word))
}

function recallOf(wanted: readonly string[], given: readonly string[]): number {
  return wanted.length === 0 ? 0 : longestCommonSubsequence(wanted, given) / wanted.length
}

function longestCommonSubsequence(a: readonly string[], b: readonly string[]): number {
  let above = new Uint32Array(b.length + 1)
  for (const word of a) {
    const row = new Uint32Array(b.length + 1)
    for (let j = 0; j < b.length; j++) {
      row[j + 1] = word === b[j] ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!)
    }
    above = row
  }
  return above[b.length]!
}
