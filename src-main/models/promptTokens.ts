// From what was asked to the ids a model reads.
import { LetheError } from '../base/errors'
import { renderChat, type ChatMessage } from '../text/chatTemplate'
import type { Tokenizer } from '../text/tokenizer'
import type { ModelText } from './modelFolder'
import { refuseUnknownIds } from './tokenRange'

export type ModelPrompt =
  | {
      readonly type: 'chat'
      readonly turns: readonly ChatMessage[]
      readonly begun?: BegunAnswer | undefined
    }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'ids'; readonly ids: readonly number[] }

/** An answer that goes on: what is there of it, and the token that has to come next, if one has to. */
export interface BegunAnswer {
  readonly by: { readonly ids: readonly number[] } | { readonly text: string }
  readonly next: number | null
}

export interface PromptTokens {
  readonly ids: readonly number[]
  /** The last of `ids` that are the answer's own. */
  readonly begunIds?: readonly number[]
  /** The token that has to come first. */
  readonly next?: number | null
  /** What the chat template could not do: `plain` without one, `systemFolded` without a system turn. */
  readonly templateNote: 'none' | 'plain' | 'systemFolded'
}

/** No vocabulary has longer tokens than this; longer texts cannot fit and are not tokenized at all. */
const longestTokenBytes = 256

/**
 * @param contextLength the prompt must leave room for one token of the answer
 * @throws LetheError noTokenizer, promptTooLarge, promptTooLong, promptEmpty, tokenOutOfRange
 */
export function promptTokens(
  prompt: ModelPrompt,
  { tokenizer, config }: ModelText,
  model: { readonly name: string; readonly contextLength: number; readonly vocabularySize: number }
): PromptTokens {
  const { contextLength, vocabularySize } = model
  if (prompt.type === 'ids') {
    refuseUnknownIds(prompt.ids, vocabularySize)
    return { ids: fitting(prompt.ids, contextLength), templateNote: 'none' }
  }
  if (!tokenizer) throw new LetheError('noTokenizer', { model: model.name })
  if (prompt.type === 'text') {
    refuseHuge(prompt.text, contextLength)
    return { ids: fitting(tokenizer.encode(prompt.text), contextLength), templateNote: 'none' }
  }
  const { turns, begun } = prompt
  if (begun && 'text' in begun.by) refuseHuge(begun.by.text, contextLength)
  const begunIds = begunTokens(begun, tokenizer)
  const next = begun?.next ?? null
  refuseUnknownIds([...begunIds, next ?? 0], vocabularySize)
  if (config.chatTemplate === undefined) refuseHuge(plainText(turns), contextLength)
  else for (const { content } of turns) refuseHuge(content, contextLength)
  const { ids: turnIds, templateNote } = turnTokens(turns, tokenizer, config)
  const ids = fitting([...turnIds, ...begunIds], contextLength)
  return { ids, begunIds, next, templateNote }
}

/**
 * A conversation as it would be asked, and an answer to be scored behind it: the text after the
 * template's last word, as an answer that goes on. A model without a template reads both as one text,
 * with a space between where the question ends in none.
 * @throws LetheError noTokenizer, promptTooLarge, promptEmpty
 */
export function answerTokens(
  turns: readonly ChatMessage[],
  answer: string,
  { tokenizer, config }: ModelText,
  { name, contextLength }: { readonly name: string; readonly contextLength: number }
): { ids: readonly number[]; answerIds: readonly number[] } {
  if (!tokenizer) throw new LetheError('noTokenizer', { model: name })
  for (const { content } of turns) refuseHuge(content, contextLength)
  refuseHuge(answer, contextLength)
  const { ids } = turnTokens(turns, tokenizer, config)
  const apart = begunTokens({ by: { text: answer }, next: null }, tokenizer)
  if (ids.length === 0 || apart.length === 0) throw new LetheError('promptEmpty')
  if (config.chatTemplate !== undefined) return { ids, answerIds: apart }
  const question = plainText(turns)
  const whole = tokenizer.encode(`${question}${/\s$/.test(question) ? '' : ' '}${answer}`)
  const parting = ids.findIndex((id, at) => whole[at] !== id)
  const known = parting < 0 ? ids.length : parting
  return known === 0 || known === whole.length
    ? { ids, answerIds: apart }
    : { ids: whole.slice(0, known), answerIds: whole.slice(known) }
}

/** The ids of a conversation, however many; `answerFollows`: they end where an answer begins. */
export function turnTokens(
  turns: readonly ChatMessage[],
  tokenizer: Tokenizer,
  { chatTemplate, bosToken, eosToken }: ModelText['config'],
  answerFollows = true
): Pick<PromptTokens, 'ids' | 'templateNote'> {
  if (chatTemplate === undefined) {
    return { ids: tokenizer.encode(plainText(turns)), templateNote: 'plain' }
  }
  const { text, systemFolded } = renderChat(chatTemplate, turns, {
    addGenerationPrompt: answerFollows,
    ...(bosToken !== undefined && { bosToken }),
    ...(eosToken !== undefined && { eosToken })
  })
  const ids = tokenizer.encode(text, { addSpecialTokens: false, parseSpecialTokens: true })
  return { ids, templateNote: systemFolded ? 'systemFolded' : 'none' }
}

/** The ids that an answer begins with. */
export function begunTokens(
  begun: BegunAnswer | undefined,
  tokenizer: Tokenizer
): readonly number[] {
  if (!begun) return []
  if ('ids' in begun.by) return begun.by.ids
  return tokenizer.encode(begun.by.text, { addSpecialTokens: false })
}

/** Ids of a text to be scored, with the special tokens the model expects. */
export function textTokens(text: string, tokenizer: Tokenizer, contextLength: number): number[] {
  refuseHuge(text, contextLength)
  return tokenizer.encode(text)
}

/**
 * A base model continues text: its own words follow the question directly, the next question starts a
 * new line. It was taught no system prompt, so that is left out.
 */
function plainText(turns: readonly ChatMessage[]): string {
  return turns
    .filter(({ role }) => role !== 'system')
    .map(({ role, content }, index) => (role === 'user' && index > 0 ? `\n${content}` : content))
    .join('')
}

function refuseHuge(text: string, contextLength: number): void {
  const sizeBytes = Buffer.byteLength(text)
  const limitBytes = contextLength * longestTokenBytes
  if (sizeBytes > limitBytes) throw new LetheError('promptTooLarge', { sizeBytes, limitBytes })
}

function fitting(ids: readonly number[], contextLength: number): readonly number[] {
  if (ids.length === 0) throw new LetheError('promptEmpty')
  const limit = contextLength - 1
  if (ids.length > limit) throw new LetheError('promptTooLong', { tokens: ids.length, limit })
  return ids
}
