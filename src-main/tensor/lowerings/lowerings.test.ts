// Every composite operation gives in its fused form what its portable form gives, and that is what
// its definition says.
import { describe, expect, test } from 'vitest'
import { randomFloats, runGraph, wholeNumbers } from '../../testing/runGraph'
import { whyNoWebgpu } from '../../testing/webgpu'
import { Graph } from '../graph'
import { compositeOps } from '../ops/composite'
import type { CompositeOpName, OpAttributes } from '../ops/registry'
import { floats, type HostTensor } from '../session'

interface Case<K extends CompositeOpName = CompositeOpName> {
  readonly op: K
  readonly title: string
  readonly inputs: readonly HostTensor[]
  readonly attributes: OpAttributes[K]
  /** The definition, in plain loops and f64; output index -> number. */
  readonly expected: (inputs: readonly HostTensor[]) => number[]
}

const numbers = (tensor: HostTensor): number[] =>
  Array.from(tensor.data as ArrayLike<number>, Number)
const none = {}

function caseOf<K extends CompositeOpName>(
  op: K,
  title: string,
  inputs: readonly HostTensor[],
  attributes: OpAttributes[K],
  expected: (...inputs: number[][]) => number[]
): Case {
  const plain = (given: readonly HostTensor[]): number[] => expected(...given.map(numbers))
  return { op, title, inputs, attributes, expected: plain }
}

/** f over rows of `size` numbers. */
function byRow(values: readonly number[], size: number, f: (row: number[]) => number[]): number[] {
  const rows = Array.from({ length: values.length / size }, (_, row) => row * size)
  return rows.flatMap((start) => f(values.slice(start, start + size)))
}
const mean = (row: readonly number[]): number => row.reduce((a, b) => a + b, 0) / row.length
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
/** erf by its Taylor series: exact to f64 for |x| < 3. */
function erf(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; n < 60; n++) {
    term *= (-x * x) / n
    sum += term / (2 * n + 1)
  }
  return (2 / Math.sqrt(Math.PI)) * sum
}

interface Attention {
  batch: number
  heads: number
  keyHeads: number
  time: number
  capacity: number
  used: number
  headSize: number
  softcap?: number
}

/** [B, 1, (N/K)·T, P+T]: used remembered rows and the new ones up to its own are seen. */
function causalMask({ batch, heads, keyHeads, time, capacity, used }: Attention): HostTensor {
  const rows = (heads / keyHeads) * time
  const width = capacity + time
  const data = Float32Array.from({ length: batch * rows * width }, (_, place) => {
    const column = place % width
    const row = Math.floor(place / width) % time
    const seen = column < capacity ? column < used : column - capacity <= row
    return seen ? 0 : -1e9
  })
  return { dtype: 'f32', shape: [batch, 1, rows, width], data }
}

function attentionCase(title: string, shape: Attention): Case {
  const { batch, heads, keyHeads, time, capacity, used, headSize, softcap } = shape
  const groupSize = heads / keyHeads
  const inputs = [
    randomFloats(1, batch, heads, time, headSize),
    randomFloats(2, batch, keyHeads, capacity, headSize),
    randomFloats(3, batch, keyHeads, capacity, headSize),
    randomFloats(4, batch, keyHeads, time, headSize),
    randomFloats(5, batch, keyHeads, time, headSize),
    causalMask(shape),
    wholeNumbers([2], [capacity, time])
  ]
  const scale = 0.7
  const attributes = { scale, softcap: softcap ?? null }
  const cap = (score: number): number => (softcap ? softcap * Math.tanh(score / softcap) : score)
  return caseOf(
    'cachedAttention',
    title,
    inputs,
    attributes,
    (q, pastKey, pastValue, key, value) => {
      const result: number[] = []
      for (let b = 0; b < batch; b++)
        for (let head = 0; head < heads; head++) {
          const rowsOf = (past: number[], fresh: number[]): number[][] => {
            const at = b * keyHeads + Math.floor(head / groupSize)
            const cut = (all: number[], length: number, count: number): number[][] =>
              Array.from({ length: count }, (_, row) => {
                const start = (at * length + row) * headSize
                return all.slice(start, start + headSize)
              })
            return [...cut(past, capacity, used), ...cut(fresh, time, time)]
          }
          const keys = rowsOf(pastKey, key)
          const values = rowsOf(pastValue, value)
          for (let t = 0; t < time; t++) {
            const start = ((b * heads + head) * time + t) * headSize
            const query = q.slice(start, start + headSize)
            const seen = used + t + 1
            const weights = keys.slice(0, seen).map((row) => {
              const product = row.reduce((sum, x, d) => sum + x * query[d]!, 0)
              return Math.exp(cap(product * scale))
            })
            const total = weights.reduce((a, b) => a + b, 0)
            for (let d = 0; d < headSize; d++)
              result.push(weights.reduce((sum, w, row) => sum + (w / total) * values[row]![d]!, 0))
          }
        }
      return result
    }
  )
}

const product =
  (into: number, out: number, at: (o: number, i: number) => number) =>
  (x: number[], weight: number[]): number[] =>
    byRow(x, into, (row) =>
      Array.from({ length: out }, (_, o) =>
        row.reduce((sum, v, i) => sum + v * weight[at(o, i)]!, 0)
      )
    )

function ropeCase(title: string, headSize: number, turned: number): Case {
  const [batch, heads, time, half] = [2, 3, 4, turned / 2]
  const inputs = [
    randomFloats(1, batch, heads, time, headSize),
    randomFloats(2, batch, time, half),
    randomFloats(3, batch, time, half)
  ]
  return caseOf('rope', title, inputs, none, (x, cos, sin) => {
    let row = 0
    return byRow(x, headSize, (values) => {
      const b = Math.floor(row / (heads * time))
      const angle = (b * time + (row++ % time)) * half
      return values.map((value, d) => {
        if (d >= turned) return value
        const j = d % half
        const [c, s] = [cos[angle + j]!, sin[angle + j]!]
        return d < half ? value * c - values[d + half]! * s : value * c + values[d - half]! * s
      })
    })
  })
}

function blocksCase(title: string, bits: 4 | 8, layout: 'outIn' | 'inOut'): Case {
  const [outputs, inputs, count] = [3, 72, 3]
  const bytes = (seed: number, ...shape: number[]): HostTensor => ({
    ...{ dtype: 'u8', shape },
    data: Uint8Array.from(randomFloats(seed, ...shape).data, (x) => Math.floor(128 * (x + 1)))
  })
  const packed = [
    bytes(1, outputs, count, 4 * bits),
    randomFloats(2, outputs, count),
    bytes(3, outputs, Math.ceil((count * bits) / 8))
  ]
  const attributes = { bits, inputs, layout }
  return caseOf('dequantizeBlocks', title, packed, attributes, (blocks, scales, zeroPoints) => {
    const codeAt = (from: number[], row: number, place: number): number => {
      const perRow = from.length / outputs
      if (bits === 8) return from[row * perRow + place]!
      const byte = from[row * perRow + Math.floor(place / 2)]!
      return place % 2 === 0 ? byte & 15 : byte >> 4
    }
    return Array.from({ length: outputs * inputs }, (_, place) => {
      const [o, i] =
        layout === 'outIn'
          ? [Math.floor(place / inputs), place % inputs]
          : [place % outputs, Math.floor(place / outputs)]
      const block = Math.floor(i / 32)
      return (codeAt(blocks, o, i) - codeAt(zeroPoints, o, block)) * scales[o * count + block]!
    })
  })
}

const wide = randomFloats(7, 2, 3, 40)
const sevenfold = { ...wide, data: wide.data.map((x) => 2.8 * x) }
const epsilon = 1e-3

const cases: readonly Case[] = [
  caseOf(
    'linear',
    '[T, I] · [O, I]ᵀ',
    [randomFloats(1, 5, 7), randomFloats(2, 4, 7)],
    none,
    product(7, 4, (o, i) => o * 7 + i)
  ),
  caseOf(
    'linearInOut',
    '[B, T, I] · [I, O]',
    [randomFloats(1, 2, 5, 7), randomFloats(2, 7, 4)],
    none,
    product(7, 4, (o, i) => i * 4 + o)
  ),
  caseOf(
    'embedding',
    'rows of a table',
    [randomFloats(1, 6, 3), wholeNumbers([2, 2], [5, 0, 3, 5])],
    none,
    (table, ids) => ids.flatMap((id) => table.slice(id * 3, id * 3 + 3))
  ),
  blocksCase('of 4 bits, the last one short', 4, 'outIn'),
  blocksCase('of 8 bits, turned', 8, 'inOut'),
  ...[false, true].flatMap((transposeLeft) =>
    [false, true].map((transposeRight) =>
      caseOf(
        'product',
        `${transposeLeft ? 'aᵀ' : 'a'} · ${transposeRight ? 'bᵀ' : 'b'}`,
        [
          randomFloats(1, 2, ...(transposeLeft ? [4, 3] : [3, 4])),
          randomFloats(2, 2, ...(transposeRight ? [5, 4] : [4, 5]))
        ],
        { transposeLeft, transposeRight, scale: 0.3 },
        (a, b) =>
          Array.from({ length: 30 }, (_, place) => {
            const batch = Math.floor(place / 15)
            const [m, n] = [Math.floor(place / 5) % 3, place % 5]
            let sum = 0
            for (let k = 0; k < 4; k++) {
              const left = a[batch * 12 + (transposeLeft ? k * 3 + m : m * 4 + k)]!
              sum += left * b[batch * 20 + (transposeRight ? n * 4 + k : k * 5 + n)]!
            }
            return 0.3 * sum
          })
      )
    )
  ),
  caseOf(
    'embeddingGradient',
    'rows summed by id',
    [randomFloats(1, 4, 2), wholeNumbers([4], [2, 0, 2, 2])],
    { rows: 3 },
    (g) => {
      const at = (row: number, column: number): number => g[row * 2 + column]!
      const both = (of: (column: number) => number): number[] => [of(0), of(1)]
      return [...both((i) => at(1, i)), ...[0, 0], ...both((i) => at(0, i) + at(2, i) + at(3, i))]
    }
  ),
  caseOf('rmsNorm', 'of small rows', [wide, randomFloats(8, 40)], { epsilon }, (x, w) =>
    byRow(x, 40, (row) => {
      const root = Math.sqrt(mean(row.map((v) => v * v)) + epsilon)
      return row.map((v, i) => (v / root) * w[i]!)
    })
  ),
  caseOf(
    'layerNorm',
    'with weight and bias',
    [wide, randomFloats(8, 40), randomFloats(9, 40)],
    { epsilon },
    (x, w, b) =>
      byRow(x, 40, (row) => {
        const middle = mean(row)
        const root = Math.sqrt(mean(row.map((v) => (v - middle) ** 2)) + epsilon)
        return row.map((v, i) => ((v - middle) / root) * w[i]! + b[i]!)
      })
  ),
  ropeCase('of whole heads', 6, 6),
  ropeCase("of a head's first part", 10, 4),
  caseOf('silu', 'from −2.8 to 2.8', [sevenfold], none, (x) => x.map((v) => v * sigmoid(v))),
  caseOf('gelu', 'from −2.8 to 2.8', [sevenfold], none, (x) =>
    x.map((v) => (v / 2) * (1 + erf(v * Math.SQRT1_2)))
  ),
  caseOf('geluTanh', 'from −2.8 to 2.8', [sevenfold], none, (x) =>
    x.map((v) => (v / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (v + 0.044715 * v ** 3))))
  ),
  attentionCase('before anything is remembered', {
    ...{ batch: 2, heads: 4, keyHeads: 4, time: 5, capacity: 0, used: 0, headSize: 6 }
  }),
  attentionCase('of one row over a cache with room to spare', {
    ...{ batch: 1, heads: 6, keyHeads: 2, time: 1, capacity: 8, used: 5, headSize: 4 }
  }),
  attentionCase('of several rows over a full cache, one key head for all', {
    ...{ batch: 2, heads: 4, keyHeads: 1, time: 3, capacity: 4, used: 4, headSize: 8 }
  }),
  attentionCase('with a softcap', {
    ...{ batch: 1, heads: 4, keyHeads: 2, time: 3, capacity: 4, used: 2, headSize: 4, softcap: 0.4 }
  }),
  caseOf(
    'tokenLogProbability',
    'in nats',
    [randomFloats(1, 3, 9), wholeNumbers([3, 1], [8, 0, 4])],
    none,
    (logits, targets) => {
      let row = 0
      return byRow(logits, 9, (z) => [
        z[targets[row++]!]! - Math.log(z.reduce((sum, v) => sum + Math.exp(v), 0))
      ])
    }
  )
]

/** WebGPU may compute e^x, tanh and divisions to a few units in the last place (WGSL, section 15.7.4). */
const tolerances = { cpu: 2e-6, webgpu: 2e-5 }

/** The operation alone in a graph; `sizes` names what is only known when it runs. */
function graphOf({ op, inputs, attributes }: Case): Graph {
  const graph = new Graph()
  const values = inputs.map(({ dtype, shape }, index) => graph.input(`in${index}`, dtype, shape))
  graph.output('y', graph.add(op, values, attributes)[0]!)
  return graph
}

const noWebgpu = await whyNoWebgpu()
if (noWebgpu !== null) process.stderr.write(`SKIPPED: lowerings on WebGPU: ${noWebgpu}\n`)
const forms: readonly [form: string, provider: keyof typeof tolerances, portableOnly: boolean][] = [
  ['fused on the CPU', 'cpu', false],
  ['portable on the CPU', 'cpu', true],
  ['fused on WebGPU', 'webgpu', false],
  ['portable on WebGPU', 'webgpu', true]
]

describe.each(cases.map((it) => [it.op, it.title, it] as const))('%s %s', (_op, _title, it) => {
  const feeds = Object.fromEntries(it.inputs.map((tensor, index) => [`in${index}`, tensor]))
  // A tensor without elements ends the process there; caches on the device have none.
  const hasEmpty = it.inputs.some(({ data }) => data.length === 0)

  test.each(forms)('%s', async (_form, provider, portableOnly) => {
    if (provider === 'webgpu' && (hasEmpty || noWebgpu !== null)) return
    const graph = graphOf(it)
    const y = (await runGraph(graph, feeds, { provider, portableOnly }))['y']!
    expect(y.shape).toEqual(graph.outputs[0]!.value.shape)
    const expected = it.expected(it.inputs)
    expect(y.data.length).toBe(expected.length)
    for (const [index, value] of floats(y).entries())
      expect(Math.abs(value - expected[index]!)).toBeLessThan(
        tolerances[provider] * Math.max(1, Math.abs(expected[index]!))
      )
  })
})

test('every composite operation is compared', () => {
  expect(new Set(cases.map(({ op }) => op))).toEqual(new Set(Object.keys(compositeOps)))
})
