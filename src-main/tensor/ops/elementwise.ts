// Operations that work element by element, with NumPy broadcasting where there are two inputs.
// g stands for dLoss/dOutput, x, a, b for inputs, y for the output.
import { broadcastShapes, formatShape, normalizeAxis, sameShape } from '../shape'
import { isFloat, dtypes, type Dtype } from '../dtype'
import type { TensorType, Value } from '../graph'
import { arithmetic, type Arithmetic } from './arithmetic'
import { refuse, requireFloat, take, type GradientRule, type OpDefinition } from './definition'

type None = Record<never, never>

/** Both inputs' gradients before they are summed back to the inputs' shapes. */
type BinaryGradient = (
  write: Arithmetic,
  g: Value,
  step: { a: () => Value; b: () => Value; y: () => Value }
) => [() => Value, () => Value]

/** The shape of two inputs together; equal dtypes. */
function together(inputs: readonly TensorType[]): TensorType {
  const [a, b] = take(inputs, 2)
  if (a!.dtype !== b!.dtype) refuse(`dtypes ${a!.dtype} and ${b!.dtype} differ`)
  const shape = broadcastShapes(a!.shape, b!.shape)
  if (!shape) refuse(`${formatShape(a!.shape)} and ${formatShape(b!.shape)} do not broadcast`)
  return { dtype: a!.dtype, shape }
}

/** c = a ∘ b, [A] and [B] broadcast -> [C]; equal dtypes. */
function binary(onnxName: string, gradient: BinaryGradient): OpDefinition<None> {
  return {
    kind: 'primitive',
    infer: (inputs) => [together(inputs)],
    onnx: () => ({ op: onnxName }),
    gradient: ({ graph, gradients: [g], inputTypes, input, output }) => {
      const write = arithmetic(graph)
      const values = { a: () => input(0), b: () => input(1), y: output }
      return gradient(write, g!, values).map(
        (of, index) => () => write.sumTo(of(), inputTypes[index]!.shape)
      )
    }
  }
}

/** dx from g, x and y. */
type UnaryGradient = (
  write: Arithmetic,
  g: Value,
  step: { x: () => Value; y: () => Value; graph: Parameters<typeof arithmetic>[0] }
) => Value

/** y = f(x), [S] -> [S]; floats. */
function unary(
  onnxName: string,
  gradient: UnaryGradient | { readonly none: string }
): OpDefinition<None> {
  return {
    kind: 'primitive',
    infer: (inputs) => {
      const [x] = take(inputs, 1)
      requireFloat(x!)
      return [{ dtype: x!.dtype, shape: x!.shape }]
    },
    onnx: () => ({ op: onnxName }),
    gradient:
      typeof gradient !== 'function'
        ? gradient
        : ({ graph, gradients: [g], input, output }) => [
            () => gradient(arithmetic(graph), g!, { graph, x: () => input(0), y: output })
          ]
  }
}

/** Converts the element type; the shape stays. dx = g, converted back. */
const cast: OpDefinition<{ to: Dtype }> = {
  kind: 'primitive',
  infer: (inputs, { to }) => {
    const [x] = take(inputs, 1)
    return [{ dtype: to, shape: x!.shape }]
  },
  onnx: ({ to }) => ({ op: 'Cast', attributes: { to: dtypes[to].onnxCode } }),
  gradient: ({ graph, gradients: [g], inputTypes: [x] }) => [
    isFloat(x!.dtype) ? () => graph.add('cast', [g!], { to: x!.dtype })[0]! : null
  ]
}

// y ⊙ (g − Σ g ⊙ y), summed over the axis
const softmaxGradient: GradientRule<{ axis: number }> = (step) => {
  const { multiply, subtract, sum } = arithmetic(step.graph)
  const g = step.gradients[0]!
  return [
    () => {
      const y = step.output()
      return multiply(y, subtract(g, sum(multiply(g, y), step.attributes.axis)))
    }
  ]
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
  onnx: ({ axis }) => ({ op: 'Softmax', attributes: { axis } }),
  gradient: softmaxGradient
}

/** a > b, broadcast -> bool */
const greater: OpDefinition<None> = {
  kind: 'primitive',
  infer: (inputs) => [{ ...together(inputs), dtype: 'bool' }],
  onnx: () => ({ op: 'Greater' }),
  gradient: { none: 'a yes or no changes in steps' }
}

/** a where the condition holds, else b; condition bool and a, b [S] alike. da = g where it holds, db elsewhere. */
const where: OpDefinition<None> = {
  kind: 'primitive',
  infer: (inputs) => {
    const [condition, a, b] = take(inputs, 3)
    if (condition!.dtype !== 'bool') refuse(`the condition is ${condition!.dtype}, not bool`)
    if (a!.dtype !== b!.dtype) refuse(`dtypes ${a!.dtype} and ${b!.dtype} differ`)
    if (!sameShape(a!.shape, b!.shape) || !sameShape(a!.shape, condition!.shape))
      refuse(
        `${formatShape(condition!.shape)}, ${formatShape(a!.shape)}, ${formatShape(b!.shape)} differ`
      )
    return [{ dtype: a!.dtype, shape: a!.shape }]
  },
  onnx: () => ({ op: 'Where' }),
  gradient: ({ graph, gradients: [g], input }) => {
    const none = (): Value => arithmetic(graph).zeros(g!.shape)
    return [
      null,
      () => graph.add('where', [input(0), g!, none()], {})[0]!,
      () => graph.add('where', [input(0), none(), g!], {})[0]!
    ]
  }
}

export const elementwiseOps = {
  // da = g, db = g
  add: binary('Add', (_, g) => [() => g, () => g]),
  // da = g, db = −g
  subtract: binary('Sub', ({ negate }, g) => [() => g, () => negate(g)]),
  // da = g·b, db = g·a
  multiply: binary('Mul', ({ multiply }, g, { a, b }) => [
    () => multiply(g, b()),
    () => multiply(g, a())
  ]),
  // da = g/b, db = −g·y/b
  divide: binary('Div', ({ divide, multiply, negate }, g, { b, y }) => [
    () => divide(g, b()),
    () => negate(divide(multiply(g, y()), b()))
  ]),
  // −g
  negate: unary('Neg', ({ negate }, g) => negate(g)),
  floor: unary('Floor', { none: 'it changes in steps' }),
  // g / 2y
  sqrt: unary('Sqrt', ({ divide, scale }, g, { y }) => divide(scale(g, 0.5), y())),
  // g·y
  exp: unary('Exp', ({ multiply }, g, { y }) => multiply(g, y())),
  // g / x
  log: unary('Log', ({ divide }, g, { x }) => divide(g, x())),
  // g·y·(1 − y)
  sigmoid: unary('Sigmoid', ({ multiply, subtract }, g, { y }) =>
    multiply(g, subtract(y(), multiply(y(), y())))
  ),
  // g·(1 − y²)
  tanh: unary('Tanh', ({ multiply, subtract }, g, { y }) =>
    subtract(g, multiply(g, multiply(y(), y())))
  ),
  // g · 2/√π · e^(−x²)
  erf: unary('Erf', ({ multiply, negate, exp, scale }, g, { x }) =>
    multiply(g, scale(exp(negate(multiply(x(), x()))), 2 / Math.sqrt(Math.PI)))
  ),
  // g where x > 0
  relu: unary('Relu', ({ zeros }, g, { y, graph }) => {
    const nothing = zeros(g.shape)
    const [open] = graph.add('greater', [y(), nothing], {})
    return graph.add('where', [open!, g, nothing], {})[0]!
  }),
  cast,
  softmax,
  greater,
  where
}
