// Self-attention with remembered keys and values, grouped-query or not, rotary.
import type { Graph, Value } from '../tensor/graph'
import { linear, type LinearWeights } from './linear'

export interface AttentionWeights {
  readonly query: LinearWeights // [N·D, H]
  readonly key: LinearWeights // [K·D, H]
  readonly value: LinearWeights // [K·D, H]
  readonly output: LinearWeights // [H, N·D]
}

export interface AttentionShape {
  readonly heads: number // N
  readonly keyHeads: number // K, divides N
  readonly headSize: number // D
  readonly scale: number // of the scores, usually 1/√D
}

/** What all layers of one step share. */
export interface StepInputs {
  readonly cos: Value // [B, T, D/2]
  readonly sin: Value // [B, T, D/2]
  readonly mask: Value // [B, 1, (N/K)·T, P+T]
  readonly sizes: Value // i64 [2]: P, T
}

export interface PastRows {
  readonly key: Value // [B, K, P, D], rotated
  readonly value: Value // [B, K, P, D]
}

/**
 * x [B, T, H] -> [B, T, H], and the new rows to remember, key (rotated) and value [B, K, T, D].
 */
export function rotaryAttention(
  graph: Graph,
  x: Value,
  weights: AttentionWeights,
  shape: AttentionShape,
  past: PastRows,
  step: StepInputs
): { output: Value; key: Value; value: Value } {
  const { heads, keyHeads, headSize, scale } = shape
  const [batch, time] = x.shape
  const separate = (projection: LinearWeights, count: number): Value => {
    const [split] = graph.add('reshape', [linear(graph, x, projection)], {
      shape: [batch!, time!, count, headSize]
    })
    return graph.add('transpose', [split!], { permutation: [0, 2, 1, 3] })[0]!
  }
  const rotate = (value: Value): Value => graph.add('rope', [value, step.cos, step.sin], {})[0]!
  const query = rotate(separate(weights.query, heads))
  const key = rotate(separate(weights.key, keyHeads))
  const value = separate(weights.value, keyHeads)
  const [attended] = graph.add(
    'cachedAttention',
    [query, past.key, past.value, key, value, step.mask, step.sizes],
    { scale }
  )
  const [turned] = graph.add('transpose', [attended!], { permutation: [0, 2, 1, 3] })
  const [joined] = graph.add('reshape', [turned!], { shape: [batch!, time!, heads * headSize] })
  return { output: linear(graph, joined!, weights.output), key, value }
}
