// Masks: the same for the same counters, others otherwise, as many zeros as the rate says.
import { expect, test } from 'vitest'
import { Graph } from '../tensor/graph'
import { encodeOnnx } from '../tensor/onnx'
import { floats } from '../tensor/session'
import { dropout, maskFeed, type DropoutMask } from './dropout'

const mask: DropoutMask = { name: 'dropout.h.0.attn', shape: ['R', 40, 25], rate: 0.3 }
const draw = { seed: 7, step: 3, part: 0 }
const bytesOf = (of: DropoutMask, at: typeof draw): string =>
  Buffer.from(floats(maskFeed(of, at, 20)).buffer).toString('base64')

test('the same seed, step, part and place give the same bytes, others others', () => {
  expect(bytesOf(mask, draw)).toBe(bytesOf({ ...mask }, { ...draw }))
  const others = [
    bytesOf(mask, { ...draw, seed: 8 }),
    bytesOf(mask, { ...draw, step: 4 }),
    bytesOf(mask, { ...draw, part: 1 }),
    bytesOf({ ...mask, name: 'dropout.h.1.attn' }, draw)
  ]
  expect(new Set([bytesOf(mask, draw), ...others]).size).toBe(5)
})

test('elements are dropped as often as the rate says, and the others make up for them', () => {
  const { shape, data } = maskFeed(mask, draw, 20)
  expect(shape).toEqual([20, 40, 25])
  const numbers = [...(data as Float32Array)]
  const zeros = numbers.filter((number) => number === 0).length
  // Four standard deviations of 20,000 draws.
  expect(Math.abs(zeros / 20_000 - 0.3)).toBeLessThan(0.013)
  expect(new Set(numbers)).toEqual(new Set([0, Math.fround(1 / 0.7)]))
})

test('at rate 0 nothing is written into the graph', () => {
  const encoded = [0, null].map((rate) => {
    const graph = new Graph()
    const x = graph.input('x', 'f32', [2, 3])
    const [y, drawn] = rate === null ? [x, undefined] : dropout(graph, x, 'place', rate)
    expect(drawn).toBeUndefined()
    graph.output('y', y)
    return Buffer.from(encodeOnnx(graph, { provider: 'cpu' })).toString('base64')
  })
  expect(encoded[0]).toBe(encoded[1])
})
