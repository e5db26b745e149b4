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

/**
 * The part of a run that is repeated to forget one record, on average over those that are read before the
 * last phase: from the last state that stays and had not read it. Null: there are none.
 * @param firstReads of each learned record, the steps behind the run when it is first read
 */
export function replayShare(
  facts: Pick<DataFacts, 'steps' | 'lastPhaseStep'>,
  count: number,
  firstReads: readonly number[]
): number | null {
  const kept = [0, ...keptSteps(facts, count)].sort((a, b) => a - b)
  const others = firstReads.filter((step) => step < facts.lastPhaseStep)
  if (others.length === 0) return null
  const spared = others.reduce(
    (sum, first) => sum + (kept.findLast((step) => step <= first) ?? 0),
    0
  )
  return 1 - spared / others.length / facts.steps
}
