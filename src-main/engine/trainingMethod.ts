// What a training changes: the settings of a person as the plan of a run says them.
import type { TrainingMethod as ChosenMethod } from '../contract/training'
import { linearModules } from '../models/adapters'
import type { AnyModel } from '../models/architecture'
import type { ModelFolder } from '../models/modelFolder'
import { noDropout, type DropoutRates } from '../models/trainingGraph'
import type { TrainingMethod } from '../training/plan'

/** Layers that read or write tokens get no adapter, as peft's "all-linear" leaves them out. */
const tokenLayers = /(^|\.)(lm_head|embed_tokens|wte|wpe|decoder)$/

export function methodOf(
  { model }: Pick<ModelFolder<AnyModel>, 'model'>,
  chosen: ChosenMethod
): TrainingMethod {
  if (chosen.type === 'full') return { type: 'full' }
  const names = linearModules(model).map(({ name }) => model.moduleName?.(name) ?? name)
  const adapted = names.filter((name) => !tokenLayers.test(name))
  const targets = [...new Set(adapted.map((name) => name.split('.').at(-1)!))]
  return { ...chosen, targets, rslora: false }
}

/** What is dropped of the model itself; adapters have a rate of their own, and drop nothing else. */
export function dropoutOf(chosen: ChosenMethod): DropoutRates {
  if (chosen.type !== 'full') return noDropout
  const { dropout = 0 } = chosen
  return { attention: dropout, residual: dropout, embedding: dropout }
}
