// A mistake in a model is reported where it is made, in the words of the graph.
import { describe, expect, test } from 'vitest'
import type { Dtype } from './dtype'
import { Graph, GraphError, type Value } from './graph'
import type { OpAttributes, OpName } from './ops/registry'
import { ops } from './ops/registry'
import type { Shape } from './shape'
import { verifyGraph } from './verify'

type Given = readonly [dtype: Dtype, ...shape: Shape]

function added<K extends OpName>(
  op: K,
  inputs: readonly Given[],
  attributes: OpAttributes[K]
): Value[] {
  const graph = new Graph()
  const values = inputs.map(([dtype, ...shape], index) => graph.input(`in${index}`, dtype, shape))
  return graph.add(op, values, attributes)
}

type Case = {
  [K in OpName]: readonly [K, readonly Given[], OpAttributes[K], reason: RegExp]
}[OpName]

const attention: readonly Given[] = [
  ['f32', 'B', 4, 'T', 8],
  ['f32', 'B', 2, 'P', 8],
  ['f32', 'B', 2, 'P', 8],
  ['f32', 'B', 2, 'T', 8],
  ['f32', 'B', 2, 'T', 8],
  ['f32', 'B', 1, '2*T', 'P+T'],
  ['i64', 2]
]
const attentionWith = (place: number, given: Given): readonly Given[] =>
  attention.map((usual, index) => (index === place ? given : usual))

const refused: readonly Case[] = [
  ['add', [['f32', 2, 3]], {}, /takes 2 inputs, got 1/],
  [
    'add',
    [
      ['f32', 2, 3],
      ['f16', 2, 3]
    ],
    {},
    /dtypes f32 and f16 differ/
  ],
  [
    'add',
    [
      ['f32', 2, 3],
      ['f32', 2]
    ],
    {},
    /\[2, 3\] and \[2\] do not broadcast/
  ],
  [
    'multiply',
    [
      ['f32', 'B', 'T'],
      ['f32', 'T', 'B']
    ],
    {},
    /do not broadcast/
  ],
  [
    'subtract',
    [
      ['f32', 1],
      ['i64', 1]
    ],
    {},
    /differ/
  ],
  [
    'divide',
    [
      ['f32', 'T'],
      ['f32', 'P']
    ],
    {},
    /do not broadcast/
  ],
  ['negate', [['i64', 2]], {}, /needs f32 or f16, got i64/],
  ['sqrt', [['i64', 2]], {}, /got i64/],
  ['sigmoid', [['bool', 2]], {}, /got bool/],
  [
    'tanh',
    [
      ['f32', 1],
      ['f32', 1]
    ],
    {},
    /takes 1 inputs, got 2/
  ],
  ['erf', [['i32', 2]], {}, /got i32/],
  ['floor', [['i64', 2]], {}, /got i64/],
  [
    'dequantizeBlocks',
    [
      ['u8', 3, 2, 16],
      ['f32', 3, 3],
      ['u8', 3, 1]
    ],
    { bits: 4, inputs: 64, layout: 'outIn' },
    /f32\[3, 3\] is not f32\[3, 2\]/
  ],
  ['relu', [['u8', 2]], {}, /got u8/],
  ['cast', [], { to: 'f32' }, /takes 1 inputs, got 0/],
  ['softmax', [['i64', 2]], { axis: -1 }, /needs floats/],
  ['softmax', [['f32', 2]], { axis: 1 }, /axis 1 of a tensor of rank 1/],
  ['reshape', [['f32', 2, 3]], { shape: [7] }, /\[2, 3\] has other elements than \[7\]/],
  ['reshape', [['f32', 'B*T', 4]], { shape: ['B', 'T', 4] }, /2 sizes are unknown/],
  ['transpose', [['f32', 2, 3]], { permutation: [0, 0] }, /no permutation of 2 axes/],
  ['transpose', [['f32', 2, 3]], { permutation: [0] }, /no permutation/],
  ['slice', [['f32', 'T', 4]], { axis: 0, start: 0, end: 1 }, /no fixed size/],
  ['slice', [['f32', 4]], { axis: 0, start: 2, end: 5 }, /2\.\.5 of 4/],
  ['slice', [['f32', 4]], { axis: 0, start: 2, end: 2 }, /2\.\.2 of 4/],
  ['slice', [['f32', 4]], { axis: 3, start: 0, end: 1 }, /axis 3 of a tensor of rank 1/],
  [
    'split',
    [
      ['f32', 'P+T'],
      ['i64', 2]
    ],
    { axis: 0, sizes: ['P', 'P'] },
    /do not make P\+T/
  ],
  [
    'split',
    [
      ['f32', 4],
      ['f32', 2]
    ],
    { axis: 0, sizes: [2, 2] },
    /2 sizes in i64/
  ],
  [
    'split',
    [
      ['f32', 4],
      ['i64', 3]
    ],
    { axis: 0, sizes: [2, 2] },
    /2 sizes in i64/
  ],
  ['concat', [], { axis: 0 }, /at least one input/],
  [
    'concat',
    [
      ['f32', 2, 3],
      ['f32', 2, 4]
    ],
    { axis: 0 },
    /does not join/
  ],
  [
    'concat',
    [
      ['f32', 2],
      ['f16', 2]
    ],
    { axis: 0 },
    /does not join/
  ],
  [
    'gather',
    [
      ['f32', 4],
      ['f32', 2]
    ],
    {},
    /indices are f32/
  ],
  ['gather', [['f32'], ['i64', 2]], {}, /no axis to gather from/],
  [
    'gatherElements',
    [
      ['f32', 4, 2],
      ['i64', 3, 1]
    ],
    {},
    /do not fit/
  ],
  [
    'gatherElements',
    [
      ['f32', 4, 2],
      ['i32', 4, 1]
    ],
    {},
    /indices are i32/
  ],
  [
    'matmul',
    [
      ['f32', 2, 3],
      ['f32', 2, 3]
    ],
    {},
    /\[2, 3\] × \[2, 3\]/
  ],
  [
    'matmul',
    [
      ['f32', 3],
      ['f32', 3, 2]
    ],
    {},
    /×/
  ],
  [
    'matmul',
    [
      ['f32', 2, 2, 3],
      ['f32', 3, 3, 2]
    ],
    {},
    /×/
  ],
  [
    'matmul',
    [
      ['f32', 2, 3],
      ['f16', 3, 2]
    ],
    {},
    /×/
  ],
  ['exp', [['i64', 2]], {}, /needs f32 or f16, got i64/],
  ['log', [['bool', 2]], {}, /got bool/],
  [
    'greater',
    [
      ['f32', 2, 3],
      ['f32', 2]
    ],
    {},
    /\[2, 3\] and \[2\] do not broadcast/
  ],
  [
    'greater',
    [
      ['f32', 2],
      ['i64', 2]
    ],
    {},
    /dtypes f32 and i64 differ/
  ],
  [
    'where',
    [
      ['f32', 2],
      ['f32', 2],
      ['f32', 2]
    ],
    {},
    /the condition is f32, not bool/
  ],
  [
    'where',
    [
      ['bool', 2, 1],
      ['f32', 2, 3],
      ['f32', 2, 3]
    ],
    {},
    /\[2, 1\], \[2, 3\], \[2, 3\] differ/
  ],
  ['pad', [['f32', 2, 3]], { axis: 1, before: 1, after: -1 }, /1 before and -1 after/],
  ['pad', [['f32', 2, 3]], { axis: 2, before: 1, after: 1 }, /axis 2 of a tensor of rank 2/],
  ['expand', [['f32', 3, 2]], { shape: [3, 4] }, /\[3, 2\] does not expand to \[3, 4\]/],
  ['expand', [['f32', 2, 3]], { shape: [3] }, /\[2, 3\] does not expand to \[3\]/],
  [
    'scatterElementsAdd',
    [
      ['f32', 4, 2],
      ['f32', 3, 2],
      ['f32', 3, 2]
    ],
    { axis: 0 },
    /indices are f32, not i64 or i32/
  ],
  [
    'scatterElementsAdd',
    [
      ['f32', 4, 2],
      ['i64', 3, 1],
      ['f32', 3, 1]
    ],
    { axis: 0 },
    /indices \[3, 1\] and updates \[3, 1\] do not fit \[4, 2\]/
  ],
  [
    'product',
    [
      ['f32', 2, 3],
      ['f32', 2, 3]
    ],
    { transposeLeft: true, transposeRight: true, scale: 1 },
    /\[3, 2\] × \[3, 2\]/
  ],
  [
    'product',
    [
      ['f32', 3],
      ['f32', 3, 2]
    ],
    { transposeLeft: false, transposeRight: false, scale: 1 },
    /two axes at least/
  ],
  [
    'embeddingGradient',
    [
      ['f32', 6, 4],
      ['i64', 2, 4]
    ],
    { rows: 9 },
    /ids \[2, 4\] do not fit \[6, 4\]/
  ],
  ['reduceMean', [['f32', 2]], { axis: 1 }, /axis 1/],
  ['reduceSum', [['i64', 2]], { axis: 0 }, /got i64/],
  ['reduceLogSumExp', [['f32', 2]], { axis: -2 }, /axis -2/],
  [
    'writeRows',
    [
      ['f32', 'B', 2, 'P', 4],
      ['f32', 'B', 2, 'T', 3],
      ['f32', 'B', 2, 'T', 4]
    ],
    {},
    /places are f32, not i64/
  ],
  [
    'writeRows',
    [
      ['f32', 'B', 2, 'P', 4],
      ['i64', 'B', 2, 'T', 3],
      ['f32', 'B', 2, 'T', 5]
    ],
    {},
    /rows \[B, 2, T, 5\] do not fit/
  ],
  [
    'writeRows',
    [
      ['f32', 'B', 2, 'P'],
      ['i64', 'B', 2, 'T', 3],
      ['f32', 'B', 2, 'T', 4]
    ],
    {},
    /is not \[B, K, P, D\]/
  ],
  [
    'writeRows',
    [
      ['f32', 'B', 2, 'P', 4],
      ['i64', 'B', 2, 'T', 3],
      ['f16', 'B', 2, 'T', 4]
    ],
    {},
    /rows are f16, data is f32/
  ],
  [
    'linear',
    [
      ['f32', 'T', 4],
      ['f32', 8, 5]
    ],
    {},
    /weight \[8, 5\] does not fit x \[T, 4\]/
  ],
  [
    'linear',
    [
      ['i64', 'T', 4],
      ['f32', 8, 4]
    ],
    {},
    /got i64/
  ],
  [
    'linearInOut',
    [
      ['f32', 'T', 4],
      ['f32', 8, 4]
    ],
    {},
    /weight \[8, 4\] does not fit/
  ],
  [
    'embedding',
    [
      ['f32', 9, 4],
      ['f32', 'T']
    ],
    {},
    /ids are f32/
  ],
  [
    'embedding',
    [
      ['f32', 9],
      ['i64', 'T']
    ],
    {},
    /not \[V, H\]/
  ],
  [
    'rmsNorm',
    [
      ['f32', 'T', 4],
      ['f32', 5]
    ],
    { epsilon: 1e-5 },
    /does not fit/
  ],
  [
    'layerNorm',
    [
      ['f32', 4],
      ['f32', 4],
      ['f32', 5]
    ],
    { epsilon: 1e-5 },
    /\[5\] does not fit/
  ],
  [
    'rope',
    [
      ['f32', 2, 'T', 4],
      ['f32', 'B', 'T', 2],
      ['f32', 'B', 'T', 2]
    ],
    {},
    /not \[B, N/
  ],
  [
    'rope',
    [
      ['f32', 'B', 2, 'T', 4],
      ['f32', 'B', 'T', 4],
      ['f32', 'B', 'T', 4]
    ],
    {},
    /4 pairs/
  ],
  [
    'rope',
    [
      ['f32', 'B', 2, 'T', 4],
      ['f32', 'B', 'T', 2],
      ['f32', 'B', 'P', 2]
    ],
    {},
    /not \[B/
  ],
  ['silu', [['i64', 1]], {}, /got i64/],
  ['gelu', [['i64', 1]], {}, /got i64/],
  ['geluTanh', [['i64', 1]], {}, /got i64/],
  [
    'cachedAttention',
    attentionWith(0, ['f32', 'B', 3, 'T', 8]),
    { scale: 1, softcap: null },
    /3 query heads/
  ],
  [
    'cachedAttention',
    attentionWith(2, ['f32', 'B', 2, 'T', 8]),
    { scale: 1, softcap: null },
    /\[B, 2, P, 8\]/
  ],
  [
    'cachedAttention',
    attentionWith(4, ['f32', 'B', 2, 'T', 9]),
    { scale: 1, softcap: null },
    /\[B, 2, T, 8\]/
  ],
  [
    'cachedAttention',
    attentionWith(5, ['f32', 'B', 1, 'T', 'P+T']),
    { scale: 1, softcap: null },
    /2\*T/
  ],
  [
    'cachedAttention',
    attentionWith(6, ['i64', 3]),
    { scale: 1, softcap: null },
    /\[3\] is not \[2\]/
  ],
  ['cachedAttention', attentionWith(6, ['f32', 2]), { scale: 1, softcap: null }, /sizes are f32/],
  [
    'tokenLogProbability',
    [
      ['f32', 'R', 9],
      ['i64', 'R']
    ],
    {},
    /do not fit/
  ],
  [
    'tokenLogProbability',
    [
      ['f32', 'R', 9],
      ['f32', 'R', 1]
    ],
    {},
    /targets are f32/
  ]
]

test.each(refused)('%s %j %j is refused', (op, inputs, attributes, reason) => {
  const attempt = (): Value[] => added(op, inputs, attributes)
  expect(attempt).toThrow(GraphError)
  expect(attempt).toThrow(reason)
  expect(attempt).toThrow(`${op}(`) // and what it was given
})

test('every operation has a refusal of its own', () => {
  expect(new Set(refused.map(([op]) => op))).toEqual(new Set(Object.keys(ops)))
})

test('names are never given twice, and a prefix keeps two graphs apart', () => {
  const names = ['', 'a/', 'b/'].flatMap((prefix) => {
    const graph = new Graph(prefix)
    return Array.from({ length: 3 }, () => graph.freshName('x'))
  })
  expect(new Set(names).size).toBe(9)
})

describe('the verifier refuses', () => {
  /** y = −x; `change` breaks it. */
  function broken(change: (graph: Graph, y: Value) => void): () => void {
    const graph = new Graph()
    const x = graph.input('x', 'f32', ['T', 4])
    const [y] = graph.add('negate', [x], {})
    change(graph, y!)
    return () => verifyGraph(graph)
  }
  const named = (name: string): Value => ({ name, dtype: 'f32', shape: [1] })

  test('nothing in a legal graph', () => {
    expect(broken((graph, y) => graph.output('y', y))).not.toThrow()
  })

  test.each<[string, (graph: Graph, y: Value) => void, RegExp]>([
    ['a graph without outputs', () => undefined, /gives nothing out/],
    ['an output that is never written', (g) => g.output('y', named('z')), /z is never written/],
    ['an output named like a value', (g, y) => g.output('x', y), /has the name of a value/],
    [
      'two outputs of one name',
      (g, y) => {
        g.output('y', y)
        g.output('y', y)
      },
      /y is given out twice/
    ],
    ['two inputs of one name', (g) => g.input('x', 'f32', [1]), /x is written twice/],
    [
      'a weight named like an input',
      (g) => g.initializer('x', 'f32', [1], { kind: 'bytes', bytes: new Uint8Array(4) }),
      /x is written twice/
    ],
    [
      'a weight with too few bytes',
      (g) => g.initializer('w', 'f32', [2, 3], { kind: 'bytes', bytes: new Uint8Array(23) }),
      /w: 23 bytes, its shape needs 24/
    ],
    [
      'a weight in a file with too many bytes',
      (g) => {
        const place = { kind: 'file', fileName: 'w', byteOffset: 0, byteLength: 7 } as const
        g.initializer('w', 'bf16', [3], place)
      },
      /w: 7 bytes, its shape needs 6/
    ],
    [
      'a weight of unknown size',
      (g) => g.initializer('w', 'f32', ['T'], { kind: 'bytes', bytes: new Uint8Array(4) }),
      /no fixed shape/
    ],
    ['a value of another graph', (g) => g.add('negate', [named('z')], {}), /z is read before/],
    [
      'a value under a known name',
      (g) => g.add('negate', [{ ...named('x'), shape: [7] }], {}),
      /x is read before/
    ],
    [
      'an output of another type than its operation gives',
      (g, y) => {
        const wrong = { ...named('z'), shape: [4, 'T'] }
        g.nodes.push({ op: 'negate', inputs: [y], outputs: [wrong], attributes: {} })
      },
      /z is f32\[4, T\], its operation gives f32\[T, 4\]/
    ],
    [
      'a node with too many outputs',
      (g, y) => {
        const outputs = [named('a'), named('b')]
        g.nodes.push({ op: 'negate', inputs: [y], outputs, attributes: {} })
      },
      /2 outputs, not 1/
    ]
  ])('%s', (_title, change, reason) => {
    const verify = broken(change)
    expect(verify).toThrow(GraphError)
    expect(verify).toThrow(reason)
  })
})
