// Tensors of a checkpoint as initializers that stay in their file.
import { realpathSync } from 'node:fs'
import { dirname, relative, sep } from 'node:path'
import type { SafetensorsIndex } from '../formats/safetensors'
import type { WeightOf } from '../nn/weightScope'
import type { Graph } from '../tensor/graph'
import { dtypeOf } from './modelFolder'

export interface CheckpointWeights {
  /** Where the graph's file names start. */
  readonly folder: string
  readonly of: (graph: Graph) => WeightOf
}

/**
 * Files are named by where they really lie: download caches link a model's folder to a common store,
 * and the runtime refuses files outside the folder it is given.
 */
export function checkpointWeights(weights: SafetensorsIndex): CheckpointWeights {
  const realFiles = new Map(weights.files.map((file) => [file, realpathSync(file)]))
  const folder = commonFolder([...realFiles.values()].map(dirname))
  return {
    folder,
    of: (graph) => (name) => {
      const entry = weights.entries.get(name)
      if (!entry) throw new TypeError(`the graph reads ${name}, which was not checked`)
      return graph.initializer(name, dtypeOf(entry), entry.shape, {
        kind: 'file',
        fileName: relative(folder, realFiles.get(entry.file)!),
        byteOffset: entry.byteOffset,
        byteLength: entry.byteLength
      })
    }
  }
}

/** The deepest folder all of `folders` lie in. */
function commonFolder(folders: readonly string[]): string {
  const [first = [], ...others] = folders.map((folder) => folder.split(sep))
  const length = first.findIndex((part, depth) => others.some((other) => other[depth] !== part))
  const shared = length < 0 ? first : first.slice(0, length)
  return shared.length > 1 ? shared.join(sep) : `${shared.join(sep)}${sep}`
}
