// The vectors against the plain loop: the same bytes, whatever the numbers and their count.
import { expect, test } from 'vitest'
import { uniform } from '../base/random'
import { openVectorized, updateParameter, updatePlainly, type ParameterState } from './adamW'
import { blockNumbers } from './adamWModule'

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

test.each([1, 4, 7, 1001, blockNumbers, 2 * blockNumbers + 5])(
  '%i numbers are updated to the same bytes',
  (length) => {
    const vectorized = openVectorized()
    if (!vectorized) throw new Error('this machine has no vectors to test')
    const [plain, fast] = [parameterOf(length), parameterOf(length)]
    const before = plain.values.slice()
    for (let step = 0; step < 3; step++) {
      const gradient = numbersOf(10 + step, length)
      updatePlainly(plain, gradient, factors)
      vectorized(fast, gradient, factors)
    }
    for (const part of ['values', 'first', 'second'] as const)
      expect(Buffer.from(fast[part].buffer).equals(Buffer.from(plain[part].buffer))).toBe(true)
    if (length > 1) expect(fast.values).not.toEqual(before)
  }
)

test('one update by hand', () => {
  const parameter = {
    ...{ values: Float32Array.of(1, -2), first: Float32Array.of(0, 0.5) },
    second: Float32Array.of(0, 0.25)
  }
  updateParameter(
    ...([
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
