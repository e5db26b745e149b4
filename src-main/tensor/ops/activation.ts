// Activations, and the log-probability of a class. g stands for dLoss/dOutput, y for the output.
import { formatShape, sameShape } from '../shape'
import type { Graph, Value } from '../graph'
import { arithmetic, type Arithmetic } from './arithmetic'
import { refuse, requireFloat, take, type OpDefinition } from './definition'

type None = Record<never, never>

type Slope = (write: Arithmetic, x: Value, y: () => Value, graph: Graph) => Value

/** [S] -> [S], element by element. dx = g·f′(x) */
function activation(slope: Slope): OpDefinition<None> {
  return {
    kind: 'composite',
    infer: (inputs) => {
      const [x] = take(inputs, 1)
      requireFloat(x!)
      return [{ dtype: x!.dtype, shape: x!.shape }]
    },
    gradient: ({ graph, gradients: [g], input, output }) => [
      () => {
        const write = arithmetic(graph)
        return write.multiply(g!, slope(write, input(0), output, graph))
      }
    ]
  }
}

/** SiLU (swish): x · σ(x); f′ = σ + y·(1 − σ). */
const silu = activation(({ sigmoid, add, subtract, multiply }, x, y) => {
  const gate = sigmoid(x)
  return add(gate, subtract(y(), multiply(y(), gate)))
})

/** GELU (arXiv 1606.08415): x · Φ(x) = x/2 · (1 + erf(x/√2)); f′ = Φ(x) + x·φ(x). */
const gelu = activation((write, x, _y, graph) => {
  const { add, multiply, scale, shift, exp } = write
  const [error] = graph.add('erf', [scale(x, Math.SQRT1_2)], {})
  const below = scale(shift(error!, 1), 0.5)
  const density = scale(exp(scale(multiply(x, x), -0.5)), 1 / Math.sqrt(2 * Math.PI))
  return add(below, multiply(x, density))
})

/**
 * GELU's tanh form: x/2 · (1 + tanh(√(2/π) · (x + 0.044715 x³))) = x·σ(u), u = 2√(2/π)·(x + 0.044715 x³);
 * f′ = σ + x·σ·(1 − σ)·u′.
 */
const geluTanh = activation((write, x) => {
  const { add, subtract, multiply, scale, shift, sigmoid } = write
  const slope = 2 * Math.sqrt(2 / Math.PI)
  const square = multiply(x, x)
  const gate = sigmoid(multiply(x, shift(scale(square, slope * 0.044715), slope)))
  const inner = multiply(x, shift(scale(square, 3 * slope * 0.044715), slope))
  return add(gate, multiply(inner, subtract(gate, multiply(gate, gate))))
})

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
  },
  // dLogits = g·(onehot(t) − softmax(z))
  gradient: ({ graph, gradients: [g], input }) => {
    const { multiply, negate, softmax } = arithmetic(graph)
    return [
      () => {
        const spread = multiply(softmax(input(0), -1), negate(g!))
        return graph.add('scatterElementsAdd', [spread, input(1), g!], { axis: -1 })[0]!
      },
      null
    ]
  }
}

export const activationOps = { silu, gelu, geluTanh, tokenLogProbability }
