import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { uniform } from '../base/random'
import { readGolden } from '../testing/goldens'
import { addTies, bradleyTerry } from './bradleyTerry'
import { quantile, resamplings } from './bootstrap'
import { rateVotes, type PairedVote } from './ratings'

const goldens = readGolden(
  'bradleyTerry.json',
  z.array(z.object({ wins: z.array(z.array(z.number())), logStrengths: z.array(z.number()) }))
)

describe('Bradley–Terry', () => {
  test.each(goldens.map((it) => [it.wins.length, it] as const))(
    'strengths of %i models are those of the reference',
    (_n, { wins, logStrengths }) => {
      const found = bradleyTerry(wins)
      found.forEach((it, i) => expect(it).toBeCloseTo(logStrengths[i]!, 6))
    }
  )
  test('refuses votes that have no maximum, and has one with a tie more', () => {
    const allForOne = [
      [0, 10],
      [0, 0]
    ]
    expect(() => bradleyTerry(allForOne)).toThrow(RangeError)
    const [winner, loser] = bradleyTerry(addTies(allForOne))
    expect(winner! - loser!).toBeCloseTo(Math.log(10.5 / 0.5), 9)
  })
})

/** Votes of people who follow the true strengths, with a share of ties. */
function simulated(strengths: Record<string, number>, perPair: number, seed: number): PairedVote[] {
  const ids = Object.keys(strengths)
  let drawn = 0
  const next = (): number => uniform(seed, drawn++)
  return ids.flatMap((one, i) =>
    ids.slice(i + 1).flatMap((other) =>
      Array.from({ length: perPair }, (): PairedVote => {
        const [first, second] = next() < 0.5 ? [one, other] : [other, one]
        if (next() < 0.15) return { first, second, firstScore: 0.5 }
        const chance = 1 / (1 + Math.exp(strengths[second]! - strengths[first]!))
        return { first, second, firstScore: next() < chance ? 1 : 0 }
      })
    )
  )
}

describe('ratings', () => {
  const options = { votesForRating: 10, resamplings: 200, seed: 1 }

  test('find the order that simulated voters follow', () => {
    const truth = { best: 1.2, good: 0.4, fair: -0.4, poor: -1.2 }
    for (const seed of [1, 2, 3]) {
      const [group] = rateVotes(simulated(truth, 120, seed), options)
      expect(group!.models.map(({ id }) => id)).toEqual(Object.keys(truth))
      expect(group!.above('best', 'poor')).toBe(100)
    }
  })
  test('hold the truth in about 95 of 100 intervals', () => {
    const truth = { a: 0.5, b: 0, c: -0.5 }
    let held = 0
    const rounds = 100
    for (let seed = 0; seed < rounds; seed++) {
      const [group] = rateVotes(simulated(truth, 60, 1000 + seed), options)
      // A share of ties pulls strengths together; of equal models it does not.
      const b = group!.models.find(({ id }) => id === 'b')!
      if (b.low <= 0.5 && 0.5 <= b.high) held++
    }
    expect(held).toBeGreaterThanOrEqual(88)
  })
  test('are the same for the same votes, and leave out pairs with too few', () => {
    const votes = simulated({ a: 1, b: -1 }, 10, 7)
    expect(rateVotes(votes, options)[0]!.models).toEqual(rateVotes(votes, options)[0]!.models)
    expect(rateVotes(votes.slice(1), options)).toEqual([])
    const few = Array.from({ length: 9 }, () => ({
      first: 'a',
      second: 'c',
      firstScore: 1 as const
    }))
    expect(rateVotes([...votes, ...few], options)[0]!.models.map(({ id }) => id)).toEqual([
      'a',
      'b'
    ])
  })
  test('keep groups apart that never met', () => {
    const votes = [...simulated({ a: 1, b: -1 }, 12, 1), ...simulated({ c: 1, d: -1 }, 12, 2)]
    const groups = rateVotes(votes, options).map(({ models }) => models.map(({ id }) => id).sort())
    expect(groups).toEqual([
      ['a', 'b'],
      ['c', 'd']
    ])
  })
})

test('quantiles lie between order statistics', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2)
  expect(quantile([0, 10], 0.25)).toBe(2.5)
  expect(quantile([], 0.5)).toBeNaN()
})

test('re-sampling keeps the mean and has the spread of the mean', () => {
  const items = Array.from({ length: 100 }, (_, i) => i)
  const means = resamplings(items, 2000, 3, (it) => it.reduce((sum, value) => sum + value, 0) / 100)
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length
  const spread = Math.sqrt(means.reduce((sum, it) => sum + (it - mean) ** 2, 0) / means.length)
  expect(mean).toBeCloseTo(49.5, 0)
  expect(spread).toBeGreaterThan(2.7)
  expect(spread).toBeLessThan(3.1)
})
