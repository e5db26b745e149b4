// Rounding to half precision against the language's own.
import { expect, test } from 'vitest'
import { uniform } from '../base/random'
import { halfBytes, widenInto } from './floatBytes'

const bitsOf = (numbers: Float32Array): Uint16Array => {
  const bytes = halfBytes(numbers)
  return new Uint16Array(bytes.buffer, bytes.byteOffset, numbers.length)
}

/** As Math.f16round has it, which the language's library does not name yet. */
function expected(numbers: Float32Array): Float32Array {
  const { f16round } = Math as unknown as { f16round: (value: number) => number }
  return numbers.map(f16round)
}

function roundTrip(numbers: Float32Array): Float32Array {
  const back = new Float32Array(numbers.length)
  widenInto(back, halfBytes(numbers), 'F16')
  return back
}

test('every half comes back as it was', () => {
  const halves = Uint16Array.from({ length: 65_536 }, (_, bits) => bits)
  const numbers = new Float32Array(halves.length)
  widenInto(numbers, new Uint8Array(halves.buffer), 'F16')
  const back = bitsOf(numbers)
  for (const [bits, number] of numbers.entries())
    if (!Number.isNaN(number)) expect(back[bits]).toBe(bits)
    else expect(back[bits]! & 0x7fff).toBe(0x7e00)
})

test('between two halves the nearest is taken, in the middle the even one', () => {
  const halves = Uint16Array.from({ length: 0x7c00 }, (_, bits) => bits)
  const lower = new Float32Array(halves.length)
  widenInto(lower, new Uint8Array(halves.buffer), 'F16')
  const middles = lower.subarray(1).map((value, at) => (value + lower[at]!) / 2)
  for (const share of [1, 1 - 2 ** -22, 1 + 2 ** -22, -1]) {
    const numbers = middles.map((value) => value * share)
    expect(roundTrip(numbers)).toEqual(expected(numbers))
  }
})

test('numbers of every size are rounded as the language rounds them', () => {
  const numbers = Float32Array.from(
    { length: 100_000 },
    (_, at) => (uniform(1, at) - 0.5) * 2 ** (Math.floor(uniform(2, at) * 60) - 35)
  )
  const ends = [65_519.996, 65_520, -65_520, 2 ** -25, 2 ** -25 * 1.0001, 2 ** -150, 3e38, Infinity]
  const all = Float32Array.from([...numbers, ...ends, 0, -0])
  expect(roundTrip(all)).toEqual(expected(all))
})
