// The weights a model begins with when nothing was learned yet. Every tensor has numbers of its own,
// whatever other tensors there are.
import { createHash } from 'node:crypto'
import { normals } from '../base/random'
import { writeSafetensorsParts, type TensorSpec } from '../formats/safetensors'
import type { TensorRequirement } from './architecture'

/** Standard deviation of matrices, as most published models have it. */
export const initialDeviation = 0.02

/** Matrices whose products are added to the residual stream. */
const residual = /\.(o_proj|down_proj|c_proj)\.weight$/

/**
 * Matrices: normal with deviation 0.02; those that write into the residual stream, one attention and
 * one feed-forward a layer: 0.02 / √(2 · layers), so that depth does not make it grow ("Language
 * Models are Unsupervised Multitask Learners", 2019, section 2.3). Norms: 1. Biases: 0.
 */
export function initialTensor(
  { name, shape }: TensorRequirement,
  layers: number,
  seed: number
): Float32Array {
  const count = shape.reduce((product, edge) => product * edge, 1)
  if (shape.length === 1) return new Float32Array(count).fill(name.endsWith('.bias') ? 0 : 1)
  const stream = createHash('sha256').update(name).digest().readUInt32LE()
  const deviation = initialDeviation / (residual.test(name) ? Math.sqrt(2 * layers) : 1)
  return normals(seed, stream, count).map((value) => value * deviation)
}

/**
 * Writes them as one file in F32, one tensor after the other.
 * @throws LetheError folderNotWritable, diskFull, fileNotFound (no such folder)
 */
export async function writeInitialWeights(
  path: string,
  tensors: readonly TensorRequirement[],
  layers: number,
  seed: number
): Promise<void> {
  const specs = tensors.map(({ name, shape }): TensorSpec => ({ name, dtype: 'F32', shape }))
  await writeSafetensorsParts(path, specs, { format: 'pt' }, async (write) => {
    for (const tensor of tensors) {
      const numbers = initialTensor(tensor, layers, seed)
      await write(tensor.name, new Uint8Array(numbers.buffer), 0)
    }
  })
}
