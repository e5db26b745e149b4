// A record as the ids that a model which fills gaps reads, and where gaps may be. It reads a text between
// the tokens that begin and end one; a longer one in pieces, each of them whole in that way.
import { LetheError } from '../base/errors'
import type { ModelText } from '../models/modelFolder'
import { goesOn } from '../models/maskedScore'
import { gapWeights } from './masking'
import type { RecordPart, RecordTokens, RecordTokensOptions, TokenSequence } from './recordTokens'

/**
 * A conversation is read as one text; with `answersOnly` the gaps are in its answers.
 * @throws LetheError noTokenizer: there is none, or it has no token for a gap
 */
export function gapTokens(
  parts: readonly RecordPart[],
  { tokenizer }: Pick<ModelText, 'tokenizer'>,
  name: string,
  { answersOnly, time }: RecordTokensOptions
): RecordTokens {
  if (!tokenizer || tokenizer.maskId === undefined)
    throw new LetheError('noTokenizer', { model: name })
  const around = tokenizer.encode('')
  const half = Math.ceil(around.length / 2)
  const [before, after] = [around.slice(0, half), around.slice(half)]
  const tokens = parts.flatMap(({ role, text }) => {
    const isLearned = !answersOnly || role === 'text' || role === 'assistant'
    return tokenizer.encode(text, { addSpecialTokens: false }).map((id) => {
      if (!isLearned || tokenizer.specialIds.has(id)) return { id, weight: gapWeights.never }
      return { id, weight: goesOn(tokenizer, id) ? gapWeights.goesOn : gapWeights.begins }
    })
  })
  const never = (ids: readonly number[]): number[] => ids.map(() => gapWeights.never)
  const size = time - around.length
  const sequences: TokenSequence[] = []
  for (let from = 0; from < tokens.length; from += size) {
    const piece = tokens.slice(from, from + size)
    if (piece.every(({ weight }) => weight === gapWeights.never)) continue
    const weights = [...never(before), ...piece.map(({ weight }) => weight), ...never(after)]
    const ids = [...before, ...piece.map(({ id }) => id), ...after]
    // It recites nothing: it is never asked to go on.
    sequences.push({ ids, weights, answers: never(ids) })
  }
  return { sequences, isCut: false }
}
