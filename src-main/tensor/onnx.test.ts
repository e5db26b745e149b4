// What is written is ONNX: read back with the fields of the standard, and taken by the runtime.
import protobuf from 'protobufjs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { randomFloats, runGraph } from '../testing/runGraph'
import { Graph, GraphError } from './graph'
import { encodeOnnx } from './onnx'

// The fields that are looked at, numbered as in onnx.proto.
const { root } = protobuf.parse(
  `syntax = "proto3";
  message Entry { string key = 1; string value = 2; }
  message Tensor {
    repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9;
    repeated Entry external_data = 13; int32 data_location = 14;
  }
  message Node {
    repeated string input = 1; repeated string output = 2; string op_type = 4; string domain = 7;
  }
  message Dim { int64 dim_value = 1; string dim_param = 2; }
  message Shape { repeated Dim dim = 1; }
  message TensorType { int32 elem_type = 1; Shape shape = 2; }
  message Type { TensorType tensor_type = 1; }
  message Info { string name = 1; Type type = 2; }
  message GraphProto {
    repeated Node node = 1; repeated Tensor initializer = 5; repeated Info input = 11;
    repeated Info output = 12;
  }
  message Opset { string domain = 1; int64 version = 2; }
  message Model { int64 ir_version = 1; GraphProto graph = 7; repeated Opset opset_import = 8; }`,
  { keepCase: true }
)
const nodeSchema = z.object({
  input: z.array(z.string()),
  output: z.array(z.string()),
  op_type: z.string(),
  domain: z.string()
})
const info = z.object({
  name: z.string(),
  type: z.object({
    tensor_type: z.object({
      elem_type: z.number(),
      shape: z.object({ dim: z.array(z.object({ dim_value: z.number(), dim_param: z.string() })) })
    })
  })
})
const modelSchema = z.object({
  ir_version: z.number(),
  opset_import: z.array(z.object({ domain: z.string(), version: z.number() })),
  graph: z.object({
    node: z.array(nodeSchema),
    initializer: z.array(
      z.object({
        name: z.string(),
        dims: z.array(z.number()),
        data_type: z.number(),
        data_location: z.number(),
        raw_data: z.instanceof(Uint8Array),
        external_data: z.array(z.object({ key: z.string(), value: z.string() }))
      })
    ),
    input: z.array(info),
    output: z.array(info)
  })
})

function written(graph: Graph, portableOnly = false) {
  const type = root.lookupType('Model')
  const message = type.decode(encodeOnnx(graph, { provider: 'cpu', portableOnly }))
  return modelSchema.parse(type.toObject(message, { longs: Number, defaults: true, arrays: true }))
}

/** y = (x·Wᵀ) normed twice, its first two columns; W in a file, the norm's weight in memory. */
function example(): Graph {
  const graph = new Graph()
  const x = graph.input('x', 'f32', ['T', 4])
  const place = { kind: 'file', fileName: 'w.safetensors', byteOffset: 13, byteLength: 40 } as const
  const weight = graph.initializer('w', 'bf16', [5, 4], place)
  const [product] = graph.add('linear', [x, weight], {})
  const scale = graph.constant('f32', [5], [1, 2, 3, 4, 5])
  const [once] = graph.add('rmsNorm', [product!, scale], { epsilon: 1e-5 })
  const [twice] = graph.add('rmsNorm', [once!, scale], { epsilon: 1e-5 })
  const [left] = graph.add('slice', [twice!], { axis: -1, start: 0, end: 2 })
  const [right] = graph.add('slice', [twice!], { axis: -1, start: 2, end: 4 })
  graph.output('left', left!)
  graph.output('right', right!)
  graph.output('all', twice!)
  return graph
}

test('weights in files stay there, by place; those in memory travel as bytes', () => {
  const { graph } = written(example())
  const byName = new Map(graph.initializer.map((tensor) => [tensor.name, tensor]))
  const weight = byName.get('w')!
  expect(weight).toMatchObject({ dims: [5, 4], data_type: 16, data_location: 1 })
  expect(weight.raw_data).toHaveLength(0)
  expect(Object.fromEntries(weight.external_data.map(({ key, value }) => [key, value]))).toEqual({
    location: 'w.safetensors',
    offset: '13',
    length: '40'
  })
  const inMemory = graph.initializer.filter((tensor) => tensor.data_type === 1)
  expect(
    inMemory.map(({ raw_data: raw }) => [...new Float32Array(Uint8Array.from(raw).buffer)])
  ).toEqual([[1, 2, 3, 4, 5]])
})

test('inputs and outputs keep their names, types and named sizes', () => {
  const { graph, ir_version: version, opset_import: opsets } = written(example())
  expect(version).toBe(10)
  expect(opsets).toEqual([
    { domain: '', version: 20 },
    { domain: 'com.microsoft', version: 1 }
  ])
  const shapeOf = ({ name, type }: z.infer<typeof info>): [string, number, (string | number)[]] => [
    name,
    type.tensor_type.elem_type,
    type.tensor_type.shape.dim.map((dim) => dim.dim_param || dim.dim_value)
  ]
  expect(graph.input.map(shapeOf)).toEqual([['x', 1, ['T', 4]]])
  expect(graph.output.map(shapeOf)).toEqual([
    ['left', 1, ['T', 2]],
    ['right', 1, ['T', 2]],
    ['all', 1, ['T', 5]]
  ])
})

test.each([false, true])(
  'every name is written once, before it is read (portable: %s)',
  (portable) => {
    const { graph } = written(example(), portable)
    const known = new Set([...graph.input, ...graph.initializer].map(({ name }) => name))
    expect(known.size).toBe(graph.input.length + graph.initializer.length)
    for (const { input, output } of graph.node) {
      for (const name of input) expect(known, name).toContain(name)
      for (const name of output) {
        expect(known, name).not.toContain(name)
        known.add(name)
      }
    }
    for (const { name } of graph.output) expect(known).toContain(name)
    const operators = graph.node.map(({ op_type: op }) => op)
    const fused = operators.filter((op) => op === 'SimplifiedLayerNormalization')
    expect(fused).toHaveLength(portable ? 0 : 2)
  }
)

test('equal lists of numbers are written once', () => {
  const { graph } = written(example())
  const indices = graph.initializer.filter((tensor) => tensor.data_type === 7)
  const lists = indices.map(({ raw_data: raw }) =>
    String(new BigInt64Array(Uint8Array.from(raw).buffer))
  )
  expect(new Set(lists).size).toBe(lists.length)
})

test('the same value may be used, given out, and given out again', async () => {
  const graph = new Graph()
  const x = graph.input('x', 'f32', ['T'])
  const [y] = graph.add('negate', [x], {})
  const [z] = graph.add('negate', [y!], {})
  graph.output('y', y!)
  graph.output('again', y!)
  graph.output('z', z!)
  graph.output('same', x)
  const feed = randomFloats(1, 3)
  const out = await runGraph(graph, { x: feed })
  const numbers = [...feed.data]
  expect([...out['z']!.data]).toEqual(numbers)
  expect([...out['same']!.data]).toEqual(numbers)
  for (const name of ['y', 'again']) expect([...out[name]!.data]).toEqual(numbers.map((n) => -n))
})

test('an illegal graph is not written', () => {
  expect(() => encodeOnnx(new Graph(), { provider: 'cpu' })).toThrow(GraphError)
})
