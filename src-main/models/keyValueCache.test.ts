// What a cache gives back is what was put in, however it came and however often it grew.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HostTensor } from '../tensor/session'
import type { CausalShape } from './architecture'
import { HostCache, pastName, rowsName } from './keyValueCache'

const [layers, keyHeads, headSize] = [2, 2, 3]
const shape: CausalShape = {
  ...{ vocabularySize: 10, hiddenSize: 12, layers, contextLength: 2000, rope: null },
  attention: { heads: 4, keyHeads, headSize }
}
const parts = ['key', 'value'] as const

/** A number that says where it belongs: batch row, head, position, layer, part, element. */
const mark = (...place: number[]): number => place.reduce((sum, part) => sum * 32 + part, 0)

function rowsOf(batch: number, start: number, time: number): Record<string, HostTensor> {
  const outputs: Record<string, HostTensor> = {}
  for (let layer = 0; layer < layers; layer++)
    for (const [part, name] of parts.entries()) {
      const data: number[] = []
      for (let b = 0; b < batch; b++)
        for (let head = 0; head < keyHeads; head++)
          for (let t = 0; t < time; t++)
            for (let d = 0; d < headSize; d++)
              data.push(mark(start + t, b, head, layer, part, d) % 2 ** 24)
      const dims = [batch, keyHeads, time, headSize]
      outputs[rowsName(layer, name)] = { dtype: 'f32', shape: dims, data: Float32Array.from(data) }
    }
  return outputs
}

function expectHolds(cache: HostCache, batch: number, length: number): void {
  expect(cache.length).toBe(length)
  expect(cache.capacity % 256).toBe(0)
  const feeds = cache.feeds()
  const whole = rowsOf(batch, 0, length)
  for (let layer = 0; layer < layers; layer++)
    for (const part of parts) {
      const { data, shape: dims } = feeds[pastName(layer, part)]!
      expect(dims).toEqual([batch, keyHeads, cache.capacity, headSize])
      const expected = whole[rowsName(layer, part)]!.data as Float32Array
      for (let head = 0; head < batch * keyHeads; head++) {
        const start = head * cache.capacity * headSize
        const held = (data as Float32Array).slice(start, start + length * headSize)
        const own = head * length * headSize
        expect(held).toEqual(expected.slice(own, own + length * headSize))
      }
    }
}

test('rows of steps of any size are held in order, over several growths', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 }),
      fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 6 }),
      (batch, steps) => {
        const cache = new HostCache(shape, batch)
        let length = 0
        for (const time of steps) {
          cache.append(rowsOf(batch, length, time), time, length + time)
          length += time
        }
        expectHolds(cache, batch, length)
      }
    ),
    { numRuns: 25 }
  )
})

test('memory stays in place until it is full', () => {
  const cache = new HostCache(shape, 1)
  cache.append(rowsOf(1, 0, 1), 1, 1)
  const first = cache.feeds()[pastName(0, 'key')]!.data
  for (let row = 1; row < 256; row++) cache.append(rowsOf(1, row, 1), 1, row + 1)
  expect(cache.feeds()[pastName(0, 'key')]!.data).toBe(first)
  cache.append(rowsOf(1, 256, 1), 1, 257)
  expect(cache.feeds()[pastName(0, 'key')]!.data === first).toBe(false)
  expectHolds(cache, 1, 257)
})

test('forgotten rows are written over; what was never held cannot be forgotten', () => {
  const cache = new HostCache(shape, 1)
  cache.append(rowsOf(1, 0, 10), 10, 10)
  cache.append(rowsOf(1, 20, 5), 5, 15)
  cache.truncate(10)
  cache.append(rowsOf(1, 10, 7), 7, 17)
  expectHolds(cache, 1, 17)
  expect(() => cache.truncate(18)).toThrow(RangeError)
  expect(() => cache.truncate(-1)).toThrow(RangeError)
})

test('a cache that was cut has the room of one that never held more', () => {
  const cache = new HostCache(shape, 2)
  cache.append(rowsOf(2, 0, 700), 700, 700)
  expect(cache.cutTo(256)).toBe(true)
  expect(cache.capacity).toBe(256)
  expectHolds(cache, 2, 256)
  cache.append(rowsOf(2, 256, 10), 10, 266)
  expectHolds(cache, 2, 266)
  expect(cache.capacity).toBe(512)
})
