// RMSNorm and LayerNorm: in primitives, and as one operator of ONNX Runtime on the CPU.
import type { Lowering } from './registry'

export const rmsNorm: Lowering<{ epsilon: number }> = {
  portable: (graph, [x, weight], { epsilon }) => {
    const [square] = graph.add('multiply', [x!, x!], {})
    const [mean] = graph.add('reduceMean', [square!], { axis: -1 })
    const [shifted] = graph.add('add', [mean!, graph.scalar(epsilon)], {})
    const [root] = graph.add('sqrt', [shifted!], {})
    const [normalized] = graph.add('divide', [x!, root!], {})
    return graph.add('multiply', [normalized!, weight!], {})
  },
  fused: {
    // Lives in the default domain although the ONNX standard does not list it.
    cpu: (emit, { inputs, outputs, attributes }) => {
      const call = {
        op: 'SimplifiedLayerNormalization',
        attributes: { axis: -1, stash_type: 1 },
        floatAttributes: { epsilon: attributes.epsilon }
      }
      emit.call(call, [inputs[0]!.name, inputs[1]!.name], [outputs[0]!.name])
      return true
    }
  }
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
  fused: {
    cpu: (emit, { inputs, outputs, attributes }) => {
      const call = {
        op: 'LayerNormalization',
        attributes: { axis: -1, stash_type: 1 },
        floatAttributes: { epsilon: attributes.epsilon }
      }
      const names = inputs.map(({ name }) => name)
      emit.call(call, names, [outputs[0]!.name])
      return true
    }
  }
}
