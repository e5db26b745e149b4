// Operations that work element by element, with NumPy broadcasting where there are two inputs.
import { broadcastShapes, formatShape, normalizeAxis } from '../shape'
import { isFloat, dtypes, type Dtype } from '../dtype'
import { refuse, requireFloat, take, type OpDefinition } from './definition'

type None = Record<never, never>

/** c = a ∘ b, [A] and [B] broadcast -> [C]; equal dtypes. */
function binary(onnxName: string): OpDefinition<None> {
  return {
    kind: 'primitive',
    infer: (inputs) => {
      const [a, b] = take(inputs, 2)
      if (a!.dtype !== b!.dtype) refuse(`dtypes ${a!.dtype} and ${b!.dtype} differ`)
      const shape = broadcastShapes(a!.shape, b!.shape)
      if (!shape) refuse(`${formatShape(a!.shape)} and ${formatShape(b!.shape)} do not broadcast`)
      return [{ dtype: a!.dtype, shape }]
    },
    onnx: () => ({ op: onnxName })
  }
}

/** y = f(x), [S] -> [S]; floats. */
function unary(onnxName: string): OpDefinition<None> {
  return {
    kind: 'primitive',
    infer: (inputs) => {
      const [x] = take(inputs, 1)
      requireFloat(x!)
      return [{ dtype: x!.dtype, shape: x!.shape }]
    },
    onnx: () => ({ op: onnxName })
  }
}

/** Converts the element type; the shape stays. */
const cast: OpDefinition<{ to: Dtype }> = {
  kind: 'primitive',
  infer: (inputs, { to }) => {
    const [x] = take(inputs, 1)
    return [{ dtype: to, shape: x!.shape }]
  },
  onnx: ({ to }) => ({ op: 'Cast', attributes: { to: dtypes[to].onnxCode } })
}

/** softmax over one axis: e^x / Σ e^x; [S] -> [S]. */
const softmax: OpDefinition<{ axis: number }> = {
  kind: 'primitive',
  infer: (inputs, { axis }) => {
    const [x] = take(inputs, 1)
    if (!isFloat(x!.dtype)) refuse(`needs floats, got ${x!.dtype}`)
    normalizeAxis(axis, x!.shape.length)
    return [{ dtype: x!.dtype, shape: x!.shape }]
  },
  onnx: ({ axis }) => ({ op: 'Softmax', attributes: { axis } })
}

export const elementwiseOps = {
  add: binary('Add'),
  subtract: binary('Sub'),
  multiply: binary('Mul'),
  divide: binary('Div'),
  negate: unary('Neg'),
  floor: unary('Floor'),
  sqrt: unary('Sqrt'),
  sigmoid: unary('Sigmoid'),
  tanh: unary('Tanh'),
  erf: unary('Erf'),
  relu: unary('Relu'),
  cast,
  softmax
}
