// Reverse-mode differentiation of a graph: writes the gradients of one number behind the nodes that
// computed it, by the rules of ops/.
import { GraphError, type Graph, type Node, type Value } from './graph'
import { arithmetic } from './ops/arithmetic'
import type { OpDefinition } from './ops/definition'
import { ops } from './ops/registry'
import { formatShape } from './shape'

export interface GradientOptions {
  /**
   * Gradient checkpointing (arXiv 1604.06174): values inside the graph's segments are computed again
   * on the way back, from what entered the segment, so that they need not be kept.
   */
  readonly recompute?: boolean
}

/**
 * dLoss/dValue for each of `values`, in its shape. The loss is one number (any shape of one element).
 * Throws GraphError when a node on the way has no gradient, and when the loss does not depend on one
 * of the values.
 */
export function gradientsOf(
  graph: Graph,
  loss: Value,
  values: readonly Value[],
  { recompute = false }: GradientOptions = {}
): Value[] {
  if (loss.shape.some((dim) => dim !== 1))
    throw new GraphError(`the loss ${formatShape(loss.shape)} is not one number`)
  const nodes = [...graph.nodes]
  const depends = dependents(nodes, values)
  if (!depends.has(loss)) throw new GraphError('the loss depends on none of the values')
  const backward = new Backward(graph, depends)
  backward.give(loss, graph.constant('f32', loss.shape as number[], [1]))
  const segmentEnds = new Map(recompute ? graph.segments.map((it) => [it.end, it]) : [])
  let place = nodes.length
  while (place > 0) {
    const segment = segmentEnds.get(place)
    const start = segment ? segment.start : place - 1
    const part = nodes.slice(start, place)
    const source = segment ? new Recomputed(graph, part, depends, backward) : asWritten
    for (const node of part.toReversed()) backward.visit(node, source)
    place = start
  }
  return values.map((value) => {
    const gradient = backward.take(value)
    if (!gradient) throw new GraphError(`the loss does not depend on ${value.name}`)
    return gradient
  })
}

/** Every value that is computed from one of `values`, and these. */
function dependents(nodes: readonly Node[], values: readonly Value[]): ReadonlySet<Value> {
  const found = new Set(values)
  for (const { inputs, outputs } of nodes)
    if (inputs.some((input) => found.has(input))) for (const output of outputs) found.add(output)
  return found
}

/** Where a rule finds what its node read and wrote. */
interface ValueSource {
  of(value: Value): Value
}
const asWritten: ValueSource = { of: (value) => value }

class Backward {
  readonly #graph: Graph
  readonly #depends: ReadonlySet<Value>
  readonly #parts = new Map<Value, Value[]>()

  constructor(graph: Graph, depends: ReadonlySet<Value>) {
    this.#graph = graph
    this.#depends = depends
  }

  give(value: Value, gradient: Value): void {
    const parts = this.#parts.get(value)
    if (parts) parts.push(gradient)
    else this.#parts.set(value, [gradient])
  }

  /** The sum of what was given, in the order it was given. */
  take(value: Value): Value | null {
    const parts = this.#parts.get(value)
    if (!parts) return null
    const { add } = arithmetic(this.#graph)
    const sum = parts.reduce((left, right) => add(left, right))
    this.#parts.set(value, [sum])
    return sum
  }

  visit(node: Node, source: ValueSource): void {
    const given = node.outputs.map((output) => this.take(output))
    if (given.every((gradient) => gradient === null)) return
    if (!node.inputs.some((input) => this.#depends.has(input))) return
    const { gradient: rule } = ops[node.op] as OpDefinition<unknown>
    if (typeof rule !== 'function') throw new GraphError(`${node.op} has no gradient: ${rule.none}`)
    const { zeros } = arithmetic(this.#graph)
    const gradients = rule({
      graph: this.#graph,
      attributes: node.attributes,
      inputTypes: node.inputs,
      outputTypes: node.outputs,
      input: (index) => source.of(node.inputs[index]!),
      output: () => source.of(node.outputs[0]!),
      gradients: node.outputs.map((output, index) => given[index] ?? zeros(output.shape))
    })
    for (const [index, input] of node.inputs.entries()) {
      if (!this.#depends.has(input)) continue
      const write = gradients[index]
      if (!write) throw new GraphError(`${node.op} gives its input ${index} no gradient`)
      this.give(input, write())
    }
  }
}

/**
 * The values of a segment, written a second time as they are asked for. The runtime would merge
 * equal nodes and so keep the first values alive: what enters the segment is therefore made to
 * depend on a gradient, by adding 0 · (one of its elements).
 */
class Recomputed implements ValueSource {
  readonly #graph: Graph
  readonly #writers = new Map<Value, Node>()
  readonly #known = new Map<Value, Value>()
  readonly #depends: ReadonlySet<Value>
  readonly #nothing: Value | null // 0, known only once the gradient is

  constructor(
    graph: Graph,
    nodes: readonly Node[],
    depends: ReadonlySet<Value>,
    backward: Backward
  ) {
    this.#graph = graph
    this.#depends = depends
    for (const node of nodes) for (const output of node.outputs) this.#writers.set(output, node)
    const entering = [...this.#writers.keys()].reverse().find((value) => backward.take(value))
    this.#nothing = entering ? this.#zeroFrom(backward.take(entering)!) : null
  }

  of(value: Value): Value {
    const known = this.#known.get(value)
    if (known) return known
    const writer = this.#writers.get(value)
    if (!writer) {
      const anchored = this.#anchored(value)
      this.#known.set(value, anchored)
      return anchored
    }
    const inputs = writer.inputs.map((input) => this.of(input))
    const outputs = this.#graph.add(writer.op, inputs, writer.attributes)
    for (const [index, output] of writer.outputs.entries()) this.#known.set(output, outputs[index]!)
    return this.#known.get(value)!
  }

  /** Weights and what else was given from outside stay as they are; computed activations get + 0. */
  #anchored(value: Value): Value {
    const given = this.#graph.inputs.includes(value)
    const isActivation = value.dtype === 'f32' && !given && this.#depends.has(value)
    if (!isActivation || !this.#nothing) return value
    return arithmetic(this.#graph).add(value, this.#nothing)
  }

  #zeroFrom(gradient: Value): Value {
    let element = gradient
    for (const axis of gradient.shape.keys())
      [element] = this.#graph.add('slice', [element], { axis, start: 0, end: 1 }) as [Value]
    const { reshape, scale } = arithmetic(this.#graph)
    return scale(reshape(element, []), 0)
  }
}
