// The vectors against the plain loop: the same bytes, whatever the numbers and their count.
import { expect, test } from 'vitest'
import { uniform } from '../base/random'
import {
  blockNumbers,
  openUpdater,
  updateParameter,
  updatePlainly,
  type ParameterState
} from './adamW'

/** Of all sizes that f32 has, and 0. */
function numbersOf(seed: number, length: number): Float32Array {
  return Float32Array.from({ length }, (_, at) => {
    const size = 10 ** (80 * uniform(seed, 2 * at) - 42)
    return at % 7 === 0 ? 0 : (uniform(seed, 2 * at + 1) - 0.5) * size
  })
}

function parameterOf(length: number): ParameterState {
  const [values, first, second] = [1, 2, 3].map((seed) => numbersOf(seed, length)) as [
    Float32Array,
    Float32Array,
    Float32Array
  ]
  return { values, first, second: second.map(Math.abs) }
}

const factors = {
  ...{ beta1: 0.9, rest1: 1 - 0.9, beta2: 0.999, rest2: 1 - 0.999, share: 0.37 },
  ...{ kept: 1 - 1e-4, size: 3e-3 / (1 - 0.9 ** 3), epsilon: 1e-8 },
  correction: 1 / Math.sqrt(1 - 0.999 ** 3)
}

const parts = ['values', 'first', 'second'] as const

test.each(
  [1, 4, 7, 1001, blockNumbers, 2 * blockNumbers + 5].flatMap((length) => [
    [length, 'elsewhere'] as const,
    [length, 'in its room'] as const
  ])
)('%i numbers %s are updated to the same bytes', (length, where) => {
  const updater = openUpdater(where === 'elsewhere' ? [] : Array<number>(4).fill(length))
  expect(updater.update, 'this machine has vectors').not.toBe(updatePlainly)
  const placed = (numbers: Float32Array): Float32Array => {
    const own = updater.place(numbers.length)
    expect(own !== null).toBe(where === 'in its room')
    own?.set(numbers)
    return own ?? numbers
  }
  const plain = parameterOf(length)
  const before = plain.values.slice()
  const { values, first, second } = parameterOf(length)
  const fast = { values: placed(values), first: placed(first), second: placed(second) }
  const gradient = placed(new Float32Array(length))
  for (let step = 0; step < 3; step++) {
    gradient.set(numbersOf(10 + step, length))
    updatePlainly(plain, gradient, factors)
    updater.update(fast, gradient, factors)
  }
  for (const part of parts)
    expect(Buffer.from(fast[part].slice().buffer).equals(Buffer.from(plain[part].buffer))).toBe(
      true
    )
  if (length > 1) expect(plain.values).not.toEqual(before)
  expect(updater.place(1)).toBe(null) // no room is left
})

test('where no memory is so large, numbers stay where they are', () => {
  const updater = openUpdater([2 ** 30])
  expect(updater.place(2 ** 30)).toBe(null)
  const [plain, fast] = [parameterOf(9), parameterOf(9)]
  const gradient = numbersOf(10, 9)
  updatePlainly(plain, gradient, factors)
  updater.update(fast, gradient, factors)
  expect(fast).toEqual(plain)
})

test('one update by hand', () => {
  const parameter = {
    ...{ values: Float32Array.of(1, -2), first: Float32Array.of(0, 0.5) },
    second: Float32Array.of(0, 0.25)
  }
  updateParameter(
    ...([
      updatePlainly,
      parameter,
      { beta1: 0.5, beta2: 0.75, epsilon: 0, weightDecay: 0.5 },
      { gradient: Float32Array.of(4, 1), share: 0.5, learningRate: 0.5, count: 1, decays: true }
    ] as const)
  )
  // The first step of a fresh parameter goes η against the sign of its gradient, after ηλ of it is gone.
  expect(parameter.values[0]).toBeCloseTo(1 * 0.75 - 0.5, 6)
  expect(parameter.first).toEqual(Float32Array.of(1, 0.5))
  expect(parameter.second).toEqual(Float32Array.of(1, 0.25))
  expect(parameter.values[1]).toBeCloseTo(-2 * 0.75 - 0.5, 6)
})
