// What the figures of the context meter mean: how much is left, and whether that is enough.
import type { ContextMeasure, Sampling } from '../../../src-main/contract/chat'

export interface ContextRoom {
  /** Tokens that are left for the answer. */
  left: number
  /** `near`: an answer of the usual length may not fit; `over`: the model cannot read it. */
  state: 'fits' | 'near' | 'over'
  /** Why it is over: earlier turns can be left out, or the message is too long, or neither would help. */
  because: 'turns' | 'message' | 'other'
}

export function roomOf(measure: ContextMeasure, { maxTokens }: Sampling): ContextRoom {
  const { tokens, messageTokens, contextLength, leaveOut } = measure
  const left = Math.max(0, contextLength - tokens)
  const wanted = roomWanted(contextLength, maxTokens)
  const state = left < 1 ? 'over' : left < wanted ? 'near' : 'fits'
  const others = tokens - messageTokens
  const message = messageTokens > 0 && others < contextLength - 1
  return { left, state, because: leaveOut ? 'turns' : message ? 'message' : 'other' }
}

/** Tokens that the typed text may have beside the rest, with room for an answer. 0: the rest takes all. */
export function roomForMessage(measure: ContextMeasure, { maxTokens }: Sampling): number {
  const free = measure.contextLength - (measure.tokens - measure.messageTokens)
  if (free < 2) return 0
  return Math.floor(free - Math.min(roomWanted(measure.contextLength, maxTokens), free / 2))
}

/** What an answer should have: its limit, but no more than a quarter of the context. */
function roomWanted(contextLength: number, maxTokens: number): number {
  return Math.max(1, Math.min(maxTokens, Math.floor(contextLength / 4)))
}
