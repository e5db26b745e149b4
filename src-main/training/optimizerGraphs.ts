// The work of an optimizer as graphs, for devices that keep parameters and gradients in memory of their
// own: gradients of the parts of a step added up, their norm, AdamW's update.
import type { TensorRequirement } from '../models/architecture'
import { Graph, type Value } from '../tensor/graph'
import { arithmetic } from '../tensor/ops/arithmetic'
import type { AdamW } from './adamW'
import { decays } from './optimizer'

/** What a device keeps of a parameter between two steps. */
export const keptParts = ['values', 'first', 'second'] as const
export type KeptPart = (typeof keptParts)[number]

export function inputName(part: KeptPart | 'gradient' | 'more', parameter: string): string {
  return `${part}:${parameter}`
}

export function outputName(part: KeptPart | 'gradient', parameter: string): string {
  return `next.${part}:${parameter}`
}

/** Inputs gradient:NAME and more:NAME; outputs next.gradient:NAME, their sum. */
export function sumGraph(parameters: readonly TensorRequirement[]): Graph {
  const graph = new Graph()
  const { add } = arithmetic(graph)
  for (const { name, shape } of parameters) {
    const before = graph.input(inputName('gradient', name), 'f32', shape)
    const more = graph.input(inputName('more', name), 'f32', shape)
    graph.output(outputName('gradient', name), add(before, more))
  }
  return graph
}

/** Inputs gradient:NAME; output norm [1] = √Σ g² over all of them. */
export function normGraph(parameters: readonly TensorRequirement[]): Graph {
  const graph = new Graph()
  const { add, multiply, reshape, sqrt, sum } = arithmetic(graph)
  const squares = parameters.map(({ name, shape }): Value => {
    const gradient = graph.input(inputName('gradient', name), 'f32', shape)
    // Axis by axis: a sum over few numbers at a time loses less.
    let total = multiply(gradient, gradient)
    for (const axis of [...shape.keys()].reverse()) total = sum(total, axis)
    return reshape(total, [1])
  })
  graph.output('norm', sqrt(squares.reduce(add)))
  return graph
}

/** Numbers of one update, [1] each. */
interface UpdateFactors {
  readonly share: number
  readonly size: number // η / (1 − β₁ᵗ)
  readonly correction: number // 1 / √(1 − β₂ᵗ)
  readonly kept: number // 1 − ηλ, of parameters that decay
}
export const factorNames = ['share', 'size', 'correction', 'kept'] as const

export function updateFactors(
  { beta1, beta2, weightDecay }: AdamW,
  { share, learningRate, count }: { share: number; learningRate: number; count: number }
): UpdateFactors {
  return {
    share,
    size: learningRate / (1 - beta1 ** count),
    correction: 1 / Math.sqrt(1 - beta2 ** count),
    kept: 1 - learningRate * weightDecay
  }
}

/**
 * AdamW as adamW.ts has it. Inputs: the factors; values:NAME, first:NAME, second:NAME, gradient:NAME.
 * Outputs next.values:NAME, next.first:NAME, next.second:NAME, in tensors of their own.
 */
export function updateGraph(
  parameters: readonly TensorRequirement[],
  { beta1, beta2, epsilon }: AdamW
): Graph {
  const graph = new Graph()
  const { add, divide, multiply, scale, shift, sqrt, subtract } = arithmetic(graph)
  const [share, size, correction, kept] = factorNames.map((name) => graph.input(name, 'f32', [1]))
  for (const parameter of parameters) {
    const { name, shape } = parameter
    const input = (part: KeptPart | 'gradient'): Value =>
      graph.input(inputName(part, name), 'f32', shape)
    const g = multiply(input('gradient'), share!)
    const mean = add(scale(input('first'), beta1), scale(g, 1 - beta1))
    const square = add(scale(input('second'), beta2), multiply(scale(g, 1 - beta2), g))
    const deviation = shift(multiply(sqrt(square), correction!), epsilon)
    const values = input('values')
    const next = subtract(
      decays(parameter) ? multiply(values, kept!) : values,
      divide(multiply(mean, size!), deviation)
    )
    for (const [part, value] of [
      ['values', next],
      ['first', mean],
      ['second', square]
    ] as const)
      graph.output(outputName(part, name), value)
  }
  return graph
}
