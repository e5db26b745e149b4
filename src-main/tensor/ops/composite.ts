// Operations of the field that have more than one way of being computed: lowerings/ holds a form in
// primitives for every device, and faster ones where they were measured to pay.
import { addDims, formatShape, multiplyDims, sameShape } from '../shape'
import { dequantizeBlocks } from './blocks'
import { refuse, requireFloat, take, type OpDefinition } from './definition'

type None = Record<never, never>

/** y = x·Wᵀ; x [..., I], W [O, I] (as checkpoints store it; f32, f16 or bf16) -> [..., O] f32. */
const linear: OpDefinition<None> = {
  kind: 'composite',
  infer: (inputs) => {
    const [x, weight] = take(inputs, 2)
    requireFloat(x!)
    if (weight!.shape.length !== 2 || weight!.shape[1] !== x!.shape.at(-1))
      refuse(`weight ${formatShape(weight!.shape)} does not fit x ${formatShape(x!.shape)}`)
    return [{ dtype: x!.dtype, shape: [...x!.shape.slice(0, -1), weight!.shape[0]!] }]
  }
}

/** y = x·W; x [..., I], W [I, O] (transformers' Conv1D; f32, f16 or bf16) -> [..., O] f32. */
const linearInOut: OpDefinition<None> = {
  kind: 'composite',
  infer: (inputs) => {
    const [x, weight] = take(inputs, 2)
    requireFloat(x!)
    if (weight!.shape.length !== 2 || weight!.shape[0] !== x!.shape.at(-1))
      refuse(`weight ${formatShape(weight!.shape)} does not fit x ${formatShape(x!.shape)}`)
    return [{ dtype: x!.dtype, shape: [...x!.shape.slice(0, -1), weight!.shape[1]!] }]
  }
}

/** Rows of a table: table [V, H] (any float), ids [B, T] i64 -> [B, T, H] f32. */
const embedding: OpDefinition<None> = {
  kind: 'composite',
  infer: (inputs) => {
    const [table, ids] = take(inputs, 2)
    if (table!.shape.length !== 2) refuse(`table ${formatShape(table!.shape)} is not [V, H]`)
    if (ids!.dtype !== 'i64') refuse(`ids are ${ids!.dtype}, not i64`)
    return [{ dtype: 'f32', shape: [...ids!.shape, table!.shape[1]!] }]
  }
}

/** RMSNorm (arXiv 1910.07467): x / √(mean(x²) + ε) · w over the last axis; x [..., H], w [H] -> [..., H]. */
const rmsNorm: OpDefinition<{ epsilon: number }> = {
  kind: 'composite',
  infer: (inputs) => {
    const [x, weight] = take(inputs, 2)
    requireFloat(x!, weight!)
    if (weight!.shape.length !== 1 || weight!.shape[0] !== x!.shape.at(-1))
      refuse(`weight ${formatShape(weight!.shape)} does not fit x ${formatShape(x!.shape)}`)
    return [{ dtype: x!.dtype, shape: x!.shape }]
  }
}

/**
 * LayerNorm (arXiv 1607.06450): (x − mean(x)) / √(var(x) + ε) · w + b over the last axis;
 * x [..., H], w [H], b [H] -> [..., H].
 */
const layerNorm: OpDefinition<{ epsilon: number }> = {
  kind: 'composite',
  infer: (inputs) => {
    const [x, weight, bias] = take(inputs, 3)
    requireFloat(x!, weight!, bias!)
    for (const { shape } of [weight!, bias!])
      if (shape.length !== 1 || shape[0] !== x!.shape.at(-1))
        refuse(`${formatShape(shape)} does not fit x ${formatShape(x!.shape)}`)
    return [{ dtype: x!.dtype, shape: x!.shape }]
  }
}

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
  }
}

/** [S] -> [S], element by element. */
const activation: OpDefinition<None> = {
  kind: 'composite',
  infer: (inputs) => {
    const [x] = take(inputs, 1)
    requireFloat(x!)
    return [{ dtype: x!.dtype, shape: x!.shape }]
  }
}

/** SiLU (swish): x · σ(x). */
const silu = activation

/** GELU (arXiv 1606.08415): x · Φ(x) = x/2 · (1 + erf(x/√2)). */
const gelu = activation

/** GELU's tanh form: x/2 · (1 + tanh(√(2/π) · (x + 0.044715 x³))). */
const geluTanh = activation

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
  }
}

/** Log-probability of one class a row: logits [R, V], targets [R, 1] i64 -> [R, 1], in nats. */
const tokenLogProbability: OpDefinition<None> = {
  kind: 'composite',
  infer: (inputs) => {
    const [logits, targets] = take(inputs, 2)
    requireFloat(logits!)
    if (targets!.dtype !== 'i64') refuse(`targets are ${targets!.dtype}, not i64`)
    if (logits!.shape.length !== 2 || !sameShape(targets!.shape, [logits!.shape[0]!, 1]))
      refuse(
        `targets ${formatShape(targets!.shape)} do not fit logits ${formatShape(logits!.shape)}`
      )
    return [{ dtype: logits!.dtype, shape: targets!.shape }]
  }
}

export const compositeOps = {
  linear,
  linearInOut,
  embedding,
  dequantizeBlocks,
  rmsNorm,
  layerNorm,
  rope,
  silu,
  gelu,
  geluTanh,
  cachedAttention,
  tokenLogProbability
}
