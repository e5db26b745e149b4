// Matrix products and sums over axes. g stands for dLoss/dOutput, y for the output.
import { broadcastShapes, formatShape, normalizeAxis } from '../shape'
import { arithmetic, fixed } from './arithmetic'
import {
  refuse,
  requireFloat,
  take,
  type GradientStep,
  type GradientRule,
  type OpDefinition
} from './definition'
import type { Value } from '../graph'

/** [..., M, K] × [..., K, N] -> [..., M, N]; batch axes broadcast. */
const matmul: OpDefinition<Record<never, never>> = {
  kind: 'primitive',
  infer: (inputs) => {
    const [a, b] = take(inputs, 2)
    requireFloat(a!, b!)
    const [rows, inner] = a!.shape.slice(-2)
    const [innerB, columns] = b!.shape.slice(-2)
    const batch = broadcastShapes(a!.shape.slice(0, -2), b!.shape.slice(0, -2))
    if (
      a!.shape.length < 2 ||
      b!.shape.length < 2 ||
      inner !== innerB ||
      !batch ||
      a!.dtype !== b!.dtype
    )
      refuse(`${formatShape(a!.shape)} × ${formatShape(b!.shape)}`)
    return [{ dtype: a!.dtype, shape: [...batch, rows!, columns!] }]
  },
  onnx: () => ({ op: 'MatMul' }),
  // da = g·bᵀ, db = aᵀ·g
  gradient: ({ graph, gradients: [g], input, inputTypes }) => {
    const { product, sumTo } = arithmetic(graph)
    return [
      () => sumTo(product(g!, input(1), { transposeRight: true }), inputTypes[0]!.shape),
      () => sumTo(product(input(0), g!, { transposeLeft: true }), inputTypes[1]!.shape)
    ]
  }
}

type Reduced = GradientStep<{ axis: number }>

/** Reduces one axis to size 1 (kept). [.., N, ..] -> [.., 1, ..] */
function reduction(
  onnxName: string,
  gradient: (step: Reduced, g: Value) => Value
): OpDefinition<{ axis: number }> {
  const rule: GradientRule<{ axis: number }> = (step) => [() => gradient(step, step.gradients[0]!)]
  return {
    kind: 'primitive',
    infer: (inputs, { axis }) => {
      const [x] = take(inputs, 1)
      requireFloat(x!)
      const place = normalizeAxis(axis, x!.shape.length)
      return [{ dtype: x!.dtype, shape: x!.shape.map((dim, i) => (i === place ? 1 : dim)) }]
    },
    onnx: ({ axis }) => ({ op: onnxName, attributes: { keepdims: 1 }, indexInputs: [[axis]] }),
    gradient: rule
  }
}

export const reductionOps = {
  matmul,
  // g / N, repeated
  reduceMean: reduction('ReduceMean', ({ graph, inputTypes: [x], attributes: { axis } }, g) => {
    const { expand, scale } = arithmetic(graph)
    return expand(scale(g, 1 / fixed(x!.shape.at(axis))), x!.shape)
  }),
  // g, repeated
  reduceSum: reduction('ReduceSum', ({ graph, inputTypes: [x] }, g) =>
    arithmetic(graph).expand(g, x!.shape)
  ),
  // g · softmax(x)
  reduceLogSumExp: reduction('ReduceLogSumExp', ({ graph, input, attributes: { axis } }, g) => {
    const { multiply, softmax } = arithmetic(graph)
    return multiply(softmax(input(0), axis), g)
  })
}
