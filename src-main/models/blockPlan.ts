// Which tensors of a model may be kept as blocks: the matrices that only products and the word
// embedding read. Norms, biases and learned positions stay as they are: they are small, and every
// token passes through them.
import { blockShapes, type BlockLayout } from '../tensor/ops/blocks'
import type { Graph, Value } from '../tensor/graph'
import type { AnyDefinition, TensorRequirement } from './architecture'
import { inferenceGraph } from './inferenceGraph'

/** Without the number of bits, which is chosen when the model is opened. */
export interface BlockMatrix extends Omit<BlockLayout, 'bits'> {
  readonly outputs: number // O
}

/** A matrix's name and how it is read. */
export type BlockPlan = ReadonlyMap<string, BlockMatrix>

/** Found by writing the model's graph and looking at what reads each weight. */
export function blockPlan(model: AnyDefinition): BlockPlan {
  const weights = new Map<Value, string>()
  let written: Graph | null = null
  inferenceGraph(model, (graph) => {
    written = graph
    return (name, shape) => {
      const value = graph.input(`weight:${name}`, 'f32', shape)
      weights.set(value, name)
      return value
    }
  })
  const graph = written as Graph | null
  if (!graph) throw new TypeError('the model asked for no weights')
  const ids = graph.inputs.find(({ name }) => name === 'ids')
  const layouts = new Map<string, Set<BlockLayout['layout'] | null>>()
  for (const { op, inputs } of graph.nodes)
    for (const [place, input] of inputs.entries()) {
      const name = weights.get(input)
      if (name === undefined) continue
      const readings = layouts.get(name) ?? new Set()
      layouts.set(name, readings)
      if (op === 'linear' && place === 1) readings.add('outIn')
      else if (op === 'linearInOut' && place === 1) readings.add('inOut')
      else if (op === 'embedding' && place === 0 && inputs[1] === ids) readings.add('outIn')
      else readings.add(null)
    }
  const plan = new Map<string, BlockMatrix>()
  for (const [value, name] of weights) {
    const [layout, ...others] = layouts.get(name) ?? []
    if (!layout || others.length > 0) continue
    const [rows, columns] = value.shape as [number, number]
    plan.set(
      name,
      layout === 'outIn'
        ? { layout, outputs: rows, inputs: columns }
        : { layout, outputs: columns, inputs: rows }
    )
  }
  return plan
}

const count = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1)

/** Bytes of the model's tensors when the matrices of the plan are kept as blocks. */
export function blockBytes(
  tensors: readonly TensorRequirement[],
  plan: BlockPlan,
  bits: 4 | 8
): number {
  return tensors.reduce((sum, { name, shape }) => {
    const matrix = plan.get(name)
    if (!matrix) return sum + 4 * count(shape)
    const { blocks, scales, zeroPoints } = blockShapes(matrix.outputs, { ...matrix, bits })
    return sum + count(blocks) + 4 * count(scales) + count(zeroPoints)
  }, 0)
}
