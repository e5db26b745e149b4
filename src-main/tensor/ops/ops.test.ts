// Every primitive operation, run alone on the CPU, does what its definition says.
import { expect, test } from 'vitest'
import { randomFloats, runGraph, wholeNumbers } from '../../testing/runGraph'
import { Graph, type Value } from '../graph'
import type { HostTensor } from '../session'
import { ops, type OpAttributes, type OpName } from './registry'

interface Case {
  readonly op: OpName
  readonly inputs: readonly HostTensor[]
  readonly attributes: unknown
  readonly expected: readonly (readonly number[])[] // one a output
}

const numbers = (tensor: HostTensor): number[] =>
  Array.from(tensor.data as ArrayLike<number>, Number)
const a = randomFloats(1, 2, 3)
const b = randomFloats(2, 3)
const [a0, a1, a2, a3, a4, a5] = numbers(a) as [number, number, number, number, number, number]
const bs = numbers(b)
const positive = { ...a, data: a.data.map(Math.abs) }

function caseOf<K extends OpName>(
  op: K,
  inputs: readonly HostTensor[],
  attributes: OpAttributes[K],
  ...expected: number[][]
): Case {
  return { op, inputs, attributes, expected }
}

const paired = (f: (x: number, y: number) => number): number[] =>
  numbers(a).map((x, place) => f(x, bs[place % 3]!))
const each = (f: (x: number) => number): number[] => numbers(a).map(f)
const sum = (...values: number[]): number => values.reduce((x, y) => x + y, 0)
const softmax = (...row: number[]): number[] => {
  const total = sum(...row.map(Math.exp))
  return row.map((x) => Math.exp(x) / total)
}
/** Abramowitz and Stegun 7.1.5, exact to f64 here: |x| < 1. */
const erf = (x: number): number => {
  let term = x
  let total = x
  for (let n = 1; n < 30; n++) {
    term *= (-x * x) / n
    total += term / (2 * n + 1)
  }
  return (2 / Math.sqrt(Math.PI)) * total
}
const rows = wholeNumbers([2], [1, 0])

const cases: readonly Case[] = [
  caseOf('floor', [a], {}, each(Math.floor)),
  caseOf(
    'add',
    [a, b],
    {},
    paired((x, y) => x + y)
  ),
  caseOf(
    'subtract',
    [a, b],
    {},
    paired((x, y) => x - y)
  ),
  caseOf(
    'multiply',
    [a, b],
    {},
    paired((x, y) => x * y)
  ),
  caseOf(
    'divide',
    [a, b],
    {},
    paired((x, y) => x / y)
  ),
  caseOf(
    'negate',
    [a],
    {},
    each((x) => -x)
  ),
  caseOf(
    'sqrt',
    [positive],
    {},
    each((x) => Math.sqrt(Math.abs(x)))
  ),
  caseOf(
    'sigmoid',
    [a],
    {},
    each((x) => 1 / (1 + Math.exp(-x)))
  ),
  caseOf('exp', [a], {}, each(Math.exp)),
  caseOf(
    'log',
    [positive],
    {},
    each((x) => Math.log(Math.abs(x)))
  ),
  caseOf('tanh', [a], {}, each(Math.tanh)),
  caseOf('erf', [a], {}, each(erf)),
  caseOf(
    'relu',
    [a],
    {},
    each((x) => Math.max(x, 0))
  ),
  caseOf('cast', [wholeNumbers([3], [-2, 0, 7])], { to: 'f32' }, [-2, 0, 7]),
  caseOf('softmax', [a], { axis: -1 }, [...softmax(a0, a1, a2), ...softmax(a3, a4, a5)]),
  caseOf(
    'greater',
    [a, b],
    {},
    paired((x, y) => Number(x > y))
  ),
  caseOf('pad', [b], { axis: 0, before: 1, after: 2 }, [0, ...bs, 0, 0]),
  caseOf('expand', [b], { shape: [2, 3] }, [...bs, ...bs]),
  caseOf(
    'scatterElementsAdd',
    [a, wholeNumbers([1, 3], [1, 1, 0]), { ...b, shape: [1, 3] }],
    { axis: 0 },
    [a0, a1, a2 + bs[2]!, a3 + bs[0]!, a4 + bs[1]!, a5]
  ),
  caseOf('reshape', [a], { shape: [3, 2] }, numbers(a)),
  caseOf('transpose', [a], { permutation: [1, 0] }, [a0, a3, a1, a4, a2, a5]),
  caseOf('slice', [a], { axis: 1, start: 1, end: 3 }, [a1, a2, a4, a5]),
  caseOf(
    'split',
    [a, wholeNumbers([2], [1, 2])],
    { axis: 1, sizes: [1, 2] },
    [a0, a3],
    [...[a1, a2], ...[a4, a5]]
  ),
  caseOf('concat', [a, a], { axis: 1 }, [a0, a1, a2, a0, a1, a2, a3, a4, a5, a3, a4, a5]),
  caseOf('gather', [a, rows], {}, [a3, a4, a5, a0, a1, a2]),
  caseOf('gatherElements', [a, wholeNumbers([2, 1], [2, 0])], {}, [a2, a3]),
  caseOf(
    'writeRows',
    [
      randomFloats(4, 1, 2, 3, 2),
      wholeNumbers([1, 2, 1, 3], [0, 0, 2, 0, 1, 0]),
      randomFloats(5, 1, 2, 1, 2)
    ],
    {},
    (() => {
      const written = numbers(randomFloats(4, 1, 2, 3, 2))
      const added = numbers(randomFloats(5, 1, 2, 1, 2))
      written.splice(4, 2, ...added.slice(0, 2)) // row 2 of head 0
      written.splice(6, 2, ...added.slice(2)) // row 0 of head 1
      return written
    })()
  ),
  caseOf(
    'matmul',
    [a, randomFloats(3, 3, 2)],
    {},
    [0, 1].flatMap((row) =>
      [0, 1].map((column) => {
        const right = numbers(randomFloats(3, 3, 2))
        return sum(...[0, 1, 2].map((k) => numbers(a)[row * 3 + k]! * right[k * 2 + column]!))
      })
    )
  ),
  caseOf('reduceMean', [a], { axis: -1 }, [sum(a0, a1, a2) / 3, sum(a3, a4, a5) / 3]),
  caseOf('reduceSum', [a], { axis: 0 }, [a0 + a3, a1 + a4, a2 + a5]),
  caseOf('reduceLogSumExp', [a], { axis: -1 }, [
    Math.log(sum(...[a0, a1, a2].map(Math.exp))),
    Math.log(sum(...[a3, a4, a5].map(Math.exp)))
  ])
]

/** Yes and no are read back as 1 and 0. */
const readable = (graph: Graph, value: Value): Value =>
  value.dtype === 'bool' ? graph.add('cast', [value], { to: 'f32' })[0]! : value

test.each(cases.map((it) => [it.op, it] as const))('%s', async (op, it) => {
  const graph = new Graph()
  const values = it.inputs.map(({ dtype, shape }, i) => graph.input(`in${i}`, dtype, shape))
  const outputs = graph.add(op, values, it.attributes as OpAttributes[typeof op])
  for (const [i, value] of outputs.entries()) graph.output(`out${i}`, readable(graph, value))
  const got = await runGraph(
    graph,
    Object.fromEntries(it.inputs.map((tensor, i) => [`in${i}`, tensor]))
  )
  expect(outputs).toHaveLength(it.expected.length)
  for (const [i, expected] of it.expected.entries()) {
    const tensor = got[`out${i}`]!
    expect(tensor.shape).toEqual(outputs[i]!.shape)
    expect(tensor.data).toHaveLength(expected.length)
    for (const [place, value] of numbers(tensor).entries())
      expect(Math.abs(value - expected[place]!)).toBeLessThan(2e-6)
  }
})

test('where takes each element from one of two', async () => {
  const graph = new Graph()
  const [x, y] = [graph.input('x', 'f32', [2, 3]), graph.input('y', 'f32', [2, 3])]
  const [condition] = graph.add('greater', [x, graph.scalar(0)], {})
  graph.output('out', graph.add('where', [condition!, x, y], {})[0]!)
  const other = randomFloats(9, 2, 3)
  const got = await runGraph(graph, { x: a, y: other })
  const expected = numbers(a).map((value, i) => (value > 0 ? value : numbers(other)[i]!))
  expect(numbers(got['out']!)).toEqual(expected)
})

test('every primitive operation is run', () => {
  const primitives = Object.entries(ops).flatMap(([op, { kind }]) =>
    kind === 'primitive' && op !== 'where' ? [op] : []
  )
  expect(new Set(cases.map(({ op }) => op as string))).toEqual(new Set(primitives))
})
