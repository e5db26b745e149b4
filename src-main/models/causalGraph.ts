// The graph of one step of a causal model: new ids and remembered rows in; log-probabilities, logits
// of chosen rows and new rows to remember out. One graph serves prompts, answers and scoring.
import { basename } from 'node:path'
import type { SafetensorsIndex } from '../formats/safetensors'
import { Graph, type Value } from '../tensor/graph'
import { addDims, multiplyDims } from '../tensor/shape'
import type { CausalModel } from './architecture'
import { pastName, rowsName } from './keyValueCache'
import { dtypeOf } from './modelFolder'

/**
 * Inputs: ids [B, T]; cos, sin [B, T, D/2]; mask [B, 1, (N/K)·T, P+T]; sizes [2]; past.i.key and
 * past.i.value [B, K, P, D]; chosen [R] (rows of the flattened [B·T] that get logits); targets [R, 1].
 * Outputs: logits [R, V]; logProbabilities [R, 1] of targets, in nats; rows.i.key, rows.i.value.
 */
export function causalGraph(model: CausalModel, weights: SafetensorsIndex): Graph {
  const { shape } = model
  const { heads, keyHeads, headSize } = shape.attention
  const graph = new Graph()
  const angles = ['B', 'T', headSize / 2]
  const ids = graph.input('ids', 'i64', ['B', 'T'])
  const step = {
    cos: graph.input('cos', 'f32', angles),
    sin: graph.input('sin', 'f32', angles),
    mask: graph.input('mask', 'f32', [
      'B',
      1,
      multiplyDims(heads / keyHeads, 'T'),
      addDims('P', 'T')
    ]),
    sizes: graph.input('sizes', 'i64', [2])
  }
  const pastInput = (layer: number, part: 'key' | 'value'): Value =>
    graph.input(pastName(layer, part), 'f32', ['B', keyHeads, 'P', headSize])
  const past = Array.from({ length: shape.layers }, (_, layer) => ({
    key: pastInput(layer, 'key'),
    value: pastInput(layer, 'value')
  }))
  const chosen = graph.input('chosen', 'i64', ['R'])
  const targets = graph.input('targets', 'i64', ['R', 1])

  const weight = weightInitializers(graph, weights)
  const { hidden, rows } = model.forward(graph, { ids, past, step, weight })
  const [flat] = graph.add('reshape', [hidden], { shape: ['B*T', shape.hiddenSize] })
  const [picked] = graph.add('gather', [flat!, chosen], {})
  const logits = model.head(graph, picked!, weight)
  graph.output('logits', logits)
  graph.output('logProbabilities', graph.add('tokenLogProbability', [logits, targets], {})[0]!)
  for (const [layer, { key, value }] of rows.entries()) {
    graph.output(rowsName(layer, 'key'), key)
    graph.output(rowsName(layer, 'value'), value)
  }
  return graph
}

/** Tensors of the checkpoint as initializers that stay in their file, each once. */
function weightInitializers(graph: Graph, weights: SafetensorsIndex): (name: string) => Value {
  const known = new Map<string, Value>()
  return (name) => {
    const existing = known.get(name)
    if (existing) return existing
    const entry = weights.entries.get(name)
    if (!entry) throw new TypeError(`the graph reads ${name}, which was not checked`)
    const value = graph.initializer(name, dtypeOf(entry), entry.shape, {
      kind: 'file',
      fileName: basename(entry.file),
      byteOffset: entry.byteOffset,
      byteLength: entry.byteLength
    })
    known.set(name, value)
    return value
  }
}
