// Matrices in blocks: taken apart in primitives, or read as they are by the CPU's own kernels.
import type { Graph, Value } from '../graph'
import { blockSize, type BlockLayout } from '../ops/blocks'
import type { Emit, Lowering } from './registry'

/** Codes packed in bytes as f32: u8 [..., N] -> [..., 8/bits · N]. */
function codes(graph: Graph, packed: Value, bits: 4 | 8): Value {
  const [bytes] = graph.add('cast', [packed], { to: 'f32' })
  if (bits === 8) return bytes!
  const [sixteenths] = graph.add('multiply', [bytes!, graph.scalar(1 / 16)], {})
  const [high] = graph.add('floor', [sixteenths!], {})
  const [highPart] = graph.add('multiply', [high!, graph.scalar(16)], {})
  const [low] = graph.add('subtract', [bytes!, highPart!], {})
  const outer = packed.shape.slice(0, -1)
  const count = packed.shape.at(-1) as number
  const pairs = [low!, high!].map(
    (half) => graph.add('reshape', [half], { shape: [...outer, count, 1] })[0]!
  )
  const [joined] = graph.add('concat', pairs, { axis: -1 })
  return graph.add('reshape', [joined!], { shape: [...outer, 2 * count] })[0]!
}

function firstOf(graph: Graph, x: Value, count: number): Value {
  if (x.shape.at(-1) === count) return x
  return graph.add('slice', [x], { axis: -1, start: 0, end: count })[0]!
}

export const dequantizeBlocks: Lowering<BlockLayout> = {
  whenRead: true,
  portable: (graph, [blocks, scales, zeroPoints], { bits, inputs, layout }) => {
    const [outputs, count] = blocks!.shape as number[]
    const perBlock = { shape: [outputs!, count!, 1] }
    const [zero] = graph.add(
      'reshape',
      [firstOf(graph, codes(graph, zeroPoints!, bits), count!)],
      perBlock
    )
    const [scale] = graph.add('reshape', [scales!], perBlock)
    const [centred] = graph.add('subtract', [codes(graph, blocks!, bits), zero!], {})
    const [scaled] = graph.add('multiply', [centred!, scale!], {})
    const [rows] = graph.add('reshape', [scaled!], { shape: [outputs!, count! * blockSize] })
    const matrix = firstOf(graph, rows!, inputs)
    return layout === 'outIn' ? [matrix] : graph.add('transpose', [matrix], { permutation: [1, 0] })
  }
}

interface Products {
  inputs: readonly Value[]
  outputs: readonly Value[]
}

/**
 * The product x·Wᵀ with W in blocks, when the weight is that. Level 4 rounds x to 8 bits, block by
 * block: four times as fast as f32 arithmetic, and it costs less accuracy than 4-bit weights do.
 */
export function productWithBlocks(
  emit: Emit,
  { inputs, outputs }: Products,
  layout: BlockLayout['layout']
): boolean {
  const [x, weight] = inputs
  const node = emit.producerOf(weight!)
  if (node?.op !== 'dequantizeBlocks' || node.attributes.layout !== layout) return false
  const { bits, inputs: K } = node.attributes
  const N = node.inputs[0]!.shape[0] as number
  const attributes = { K, N, bits, block_size: blockSize, accuracy_level: 4 }
  const parts = node.inputs.map(({ name }) => name)
  emit.call(
    { op: 'MatMulNBits', domain: 'com.microsoft', attributes },
    [x!.name, ...parts],
    [outputs[0]!.name]
  )
  return true
}

/** Rows of a table in blocks, when it is that. */
export function rowsOfBlocks(emit: Emit, { inputs, outputs }: Products): boolean {
  const [table, ids] = inputs
  const node = emit.producerOf(table!)
  if (node?.op !== 'dequantizeBlocks' || node.attributes.layout !== 'outIn') return false
  const [blocks, scales, zeroPoints] = node.inputs
  const { bits, inputs: size } = node.attributes
  const [rows, count, bytes] = blocks!.shape as number[]
  const flat = emit.weightAs(blocks!, [rows!, count! * bytes!])
  if (flat === null) return false
  const attributes = { gather_axis: 0, quantize_axis: 1, block_size: blockSize, bits }
  const whole = count! * blockSize === size
  const gathered = whole ? outputs[0]!.name : emit.fresh('rows')
  emit.call(
    { op: 'GatherBlockQuantized', domain: 'com.microsoft', attributes },
    [flat, ids!.name, scales!.name, zeroPoints!.name],
    [gathered]
  )
  if (!whole)
    emit.call({ op: 'Slice', indexInputs: [[0], [size], [-1]] }, [gathered], [outputs[0]!.name])
  return true
}
