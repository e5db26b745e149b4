// Tensors of a checkpoint as initializers that stay in their file.
import { basename } from 'node:path'
import type { SafetensorsIndex } from '../formats/safetensors'
import type { WeightOf } from '../nn/weightScope'
import type { Graph } from '../tensor/graph'
import { dtypeOf } from './modelFolder'

/** Throws TypeError for a tensor that was not checked before. */
export function checkpointWeights(weights: SafetensorsIndex): (graph: Graph) => WeightOf {
  return (graph) => (name) => {
    const entry = weights.entries.get(name)
    if (!entry) throw new TypeError(`the graph reads ${name}, which was not checked`)
    return graph.initializer(name, dtypeOf(entry), entry.shape, {
      kind: 'file',
      fileName: basename(entry.file),
      byteOffset: entry.byteOffset,
      byteLength: entry.byteLength
    })
  }
}
