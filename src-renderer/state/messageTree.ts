// Messages form a tree; a conversation shows one path through it.
import type { Message } from '../../src-main/contract/chat'

/** From the first message to `leafId` (or, without one, to the newest message). */
export function pathTo(messages: readonly Message[], leafId: string | null): Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  let at = leafId === null ? newest(messages) : (byId.get(leafId) ?? newest(messages))
  const path: Message[] = []
  const seen = new Set<string>()
  while (at && !seen.has(at.id)) {
    seen.add(at.id)
    path.unshift(at)
    at = at.parentId === null ? undefined : byId.get(at.parentId)
  }
  return path
}

/** The versions beside `message`, itself included, oldest first. */
export function versionsOf(messages: readonly Message[], message: Message): Message[] {
  return messages
    .filter((other) => other.parentId === message.parentId && other.role === message.role)
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
}

/** Where the path through `id` ends: the newest child of the newest child, and so on. */
export function leafBelow(messages: readonly Message[], id: string): string {
  let at = id
  for (;;) {
    const next = newest(messages.filter((message) => message.parentId === at))
    if (!next || next.id === at) return at
    at = next.id
  }
}

function newest(messages: readonly Message[]): Message | undefined {
  return messages.reduce<Message | undefined>(
    (best, message) => (!best || message.createdAt >= best.createdAt ? message : best),
    undefined
  )
}
