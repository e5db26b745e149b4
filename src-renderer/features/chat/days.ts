// Conversations by day, newest first; the pinned ones before all.
import type { ListedConversation } from '../../state/conversations.svelte'
import { daysBetween, type Formatters } from '../../messages/format'
import type { Dictionary } from '../../messages/dictionary'

export interface DayGroup {
  label: string
  conversations: ListedConversation[]
}

export function byDay(
  list: readonly ListedConversation[],
  words: Dictionary['chat'],
  formats: Formatters,
  nowMs: number = Date.now()
): DayGroup[] {
  const groups = new Map<string, ListedConversation[]>()
  const pinned = list.filter(({ pinnedAt }) => pinnedAt !== null)
  if (pinned.length > 0) {
    groups.set(
      words.pinned,
      pinned.toSorted((a, b) => (a.pinnedAt ?? 0) - (b.pinnedAt ?? 0))
    )
  }
  for (const conversation of list.toSorted((a, b) => b.updatedAt - a.updatedAt)) {
    if (conversation.pinnedAt !== null) continue
    const days = daysBetween(conversation.updatedAt, nowMs)
    const label =
      days <= 0
        ? words.today
        : days === 1
          ? words.yesterday
          : days <= 7
            ? words.lastSevenDays
            : formats.month(conversation.updatedAt)
    groups.set(label, [...(groups.get(label) ?? []), conversation])
  }
  return [...groups].map(([label, conversations]) => ({ label, conversations }))
}
