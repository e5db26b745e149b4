// Ratings of models from votes on pairs of answers: strengths with bootstrap intervals, for the pairs
// that have enough votes.
import { addTies, bradleyTerry } from './bradleyTerry'
import { quantile, resamplings } from './bootstrap'

/** 1: the first won, 0: the second, 0.5: a tie. */
export interface PairedVote {
  first: string
  second: string
  firstScore: 0 | 0.5 | 1
}

export interface Rated {
  id: string
  /** The chance to win against the average of the group, 0 to 1. */
  strength: number
  low: number
  high: number
  votes: number
}

export interface RatedGroup {
  models: Rated[] // strongest first
  /** In how many of 100 re-samplings `first` stood above `second`; half for equals. */
  above(first: string, second: string): number
}

export interface RatingOptions {
  votesForRating: number // fewer votes on a pair are not used
  resamplings: number
  seed: number
}

export const pairKey = (a: string, b: string): string => [a, b].toSorted().join('\n')

/** One group for each set of models that are connected by pairs with enough votes. */
export function rateVotes(votes: readonly PairedVote[], options: RatingOptions): RatedGroup[] {
  const counts = new Map<string, number>()
  for (const { first, second } of votes) {
    const key = pairKey(first, second)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const usable = votes.filter(
    ({ first, second }) =>
      first !== second && counts.get(pairKey(first, second))! >= options.votesForRating
  )
  return groupsOf(usable).map((ids) => {
    const members = new Set(ids)
    return rateGroup(
      ids,
      usable.filter(({ first }) => members.has(first)),
      options
    )
  })
}

function rateGroup(ids: string[], votes: PairedVote[], options: RatingOptions): RatedGroup {
  const place = new Map(ids.map((id, index) => [id, index]))
  const strengthsOf = (sample: readonly PairedVote[]): number[] => {
    const wins = ids.map(() => ids.map(() => 0))
    for (const { first, second, firstScore } of sample) {
      const [i, j] = [place.get(first)!, place.get(second)!]
      wins[i]![j]! += firstScore
      wins[j]![i]! += 1 - firstScore
    }
    return bradleyTerry(addTies(wins))
  }
  const strengths = strengthsOf(votes)
  const drawn = resampledByPair(votes, options).map(strengthsOf)
  const share = (logStrength: number): number => 1 / (1 + Math.exp(-logStrength))
  const models = ids.map((id, index): Rated => {
    const values = drawn.map((sample) => sample[index]!)
    return {
      id,
      strength: share(strengths[index]!),
      low: share(quantile(values, 0.025)),
      high: share(quantile(values, 0.975)),
      votes: votes.filter(({ first, second }) => first === id || second === id).length
    }
  })
  return {
    models: models.toSorted((a, b) => b.strength - a.strength),
    above(first, second) {
      const [i, j] = [place.get(first)!, place.get(second)!]
      const wins = drawn.reduce((sum, it) => sum + (1 + Math.sign(it[i]! - it[j]!)) / 2, 0)
      return (100 * wins) / drawn.length
    }
  }
}

/** Votes are drawn again within each pair, so that every sample keeps the group connected. */
function resampledByPair(votes: readonly PairedVote[], options: RatingOptions): PairedVote[][] {
  const pairs = new Map<string, PairedVote[]>()
  for (const vote of votes) {
    const key = pairKey(vote.first, vote.second)
    pairs.set(key, [...(pairs.get(key) ?? []), vote])
  }
  const samples: PairedVote[][] = Array.from({ length: options.resamplings }, () => [])
  ;[...pairs.values()].forEach((pair, index) => {
    const drawn = resamplings(pair, options.resamplings, options.seed + index, (sample) => sample)
    drawn.forEach((sample, at) => samples[at]!.push(...sample))
  })
  return samples
}

/** Sets of ids connected by votes, each in the order of first appearance. */
function groupsOf(votes: readonly PairedVote[]): string[][] {
  const groupOf = new Map<string, Set<string>>()
  for (const { first, second } of votes) {
    const joined = new Set([
      ...(groupOf.get(first) ?? [first]),
      ...(groupOf.get(second) ?? [second])
    ])
    for (const id of joined) groupOf.set(id, joined)
  }
  return [...new Set(groupOf.values())].map((group) => [...group])
}
