// Products and lookups with matrices in blocks: the CPU's kernels give what the portable form gives,
// but for their 8-bit activations; and neither writes the whole matrix where nothing reads it.
import { expect, test } from 'vitest'
import { randomFloats, runGraph, wholeNumbers } from '../../testing/runGraph'
import { Graph, type Value } from '../graph'
import { encodeOnnx } from '../onnx'
import { blockShapes, type BlockLayout } from '../ops/blocks'
import { floats } from '../session'

const outputs = 12

function matrix(graph: Graph, layout: BlockLayout): Value {
  const shapes = blockShapes(outputs, layout)
  const bytes = (seed: number, shape: readonly number[]): Uint8Array =>
    Uint8Array.from(randomFloats(seed, ...shape).data, (x) => Math.floor(128 * (x + 1)))
  const scales = randomFloats(5, ...shapes.scales).data
  const parts = [
    graph.initializer('blocks', 'u8', shapes.blocks, {
      kind: 'bytes',
      bytes: bytes(4, shapes.blocks)
    }),
    graph.initializer('scales', 'f32', shapes.scales, {
      ...{ kind: 'bytes', bytes: new Uint8Array(scales.buffer as ArrayBuffer) }
    }),
    graph.initializer('zeros', 'u8', shapes.zeroPoints, {
      ...{ kind: 'bytes', bytes: bytes(6, shapes.zeroPoints) }
    })
  ]
  return graph.add('dequantizeBlocks', parts, layout)[0]!
}

const layouts = [4, 8].flatMap((bits) =>
  [64, 72].flatMap((inputs) =>
    (['outIn', 'inOut'] as const).map(
      (layout) => [bits, inputs, layout] as [4 | 8, number, 'outIn' | 'inOut']
    )
  )
)

test.each(layouts)('products with %i-bit blocks of %i inputs, %s', async (bits, inputs, layout) => {
  const graph = new Graph()
  const x = graph.input('x', 'f32', ['B', 'T', inputs])
  const weight = matrix(graph, { bits, inputs, layout })
  graph.output('y', graph.add(layout === 'outIn' ? 'linear' : 'linearInOut', [x, weight], {})[0]!)
  const feeds = { x: randomFloats(7, 2, 3, inputs) }
  const fused = (await runGraph(graph, feeds))['y']!
  const portable = (await runGraph(graph, feeds, { portableOnly: true }))['y']!
  expect(fused.shape).toEqual(portable.shape)
  // Each |x| ≤ 1 is rounded by at most half a step of 1/127: in the root mean square 1/440, and every
  // term of the product is off by about that, independently of the others.
  const expected = floats(portable)
  const rms = (values: Float32Array): number =>
    Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)
  const difference = rms(floats(fused).map((value, index) => value - expected[index]!))
  expect(difference).toBeLessThan(rms(expected) / 150)
  expect(difference).toBeGreaterThan(0) // another way of computing, not the same twice
})

test.each([
  [4, 64],
  [4, 72],
  [8, 64],
  [8, 72]
] as const)('rows of a table in %i-bit blocks of %i', async (bits, inputs) => {
  const graph = new Graph()
  const ids = graph.input('ids', 'i64', ['B', 'T'])
  const table = matrix(graph, { bits, inputs, layout: 'outIn' })
  graph.output('y', graph.add('embedding', [table, ids], {})[0]!)
  const feeds = { ids: wholeNumbers([2, 2], [11, 0, 3, 3]) }
  const fused = (await runGraph(graph, feeds))['y']!
  const portable = (await runGraph(graph, feeds, { portableOnly: true }))['y']!
  expect(fused.shape).toEqual([2, 2, inputs])
  const expected = floats(portable)
  for (const [index, value] of floats(fused).entries())
    expect(Math.abs(value - expected[index]!)).toBeLessThan(1e-5 * 128)
})

test('a matrix that kernels read in blocks is never taken apart; one that is also read whole is', () => {
  const model = (readWhole: boolean): string => {
    const graph = new Graph()
    const x = graph.input('x', 'f32', ['T', 64])
    const weight = matrix(graph, { bits: 4, inputs: 64, layout: 'outIn' })
    graph.output('y', graph.add('linear', [x, weight], {})[0]!)
    if (readWhole) graph.output('w', graph.add('negate', [weight], {})[0]!)
    return Buffer.from(encodeOnnx(graph, { provider: 'cpu' })).toString('latin1')
  }
  expect(model(false)).toContain('MatMulNBits')
  expect(model(false)).not.toContain('Floor')
  expect(model(true)).toContain('MatMulNBits')
  expect(model(true)).toContain('Floor')
})

test('half-precision tensors go in and come out as their bits', async () => {
  const graph = new Graph()
  const x = graph.input('x', 'f16', ['T'])
  graph.output('wide', graph.add('cast', [x], { to: 'f32' })[0]!)
  graph.output('same', graph.add('add', [x, x], {})[0]!)
  const data = Uint16Array.of(0x3c00, 0xc000, 0x0001)
  const results = await runGraph(graph, { x: { dtype: 'f16', shape: [3], data } })
  expect([...floats(results['wide']!)]).toEqual([1, -2, 2 ** -24])
  expect(results['same']).toEqual({
    ...{ dtype: 'f16', shape: [3], data: Uint16Array.of(0x4000, 0xc400, 0x0002) }
  })
})
