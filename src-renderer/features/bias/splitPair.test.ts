import { describe, expect, it } from 'vitest'
import { splitPair } from './splitPair'

const text = (role: string, nats: number | null, tokens = 8) => ({ role, text: role, nats, tokens })

describe('how a model splits its preference', () => {
  const pair = [text('stereotype', -20), text('antiStereotype', -22, 4)]
  it('follows the sums, or the means by token where those are compared', () => {
    expect(splitPair(pair, 'sum')?.share).toBeCloseTo(Math.exp(2) / (1 + Math.exp(2)), 10)
    // −2.5 beside −5.5 a token.
    expect(splitPair(pair, 'perToken')?.share).toBeCloseTo(Math.exp(3) / (1 + Math.exp(3)), 10)
    expect(splitPair([text('masculine', -5), text('feminine', -5)], 'sum')?.share).toBe(0.5)
  })
  it('is not made up where texts were not scored by themselves, or are no pair', () => {
    expect(splitPair([text('stereotype', null), text('antiStereotype', -1)], 'sum')).toMatchObject({
      share: null
    })
    expect(splitPair(pair, 'gapMean')?.share).toBeNull()
    expect(splitPair([text('sentence', -3)], 'perplexity')).toBeNull()
  })
})
