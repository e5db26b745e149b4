// Linear layers and the gated feed-forward block.
import type { Graph, Value } from '../tensor/graph'

export interface LinearWeights {
  readonly weight: Value // [O, I]
  readonly bias?: Value // [O]
}

/** x [..., I] -> x·Wᵀ + b [..., O] */
export function linear(graph: Graph, x: Value, { weight, bias }: LinearWeights): Value {
  const [product] = graph.add('linear', [x, weight], {})
  if (!bias) return product!
  return graph.add('add', [product!, widened(graph, bias)], {})[0]!
}

export interface GatedWeights {
  readonly gate: LinearWeights // [F, H]
  readonly up: LinearWeights // [F, H]
  readonly down: LinearWeights // [H, F]
}

/** SwiGLU (arXiv 2002.05202): down(silu(gate·x) ⊙ up·x); x [B, T, H] -> [B, T, H] */
export function gatedFeedForward(graph: Graph, x: Value, weights: GatedWeights): Value {
  const [gate] = graph.add('silu', [linear(graph, x, weights.gate)], {})
  const [product] = graph.add('multiply', [gate!, linear(graph, x, weights.up)], {})
  return linear(graph, product!, weights.down)
}

/** A small weight in half precision as f32. */
export function widened(graph: Graph, value: Value): Value {
  return value.dtype === 'f32' ? value : graph.add('cast', [value], { to: 'f32' })[0]!
}
