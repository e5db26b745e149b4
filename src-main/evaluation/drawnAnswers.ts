// Wrong answers for a record that brings none: what other records answer to the most similar questions.
import { wordsOf } from './textOverlap'

export interface AnsweredQuestion {
  readonly id: string
  readonly question: string
  readonly answer: string
}

/**
 * Answers of the records whose questions share most words with this one's (Jaccard index), ties by their
 * order; never one that says the same, and none twice. Fewer than `count` where there are no more.
 */
export function drawnAnswers<R extends AnsweredQuestion>(
  record: AnsweredQuestion,
  others: readonly R[],
  count: number
): R[] {
  const asked = new Set(wordsOf(record.question))
  const said = (answer: string): string => wordsOf(answer).join(' ')
  const taken = new Set([said(record.answer), ''])
  const similarity = ({ question }: R): number => {
    const words = new Set(wordsOf(question))
    const common = [...words].filter((word) => asked.has(word)).length
    const all = asked.size + words.size - common
    return all === 0 ? 0 : common / all
  }
  const drawn: R[] = []
  const ranked = others
    .filter(({ id }) => id !== record.id)
    .map((other) => ({ other, similarity: similarity(other) }))
    .sort((a, b) => b.similarity - a.similarity)
  for (const { other } of ranked) {
    if (drawn.length >= count) break
    const answer = said(other.answer)
    if (taken.has(answer)) continue
    taken.add(answer)
    drawn.push(other)
  }
  return drawn
}
