// Products with weights as checkpoints store them, in the checkpoint's own precision.
import { dtypes } from '../dtype'
import type { Graph, Value } from '../graph'
import { productWithBlocks, rowsOfBlocks } from './blocks'
import type { Lowering } from './registry'

/** The value as f32; half-precision weights are widened by the graph, never in JavaScript. */
function widen(graph: Graph, value: Value): Value {
  return value.dtype === 'f32' ? value : graph.add('cast', [value], { to: 'f32' })[0]!
}

export const linear: Lowering<Record<never, never>> = {
  portable: (graph, [x, weight]) => {
    // ONNX Runtime folds this Transpose into the product; the weight is not copied for it.
    const [transposed] = graph.add('transpose', [widen(graph, weight!)], { permutation: [1, 0] })
    return graph.add('matmul', [x!, transposed!], {})
  },
  fused: { cpu: (emit, node) => productWithBlocks(emit, node, 'outIn') }
}

export const linearInOut: Lowering<Record<never, never>> = {
  portable: (graph, [x, weight]) => graph.add('matmul', [x!, widen(graph, weight!)], {}),
  fused: { cpu: (emit, node) => productWithBlocks(emit, node, 'inOut') }
}

export const embedding: Lowering<Record<never, never>> = {
  portable: (graph, [table, ids]) => {
    const [rows] = graph.add('gather', [table!, ids!], {})
    return [widen(graph, rows!)]
  },
  fused: {
    cpu: rowsOfBlocks,
    // Not every adapter reads f16, none reads bf16: the table is widened whole, once, at load.
    webgpu: (emit, { inputs, outputs }) => {
      const [table, ids] = inputs
      if (table!.dtype === 'f32') return false
      const wide = emit.fresh('table')
      emit.call({ op: 'Cast', attributes: { to: dtypes.f32.onnxCode } }, [table!.name], [wide])
      emit.call({ op: 'Gather', attributes: { axis: 0 } }, [wide, ids!.name], [outputs[0]!.name])
      return true
    }
  }
}
