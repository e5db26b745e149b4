// What a masked model puts into the gaps of a text.
import { LetheError } from '../base/errors'
import type { Tokenizer } from '../text/tokenizer'
import type { MaskedRunner } from './maskedRunner'
import { topK } from './sampling'

export interface FillOptions {
  readonly text: string
  /** Candidates for each gap. */
  readonly top: number
  readonly tokenizer: Tokenizer | null
  readonly modelName: string
}

export interface Candidate {
  readonly id: number
  readonly token: string
  readonly probability: number
}

export interface FillResult {
  /** The likeliest first, for each gap of the text; each gap is looked at with the others open. */
  readonly gaps: Candidate[][]
  readonly device: string
}

/** @throws LetheError noTokenizer, noGap, promptTooLong */
export async function fill(
  runner: MaskedRunner,
  { text, top, tokenizer, modelName }: FillOptions
): Promise<FillResult> {
  const { contextLength, vocabularySize } = runner.shape
  const maskId = tokenizer?.maskId
  if (!tokenizer || maskId === undefined) throw new LetheError('noTokenizer', { model: modelName })
  const ids = tokenizer.encode(text)
  if (ids.length > contextLength)
    throw new LetheError('promptTooLong', { tokens: ids.length, limit: contextLength })
  const asked = [...ids.keys()]
    .filter((at) => ids[at] === maskId)
    .map((place) => ({ row: 0, place, id: maskId }))
  if (asked.length === 0) throw new LetheError('noGap', { mask: tokenizer.tokenOf(maskId) ?? '' })
  const { logits } = await runner.read([ids], asked, { logits: true })
  const gaps = asked.map((_, gap) => {
    const row = logits!.subarray(gap * vocabularySize, (gap + 1) * vocabularySize)
    const best = topK(row, top)
    const highest = row[best[0]!]!
    const total = row.reduce((sum, logit) => sum + Math.exp(logit - highest), 0)
    return best.map((id) => ({
      ...{ id, token: tokenizer.tokenOf(id) ?? '' },
      probability: Math.exp(row[id]! - highest) / total
    }))
  })
  return { gaps, device: runner.device }
}
