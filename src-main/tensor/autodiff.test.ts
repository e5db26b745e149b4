// Gradients against finite differences: every operation that has a rule, in both lowerings; sums of
// several uses; values computed again; what is refused.
import { describe, expect, test } from 'vitest'
import { randomFloats, runGraph, wholeNumbers } from '../testing/runGraph'
import { whyNoWebgpu } from '../testing/webgpu'
import { gradientsOf } from './autodiff'
import { Graph, GraphError, type Value } from './graph'
import { arithmetic } from './ops/arithmetic'
import type { OpDefinition } from './ops/definition'
import { ops, type OpAttributes, type OpName } from './ops/registry'
import { floats, Session, type HostTensor } from './session'

type Feeds = Record<string, HostTensor>

interface Case {
  readonly op: OpName
  readonly title: string
  readonly inputs: readonly HostTensor[]
  readonly attributes: unknown
  /** Inputs that are differentiated. */
  readonly by: readonly number[]
}

function caseOf<K extends OpName>(
  op: K,
  title: string,
  inputs: readonly HostTensor[],
  attributes: OpAttributes[K],
  by: readonly number[] = inputs.flatMap(({ dtype }, index) => (dtype === 'f32' ? [index] : []))
): Case {
  return { op, title, inputs, attributes, by }
}

/** Away from 0 on either side: where a kink or a pole is, differences say nothing. */
function awayFromZero(seed: number, ...shape: number[]): HostTensor & { dtype: 'f32' } {
  const tensor = randomFloats(seed, ...shape)
  return { ...tensor, data: tensor.data.map((x) => x + (x < 0 ? -0.5 : 0.5)) }
}
function positive(seed: number, ...shape: number[]): HostTensor & { dtype: 'f32' } {
  const tensor = awayFromZero(seed, ...shape)
  return { ...tensor, data: tensor.data.map(Math.abs) }
}

const none = {}
const matrix = randomFloats(1, 3, 4)
const row = randomFloats(2, 4)
const turnings = [false, true].flatMap((transposeLeft) =>
  [false, true].map((transposeRight) => ({ transposeLeft, transposeRight, scale: 0.7 }))
)

const cases: readonly Case[] = [
  caseOf('add', 'a row to a matrix', [matrix, row], none),
  caseOf('add', 'a column to a row', [randomFloats(3, 3, 1), row], none),
  caseOf('subtract', 'a matrix from a row', [row, matrix], none),
  caseOf('multiply', 'over two leading axes', [randomFloats(3, 2, 3, 4), row], none),
  caseOf('multiply', 'by a number', [matrix, randomFloats(4)], none),
  caseOf('divide', 'by a row', [matrix, awayFromZero(2, 4)], none),
  caseOf('negate', '', [matrix], none),
  caseOf('sqrt', '', [positive(1, 3, 4)], none),
  caseOf('exp', '', [matrix], none),
  caseOf('log', '', [positive(1, 3, 4)], none),
  caseOf('sigmoid', '', [matrix], none),
  caseOf('tanh', '', [matrix], none),
  caseOf('erf', '', [matrix], none),
  caseOf('relu', '', [awayFromZero(1, 3, 4)], none),
  caseOf('cast', 'to its own type', [matrix], { to: 'f32' }),
  caseOf('softmax', 'of rows', [matrix], { axis: -1 }),
  caseOf('softmax', 'of columns', [matrix], { axis: 0 }),
  caseOf('reshape', '', [matrix], { shape: [2, 6] }),
  caseOf('transpose', 'of three axes', [randomFloats(1, 2, 3, 4)], { permutation: [2, 0, 1] }),
  caseOf('slice', '', [matrix], { axis: -1, start: 1, end: 3 }),
  caseOf('pad', '', [matrix], { axis: 1, before: 2, after: 1 }),
  caseOf('expand', 'along two axes', [randomFloats(1, 3, 1)], { shape: [2, 3, 4] }),
  caseOf('split', '', [matrix, wholeNumbers([2], [1, 3])], { axis: 1, sizes: [1, 3] }),
  caseOf('concat', '', [matrix, randomFloats(2, 3, 2)], { axis: 1 }),
  caseOf('gather', 'with a row picked twice', [matrix, wholeNumbers([2, 2], [2, 0, 2, 1])], none),
  caseOf('gatherElements', '', [matrix, wholeNumbers([3, 2], [0, 3, 1, 1, 2, 0])], none),
  caseOf('matmul', 'of matrices', [matrix, randomFloats(2, 4, 2)], none),
  caseOf('matmul', 'batch × matrix', [randomFloats(1, 2, 3, 4), randomFloats(2, 4, 2)], none),
  caseOf('reduceMean', '', [matrix], { axis: -1 }),
  caseOf('reduceSum', '', [matrix], { axis: 0 }),
  caseOf('reduceLogSumExp', '', [matrix], { axis: -1 }),
  caseOf('linear', '', [randomFloats(1, 2, 3, 4), randomFloats(2, 5, 4)], none),
  caseOf('linearInOut', '', [randomFloats(1, 2, 3, 4), randomFloats(2, 4, 5)], none),
  caseOf('embedding', '', [matrix, wholeNumbers([2, 3], [2, 0, 2, 2, 1, 0])], none),
  ...turnings.map((attributes) =>
    caseOf(
      'product',
      `${attributes.transposeLeft ? 'aᵀ' : 'a'}·${attributes.transposeRight ? 'bᵀ' : 'b'}`,
      [
        randomFloats(1, 2, ...(attributes.transposeLeft ? [4, 3] : [3, 4])),
        randomFloats(2, 2, ...(attributes.transposeRight ? [5, 4] : [4, 5]))
      ],
      attributes
    )
  ),
  caseOf('rmsNorm', '', [randomFloats(1, 2, 3, 8), randomFloats(2, 8)], { epsilon: 1e-2 }),
  caseOf('layerNorm', '', [randomFloats(1, 2, 3, 8), randomFloats(2, 8), randomFloats(3, 8)], {
    epsilon: 1e-2
  }),
  caseOf(
    'rope',
    "of a head's first part",
    [randomFloats(1, 2, 2, 3, 6), randomFloats(2, 2, 3, 2), randomFloats(3, 2, 3, 2)],
    none,
    [0]
  ),
  caseOf('silu', '', [matrix], none),
  caseOf('gelu', '', [matrix], none),
  caseOf('geluTanh', '', [matrix], none),
  caseOf('tokenLogProbability', '', [matrix, wholeNumbers([3, 1], [3, 0, 1])], none)
]

/** Σ of the outputs, each element weighted in its own way. */
function weightedSum(graph: Graph, outputs: readonly Value[]): Value {
  const { add, multiply, reshape, sum } = arithmetic(graph)
  const parts = outputs.map((output, index) => {
    const shape = output.shape as number[]
    const count = shape.reduce((product, size) => product * size, 1)
    const weights = graph.constant('f32', shape, [...randomFloats(50 + index, count).data])
    return sum(reshape(multiply(output, weights), [count]), 0)
  })
  return parts.reduce(add)
}

interface Differentiable {
  readonly graph: Graph
  readonly names: readonly string[] // of the inputs the loss is differentiated by
}

function caseGraph({ op, inputs, attributes, by }: Case): Differentiable {
  const graph = new Graph()
  const values = inputs.map(({ dtype, shape }, i) => graph.input(`in${i}`, dtype, shape))
  const loss = weightedSum(graph, graph.add(op, values, attributes as OpAttributes[typeof op]))
  graph.output('loss', loss)
  const gradients = gradientsOf(
    graph,
    loss,
    by.map((index) => values[index]!)
  )
  for (const [i, index] of by.entries()) graph.output(`d.in${index}`, gradients[i]!)
  return { graph, names: by.map((index) => `in${index}`) }
}

/**
 * Largest error of the gradient, by central differences of two widths (their h² parts cancel), as a
 * share of the largest gradient.
 */
async function gradientError(
  { graph, names }: Differentiable,
  feeds: Feeds,
  portableOnly: boolean
): Promise<number> {
  const session = await Session.open(graph, {
    ...{ provider: 'cpu', weightsFolder: '.', weightMode: 'packed', threads: 1, portableOnly }
  } as const)
  const lossWith = async (name: string, place: number, by: number): Promise<number> => {
    const tensor = feeds[name] as HostTensor & { dtype: 'f32' }
    const data = Float32Array.from(tensor.data)
    data[place]! += by
    const moved = { ...feeds, [name]: { ...tensor, data } }
    return floats((await session.run(moved, ['loss']))['loss'])[0]!
  }
  let largestError = 0
  let largest = 0
  try {
    for (const name of names) {
      const output = (await session.run(feeds, [`d.${name}`]))[`d.${name}`]!
      expect(output.shape).toEqual(feeds[name]!.shape)
      for (const [place, gradient] of floats(output).entries()) {
        const slope = async (width: number): Promise<number> =>
          ((await lossWith(name, place, width)) - (await lossWith(name, place, -width))) /
          (2 * width)
        const expected = (4 * (await slope(0.02)) - (await slope(0.04))) / 3
        largestError = Math.max(largestError, Math.abs(gradient - expected))
        largest = Math.max(largest, Math.abs(expected))
      }
    }
  } finally {
    await session.close()
  }
  expect(largest).toBeGreaterThan(0)
  return largestError / largest
}

const noWebgpu = await whyNoWebgpu()
if (noWebgpu !== null) process.stderr.write(`SKIPPED: gradients on WebGPU: ${noWebgpu}\n`)

describe.each(cases.map((it) => [it.op, it.title, it] as const))('%s %s', (_op, _title, it) => {
  const feeds = Object.fromEntries(it.inputs.map((tensor, i) => [`in${i}`, tensor]))
  test.each([
    ['fused on the CPU', false],
    ['portable', true]
  ])('%s', async (_form, portableOnly) => {
    expect(await gradientError(caseGraph(it), feeds, portableOnly)).toBeLessThan(3e-4)
  })

  test('the same numbers on WebGPU', async () => {
    if (noWebgpu !== null) return
    const { graph, names } = caseGraph(it)
    const onCpu = await runGraph(graph, feeds)
    const onWebgpu = await runGraph(graph, feeds, { provider: 'webgpu' })
    for (const name of names) {
      const expected = floats(onCpu[`d.${name}`]!)
      const largest = Math.max(...expected.map(Math.abs))
      for (const [place, value] of floats(onWebgpu[`d.${name}`]!).entries())
        expect(Math.abs(value - expected[place]!)).toBeLessThan(2e-5 * largest)
    }
  })
})

test('where passes each element its own gradient', async () => {
  const graph = new Graph()
  const [x, y] = [graph.input('x', 'f32', [3, 4]), graph.input('y', 'f32', [3, 4])]
  const switching = graph.input('switch', 'f32', [3, 4])
  const [condition] = graph.add('greater', [switching, graph.scalar(0)], {})
  const loss = weightedSum(graph, graph.add('where', [condition!, x, y], {}))
  graph.output('loss', loss)
  const [dx, dy] = gradientsOf(graph, loss, [x, y])
  graph.output('d.x', dx!)
  graph.output('d.y', dy!)
  const feeds = { x: matrix, y: randomFloats(5, 3, 4), switch: randomFloats(6, 3, 4) }
  expect(await gradientError({ graph, names: ['x', 'y'] }, feeds, false)).toBeLessThan(3e-4)
})

test('every operation with a rule is compared', () => {
  const withRule = Object.entries(ops as Record<string, OpDefinition<unknown>>).flatMap(
    ([op, { gradient }]) => (typeof gradient === 'function' && op !== 'where' ? [op] : [])
  )
  expect(new Set(cases.map(({ op }) => op as string))).toEqual(new Set(withRule))
})

/** Two blocks of normalisation, a gated product and a residual; the table is both first and last. */
function smallModel(recompute: boolean): Differentiable {
  const graph = new Graph()
  const ids = graph.input('ids', 'i64', [1, 5])
  const table = graph.input('table', 'f32', [7, 6])
  const norm = graph.input('norm', 'f32', [6])
  const [up, down] = [graph.input('up', 'f32', [8, 6]), graph.input('down', 'f32', [6, 8])]
  const { add } = arithmetic(graph)
  let [x] = graph.add('embedding', [table, ids], {}) as [Value]
  for (let block = 0; block < 2; block++) {
    x = graph.segment(() => {
      const [normed] = graph.add('rmsNorm', [x, norm], { epsilon: 1e-3 })
      const [inner] = graph.add('linear', [normed!, up], {})
      const [opened] = graph.add('silu', [inner!], {})
      return add(x, graph.add('linear', [opened!, down], {})[0]!)
    })
  }
  const [logits] = graph.add('linear', [x, table], {})
  const loss = weightedSum(graph, graph.add('softmax', [logits!], { axis: -1 }))
  graph.output('loss', loss)
  const names = ['table', 'norm', 'up', 'down']
  const gradients = gradientsOf(graph, loss, [table, norm, up, down], { recompute })
  for (const [i, name] of names.entries()) graph.output(`d.${name}`, gradients[i]!)
  return { graph, names }
}

const modelFeeds: Feeds = {
  ids: wholeNumbers([1, 5], [3, 1, 3, 6, 0]),
  table: randomFloats(1, 7, 6),
  norm: randomFloats(2, 6),
  up: randomFloats(3, 8, 6),
  down: randomFloats(4, 6, 8)
}

describe('several uses and blocks', () => {
  test.each([
    ['values kept', false],
    ['values computed again', true]
  ])('%s', async (_title, recompute) => {
    expect(await gradientError(smallModel(recompute), modelFeeds, false)).toBeLessThan(1e-3)
  })

  test('computing again gives the same bytes, from more nodes', async () => {
    const [kept, again] = [smallModel(false), smallModel(true)]
    const count = ({ graph }: Differentiable): number =>
      graph.nodes.filter(({ op }) => op === 'silu').length
    expect([count(kept), count(again)]).toEqual([2, 4])
    const [left, right] = [
      await runGraph(kept.graph, modelFeeds),
      await runGraph(again.graph, modelFeeds)
    ]
    for (const name of kept.names) expect(right[`d.${name}`]).toEqual(left[`d.${name}`])
  })
})

test('ten runs on two threads give the same bytes, with ids that repeat', async () => {
  const [vocabulary, hidden, count] = [64, 256, 512]
  const graph = new Graph()
  const ids = graph.input('ids', 'i64', [1, count])
  const table = graph.input('table', 'f32', [vocabulary, hidden])
  const weight = graph.input('weight', 'f32', [hidden, hidden])
  const [x] = graph.add('embedding', [table, ids], {})
  const [product] = graph.add('linear', [x!, weight], {})
  const [logits] = graph.add('linear', [product!, table], {})
  const { asRows } = arithmetic(graph)
  const targets = graph.input('targets', 'i64', [count, 1])
  const loss = weightedSum(graph, graph.add('tokenLogProbability', [asRows(logits!), targets], {}))
  const [dTable, dWeight] = gradientsOf(graph, loss, [table, weight])
  graph.output('d.table', dTable!)
  graph.output('d.weight', dWeight!)
  const someIds = Array.from({ length: count }, (_, place) => (place * 7) % 13)
  const feeds = {
    ids: wholeNumbers([1, count], someIds),
    targets: wholeNumbers([count, 1], someIds.toReversed()),
    table: randomFloats(1, vocabulary, hidden),
    weight: randomFloats(2, hidden, hidden)
  }
  const session = await Session.open(graph, {
    ...{ provider: 'cpu', weightsFolder: '.', weightMode: 'packed', threads: 2 }
  } as const)
  const hashes = new Set<string>()
  for (let run = 0; run < 10; run++) {
    const outputs = await session.run(feeds, ['d.table', 'd.weight'])
    const bytes = [outputs['d.table'], outputs['d.weight']].map((it) =>
      Buffer.from(floats(it).buffer).toString('base64')
    )
    hashes.add(bytes.join())
  }
  await session.close()
  expect(hashes.size).toBe(1)
})

describe('refuses', () => {
  const graph = new Graph()
  const [x, other] = [graph.input('x', 'f32', [3]), graph.input('other', 'f32', [3])]
  const { sum, multiply, reshape, zeros } = arithmetic(graph)
  const total = (value: Value): Value => sum(value, 0)

  test('a loss that is not one number', () => {
    expect(() => gradientsOf(graph, x, [x])).toThrow(
      new GraphError('the loss [3] is not one number')
    )
  })
  test('values the loss does not depend on', () => {
    const loss = total(multiply(x, x))
    expect(() => gradientsOf(graph, loss, [other])).toThrow('depends on none of the values')
    expect(() => gradientsOf(graph, loss, [x, other])).toThrow('does not depend on other')
  })
  test('an operation without a gradient, with its reason', () => {
    const [yes] = graph.add('greater', [x, zeros([3])], {})
    const [number] = graph.add('cast', [yes!], { to: 'f32' })
    expect(() => gradientsOf(graph, total(reshape(number!, [3])), [x])).toThrow(GraphError)
  })
})
