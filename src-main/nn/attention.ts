// Self-attention with remembered keys and values, grouped-query (arXiv 2305.13245) or not.
import type { Graph, Value } from '../tensor/graph'
import { multiplyDims } from '../tensor/shape'
import { softcap as bounded } from './linear'
import { causalMask, sequenceMask } from './masks'
import { stepSizes, type StepOf } from './stepInputs'

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
  readonly window: number | null // how many tokens each sees, itself included; null: all
  /** The weights each row gives the others, as training drops some. */
  readonly dropped?: (weights: Value) => Value
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

/**
 * Queries over remembered and new rows, heads joined again: -> [B, T, N·D]. Where nothing is
 * remembered (null) it is written in operations that have gradients.
 */
export function attend(
  graph: Graph,
  heads: Heads,
  past: PastRows | null,
  scores: Scores,
  step: StepOf
): Value {
  const { query, key, value } = heads
  const { scale, softcap, window } = scores
  const [, count] = query.shape
  const mask = step(causalMask((count as number) / (key.shape[1] as number), window))
  const attended = past
    ? graph.add(
        'cachedAttention',
        [query, past.key, past.value, key, value, mask, step(stepSizes)],
        { scale, softcap }
      )[0]!
    : attendWithin(graph, heads, scores, mask)
  return joinHeads(graph, attended)
}

/** Queries over all rows of their own sequence, heads joined again: -> [B, T, N·D]. */
export function attendBothWays(
  graph: Graph,
  heads: Heads,
  scores: Omit<Scores, 'window'>,
  step: StepOf
): Value {
  const attended = attendWithin(graph, heads, { ...scores, window: null }, step(sequenceMask))
  return joinHeads(graph, attended)
}

/** [B, N, T, D] -> [B, T, N·D] */
function joinHeads(graph: Graph, attended: Value): Value {
  const [batch, count, time, headSize] = attended.shape
  const [turned] = graph.add('transpose', [attended], { permutation: [0, 2, 1, 3] })
  const shape = [batch!, time!, (count as number) * (headSize as number)]
  return graph.add('reshape', [turned!], { shape })[0]!
}

/** softmax(cap(q·kᵀ·scale) + mask)·v; query heads that share a key head are rows of one product. */
function attendWithin(
  graph: Graph,
  { query, key, value }: Heads,
  { scale, softcap, dropped = (weights) => weights }: Scores,
  mask: Value
): Value {
  const [batch, count, time, headSize] = query.shape
  const keyHeads = key.shape[1] as number
  const rows = multiplyDims((count as number) / keyHeads, time!)
  const [grouped] = graph.add('reshape', [query], { shape: [batch!, keyHeads, rows, headSize!] })
  const side = { transposeLeft: false, transposeRight: false, scale: 1 }
  const [products] = graph.add('product', [grouped!, key], {
    ...{ ...side, transposeRight: true, scale }
  })
  const capped = softcap === null ? products! : bounded(graph, products!, softcap)
  const [masked] = graph.add('add', [capped, mask], {})
  const [weights] = graph.add('softmax', [masked!], { axis: -1 })
  const [summed] = graph.add('product', [dropped(weights!), value], side)
  return graph.add('reshape', [summed!], { shape: query.shape })[0]!
}
