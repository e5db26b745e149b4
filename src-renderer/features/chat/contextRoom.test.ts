import { describe, expect, it } from 'vitest'
import { defaultSampling } from '../../../src-main/contract/chat'
import { roomForMessage, roomOf } from './contextRoom'

const measured = (tokens: number, messageTokens = 10) => ({
  ...{ tokens, messageTokens, contextLength: 512, leaveOut: null }
})
const leaveOut = { messageId: 'q', questions: 2, tokens: 200, all: false }

describe('the context', () => {
  it('has room for a quarter of it, or for the longest answer', () => {
    expect(roomOf(measured(384), defaultSampling).state).toBe('fits')
    expect(roomOf(measured(385), defaultSampling).state).toBe('near')
    const short = { ...defaultSampling, maxTokens: 20 }
    expect(roomOf(measured(492), short).state).toBe('fits')
    expect(roomOf(measured(493), short).state).toBe('near')
  })
  it('is over once not one token of an answer fits', () => {
    expect(roomOf(measured(511), defaultSampling)).toMatchObject({ state: 'near', left: 1 })
    expect(roomOf(measured(512), defaultSampling)).toMatchObject({ state: 'over', left: 0 })
  })
  it('has room for a text beside the rest and an answer, or none at all', () => {
    expect(roomForMessage(measured(912, 800), defaultSampling)).toBe(512 - 112 - 128)
    const short = { ...defaultSampling, maxTokens: 20 }
    expect(roomForMessage(measured(912, 800), short)).toBe(512 - 112 - 20)
    expect(roomForMessage(measured(1300, 800), defaultSampling)).toBe(6)
    expect(roomForMessage(measured(1310, 800), defaultSampling)).toBe(1)
    expect(roomForMessage(measured(1311, 800), defaultSampling)).toBe(0)
  })
  it('is over because of what can be helped', () => {
    const over = (messageTokens: number, turns: typeof leaveOut | null) =>
      roomOf({ ...measured(900, messageTokens), leaveOut: turns }, defaultSampling).because
    expect(over(100, leaveOut)).toBe('turns')
    expect(over(700, null)).toBe('message')
    expect(over(100, null)).toBe('other')
    expect(over(0, null)).toBe('other')
  })
})
