// Puts into a run's folder what it begins with to repeat another run without some records: the plan with
// holes, and the state that it goes on from.
import { join } from 'node:path'
import { LetheError } from '../base/errors'
import { hashTensors } from '../formats/safetensors'
import { openAnyModelFolder } from '../models/modelFolder'
import { DataPlan } from '../training/dataPlan'
import { trainedTensors } from '../training/startingState'
import { carryState } from '../unlearning/exactReplay'
import type { JobResult, JobSpec } from './protocol'
import { planOf } from './train'
import { keptStateFile, runFiles } from './trainingFolder'
import { Evaluations } from './trainingEvaluation'

export async function prepareReplay(
  spec: Extract<JobSpec, { type: 'prepareReplay' }>
): Promise<JobResult<'prepareReplay'>> {
  const { from, folder, settings, weightsSha256 } = spec
  const records = new Set(spec.without)
  const data = await DataPlan.read(join(from, runFiles.data))
  const holed = data.without(records)
  await holed.write(join(folder, runFiles.data))
  if (spec.step === 0) return { best: null }
  const source = await openAnyModelFolder(spec.modelFolder)
  if ((await hashTensors(source.weights)) !== weightsSha256)
    throw new LetheError('weightsChanged', { path: source.folder })
  const planWith = (some: DataPlan) =>
    planOf({ settings, weightsSha256, device: settings.device }, source, some)
  const shapes = trainedTensors(source, planWith(data))
  const statePath = join(from, keptStateFile(spec.step))
  const files = { state: join(folder, runFiles.state), best: join(folder, runFiles.best) }
  const run = { data, planOf: planWith, shapes, statePath }
  const { best } = await carryState(run, records, holed, files)
  // Measured with what remains, all of it is measured anew.
  if (!data.measuresWith(records)) await (await Evaluations.read(from, spec.step)).writeTo(folder)
  return { best: best && { step: best.step, evaluationLoss: best.loss } }
}
