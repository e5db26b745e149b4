// Normalisation layers.
import type { Graph, Value } from '../tensor/graph'
import { widened } from './linear'

/** RMSNorm (arXiv 1910.07467); x [..., H], weight [H] -> [..., H] */
export function rmsNorm(graph: Graph, x: Value, weight: Value, epsilon: number): Value {
  return graph.add('rmsNorm', [x, widened(graph, weight)], { epsilon })[0]!
}
