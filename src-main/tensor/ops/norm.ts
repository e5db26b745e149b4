// Normalisation over the last axis. g stands for dLoss/dOutput.
import type { Value } from '../graph'
import { formatShape } from '../shape'
import { arithmetic } from './arithmetic'
import { refuse, requireFloat, take, type OpDefinition } from './definition'

/** RMSNorm (arXiv 1910.07467): x / √(mean(x²) + ε) · w over the last axis; x [..., H], w [H] -> [..., H]. */
const rmsNorm: OpDefinition<{ epsilon: number }> = {
  kind: 'composite',
  infer: (inputs) => {
    const [x, weight] = take(inputs, 2)
    requireFloat(x!, weight!)
    if (weight!.shape.length !== 1 || weight!.shape[0] !== x!.shape.at(-1))
      refuse(`weight ${formatShape(weight!.shape)} does not fit x ${formatShape(x!.shape)}`)
    return [{ dtype: x!.dtype, shape: x!.shape }]
  },
  // With r = 1/√(mean(x²) + ε), n = x·r: dx = r·(g·w − n·mean(g·w·n)), dw = Σ g·n. r is computed
  // again: the fused operators' own second output is wrong on some providers.
  gradient: ({ graph, gradients: [g], input, inputTypes: [, weight], attributes: { epsilon } }) => {
    const write = arithmetic(graph)
    const { multiply, subtract, mean, divide } = write
    const root = (): Value => {
      const x = input(0)
      return write.sqrt(write.shift(mean(multiply(x, x), -1), epsilon))
    }
    return [
      () => {
        const r = root()
        const n = divide(input(0), r)
        const gw = multiply(g!, input(1))
        return divide(subtract(gw, multiply(n, mean(multiply(gw, n), -1))), r)
      },
      () => write.sumTo(multiply(g!, divide(input(0), root())), weight!.shape)
    ]
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
  },
  // With n = (x − mean(x))·r, r = 1/√(var(x) + ε): dx = r·(g·w − mean(g·w) − n·mean(g·w·n)),
  // dw = Σ g·n, db = Σ g
  gradient: ({ graph, gradients: [g], input, inputTypes, attributes: { epsilon } }) => {
    const write = arithmetic(graph)
    const { multiply, subtract, mean, divide } = write
    const normalized = (): { n: Value; root: Value } => {
      const centred = subtract(input(0), mean(input(0), -1))
      const variance = mean(multiply(centred, centred), -1)
      const root = write.sqrt(write.shift(variance, epsilon))
      return { n: divide(centred, root), root }
    }
    return [
      () => {
        const { n, root } = normalized()
        const gw = multiply(g!, input(1))
        const centred = subtract(gw, mean(gw, -1))
        return divide(subtract(centred, multiply(n, mean(multiply(gw, n), -1))), root)
      },
      () => write.sumTo(multiply(g!, normalized().n), inputTypes[1]!.shape),
      () => write.sumTo(g!, inputTypes[2]!.shape)
    ]
  }
}

export const normOps = { rmsNorm, layerNorm }
