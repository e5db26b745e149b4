import { describe, expect, it } from 'vitest'
import type { Message } from '../../src-main/contract/chat'
import { leafBelow, pathTo, versionsOf } from './messageTree'

function message(id: string, parentId: string | null, createdAt: number): Message {
  const role = id.startsWith('q') ? 'user' : 'assistant'
  const base = {
    ...{ conversationId: 'c', text: id, modelId: null, modelName: null },
    startsView: false
  }
  return { id, parentId, role, createdAt, status: null, stats: null, error: null, ...base }
}

// q1 has two answers; the first goes on with q2, which has two answers of its own.
const messages = [
  message('q1', null, 1),
  message('a1', 'q1', 2),
  message('q2', 'a1', 3),
  message('a2', 'q2', 4),
  message('a2b', 'q2', 5),
  message('a1b', 'q1', 6)
]
const ids = (list: Message[]): string[] => list.map(({ id }) => id)

describe('the tree of messages', () => {
  it('shows one path to a leaf, the newest without one', () => {
    expect(ids(pathTo(messages, 'a2'))).toEqual(['q1', 'a1', 'q2', 'a2'])
    expect(ids(pathTo(messages, null))).toEqual(['q1', 'a1b'])
    expect(ids(pathTo(messages, 'gone'))).toEqual(['q1', 'a1b'])
    expect(pathTo([], null)).toEqual([])
  })
  it('lists versions, oldest first', () => {
    expect(ids(versionsOf(messages, messages[5]!))).toEqual(['a1', 'a1b'])
  })
  it('goes down to the newest end below a version', () => {
    expect(leafBelow(messages, 'a1')).toBe('a2b')
    expect(leafBelow(messages, 'a1b')).toBe('a1b')
  })
  it('ends on a circle instead of going round it', () => {
    const circle = [message('q1', 'a1', 1), message('a1', 'q1', 2)]
    expect(ids(pathTo(circle, 'a1'))).toEqual(['q1', 'a1'])
  })
})
