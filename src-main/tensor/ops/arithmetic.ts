// Writing formulas into a graph: what gradients and losses are made of.
import type { Graph, Value } from '../graph'
import { elementCount, sameShape, type Shape } from '../shape'
import { refuse } from './definition'

export interface ProductOptions {
  readonly transposeLeft?: boolean
  readonly transposeRight?: boolean
  readonly scale?: number
}

/** Operations of one graph as functions of values. */
export interface Arithmetic {
  add(a: Value, b: Value): Value
  subtract(a: Value, b: Value): Value
  multiply(a: Value, b: Value): Value
  divide(a: Value, b: Value): Value
  negate(x: Value): Value
  sqrt(x: Value): Value
  exp(x: Value): Value
  log(x: Value): Value
  sigmoid(x: Value): Value
  /** x · number */
  scale(x: Value, factor: number): Value
  /** x + number */
  shift(x: Value, by: number): Value
  sum(x: Value, axis: number): Value
  mean(x: Value, axis: number): Value
  softmax(x: Value, axis: number): Value
  reshape(x: Value, shape: Shape): Value
  expand(x: Value, shape: Shape): Value
  product(a: Value, b: Value, options?: ProductOptions): Value
  zeros(shape: Shape): Value
  /** Rows of the last axis as one matrix: [..., N] -> [R, N] */
  asRows(x: Value): Value
  /** The gradient of a broadcast: sums x over the axes along which `shape` was repeated. */
  sumTo(x: Value, shape: Shape): Value
}

export function arithmetic(graph: Graph): Arithmetic {
  const binary =
    (op: 'add' | 'subtract' | 'multiply' | 'divide') =>
    (a: Value, b: Value): Value =>
      graph.add(op, [a, b], {})[0]!
  const unary =
    (op: 'negate' | 'sqrt' | 'exp' | 'log' | 'sigmoid') =>
    (x: Value): Value =>
      graph.add(op, [x], {})[0]!
  const reshape = (x: Value, shape: Shape): Value =>
    sameShape(x.shape, shape) ? x : graph.add('reshape', [x], { shape })[0]!
  const sum = (x: Value, axis: number): Value => graph.add('reduceSum', [x], { axis })[0]!
  const expand = (x: Value, shape: Shape): Value =>
    sameShape(x.shape, shape) ? x : graph.add('expand', [x], { shape })[0]!
  const write: Arithmetic = {
    add: binary('add'),
    subtract: binary('subtract'),
    multiply: binary('multiply'),
    divide: binary('divide'),
    negate: unary('negate'),
    sqrt: unary('sqrt'),
    exp: unary('exp'),
    log: unary('log'),
    sigmoid: unary('sigmoid'),
    scale: (x, factor) => (factor === 1 ? x : write.multiply(x, graph.scalar(factor))),
    shift: (x, by) => write.add(x, graph.scalar(by)),
    sum,
    mean: (x, axis) => graph.add('reduceMean', [x], { axis })[0]!,
    softmax: (x, axis) => graph.add('softmax', [x], { axis })[0]!,
    reshape,
    expand,
    product: (a, b, { transposeLeft = false, transposeRight = false, scale = 1 } = {}) =>
      graph.add('product', [a, b], { transposeLeft, transposeRight, scale })[0]!,
    zeros: (shape) => expand(graph.scalar(0), shape),
    asRows: (x) => reshape(x, [elementCount(x.shape.slice(0, -1)), x.shape.at(-1)!]),
    sumTo: (x, shape) => {
      if (sameShape(x.shape, shape)) return x
      const leading = x.shape.length - shape.length
      let summed = x
      if (leading > 0) {
        const rows = elementCount(x.shape.slice(0, leading))
        summed = sum(reshape(x, [rows, ...x.shape.slice(leading)]), 0)
        summed = reshape(summed, x.shape.slice(leading))
      }
      for (const [axis, dim] of shape.entries())
        if (dim === 1 && summed.shape[axis] !== 1) summed = sum(summed, axis)
      return summed
    }
  }
  return write
}

/** A size that a gradient needs as a number: training graphs have fixed shapes. */
export function fixed(dim: Shape[number] | undefined): number {
  if (typeof dim !== 'number') refuse(`the gradient needs a fixed size, not ${dim}`)
  return dim
}
