// How much a set of items can show before anything is run: sample sizes of two-sided tests by the normal
// approximation (Fleiss, Levin and Paik 2003, doi:10.1002/0471445428, chapters 4 and 13).
import { normalQuantile } from './distributions'

export interface PowerOptions {
  power: number // usual: 0.8
  alpha: number // usual: 0.05, two-sided
}

export const usualPower: PowerOptions = { power: 0.8, alpha: 0.05 }

/** Items that show a share of 0.5 + `lean` to differ from 0.5. */
export function itemsForLean(lean: number, { power, alpha }: PowerOptions = usualPower): number {
  if (!(lean > 0 && lean <= 0.5)) throw new RangeError(`${lean} is no lean`)
  const share = 0.5 + lean
  const spread =
    normalQuantile(1 - alpha / 2) * 0.5 + normalQuantile(power) * Math.sqrt(share * (1 - share))
  return Math.ceil((spread / lean) ** 2)
}

/**
 * Paired items that show a share to have changed by `change` where the share `discordant` of them
 * changes sides (McNemar; Connor 1987, doi:10.2307/2531961).
 */
export function pairsForChange(
  change: number,
  discordant: number,
  { power, alpha }: PowerOptions = usualPower
): number {
  if (!(change > 0 && change <= 1)) throw new RangeError(`${change} is no change`)
  const moved = Math.max(change, Math.min(1, discordant)) // no fewer change sides than the share moves
  const spread =
    normalQuantile(1 - alpha / 2) * Math.sqrt(moved) +
    normalQuantile(power) * Math.sqrt(Math.max(0, moved - change * change))
  return Math.ceil((spread / change) ** 2)
}

/** The smallest lean that so many items show; null: none does. */
export function smallestLean(items: number, options: PowerOptions = usualPower): number | null {
  return smallest(0.5, (lean) => itemsForLean(lean, options) <= items)
}

/** The smallest change that so many pairs show; null: none does. */
export function smallestChange(
  pairs: number,
  discordant: number,
  options: PowerOptions = usualPower
): number | null {
  return smallest(1, (change) => pairsForChange(change, discordant, options) <= pairs)
}

/** By bisection: whatever is larger than an effect that is shown is shown too. */
function smallest(most: number, isShown: (effect: number) => boolean): number | null {
  if (!isShown(most)) return null
  let [low, high] = [0, most]
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (isShown(middle)) high = middle
    else low = middle
  }
  return high
}
