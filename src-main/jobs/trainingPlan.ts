// What a plan says, as the database keeps it: facts of the run, and which steps read each record.
import type { TrainingPlanResult } from '../engine/protocol'
import type { Store } from '../store/client'

const usesAtOnce = 2000

export function factsOf(planned: TrainingPlanResult) {
  const { steps, epochStarts, lastPhaseStep } = planned
  const { records, validationRecords, tokens, cutRecords } = planned
  return {
    ...{ steps, epochStarts, lastPhaseStep, stepsAnEpoch: epochStarts[1] ?? steps },
    ...{ records, validationRecords, tokens, cutRecords }
  }
}

export async function storePlan(
  store: Store,
  id: string,
  { uses }: TrainingPlanResult
): Promise<void> {
  for (let from = 0; from < uses.length; from += usesAtOnce)
    await store.write.runRecords.plan({ id, uses: uses.slice(from, from + usesAtOnce) })
}
