// What blind votes add up to.
import { votesForRating, type Ratings } from '../contract/compare'
import { pairKey, rateVotes, type PairedVote } from '../statistics/ratings'
import type { CastVote } from '../store/comparisons'

const resamplingCount = 1000
const seed = 20_040_211 // any; fixed, so that the same votes give the same intervals

const scores = { a: 1, b: 0, tie: 0.5 } as const

/** @param votes oldest first; the latest name of a model is shown */
export function ratingsOf(votes: readonly CastVote[]): Ratings {
  const names = new Map(votes.flatMap(({ models }) => models.map(({ id, name }) => [id, name])))
  // The same model with two settings says nothing about models.
  const between = votes.filter(({ models: [a, b] }) => a!.id !== b!.id)
  const rated = between.flatMap(({ vote, models: [a, b] }): PairedVote[] =>
    vote === 'neither' ? [] : [{ first: a!.id, second: b!.id, firstScore: scores[vote] }]
  )
  const groups = rateVotes(rated, { votesForRating, resamplings: resamplingCount, seed })
  const keys = new Set(between.map(({ models: [a, b] }) => pairKey(a!.id, b!.id)))
  const pairs = [...keys].map((key): Ratings['pairs'][number] => {
    const ofPair = between.filter(({ models: [a, b] }) => pairKey(a!.id, b!.id) === key)
    const [one, other] = key.split('\n') as [string, string]
    const group = groups.find(({ models }) => models.some(({ id }) => id === one))
    const strengthOf = (id: string) => group?.models.find((it) => it.id === id)
    const [x, y] = [strengthOf(one), strengthOf(other)]
    const isTurned = x && y && x.strength < y.strength
    const [firstId, secondId] = isTurned ? [other, one] : [one, other]
    const won = (id: string): number =>
      ofPair.filter(({ vote, models: [a, b] }) =>
        vote === 'a' ? a!.id === id : vote === 'b' && b!.id === id
      ).length
    const counted = (wanted: 'tie' | 'neither'): number =>
      ofPair.filter(({ vote }) => vote === wanted).length
    const votesOfPair = ofPair.length - counted('neither')
    const hasEnough = votesOfPair >= votesForRating
    const [first, second] = [strengthOf(firstId), strengthOf(secondId)]
    return {
      ...{ firstId, secondId, votes: votesOfPair },
      ...{ firstName: names.get(firstId) ?? '', secondName: names.get(secondId) ?? '' },
      ...{ firstWins: won(firstId), secondWins: won(secondId) },
      ...{ ties: counted('tie'), neither: counted('neither') },
      firstAbove: hasEnough && group ? Math.round(group.above(firstId, secondId)) : null,
      settled: Boolean(hasEnough && first && second && first.low > second.high)
    }
  })
  return {
    groups: groups.map(({ models }) => ({
      models: models.map(({ id, ...rating }) => ({
        ...{ modelId: id, modelName: names.get(id) ?? '' },
        ...rating
      }))
    })),
    pairs,
    resamplings: resamplingCount
  }
}
