// Products with weights as checkpoints store them, in the checkpoint's own precision.
import { dtypes } from '../dtype'
import type { Graph, Value } from '../graph'
import { widen } from '../ops/linear'
import type { OpAttributes } from '../ops/registry'
import { productWithBlocks, rowsOfBlocks } from './blocks'
import type { Lowering } from './registry'

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

/** Its last two axes exchanged. */
function turned(graph: Graph, x: Value): Value {
  const axes = x.shape.map((_, axis) => axis)
  const permutation = [...axes.slice(0, -2), axes.at(-1)!, axes.at(-2)!]
  return graph.add('transpose', [x], { permutation })[0]!
}

export const product: Lowering<OpAttributes['product']> = {
  portable: (graph, [a, b], { transposeLeft, transposeRight, scale }) => {
    const left = transposeLeft ? turned(graph, a!) : a!
    const right = transposeRight ? turned(graph, b!) : b!
    const [result] = graph.add('matmul', [left, right], {})
    return scale === 1 ? [result!] : graph.add('multiply', [result!, graph.scalar(scale)], {})
  },
  fused: {
    cpu: (emit, { inputs, outputs, attributes }) => {
      const { transposeLeft, transposeRight, scale } = attributes
      const call = {
        op: 'FusedMatMul',
        domain: 'com.microsoft',
        attributes: { transA: Number(transposeLeft), transB: Number(transposeRight) },
        floatAttributes: { alpha: scale }
      } as const
      emit.call(call, [inputs[0]!.name, inputs[1]!.name], [outputs[0]!.name])
      return true
    }
  }
}

export const embeddingGradient: Lowering<OpAttributes['embeddingGradient']> = {
  portable: (graph, [g, ids], { rows }) => {
    const [count, width] = g!.shape
    // WebGPU neither repeats nor converts 64-bit numbers, but it looks up by them: row v holds v.
    const every = Array.from({ length: rows }, (_, row) => row)
    const [empty] = graph.add('expand', [graph.scalar(0)], { shape: [rows, width!] })
    if (typeof count !== 'number') {
      // How often to repeat is not known: rows that are wide already are looked up.
      const column = graph.constant('i32', [rows, 1], every)
      const [wide] = graph.add('expand', [column], { shape: [rows, width!] })
      const [places] = graph.add('gather', [wide!, ids!], {})
      return graph.add('scatterElementsAdd', [empty!, places!, g!], { axis: 0 })
    }
    const [narrow] = graph.add('gather', [graph.constant('i32', [rows], every), ids!], {})
    const [column] = graph.add('reshape', [narrow!], { shape: [count, 1] })
    const [places] = graph.add('expand', [column!], { shape: [count, width!] })
    return graph.add('scatterElementsAdd', [empty!, places!, g!], { axis: 0 })
  }
}
