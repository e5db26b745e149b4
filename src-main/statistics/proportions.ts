// One proportion and two paired ones: Wilson's interval, the exact binomial test, exact McNemar.
import { binomialProbability, normalQuantile } from './distributions'

export interface Interval {
  low: number
  high: number
}

/** Wilson's score interval (1927, doi:10.1080/01621459.1927.10502953). Throws RangeError for no trials. */
export function wilsonInterval(hits: number, trials: number, level = 0.95): Interval {
  checkCounts(hits, trials)
  return wilsonOfShare(hits / trials, trials, level)
}

/** The same for a share in which some trials count by half. */
export function wilsonOfShare(share: number, trials: number, level = 0.95): Interval {
  if (trials === 0) throw new RangeError('no trials')
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is not a share`)
  const z = normalQuantile((1 + level) / 2)
  const scale = 1 + (z * z) / trials
  const centre = (share + (z * z) / (2 * trials)) / scale
  const half =
    (z / scale) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))
  return {
    low: share === 0 ? 0 : Math.max(0, centre - half),
    high: share === 1 ? 1 : Math.min(1, centre + half)
  }
}

/** Two-sided p-value: all outcomes that are no likelier than the one found. 1 for no trials. */
export function binomialTest(hits: number, trials: number, chance = 0.5): number {
  checkCounts(hits, trials)
  if (!(chance >= 0 && chance <= 1)) throw new RangeError('the chance is not between 0 and 1')
  // Equal probabilities may differ in their last digits.
  const limit = binomialProbability(hits, trials, chance) * (1 + 1e-7)
  const included: number[] = []
  for (let k = 0; k <= trials; k++) {
    const probability = binomialProbability(k, trials, chance)
    if (probability <= limit) included.push(probability)
  }
  included.sort((a, b) => a - b) // the smallest first, or they are lost
  return Math.min(
    1,
    included.reduce((total, value) => total + value, 0)
  )
}

/** Exact McNemar from the two counts of pairs that changed: the binomial test at one half. */
export function mcNemar(onlyFirst: number, onlySecond: number): number {
  return binomialTest(onlyFirst, onlyFirst + onlySecond)
}

function checkCounts(hits: number, trials: number): void {
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0
  if (!isCount(hits) || !isCount(trials) || hits > trials) {
    throw new RangeError(`${hits} of ${trials} is not a count`)
  }
}
