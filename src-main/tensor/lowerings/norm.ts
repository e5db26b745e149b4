// RMSNorm and LayerNorm: in primitives, and as one operator of ONNX Runtime.
import type { Value } from '../graph'
import type { Emit, Lowering } from './registry'

interface Norm {
  readonly inputs: readonly Value[]
  readonly outputs: readonly Value[]
  readonly attributes: { readonly epsilon: number }
}

/**
 * One operator over the last axis. Only its first output is right on every provider: WebGPU's inverse
 * deviation is not, so what needs that computes it itself.
 */
function single(op: string) {
  return (emit: Emit, { inputs, outputs, attributes }: Norm): boolean => {
    const call = {
      op,
      attributes: { axis: -1, stash_type: 1 },
      floatAttributes: { epsilon: attributes.epsilon }
    }
    const names = inputs.map(({ name }) => name)
    emit.call(call, names, [outputs[0]!.name])
    return true
  }
}

// Lives in the default domain although the ONNX standard does not list it.
const fusedRmsNorm = single('SimplifiedLayerNormalization')
const fusedLayerNorm = single('LayerNormalization')

export const rmsNorm: Lowering<{ epsilon: number }> = {
  portable: (graph, [x, weight], { epsilon }) => {
    const [square] = graph.add('multiply', [x!, x!], {})
    const [mean] = graph.add('reduceMean', [square!], { axis: -1 })
    const [shifted] = graph.add('add', [mean!, graph.scalar(epsilon)], {})
    const [root] = graph.add('sqrt', [shifted!], {})
    const [normalized] = graph.add('divide', [x!, root!], {})
    return graph.add('multiply', [normalized!, weight!], {})
  },
  fused: { cpu: fusedRmsNorm, webgpu: fusedRmsNorm }
}

export const layerNorm: Lowering<{ epsilon: number }> = {
  portable: (graph, [x, weight, bias], { epsilon }) => {
    const [mean] = graph.add('reduceMean', [x!], { axis: -1 })
    const [centred] = graph.add('subtract', [x!, mean!], {})
    const [square] = graph.add('multiply', [centred!, centred!], {})
    const [variance] = graph.add('reduceMean', [square!], { axis: -1 })
    const [shifted] = graph.add('add', [variance!, graph.scalar(epsilon)], {})
    const [root] = graph.add('sqrt', [shifted!], {})
    const [normalized] = graph.add('divide', [centred!, root!], {})
    const [scaled] = graph.add('multiply', [normalized!, weight!], {})
    return graph.add('add', [scaled!, bias!], {})
  },
  fused: { cpu: fusedLayerNorm, webgpu: fusedLayerNorm }
}
