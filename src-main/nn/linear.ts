// Linear layers and the element-wise pieces of feed-forward blocks.
import type { Graph, Value } from '../tensor/graph'

export interface LinearWeights {
  readonly weight: Value // [O, I], or [I, O] as transformers' Conv1D stores it
  readonly layout: 'outIn' | 'inOut'
  readonly bias: Value | null // [O]
}

/** x [..., I] -> x·Wᵀ + b [..., O] */
export function linear(graph: Graph, x: Value, { weight, layout, bias }: LinearWeights): Value {
  const [product] = graph.add(layout === 'outIn' ? 'linear' : 'linearInOut', [x, weight], {})
  if (!bias) return product!
  return graph.add('add', [product!, widened(graph, bias)], {})[0]!
}

/** Cuts the last axis into parts: projections that a checkpoint keeps side by side in one weight. */
export function splitLast(graph: Graph, x: Value, sizes: readonly number[]): Value[] {
  const counts = graph.constant('i64', [sizes.length], sizes)
  return graph.add('split', [x, counts], { axis: -1, sizes })
}

/** Names of operations. */
export type Activation = 'relu' | 'silu' | 'gelu' | 'geluTanh'

/** A gated linear unit's middle (arXiv 2002.05202): f(gate) ⊙ up; [B, T, F] -> [B, T, F] */
export function gated(graph: Graph, activation: Activation, gate: Value, up: Value): Value {
  const [opened] = graph.add(activation, [gate], {})
  return graph.add('multiply', [opened!, up], {})[0]!
}

/** c·tanh(x/c) keeps x within ±c; [S] -> [S] */
export function softcap(graph: Graph, x: Value, cap: number): Value {
  const limit = graph.scalar(cap)
  const [inner] = graph.add('divide', [x, limit], {})
  const [bounded] = graph.add('tanh', [inner!], {})
  return graph.add('multiply', [bounded!, limit], {})[0]!
}

/** x + y, as residual streams grow. */
export function plus(graph: Graph, x: Value, y: Value): Value {
  return graph.add('add', [x, y], {})[0]!
}

/** A small weight in half precision as f32. */
export function widened(graph: Graph, value: Value): Value {
  return value.dtype === 'f32' ? value : graph.add('cast', [value], { to: 'f32' })[0]!
}
