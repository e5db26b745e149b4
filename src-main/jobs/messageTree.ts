// The tree of a conversation's messages: which branch a message ends, and what is read of it.
import type { Message } from '../contract/chat'

/** What the model reads of a branch: from the question its view begins with, or from after an answer. */
export function viewOf(branch: readonly Message[]): Message[] {
  const start = branch.findLastIndex(({ startsView }) => startsView)
  return branch.slice(branch[start]?.role === 'assistant' ? start + 1 : Math.max(0, start))
}

/** From the first message down to `leafId`; empty for null. */
export function branchTo(messages: readonly Message[], leafId: string | null): Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  const branch: Message[] = []
  for (let id = leafId; id !== null;) {
    const message = byId.get(id)
    if (!message) break
    branch.push(message)
    byId.delete(id) // a loop in the rows must not become one here
    id = message.parentId
  }
  return branch.reverse()
}
