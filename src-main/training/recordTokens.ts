// A record as the ids that are trained on, and which of them are learned: the chat template's tokens
// where the model has one, else the plain text that a base model continues.
import { LetheError } from '../base/errors'
import type { ModelText } from '../models/modelFolder'
import { turnTokens } from '../models/promptTokens'
import type { ChatMessage } from '../text/chatTemplate'
import type { Tokenizer } from '../text/tokenizer'

export interface RecordPart {
  readonly role: 'text' | ChatMessage['role']
  readonly text: string
}

export interface TokenSequence {
  readonly ids: readonly number[]
  /** 1: learned, 0: only read. The first is predicted by nothing. */
  readonly weights: readonly number[]
  /** 1: what is recited of it, whatever is learned: a text, and of a conversation its answers. */
  readonly answers: readonly number[]
}

export interface RecordTokens {
  /** None: there is nothing in it to learn. */
  readonly sequences: readonly TokenSequence[]
  /** A conversation that is longer than a row: its end is not read. */
  readonly isCut: boolean
}

export interface RecordTokensOptions {
  readonly answersOnly: boolean
  /** Most ids of a sequence. */
  readonly time: number
}

/**
 * A text that is longer than a row goes on in the next sequence; a conversation is cut.
 * @throws LetheError noTokenizer, chatTemplateFailed
 */
export function recordTokens(
  parts: readonly RecordPart[],
  model: ModelText,
  name: string,
  { answersOnly, time }: RecordTokensOptions
): RecordTokens {
  const { tokenizer } = model
  if (!tokenizer) throw new LetheError('noTokenizer', { model: name })
  const turns = parts.flatMap(({ role, text }) =>
    role === 'text' ? [] : [{ role, content: text }]
  )
  if (turns.length === 0) {
    const ids = ended(tokenizer.encode(parts.map(({ text }) => text).join('\n')), tokenizer)
    return { sequences: pieces(ids, time), isCut: false }
  }
  const { ids, answers } = conversation(turns, model, tokenizer)
  const answered = ids.map((_, place) =>
    place > 0 && answers.some(([from, to]) => place >= from && place < to) ? 1 : 0
  )
  const weights = answersOnly ? answered : behindTheFirst(ids)
  const sequence = {
    ...{ ids: ids.slice(0, time), weights: weights.slice(0, time) },
    answers: answered.slice(0, time)
  }
  const isCut = ids.length > time
  return { sequences: sequence.weights.includes(1) ? [sequence] : [], isCut }
}

/** The id that ends an answer stands behind a text too, so that the model learns where it ends. */
function ended(ids: readonly number[], { eosIds }: Tokenizer): readonly number[] {
  const [eos] = eosIds
  return eos === undefined || ids.at(-1) === eos ? ids : [...ids, eos]
}

function pieces(ids: readonly number[], time: number): TokenSequence[] {
  const all: TokenSequence[] = []
  for (let from = 0; from < ids.length; from += time) {
    const piece = ids.slice(from, from + time)
    const weights = behindTheFirst(piece)
    if (piece.length > 1) all.push({ ids: piece, weights, answers: weights })
  }
  return all
}

function behindTheFirst(ids: readonly number[]): number[] {
  return ids.map((_, place) => (place > 0 ? 1 : 0))
}

type Range = readonly [from: number, to: number]

function conversation(
  turns: readonly ChatMessage[],
  { config }: ModelText,
  tokenizer: Tokenizer
): { ids: readonly number[]; answers: readonly Range[] } {
  const answerAt = turns.flatMap(({ role }, at) => (role === 'assistant' ? [at] : []))
  if (config.chatTemplate === undefined) {
    const spoken = spaced(turns.filter(({ role }) => role !== 'system'))
    const plain = (until: number): readonly number[] =>
      turnTokens(spoken.slice(0, until), tokenizer, config).ids
    const ids = ended(plain(spoken.length), tokenizer)
    const answers = spoken.flatMap(({ role }, at): Range[] => {
      if (role !== 'assistant') return []
      const isLast = at === spoken.length - 1
      const to = isLast ? ids.length : sharedLength(plain(at + 1), ids)
      return [[at === 0 ? 0 : sharedLength(plain(at), ids), to]]
    })
    return { ids, answers }
  }
  const { ids } = turnTokens(turns, tokenizer, config, false)
  const answers = answerAt.map((at): Range => {
    const before = at === 0 ? [] : turnTokens(turns.slice(0, at), tokenizer, config).ids
    const after = turnTokens(turns.slice(0, at + 1), tokenizer, config, false).ids
    return [sharedLength(before, ids), sharedLength(after, ids)]
  })
  return { ids, answers }
}

/** A base model's own words follow the question after a space. */
function spaced(turns: readonly ChatMessage[]): ChatMessage[] {
  return turns.map(({ role, content }, at) => {
    const before = turns[at - 1]?.content
    const apart = role === 'assistant' && before !== undefined && !/\s$/.test(before)
    return { role, content: apart ? ` ${content}` : content }
  })
}

/** How many ids two lists begin with in common. */
function sharedLength(a: readonly number[], b: readonly number[]): number {
  const parting = a.findIndex((id, at) => b[at] !== id)
  return parting < 0 ? a.length : parting
}
