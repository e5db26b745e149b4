// How an answer of a prompt set and its reference agree, in words.
import {
  lastingReferenceErrors,
  type PromptAnswer,
  type PromptSummary,
  type PromptTable
} from '../../../src-main/contract/promptSets'
import { say, sayError, show } from '../../messages/current.svelte'

/** Exact match and ROUGE-L; null without a reference. */
export function overlapOf({ exactMatch, rougeL }: PromptAnswer): string | null {
  if (rougeL === null) return null
  const exact = exactMatch ? say.compare.prompts.exact : say.compare.prompts.notExact
  return `${exact} · ROUGE-L ${show.significant(rougeL)}`
}

/** How likely the model finds the reference, or why that is not known; null where there is nothing to say. */
export function likelihoodOf({ referenceScore, referenceError }: PromptAnswer): string | null {
  const words = say.compare.prompts
  if (referenceError) return words.notMeasured(sayError(referenceError).what)
  if (!referenceScore) return null
  const { perplexity, bitsPerByte } = referenceScore
  return `${words.perplexity(show.significant(perplexity))} · ${words.bitsPerByte(show.significant(bitsPerByte))}`
}

/** Resuming may get what is missing here. */
export const mayGoWell = ({ status, referenceError }: PromptAnswer): boolean =>
  status === 'failed' ||
  (referenceError !== null && !lastingReferenceErrors.includes(referenceError.code))

/** Models cut a reference into different numbers of tokens. */
export function tokensDiffer({ answers }: PromptTable): boolean {
  const counts = new Map<number, number>()
  return answers.some(({ row, referenceScore }) => {
    if (!referenceScore) return false
    const known = counts.get(row) ?? referenceScore.tokens
    counts.set(row, known)
    return known !== referenceScore.tokens
  })
}

export function meanWords(mean: NonNullable<PromptSummary['rougeL']>): string {
  const [value, low, high] = [mean.mean, mean.low, mean.high].map(show.significant) as [
    string,
    string,
    string
  ]
  return say.compare.interval(value, low, high)
}
