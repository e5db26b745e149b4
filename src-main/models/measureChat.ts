// How much of a model's context a conversation takes, and where it could begin to take less.
import { LetheError } from '../base/errors'
import type { ChatMessage } from '../text/chatTemplate'
import type { ModelText } from './modelFolder'
import { begunTokens, turnTokens, type BegunAnswer } from './promptTokens'

export interface ChatToMeasure {
  readonly name: string
  readonly prompt: {
    readonly turns: readonly ChatMessage[]
    readonly begun?: BegunAnswer | undefined
  }
  /** Counted by itself too. */
  readonly message: string
  /** Turns that the conversation could begin with instead, ascending; its system turn stays. */
  readonly cuts: readonly number[]
  /** The first cut that comes to at most so many tokens is told, else the last one. */
  readonly wanted: number
}

export interface ChatMeasure {
  readonly tokens: number
  readonly messageTokens: number
  readonly cut: { readonly turn: number; readonly tokens: number } | null
}

/** Throws `noTokenizer` and what the chat template has to say. */
export function measureChat({ tokenizer, config }: ModelText, chat: ChatToMeasure): ChatMeasure {
  if (!tokenizer) throw new LetheError('noTokenizer', { model: chat.name })
  const { turns, begun } = chat.prompt
  const begunCount = begunTokens(begun, tokenizer).length
  const answerFollows = begun !== undefined || turns.at(-1)?.role !== 'assistant'
  const system = turns.filter(({ role }) => role === 'system')
  const countFrom = (turn: number): number => {
    const rest = turns.slice(turn).filter(({ role }) => role !== 'system')
    const { ids } = turnTokens([...system, ...rest], tokenizer, config, answerFollows)
    return ids.length + begunCount
  }
  const messageTokens = tokenizer.encode(chat.message, { addSpecialTokens: false }).length
  return { tokens: countFrom(0), messageTokens, cut: bestCut(chat, countFrom) }
}

/** Fewer turns are never more tokens: halving finds the first that is small enough. */
function bestCut(
  { cuts, wanted }: ChatToMeasure,
  countFrom: (turn: number) => number
): ChatMeasure['cut'] {
  let best: ChatMeasure['cut'] = null
  for (let [low, high] = [0, cuts.length - 1]; low <= high;) {
    const middle = Math.floor((low + high) / 2)
    const turn = cuts[middle]!
    const tokens = countFrom(turn)
    if (tokens <= wanted) {
      best = { turn, tokens }
      high = middle - 1
    } else {
      if (middle === cuts.length - 1) best = { turn, tokens }
      low = middle + 1
    }
  }
  return best
}
