// "seen 144 times between step 12 and 590".
import type { Reach } from '../../../src-main/contract/forgetting'
import { say, show } from '../../messages/current.svelte'

export function readWords({ firstStep, lastStep, times }: Reach['runs'][number]): string {
  const words = say.forget.touches
  if (firstStep === null || lastStep === null) return words.measured
  const often = show.plural(times, words.timesForms)
  return words.seen(often, show.count(firstStep + 1), show.count(lastStep + 1))
}
