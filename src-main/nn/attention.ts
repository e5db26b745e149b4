// Self-attention with remembered keys and values, grouped-query (arXiv 2305.13245) or not.
import type { Graph, Value } from '../tensor/graph'

export interface AttentionShape {
  readonly heads: number // N
  readonly keyHeads: number // K, divides N
  readonly headSize: number // D
}

/** Of the new rows of one layer. */
export interface Heads {
  readonly query: Value // [B, N, T, D]
  readonly key: Value // [B, K, T, D]
  readonly value: Value // [B, K, T, D]
}

/** What a layer remembers: keys as they are scored (rotated, where the model rotates) and values. */
export interface PastRows {
  readonly key: Value // [B, K, P, D]
  readonly value: Value // [B, K, P, D]
}

export interface Scores {
  readonly scale: number // of q·k, usually 1/√D
  readonly softcap: number | null // c·tanh(score/c) before the mask
  readonly mask: Value // [B, 1, (N/K)·T, P+T]
  readonly sizes: Value // i64 [2]: P, T
}

/** Projections of one x, side by side or apart: [B, T, N·D], [B, T, K·D] twice -> heads. */
export function splitHeads(
  graph: Graph,
  [query, key, value]: readonly Value[],
  { heads, keyHeads, headSize }: AttentionShape
): Heads {
  const split = (projected: Value, count: number): Value => {
    const [batch, time] = projected.shape
    const shape = [batch!, time!, count, headSize]
    const [apart] = graph.add('reshape', [projected], { shape })
    return graph.add('transpose', [apart!], { permutation: [0, 2, 1, 3] })[0]!
  }
  return {
    query: split(query!, heads),
    key: split(key!, keyHeads),
    value: split(value!, keyHeads)
  }
}

/** Queries over remembered and new rows, heads joined again: -> [B, T, N·D] */
export function attend(graph: Graph, heads: Heads, past: PastRows, scores: Scores): Value {
  const { query, key, value } = heads
  const { scale, softcap, mask, sizes } = scores
  const [attended] = graph.add(
    'cachedAttention',
    [query, past.key, past.value, key, value, mask, sizes],
    { scale, softcap }
  )
  const [batch, count, time, headSize] = query.shape
  const [turned] = graph.add('transpose', [attended!], { permutation: [0, 2, 1, 3] })
  const shape = [batch!, time!, (count as number) * (headSize as number)]
  return graph.add('reshape', [turned!], { shape })[0]!
}
