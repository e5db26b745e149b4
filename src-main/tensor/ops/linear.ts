// Products with weights, tables of rows, and the products their gradients are made of.
// g stands for dLoss/dOutput.
import type { Graph, TensorType, Value } from '../graph'
import { broadcastShapes, elementCount, formatShape } from '../shape'
import { arithmetic, fixed } from './arithmetic'
import { refuse, requireFloat, take, type OpDefinition } from './definition'

type None = Record<never, never>

/** The value as f32; half-precision weights are widened by the graph, never in JavaScript. */
export function widen(graph: Graph, value: Value): Value {
  return value.dtype === 'f32' ? value : graph.add('cast', [value], { to: 'f32' })[0]!
}

/** A gradient in the precision of its weight. */
function narrow(graph: Graph, gradient: Value, { dtype }: TensorType): Value {
  return dtype === gradient.dtype ? gradient : graph.add('cast', [gradient], { to: dtype })[0]!
}

/** y = x·Wᵀ; x [..., I], W [O, I] (as checkpoints store it; f32, f16 or bf16) -> [..., O] f32. */
const linear: OpDefinition<None> = {
  kind: 'composite',
  infer: (inputs) => {
    const [x, weight] = take(inputs, 2)
    requireFloat(x!)
    if (weight!.shape.length !== 2 || weight!.shape[1] !== x!.shape.at(-1))
      refuse(`weight ${formatShape(weight!.shape)} does not fit x ${formatShape(x!.shape)}`)
    return [{ dtype: x!.dtype, shape: [...x!.shape.slice(0, -1), weight!.shape[0]!] }]
  },
  // dx = g·W, dW = gᵀ·x over all rows
  gradient: ({ graph, gradients: [g], input, inputTypes: [, weight] }) => {
    const { product, asRows } = arithmetic(graph)
    return [
      () => product(g!, widen(graph, input(1))),
      () => narrow(graph, product(asRows(g!), asRows(input(0)), { transposeLeft: true }), weight!)
    ]
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
  },
  // dx = g·Wᵀ, dW = xᵀ·g over all rows
  gradient: ({ graph, gradients: [g], input, inputTypes: [, weight] }) => {
    const { product, asRows } = arithmetic(graph)
    return [
      () => product(g!, widen(graph, input(1)), { transposeRight: true }),
      () => narrow(graph, product(asRows(input(0)), asRows(g!), { transposeLeft: true }), weight!)
    ]
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
  },
  // dTable[v] = Σ of the rows of g whose id is v
  gradient: ({ graph, gradients: [g], input, inputTypes: [table] }) => {
    const { asRows } = arithmetic(graph)
    return [
      () => {
        const rows = fixed(table!.shape[0])
        const [summed] = graph.add('embeddingGradient', [asRows(g!), input(1)], { rows })
        return narrow(graph, summed!, table!)
      },
      null
    ]
  }
}

/**
 * Matrix product with either side turned: scale · op(a) · op(b), op(x) = x or xᵀ;
 * [..., M, K] × [..., K, N] -> [..., M, N] after turning; batch axes broadcast.
 */
const product: OpDefinition<{
  transposeLeft: boolean
  transposeRight: boolean
  scale: number
}> = {
  kind: 'composite',
  infer: (inputs, { transposeLeft, transposeRight }) => {
    const [a, b] = take(inputs, 2)
    requireFloat(a!, b!)
    if (a!.shape.length < 2 || b!.shape.length < 2) refuse('both sides need two axes at least')
    const [left, right] = [a!.shape.slice(-2), b!.shape.slice(-2)]
    if (transposeLeft) left.reverse()
    if (transposeRight) right.reverse()
    const batch = broadcastShapes(a!.shape.slice(0, -2), b!.shape.slice(0, -2))
    if (left[1] !== right[0] || !batch || a!.dtype !== b!.dtype)
      refuse(`${formatShape(left)} × ${formatShape(right)}`)
    return [{ dtype: a!.dtype, shape: [...batch, left[0]!, right[1]!] }]
  },
  // y = s·a·b: da = s·g·bᵀ, db = s·aᵀ·g; where a side was turned, its gradient is turned too.
  gradient: ({ graph, gradients: [g], input, inputTypes, attributes }) => {
    const { product: times, sumTo } = arithmetic(graph)
    const { transposeLeft, transposeRight, scale } = attributes
    const shapes = inputTypes.map(({ shape }) => shape)
    return [
      () => {
        const da = transposeLeft
          ? times(input(1), g!, { transposeLeft: transposeRight, transposeRight: true, scale })
          : times(g!, input(1), { transposeRight: !transposeRight, scale })
        return sumTo(da, shapes[0]!)
      },
      () => {
        const db = transposeRight
          ? times(g!, input(0), { transposeLeft: true, transposeRight: transposeLeft, scale })
          : times(input(0), g!, { transposeLeft: !transposeLeft, scale })
        return sumTo(db, shapes[1]!)
      }
    ]
  }
}

/** Rows summed by id into a table of zeros: g [R, H], ids i64, R of them in any shape -> [rows, H]. */
const embeddingGradient: OpDefinition<{ rows: number }> = {
  kind: 'composite',
  infer: (inputs, { rows }) => {
    const [g, ids] = take(inputs, 2)
    if (ids!.dtype !== 'i64') refuse(`ids are ${ids!.dtype}, not i64`)
    if (g!.shape.length !== 2 || elementCount(ids!.shape) !== g!.shape[0])
      refuse(`ids ${formatShape(ids!.shape)} do not fit ${formatShape(g!.shape)}`)
    return [{ dtype: g!.dtype, shape: [rows, g!.shape[1]!] }]
  },
  gradient: { none: 'it stands in gradients alone; second derivatives are not needed' }
}

export const linearOps = { linear, linearInOut, embedding, product, embeddingGradient }
