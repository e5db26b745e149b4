// Operations that move elements without computing: reshape, transpose, slice, concat, gather.
import {
  elementCount,
  formatShape,
  normalizeAxis,
  addDims,
  sameShape,
  type Dim,
  type Shape
} from '../shape'
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
  onnx: ({ shape }, [x]) => ({ op: 'Reshape', indexInputs: [reshapeTarget(x!.shape, shape)] })
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
  onnx: ({ permutation }) => ({ op: 'Transpose', attributes: { perm: [...permutation] } })
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
  onnx: ({ axis, start, end }) => ({ op: 'Slice', indexInputs: [[start], [end], [axis]] })
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
  onnx: ({ axis }) => ({ op: 'Concat', attributes: { axis } })
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
  onnx: ({ axis }) => ({ op: 'Split', attributes: { axis } })
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
  onnx: () => ({ op: 'Gather', attributes: { axis: 0 } })
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
  onnx: () => ({ op: 'GatherElements', attributes: { axis: -1 } })
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
  onnx: () => ({ op: 'ScatterND' })
}

export const layoutOps = {
  ...{ reshape, transpose, slice, split, concat, gather, gatherElements, writeRows }
}
