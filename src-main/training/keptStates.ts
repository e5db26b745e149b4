// Which states on the way of a run stay for good: forgetting a record goes on from the last one that had
// not read it. More of them take disk and save steps.
import type { DataFacts } from './planArrays'

/** How many steps lie behind each: `count` of them evenly spread, and the one before the last phase. */
export function keptSteps(
  { steps, lastPhaseStep }: Pick<DataFacts, 'steps' | 'lastPhaseStep'>,
  count: number
): ReadonlySet<number> {
  const spread = Array.from({ length: count }, (_, at) =>
    Math.round(((at + 1) * steps) / (count + 1))
  )
  const all = [...spread, lastPhaseStep].filter((step) => step > 0 && step < steps)
  return new Set(all)
}
