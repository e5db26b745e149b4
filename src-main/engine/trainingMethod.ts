// What a training changes: the settings of a person as the plan of a run says them.
import type { TrainingMethod as ChosenMethod } from '../contract/training'
import { linearModules } from '../models/adapters'
import type { AnyModel } from '../models/architecture'
import type { ModelFolder } from '../models/modelFolder'
import type { TrainingMethod } from '../training/plan'

/** Layers that read or write tokens get no adapter, as peft's "all-linear" leaves them out. */
const tokenLayers = /(^|\.)(lm_head|embed_tokens|wte|wpe|decoder)$/

export function methodOf(
  { model }: Pick<ModelFolder<AnyModel>, 'model'>,
  chosen: ChosenMethod
): TrainingMethod {
  if (chosen.type === 'full') return chosen
  const names = linearModules(model).map(({ name }) => model.moduleName?.(name) ?? name)
  const adapted = names.filter((name) => !tokenLayers.test(name))
  const targets = [...new Set(adapted.map((name) => name.split('.').at(-1)!))]
  return { ...chosen, targets, rslora: false }
}
