// Dropout (arXiv 1207.0580): each element is put to 0 with a chance, the others are scaled up to make up
// for it. Which ones follows from counters alone, so that every device and every replay drops the same.
import { createHash } from 'node:crypto'
import { philox } from '../base/random'
import type { Graph, Value } from '../tensor/graph'
import type { HostTensor } from '../tensor/session'
import { fixedShape, type Shape } from '../tensor/shape'

/** What, beside the place in the model, says which elements are dropped. */
export interface DropoutDraw {
  readonly seed: number
  readonly step: number
  readonly part: number // of the step
}

/** An input of the graph: a factor for each element of one place. */
export interface DropoutMask {
  readonly name: string
  readonly shape: Shape
  readonly rate: number
}

/** x times its mask, which the graph is fed; at rate 0 x itself. */
export function dropout(graph: Graph, x: Value, name: string, rate: number): [Value, DropoutMask?] {
  if (rate === 0) return [x]
  const mask = { name: `dropout.${name}`, shape: x.shape, rate }
  const factors = graph.input(mask.name, 'f32', mask.shape)
  return [graph.add('multiply', [x, factors], {})[0]!, mask]
}

const levels = 2 ** 16

/** 0 or 1 / (1 − rate) for each element; the rate is rounded to 1 / 65,536. `rows`: what R is. */
export function maskFeed(mask: DropoutMask, draw: DropoutDraw, rows: number): HostTensor {
  const { name, rate } = mask
  const shape = fixedShape(mask.shape, { R: rows })
  const data = new Float32Array(shape.reduce((product, size) => product * size, 1))
  const place = createHash('sha256').update(name).digest().readUInt32LE(0)
  const dropped = Math.round(rate * levels)
  const kept = 1 / (1 - rate)
  const key = [draw.seed >>> 0, 0] as const
  // Each block of four words decides on eight elements.
  for (let start = 0, block = 0; start < data.length; start += 8, block++) {
    const words = philox([block, place, draw.step, draw.part], key)
    const end = Math.min(8, data.length - start)
    for (let i = 0; i < end; i++) {
      const bits = (words[i >> 1]! >>> (16 * (i & 1))) & 0xffff
      data[start + i] = bits < dropped ? 0 : kept
    }
  }
  return { dtype: 'f32', shape, data }
}
