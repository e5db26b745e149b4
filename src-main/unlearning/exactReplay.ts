// Forgetting exactly (Unlearning at Scale, arXiv 2508.12220): the training goes on from a state that had
// not read the records, by the same plan with holes. What comes of it is, byte for byte, what comes of
// that plan from its beginning.
import { writeSafetensors } from '../formats/safetensors'
import type { TensorRequirement } from '../models/architecture'
import { readCheckpoint, tensorOf, writeCheckpoint, type BestState } from '../training/checkpoint'
import type { DataPlan } from '../training/dataPlan'
import type { TrainingPlan } from '../training/plan'

/** A run as it was. */
export interface ReplayedRun {
  readonly data: DataPlan
  readonly planOf: (data: DataPlan) => TrainingPlan
  readonly shapes: readonly TensorRequirement[] // of what it changed
  readonly statePath: string
}

/** Where what a run begins with is written. */
export interface ReplayFiles {
  readonly state: string
  readonly best: string
}

/**
 * A state of a run as one of the same plan with holes: the same numbers under another plan. The best of
 * the states before it, where it holds one, is written beside it.
 * @param holed the plan of the run without the records
 * @throws RangeError where the state had read one of them; LetheError as reading and writing files does
 */
export async function carryState(
  { data, planOf, shapes, statePath }: ReplayedRun,
  records: ReadonlySet<number>,
  holed: DataPlan,
  files: ReplayFiles
): Promise<{ step: number; best: Omit<BestState, 'values'> | null }> {
  const state = await readCheckpoint(statePath, planOf(data), shapes)
  const firstRead = data.firstReadOf(records)
  if (firstRead !== null && firstRead < state.step)
    throw new RangeError(
      `the state after ${state.step} steps had read a record in step ${firstRead}`
    )
  const { best, ...others } = state
  if (best && data.measuresWith(records))
    throw new RangeError('which state was the best was found with a record that is to be forgotten')
  await writeCheckpoint(files.state, planOf(holed), shapes, others)
  if (!best) return { step: state.step, best: null }
  const { values, ...found } = best
  const tensors = shapes.map(({ name, shape }) => tensorOf(name, shape, values.get(name)!))
  await writeSafetensors(files.best, tensors)
  return { step: state.step, best: found }
}
