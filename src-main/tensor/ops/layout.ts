// Operations that move elements without computing. g stands for dLoss/dOutput.
import {
  broadcastShapes,
  elementCount,
  formatShape,
  normalizeAxis,
  addDims,
  sameShape,
  type Dim,
  type Shape
} from '../shape'
import type { Graph, Value } from '../graph'
import { arithmetic, fixed } from './arithmetic'
import { refuse, take, type OpDefinition } from './definition'

/**
 * ONNX writes a reshape as numbers: 0 copies the input's size at that place, -1 is worked out.
 * Throws when more than one size is neither known nor copied.
 */
export function reshapeTarget(from: Shape, to: Shape): number[] {
  let unknown = 0
  const target = to.map((dim, axis) => {
    if (typeof dim === 'number') return dim
    if (from[axis] === dim) return 0
    unknown++
    return -1
  })
  if (unknown > 1) refuse(`reshape to ${formatShape(to)}: ${unknown} sizes are unknown`)
  return target
}

const reshape: OpDefinition<{ shape: Shape }> = {
  kind: 'primitive',
  infer: (inputs, { shape }) => {
    const [x] = take(inputs, 1)
    if (elementCount(x!.shape) !== elementCount(shape))
      refuse(`${formatShape(x!.shape)} has other elements than ${formatShape(shape)}`)
    reshapeTarget(x!.shape, shape)
    return [{ dtype: x!.dtype, shape }]
  },
  onnx: ({ shape }, [x]) => ({ op: 'Reshape', indexInputs: [reshapeTarget(x!.shape, shape)] }),
  // dx = g in x's shape
  gradient: ({ graph, gradients: [g], inputTypes: [x] }) => [
    () => arithmetic(graph).reshape(g!, x!.shape)
  ]
}

const transpose: OpDefinition<{ permutation: readonly number[] }> = {
  kind: 'primitive',
  infer: (inputs, { permutation }) => {
    const [x] = take(inputs, 1)
    const sorted = [...permutation].sort((a, b) => a - b)
    if (permutation.length !== x!.shape.length || sorted.some((axis, place) => axis !== place))
      refuse(`[${permutation.join(', ')}] is no permutation of ${x!.shape.length} axes`)
    return [{ dtype: x!.dtype, shape: permutation.map((axis) => x!.shape[axis]!) }]
  },
  onnx: ({ permutation }) => ({ op: 'Transpose', attributes: { perm: [...permutation] } }),
  // dx = g, turned back
  gradient: ({ graph, gradients: [g], attributes: { permutation } }) => [
    () => {
      const back = permutation.map((_, axis) => permutation.indexOf(axis))
      return graph.add('transpose', [g!], { permutation: back })[0]!
    }
  ]
}

/** Rows start..end of one axis, where the axis has a known size. */
const slice: OpDefinition<{ axis: number; start: number; end: number }> = {
  kind: 'primitive',
  infer: (inputs, { axis, start, end }) => {
    const [x] = take(inputs, 1)
    const place = normalizeAxis(axis, x!.shape.length)
    const size = x!.shape[place]!
    if (typeof size !== 'number') refuse(`axis ${axis} has no fixed size (${size})`)
    if (start < 0 || end > size || start >= end) refuse(`${start}..${end} of ${size}`)
    return [{ dtype: x!.dtype, shape: x!.shape.map((dim, i) => (i === place ? end - start : dim)) }]
  },
  onnx: ({ axis, start, end }) => ({ op: 'Slice', indexInputs: [[start], [end], [axis]] }),
  // dx = g between zeros
  gradient: ({ graph, gradients: [g], inputTypes: [x], attributes: { axis, start, end } }) => [
    () => {
      const size = fixed(x!.shape.at(axis))
      return graph.add('pad', [g!], { axis, before: start, after: size - end })[0]!
    }
  ]
}

/** Zeros before and after, along one axis. */
const pad: OpDefinition<{ axis: number; before: number; after: number }> = {
  kind: 'primitive',
  infer: (inputs, { axis, before, after }) => {
    const [x] = take(inputs, 1)
    const place = normalizeAxis(axis, x!.shape.length)
    if (before < 0 || after < 0) refuse(`${before} before and ${after} after`)
    const grown = addDims(x!.shape[place]!, before + after)
    return [{ dtype: x!.dtype, shape: x!.shape.map((dim, i) => (i === place ? grown : dim)) }]
  },
  onnx: ({ axis, before, after }, [x]) => {
    const place = normalizeAxis(axis, x!.shape.length)
    const pads = [before, after].flatMap((count) =>
      x!.shape.map((_, i) => (i === place ? count : 0))
    )
    return { op: 'Pad', indexInputs: [pads] }
  },
  // dx = g between the padding
  gradient: ({ graph, gradients: [g], inputTypes: [x], attributes: { axis, before } }) => [
    () => {
      const end = before + fixed(x!.shape.at(axis))
      return graph.add('slice', [g!], { axis, start: before, end })[0]!
    }
  ]
}

/** Repeats along axes of size 1 and new leading axes, as NumPy broadcasts. */
const expand: OpDefinition<{ shape: Shape }> = {
  kind: 'primitive',
  infer: (inputs, { shape }) => {
    const [x] = take(inputs, 1)
    const together = broadcastShapes(x!.shape, shape)
    if (!together || !sameShape(together, shape))
      refuse(`${formatShape(x!.shape)} does not expand to ${formatShape(shape)}`)
    return [{ dtype: x!.dtype, shape }]
  },
  onnx: ({ shape }) => ({ op: 'Expand', indexInputs: [shape.map(fixed)] }),
  // dx = g summed over the repeated axes
  gradient: ({ graph, gradients: [g], inputTypes: [x] }) => [
    () => arithmetic(graph).sumTo(g!, x!.shape)
  ]
}

/** Joins tensors along an axis; all other sizes equal. */
const concat: OpDefinition<{ axis: number }> = {
  kind: 'primitive',
  infer: (inputs, { axis }) => {
    const first = inputs[0] ?? refuse('takes at least one input')
    const place = normalizeAxis(axis, first.shape.length)
    let size: Dim = 0
    for (const input of inputs) {
      const aligned = input.shape.map((dim, i) => (i === place ? first.shape[i]! : dim))
      if (input.dtype !== first.dtype || !sameShape(aligned, first.shape))
        refuse(
          `${formatShape(input.shape)} does not join ${formatShape(first.shape)} on axis ${axis}`
        )
      size = addDims(size, input.shape[place]!)
    }
    return [{ dtype: first.dtype, shape: first.shape.map((dim, i) => (i === place ? size : dim)) }]
  },
  onnx: ({ axis }) => ({ op: 'Concat', attributes: { axis } }),
  // each input's part of g
  gradient: ({ graph, gradients: [g], inputTypes, attributes: { axis } }) => {
    let end = 0
    return inputTypes.map(({ shape }) => {
      const start = end
      end += fixed(shape.at(axis))
      const part = { axis, start, end }
      return () => graph.add('slice', [g!], part)[0]!
    })
  }
}

/**
 * Cuts one axis into parts of the given sizes; the second input holds the same sizes as i64, so that
 * they may be known only when the graph runs.
 */
const split: OpDefinition<{ axis: number; sizes: readonly Dim[] }> = {
  kind: 'primitive',
  infer: (inputs, { axis, sizes }) => {
    const [x, counts] = take(inputs, 2)
    const place = normalizeAxis(axis, x!.shape.length)
    if (counts!.dtype !== 'i64' || counts!.shape[0] !== sizes.length)
      refuse(`${sizes.length} sizes in i64 are needed`)
    if (sizes.reduce<Dim>(addDims, 0) !== x!.shape[place])
      refuse(`parts ${sizes.join(', ')} do not make ${x!.shape[place]}`)
    return sizes.map((size) => ({
      dtype: x!.dtype,
      shape: x!.shape.map((dim, i) => (i === place ? size : dim))
    }))
  },
  onnx: ({ axis }) => ({ op: 'Split', attributes: { axis } }),
  // dx = the parts of g, joined
  gradient: ({ graph, gradients, attributes: { axis } }) => [
    () => graph.add('concat', gradients, { axis })[0]!,
    null
  ]
}

/** Picks rows of `data` [N, …rest] by `indices` [I…] i64 -> [I…, …rest]. */
const gather: OpDefinition<Record<never, never>> = {
  kind: 'primitive',
  infer: (inputs) => {
    const [data, indices] = take(inputs, 2)
    if (indices!.dtype !== 'i64') refuse(`indices are ${indices!.dtype}, not i64`)
    if (data!.shape.length === 0) refuse('data has no axis to gather from')
    return [{ dtype: data!.dtype, shape: [...indices!.shape, ...data!.shape.slice(1)] }]
  },
  onnx: () => ({ op: 'Gather', attributes: { axis: 0 } }),
  // dData[n] = Σ of the rows of g that were picked from n
  gradient: ({ graph, gradients: [g], inputTypes: [data], input }) => [
    () => scatteredRows(graph, g!, input(1), data!.shape),
    null
  ]
}

/** Rows of g [I…, …rest] summed into zeros [N, …rest] at their indices [I…]. */
function scatteredRows(graph: Graph, g: Value, indices: Value, shape: Shape): Value {
  const { reshape } = arithmetic(graph)
  const width = elementCount(shape.slice(1))
  const rows = fixed(shape[0])
  const parts = [reshape(g, [elementCount(indices.shape), width]), indices]
  const [summed] = graph.add('embeddingGradient', parts, { rows })
  return reshape(summed!, shape)
}

/** data [R, N], indices [R, K] i64 -> [R, K]: element indices[r, k] of row r. */
const gatherElements: OpDefinition<Record<never, never>> = {
  kind: 'primitive',
  infer: (inputs) => {
    const [data, indices] = take(inputs, 2)
    if (indices!.dtype !== 'i64') refuse(`indices are ${indices!.dtype}, not i64`)
    if (data!.shape.length !== indices!.shape.length || data!.shape[0] !== indices!.shape[0])
      refuse(`indices ${formatShape(indices!.shape)} do not fit ${formatShape(data!.shape)}`)
    return [{ dtype: data!.dtype, shape: indices!.shape }]
  },
  onnx: () => ({ op: 'GatherElements', attributes: { axis: -1 } }),
  // dData[r, indices[r, k]] += g[r, k]
  gradient: ({ graph, gradients: [g], inputTypes: [data], input }) => [
    () => {
      const empty = arithmetic(graph).zeros(data!.shape)
      return graph.add('scatterElementsAdd', [empty, input(1), g!], { axis: -1 })[0]!
    },
    null
  ]
}

/**
 * Puts rows into place: data [B, K, P, D], places [B, K, T, 3] i64 (b, k, p of each row; none twice),
 * rows [B, K, T, D] -> data with these rows in it.
 */
const writeRows: OpDefinition<Record<never, never>> = {
  kind: 'primitive',
  infer: (inputs) => {
    const [data, places, rows] = take(inputs, 3)
    if (places!.dtype !== 'i64') refuse(`places are ${places!.dtype}, not i64`)
    if (data!.shape.length !== 4) refuse(`data ${formatShape(data!.shape)} is not [B, K, P, D]`)
    const expected = [...places!.shape.slice(0, -1), data!.shape[3]!]
    if (places!.shape.at(-1) !== 3 || !sameShape(rows!.shape, expected))
      refuse(`rows ${formatShape(rows!.shape)} do not fit places ${formatShape(places!.shape)}`)
    if (rows!.dtype !== data!.dtype) refuse(`rows are ${rows!.dtype}, data is ${data!.dtype}`)
    return [{ dtype: data!.dtype, shape: data!.shape }]
  },
  onnx: () => ({ op: 'ScatterND' }),
  gradient: { none: 'it keeps the rows a chat remembers; training remembers none' }
}

/**
 * data [..S..] plus updates at indices along one axis: for axis 0 of a matrix,
 * y[indices[i, j], j] += updates[i, j]. indices (i32 or i64) and updates alike in shape, equal to
 * data's on the other axes. Indices may repeat.
 */
const scatterElementsAdd: OpDefinition<{ axis: number }> = {
  kind: 'primitive',
  infer: (inputs, { axis }) => {
    const [data, indices, updates] = take(inputs, 3)
    if (indices!.dtype !== 'i64' && indices!.dtype !== 'i32')
      refuse(`indices are ${indices!.dtype}, not i64 or i32`)
    if (data!.dtype !== updates!.dtype) refuse(`dtypes ${data!.dtype} and ${updates!.dtype} differ`)
    const place = normalizeAxis(axis, data!.shape.length)
    const aligned = data!.shape.map((dim, i) => (i === place ? updates!.shape[i]! : dim))
    if (!sameShape(indices!.shape, updates!.shape) || !sameShape(aligned, updates!.shape))
      refuse(
        `indices ${formatShape(indices!.shape)} and updates ${formatShape(updates!.shape)} ` +
          `do not fit ${formatShape(data!.shape)}`
      )
    return [{ dtype: data!.dtype, shape: data!.shape }]
  },
  // ScatterND adds with a data race on the CPU; this one gives the same bits every time.
  onnx: ({ axis }) => ({
    op: 'ScatterElements',
    attributes: { axis },
    textAttributes: { reduction: 'add' }
  }),
  gradient: { none: 'it stands in gradients alone; second derivatives are not needed' }
}

export const layoutOps = {
  reshape,
  transpose,
  slice,
  pad,
  expand,
  split,
  concat,
  gather,
  gatherElements,
  writeRows,
  scatterElementsAdd
}
