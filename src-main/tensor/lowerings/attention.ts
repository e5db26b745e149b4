// Attention over remembered and new rows, kept apart: joining them would copy the whole cache for
// every token.
import type { OnnxCall } from '../onnx'
import type { Graph, Value } from '../graph'
import { multiplyDims } from '../shape'
import type { Emit, Lowering } from './registry'

interface Attention {
  readonly scale: number
  readonly softcap: number | null
}

/** Query heads that share a key head become rows of one product: [B, N, T, D] -> [B, K, (N/K)·T, D]. */
function group(graph: Graph, q: Value, keyHeads: number): Value {
  const [batch, heads, time, headSize] = q.shape
  const rows = multiplyDims((heads as number) / keyHeads, time!)
  return graph.add('reshape', [q], { shape: [batch!, keyHeads, rows, headSize!] })[0]!
}

/** c·tanh(x) */
function stretchedTanh(graph: Graph, x: Value, softcap: number): Value {
  const [tanh] = graph.add('tanh', [x], {})
  return graph.add('multiply', [tanh!, graph.scalar(softcap)], {})[0]!
}

export const cachedAttention: Lowering<Attention> = {
  portable: (graph, [q, pastKey, pastValue, key, value, mask, sizes], { scale, softcap }) => {
    const [, keyHeads, past] = pastKey!.shape
    const time = key!.shape[2]!
    const factor = graph.scalar(softcap === null ? scale : scale / softcap)
    const [scaled] = graph.add('multiply', [group(graph, q!, keyHeads as number), factor], {})
    const scores = [pastKey!, key!].map((keys) => {
      const [turned] = graph.add('transpose', [keys], { permutation: [0, 1, 3, 2] })
      return graph.add('matmul', [scaled!, turned!], {})[0]!
    })
    const [joined] = graph.add('concat', scores, { axis: -1 })
    const capped = softcap === null ? joined! : stretchedTanh(graph, joined!, softcap)
    const [masked] = graph.add('add', [capped, mask!], {})
    const [weights] = graph.add('softmax', [masked!], { axis: -1 })
    const [pastWeights, newWeights] = graph.add('split', [weights!, sizes!], {
      axis: -1,
      sizes: [past!, time]
    })
    const [fromPast] = graph.add('matmul', [pastWeights!, pastValue!], {})
    const [fromNew] = graph.add('matmul', [newWeights!, value!], {})
    const [sum] = graph.add('add', [fromPast!, fromNew!], {})
    return graph.add('reshape', [sum!], { shape: q!.shape })
  },
  fused: {
    // FusedMatMul reads keys transposed and scales on the way: no turned copy of the cache.
    cpu: (emit, { inputs, outputs, attributes }) => {
      if (attributes.softcap !== null) return false
      const [q, pastKey, pastValue, key, value, mask, sizes] = inputs
      const [, heads, , headSize] = q!.shape
      const keyHeads = pastKey!.shape[1] as number
      const grouped = emit.fresh('grouped')
      emit.call(
        { op: 'Reshape', indexInputs: [[0, keyHeads, -1, headSize as number]] },
        [q!.name],
        [grouped]
      )
      const scores = [pastKey!, key!].map((keys) => {
        const score = emit.fresh('scores')
        const call: OnnxCall = {
          op: 'FusedMatMul',
          domain: 'com.microsoft',
          attributes: { transB: 1 },
          floatAttributes: { alpha: attributes.scale }
        }
        emit.call(call, [grouped, keys.name], [score])
        return score
      })
      const sum = attend(emit, scores, [pastValue!.name, value!.name], mask!.name, sizes!.name)
      const target = [0, heads as number, -1, headSize as number]
      emit.call({ op: 'Reshape', indexInputs: [target] }, [sum], [outputs[0]!.name])
      return true
    }
  }
}

function attend(
  emit: Emit,
  scores: readonly string[],
  values: readonly string[],
  mask: string,
  sizes: string
): string {
  const joined = emit.fresh('joined')
  const masked = emit.fresh('masked')
  const weights = emit.fresh('weights')
  const sum = emit.fresh('sum')
  emit.call({ op: 'Concat', attributes: { axis: -1 } }, scores, [joined])
  emit.call({ op: 'Add' }, [joined, mask], [masked])
  emit.call({ op: 'Softmax', attributes: { axis: -1 } }, [masked], [weights])
  const parts = [emit.fresh('pastWeights'), emit.fresh('newWeights')]
  emit.call({ op: 'Split', attributes: { axis: -1 } }, [weights, sizes], parts)
  const products = parts.map((part, index) => {
    const product = emit.fresh('product')
    emit.call({ op: 'MatMul' }, [part, values[index]!], [product])
    return product
  })
  emit.call({ op: 'Add' }, products, [sum])
  return sum
}
