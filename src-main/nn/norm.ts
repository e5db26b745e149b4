// Normalisation layers, over the last axis.
import type { Graph, Value } from '../tensor/graph'
import { widened } from './linear'

/** RMSNorm (arXiv 1910.07467); x [..., H], weight [H] -> [..., H] */
export function rmsNorm(graph: Graph, x: Value, weight: Value, epsilon: number): Value {
  return graph.add('rmsNorm', [x, widened(graph, weight)], { epsilon })[0]!
}

/** RMSNorm whose weight is kept as its distance from 1. */
export function rmsNormAroundOne(graph: Graph, x: Value, weight: Value, epsilon: number): Value {
  const [factor] = graph.add('add', [widened(graph, weight), graph.scalar(1)], {})
  return graph.add('rmsNorm', [x, factor!], { epsilon })[0]!
}

/** LayerNorm (arXiv 1607.06450); x [..., H], weight and bias [H] -> [..., H] */
export function layerNorm(
  graph: Graph,
  x: Value,
  weight: Value,
  bias: Value,
  epsilon: number
): Value {
  const parameters = [widened(graph, weight), widened(graph, bias)]
  return graph.add('layerNorm', [x, ...parameters], { epsilon })[0]!
}
