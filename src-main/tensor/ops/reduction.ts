// Matrix products and sums over axes.
import { broadcastShapes, formatShape, normalizeAxis } from '../shape'
import { refuse, requireFloat, take, type OpDefinition } from './definition'

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
  onnx: () => ({ op: 'MatMul' })
}

/** Reduces one axis to size 1 (kept). [.., N, ..] -> [.., 1, ..] */
function reduction(onnxName: string): OpDefinition<{ axis: number }> {
  return {
    kind: 'primitive',
    infer: (inputs, { axis }) => {
      const [x] = take(inputs, 1)
      requireFloat(x!)
      const place = normalizeAxis(axis, x!.shape.length)
      return [{ dtype: x!.dtype, shape: x!.shape.map((dim, i) => (i === place ? 1 : dim)) }]
    },
    onnx: ({ axis }) => ({ op: onnxName, attributes: { keepdims: 1 }, indexInputs: [[axis]] })
  }
}

export const reductionOps = {
  matmul,
  reduceMean: reduction('ReduceMean'),
  reduceSum: reduction('ReduceSum'),
  reduceLogSumExp: reduction('ReduceLogSumExp')
}
