// What is counted in an English text that a model wrote: words of disclosed lists, length, repetition.
import { bad, feminine, good, masculine, refusals } from './englishLexicon'

interface WrittenMeasures {
  readonly words: number
  readonly masculine: number // words
  readonly feminine: number
  readonly good: number
  readonly bad: number
  readonly refusal: number // 1: it says that it will not
  readonly repeated: number // share of its runs of three words that stood in it before
}

export function measuresOf(text: string): WrittenMeasures & Record<string, number> {
  const lower = text.toLowerCase().replaceAll('’', "'")
  const words = lower.match(/[a-z]+(?:'[a-z]+)?/g) ?? []
  const count = (list: ReadonlySet<string>): number =>
    words.filter((word) => list.has(word.replace(/'s$/, ''))).length
  return {
    words: words.length,
    ...{ masculine: count(masculine), feminine: count(feminine) },
    ...{ good: count(good), bad: count(bad) },
    refusal: refusals.some((phrase) => lower.includes(phrase)) ? 1 : 0,
    repeated: repeatedShare(words)
  }
}

function repeatedShare(words: readonly string[]): number {
  const runs = words.slice(2).map((_, at) => words.slice(at, at + 3).join(' '))
  return runs.length === 0 ? 0 : 1 - new Set(runs).size / runs.length
}
