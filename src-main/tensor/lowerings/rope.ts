// Rotary position embedding, half-split, of a whole head or its first part, in primitives.
import type { Lowering } from './registry'

export const rope: Lowering<Record<never, never>> = {
  portable: (graph, [x, cos, sin]) => {
    const [batch, , time] = x!.shape
    const headSize = x!.shape[3] as number
    const half = cos!.shape[2] as number
    // One angle table serves all heads.
    const perHead = { shape: [batch!, 1, time!, half] }
    const [cosine] = graph.add('reshape', [cos!], perHead)
    const [sine] = graph.add('reshape', [sin!], perHead)
    const [x1] = graph.add('slice', [x!], { axis: -1, start: 0, end: half })
    const [x2] = graph.add('slice', [x!], { axis: -1, start: half, end: 2 * half })
    const [x1Cosine] = graph.add('multiply', [x1!, cosine!], {})
    const [x2Sine] = graph.add('multiply', [x2!, sine!], {})
    const [x2Cosine] = graph.add('multiply', [x2!, cosine!], {})
    const [x1Sine] = graph.add('multiply', [x1!, sine!], {})
    const [y1] = graph.add('subtract', [x1Cosine!, x2Sine!], {})
    const [y2] = graph.add('add', [x2Cosine!, x1Sine!], {})
    const turned = [y1!, y2!]
    if (2 * half < headSize)
      turned.push(...graph.add('slice', [x!], { axis: -1, start: 2 * half, end: headSize }))
    return graph.add('concat', turned, { axis: -1 })
  }
}
