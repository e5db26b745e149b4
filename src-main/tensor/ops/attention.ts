// Positions and attention. g stands for dLoss/dOutput.
import { addDims, formatShape, multiplyDims, sameShape } from '../shape'
import { arithmetic } from './arithmetic'
import { refuse, requireFloat, take, type OpDefinition } from './definition'

type None = Record<never, never>

/**
 * Rotary position embedding (arXiv 2104.09864), half-split: y = x·cos + rotateHalf(x)·sin with
 * rotateHalf(x) = [−x₂, x₁]. x [B, N, T, D]; cos, sin [B, T, R/2] -> [B, N, T, D]. Only the first R of
 * the D elements turn; R = D turns whole heads.
 */
const rope: OpDefinition<None> = {
  kind: 'composite',
  infer: (inputs) => {
    const [x, cos, sin] = take(inputs, 3)
    requireFloat(x!, cos!, sin!)
    const [batch, , time, headSize] = x!.shape
    if (x!.shape.length !== 4) refuse(`x ${formatShape(x!.shape)} is not [B, N, T, D]`)
    const half = cos!.shape.at(-1)
    const angles = [batch!, time!, half!]
    if (!sameShape(cos!.shape, angles) || !sameShape(sin!.shape, angles))
      refuse(
        `cos ${formatShape(cos!.shape)}, sin ${formatShape(sin!.shape)}: not ${formatShape(angles)}`
      )
    if (typeof headSize !== 'number' || typeof half !== 'number' || 2 * half > headSize)
      refuse(`${half} pairs do not fit a head of ${headSize}`)
    return [{ dtype: x!.dtype, shape: x!.shape }]
  },
  // A rotation's gradient is the rotation back: dx = rope(g, cos, −sin)
  gradient: ({ graph, gradients: [g], input }) => [
    () => graph.add('rope', [g!, input(1), arithmetic(graph).negate(input(2))], {})[0]!,
    null,
    null
  ]
}

/**
 * Attention of new queries over remembered rows and new rows, without joining the two:
 * softmax(cap([q·pastKᵀ, q·newKᵀ]·scale) + mask) · [pastV; newV], where cap(s) is c·tanh(s/c) with a
 * softcap c (arXiv 2408.00118) and s without (null).
 * q [B, N, T, D]; past keys and values [B, K, P, D]; new ones [B, K, T, D], each serving N/K query
 * heads in a row (grouped-query attention, arXiv 2305.13245); mask [B, 1, (N/K)·T, P+T], additive,
 * repeated for each query head of a group; sizes i64 [2] = [P, T]. -> [B, N, T, D]
 */
const cachedAttention: OpDefinition<{ scale: number; softcap: number | null }> = {
  kind: 'composite',
  infer: (inputs) => {
    const [q, pastKey, pastValue, key, value, mask, sizes] = take(inputs, 7)
    requireFloat(q!, pastKey!, pastValue!, key!, value!, mask!)
    const [batch, heads, time, headSize] = q!.shape
    const [, keyHeads, past] = pastKey!.shape
    if (typeof heads !== 'number' || typeof keyHeads !== 'number' || heads % keyHeads !== 0)
      refuse(`${heads} query heads do not divide over ${keyHeads} key heads`)
    const rows = multiplyDims(heads / keyHeads, time!)
    const expected = [
      [pastKey!, [batch!, keyHeads, past!, headSize!]],
      [pastValue!, [batch!, keyHeads, past!, headSize!]],
      [key!, [batch!, keyHeads, time!, headSize!]],
      [value!, [batch!, keyHeads, time!, headSize!]],
      [mask!, [batch!, 1, rows, addDims(past!, time!)]],
      [sizes!, [2]]
    ] as const
    for (const [got, shape] of expected)
      if (!sameShape(got.shape, shape))
        refuse(`${formatShape(got.shape)} is not ${formatShape(shape)}`)
    if (sizes!.dtype !== 'i64') refuse(`sizes are ${sizes!.dtype}, not i64`)
    return [{ dtype: q!.dtype, shape: q!.shape }]
  },
  gradient: { none: 'training remembers no rows: its attention is written without a cache' }
}

export const attentionOps = { rope, cachedAttention }
