// Where a run begins: the tensors its plan changes, and their first values.
import { createHash } from 'node:crypto'
import { LetheError } from '../base/errors'
import { philox } from '../base/random'
import {
  adaptedModules,
  adapterTensors,
  linearModules,
  type AdaptedModule,
  type AdapterSettings
} from '../models/adapters'
import type { ModelFolder } from '../models/modelFolder'
import { readParameters } from '../models/parameters'
import type { AnyDefinition, AnyModel, TensorRequirement } from '../models/architecture'
import { initialState, type TrainingState } from './checkpoint'
import type { TrainingPlan } from './plan'

/**
 * The tensors that a run of the plan changes, which a checkpoint of it holds.
 * @throws LetheError invalidInput where a target names no linear layer of the model
 */
export function trainedTensors(
  { model }: Pick<ModelFolder<AnyModel>, 'model'>,
  { method }: Pick<TrainingPlan, 'method'>
): readonly TensorRequirement[] {
  return method.type === 'full' ? model.tensors : adapterTensors(targetedModules(model, method))
}

/** @throws LetheError what `trainedTensors` and reading the model's files throw */
export async function startingState(
  opened: Pick<ModelFolder<AnyModel>, 'model' | 'weights'>,
  { method, seed }: Pick<TrainingPlan, 'method' | 'seed'>
): Promise<TrainingState> {
  if (method.type === 'full') return initialState(await readParameters(opened))
  return initialState(firstAdapters(targetedModules(opened.model, method), seed))
}

/** @throws LetheError invalidInput where a target names no linear layer of the model */
export function targetedModules(
  model: AnyDefinition,
  method: Pick<AdapterSettings, 'rank' | 'targets'>
): AdaptedModule[] {
  const names = linearModules(model).map(({ name }) => name)
  for (const target of method.targets)
    if (adaptedModules(model, { ...method, targets: [target] }).length === 0) {
      const layers = [...new Set(names.map((name) => name.split('.').at(-1)!))].join(', ')
      const reason = { code: 'noSuchLayer', target, layers } as const
      throw new LetheError('invalidInput', { field: 'value', name: 'targets', reason })
    }
  return adaptedModules(model, method)
}

/** A uniform within ±1/√I, as kaiming_uniform_(a = √5) has it; B zero: nothing is added at first. */
function firstAdapters(
  modules: readonly AdaptedModule[],
  seed: number
): ReadonlyMap<string, Float32Array> {
  const values = modules.flatMap(({ inputs, outputs, down, up }): [string, Float32Array][] => {
    const rank = down.shape[0]!
    const numbers = uniformNumbers(down.name, rank * inputs, seed)
    const bound = 1 / Math.sqrt(inputs)
    return [
      [down.name, numbers.map((number) => (2 * number - 1) * bound)],
      [up.name, new Float32Array(outputs * rank)]
    ]
  })
  return new Map(values)
}

/** Numbers in [0, 1) that a name and a seed give, in 24 bits. */
function uniformNumbers(name: string, length: number, seed: number): Float32Array {
  const place = createHash('sha256').update(name).digest().readUInt32LE(0)
  const numbers = new Float32Array(length)
  for (let index = 0; index < length; index++) {
    const word = philox([index >> 2, place, 0, 0], [seed, 1])[index & 3]!
    numbers[index] = (word >>> 8) / 2 ** 24
  }
  return numbers
}
