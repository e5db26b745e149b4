// Activations, in primitives and as one pass over memory, and the log-probability of a class.
import type { Graph, Value } from '../graph'
import type { OnnxCall } from '../onnx'
import type { Emit, Lowering } from './registry'

/** One of the runtime's own element-wise operators. */
function single(call: OnnxCall) {
  return (
    emit: Emit,
    { inputs, outputs }: { inputs: readonly Value[]; outputs: readonly Value[] }
  ): boolean => {
    emit.call(call, [inputs[0]!.name], [outputs[0]!.name])
    return true
  }
}

function onCpuAndWebgpu(call: OnnxCall) {
  return { cpu: single(call), webgpu: single(call) }
}

export const silu: Lowering<Record<never, never>> = {
  portable: (graph, [x]) => {
    const [gate] = graph.add('sigmoid', [x!], {})
    return graph.add('multiply', [x!, gate!], {})
  },
  // x · σ(1·x), one pass over memory instead of two.
  fused: onCpuAndWebgpu({
    ...{ op: 'QuickGelu', domain: 'com.microsoft', floatAttributes: { alpha: 1 } }
  })
}

export const gelu: Lowering<Record<never, never>> = {
  portable: (graph, [x]) => {
    const [scaled] = graph.add('multiply', [x!, graph.scalar(Math.SQRT1_2)], {})
    const [error] = graph.add('erf', [scaled!], {})
    return halfGated(graph, x!, error!)
  },
  fused: onCpuAndWebgpu({ op: 'Gelu', domain: 'com.microsoft' })
}

export const geluTanh: Lowering<Record<never, never>> = {
  portable: (graph, [x]) => {
    // x/2 · (1 + tanh(u)) = x · σ(2u), and 2u = x · (a + b·x²)
    const slope = 2 * Math.sqrt(2 / Math.PI)
    const [square] = graph.add('multiply', [x!, x!], {})
    const [cubic] = graph.add('multiply', [square!, graph.scalar(slope * 0.044715)], {})
    const [factor] = graph.add('add', [cubic!, graph.scalar(slope)], {})
    const [argument] = graph.add('multiply', [x!, factor!], {})
    const [gate] = graph.add('sigmoid', [argument!], {})
    return graph.add('multiply', [x!, gate!], {})
  },
  fused: onCpuAndWebgpu({ op: 'FastGelu', domain: 'com.microsoft' })
}

/** x/2 · (1 + gate) */
function halfGated(graph: Graph, x: Value, gate: Value): Value[] {
  const [shifted] = graph.add('add', [gate, graph.scalar(1)], {})
  const [half] = graph.add('multiply', [x, graph.scalar(0.5)], {})
  return graph.add('multiply', [half!, shifted!], {})
}

export const tokenLogProbability: Lowering<Record<never, never>> = {
  // log softmax(z)_t = z_t − log Σ e^z: no [R, V] result is written.
  portable: (graph, [logits, targets]) => {
    const [chosen] = graph.add('gatherElements', [logits!, targets!], {})
    const [total] = graph.add('reduceLogSumExp', [logits!], { axis: -1 })
    return graph.add('subtract', [chosen!, total!], {})
  },
  // The runtime's ReduceLogSumExp takes longer than its softmax, which training needs anyway, and
  // log Σ e^z = max z − log max softmax(z), whose logarithm is of no less than 1/V.
  fused: {
    cpu: (emit, { inputs: [logits, targets], outputs }) => {
      const call = (op: string, inputs: readonly string[], more?: Partial<OnnxCall>): string => {
        const name = emit.fresh(op)
        emit.call({ op, ...more }, inputs, [name])
        return name
      }
      const lastAxis = { attributes: { axis: -1 } }
      const overLast = { attributes: { keepdims: 1 }, indexInputs: [[-1]] }
      const chosen = call('GatherElements', [logits!.name, targets!.name], lastAxis)
      const shares = call('Softmax', [logits!.name], lastAxis)
      const highest = call('ReduceMax', [logits!.name], overLast)
      const share = call('Log', [call('ReduceMax', [shares], overLast)])
      const total = call('Sub', [highest, share])
      emit.call({ op: 'Sub' }, [chosen, total], [outputs[0]!.name])
      return true
    }
  }
}
