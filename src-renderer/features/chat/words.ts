// The words of an answer: its tokens as one can see and point at them.
import type { AnswerToken } from '../../../src-main/contract/chat'

export interface AnswerWord {
  /** Its place among the answer's tokens. */
  index: number
  start: number
  end: number
  text: string
  token: AnswerToken
  closeCall: boolean
}

/** What can be pointed at: tokens with a sign to see. */
export function wordsOf(tokens: readonly AnswerToken[], text: string): AnswerWord[] {
  return tokens.flatMap((token, index) => {
    const { start, end } = token
    const said = text.slice(start, end)
    if (said.trim() === '') return []
    return [{ index, start, end, text: said, token, closeCall: isCloseCall(token) }]
  })
}

/** Another word was within reach: the likeliest was less than twice as likely as the next. */
export function isCloseCall({ alternatives: [first, second] }: AnswerToken): boolean {
  return first !== undefined && second !== undefined && first.logprob - second.logprob < Math.LN2
}

/** The beginning of the written word that `place` stands in: "vio" for the "lins" of "violins". */
export function wordBefore(text: string, place: number): string {
  return /[\p{L}\p{N}\p{M}]*$/u.exec(text.slice(Math.max(0, place - 100), place))?.[0] ?? ''
}

/** Which written word the place is in, counted from 1, and how many there are. */
export function wordNumber(text: string, place: number): { at: number; of: number } {
  const words = [...text.matchAll(/\S+/g)]
  const at = words.filter(({ index }) => index <= place).length
  return { at: Math.max(1, at), of: Math.max(1, words.length) }
}
