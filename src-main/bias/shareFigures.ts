// A share of some items with its interval, as a suite's own figures have it: in points of 100.
import { mean } from '../statistics/moments'
import { wilsonOfShare } from '../statistics/proportions'
import type { Figures, JudgedItem } from './suite'

/**
 * Wilson's 95 % interval over groups: items of one group say little more than one of them.
 * @param values of 0…1, one for each item
 */
export function shareFigures(
  items: readonly Pick<JudgedItem, 'group'>[],
  values: readonly number[]
): Figures {
  const groups = new Set(items.map(({ group }) => group)).size
  if (groups === 0) return { items: 0, groups, share: null, low: null, high: null }
  const share = mean(values)
  const { low, high } = wilsonOfShare(share, groups)
  return { items: items.length, groups, share: 100 * share, low: 100 * low, high: 100 * high }
}
