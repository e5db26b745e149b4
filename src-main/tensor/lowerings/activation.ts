// SiLU and the log-probability of a class.
import type { OnnxCall } from '../onnx'
import type { Lowering } from './registry'

export const silu: Lowering<Record<never, never>> = {
  portable: (graph, [x]) => {
    const [gate] = graph.add('sigmoid', [x!], {})
    return graph.add('multiply', [x!, gate!], {})
  },
  fused: {
    // x · σ(1·x), one pass over memory instead of two.
    cpu: (emit, { inputs, outputs }) => {
      const call: OnnxCall = { op: 'QuickGelu', domain: 'com.microsoft', floatAttributes: { alpha: 1 } }
      emit.call(call, [inputs[0]!.name], [outputs[0]!.name])
      return true
    }
  }
}

export const tokenLogProbability: Lowering<Record<never, never>> = {
  // log softmax(z)_t = z_t − log Σ e^z: no [R, V] result is written.
  portable: (graph, [logits, targets]) => {
    const [chosen] = graph.add('gatherElements', [logits!, targets!], {})
    const [total] = graph.add('reduceLogSumExp', [logits!], { axis: -1 })
    return graph.add('subtract', [chosen!, total!], {})
  }
}
