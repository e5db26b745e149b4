// A tensor of a safetensors file as f32, whatever its precision there.
import { floatBytes, isFloatDtype, widenInto } from './floatBytes'
import { readTensor, type TensorEntry } from './safetensors'

/** @throws TypeError where it holds no floating-point numbers, LetheError what reading the file throws */
export async function readFloatTensor(entry: TensorEntry): Promise<Float32Array> {
  const { dtype, byteLength } = entry
  if (!isFloatDtype(dtype)) throw new TypeError(`a tensor of ${entry.file} is ${dtype}`)
  const numbers = new Float32Array(byteLength / floatBytes[dtype])
  widenInto(numbers, await readTensor(entry), dtype)
  return numbers
}
