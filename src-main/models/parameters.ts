// A checkpoint's tensors as numbers that training changes: f32, whatever the file's precision.
import { readFloatTensor } from '../formats/floatTensor'
import type { AnyModel } from './architecture'
import { dtypeOf, type ModelFolder } from './modelFolder'

/** Every tensor the model reads, by name. @throws LetheError what reading the files throws */
export async function readParameters({
  model,
  weights
}: Pick<ModelFolder<AnyModel>, 'model' | 'weights'>): Promise<Map<string, Float32Array>> {
  const values = new Map<string, Float32Array>()
  for (const { name } of model.tensors) {
    const entry = weights.entries.get(name)
    if (!entry) throw new TypeError(`the graph reads ${name}, which was not checked`)
    dtypeOf(entry)
    values.set(name, await readFloatTensor(entry))
  }
  return values
}
