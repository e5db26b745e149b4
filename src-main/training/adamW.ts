// AdamW (arXiv 1711.05101) as torch.optim.AdamW computes it, and clipping by the norm of all gradients.
// Every number is worked out in f32, as torch does: the same on every machine, with vectors or without.
import { adamWModule, factorNames, pageBytes, partNames, type Factors } from './adamWModule'

export interface AdamW {
  readonly beta1: number
  readonly beta2: number
  readonly epsilon: number
  readonly weightDecay: number
}

/** What an optimizer keeps of one parameter, changed in place. */
export interface ParameterState {
  readonly values: Float32Array
  readonly first: Float32Array // running mean of the gradient
  readonly second: Float32Array // running mean of its square
}

/** The gradient times `share`, from now on. */
interface Update {
  readonly gradient: Float32Array
  readonly share: number
  readonly learningRate: number
  /** Updates so far, this one included. */
  readonly count: number
  readonly decays: boolean
}

/**
 * m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²;
 * w ← w − ηλw − η · m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε)
 */
export function updateParameter(
  update: UpdateAll,
  parameter: ParameterState,
  { beta1, beta2, epsilon, weightDecay }: AdamW,
  { gradient, share, learningRate, count, decays }: Update
): void {
  update(parameter, gradient, {
    ...{ beta1, rest1: 1 - beta1, beta2, rest2: 1 - beta2, share, epsilon },
    kept: decays ? 1 - learningRate * weightDecay : 1,
    size: learningRate / (1 - beta1 ** count),
    correction: 1 / Math.sqrt(1 - beta2 ** count)
  })
}

type UpdateAll = (parameter: ParameterState, gradient: Float32Array, factors: Factors) => void

/** One number after the other, each result rounded: what machines without vectors do. */
export const updatePlainly: UpdateAll = ({ values, first, second }, gradient, factors) => {
  const f = Math.fround
  const rounded = Object.fromEntries(factorNames.map((name) => [name, f(factors[name])]))
  const { beta1, rest1, beta2, rest2, share, kept, size, correction, epsilon } = rounded as Factors
  for (let i = 0; i < values.length; i++) {
    const g = f(gradient[i]! * share)
    const mean = f(f(beta1 * first[i]!) + f(rest1 * g))
    const square = f(f(beta2 * second[i]!) + f(f(rest2 * g) * g))
    first[i] = mean
    second[i] = square
    const deviation = f(f(f(Math.sqrt(square)) * correction) + epsilon)
    values[i] = f(f(values[i]! * kept) - f(f(size * mean) / deviation))
  }
}

export interface Updater {
  /** Numbers that lie in the updater's own room are changed where they are, others are copied through it. */
  readonly update: UpdateAll
  /** So many zeros in its room; null where that has no place for them. */
  readonly place: (length: number) => Float32Array | null
}

/** Numbers of each part that are copied at once, where they lie elsewhere. */
export const blockNumbers = 16_384
const mostPages = 65_536

/** With vectors where the machine has them. `lengths`: of all that is going to be placed in its room. */
export function openUpdater(lengths: readonly number[] = []): Updater {
  if (!WebAssembly.validate(adamWModule(1))) return { update: updatePlainly, place: () => null }
  const wanted = lengths.reduce((sum, length) => sum + padded(length), 0)
  return openVectorized(wanted) ?? openVectorized(0)!
}

/** Four by four, in a memory that holds a block of each part and `room` numbers; null where none is so large. */
function openVectorized(room: number): Updater | null {
  const blocksEnd = partNames.length * blockNumbers
  const pages = Math.ceil((4 * (blocksEnd + room)) / pageBytes)
  if (pages > mostPages) return null
  let opened: WebAssembly.Instance
  try {
    opened = new WebAssembly.Instance(new WebAssembly.Module(adamWModule(pages)))
  } catch (error) {
    if (error instanceof RangeError) return null // the system has no such memory to give
    throw error
  }
  const { memory, update } = opened.exports as {
    memory: WebAssembly.Memory
    update: (count: number, ...addressesAndFactors: number[]) => void
  }
  const { buffer } = memory
  const blocks = partNames.map(
    (_, part) => new Float32Array(buffer, 4 * part * blockNumbers, blockNumbers)
  )
  const addressOf = ({ byteOffset }: Float32Array): number => byteOffset
  let taken = blocksEnd
  return {
    place: (length) => {
      if (taken + padded(length) > blocksEnd + room) return null
      const numbers = new Float32Array(buffer, 4 * taken, length)
      taken += padded(length)
      return numbers
    },
    update: (parameter, gradient, factors) => {
      const ordered = factorNames.map((name) => factors[name])
      const parts = [parameter.values, parameter.first, parameter.second, gradient]
      const { length } = gradient
      // Behind the last number are some of no one, or of an earlier block: nothing reads what becomes of them.
      if (parts.every((numbers) => numbers.buffer === buffer)) {
        update(padded(length), ...parts.map(addressOf), ...ordered)
        return
      }
      for (let start = 0; start < length; start += blockNumbers) {
        const end = Math.min(start + blockNumbers, length)
        for (const [part, numbers] of parts.entries())
          blocks[part]!.set(numbers.subarray(start, end))
        update(padded(end - start), ...blocks.map(addressOf), ...ordered)
        for (const [part, numbers] of parts.slice(0, -1).entries())
          numbers.set(blocks[part]!.subarray(0, end - start), start)
      }
    }
  }
}

/** The loop takes four numbers at a time. */
const padded = (length: number): number => 4 * Math.ceil(length / 4)

/** √Σ g² over all gradients. */
export function gradientNorm(gradients: Iterable<Float32Array>): number {
  let sum = 0
  for (const gradient of gradients) {
    // Four sums side by side: none waits for the one before it.
    let [a, b, c, d] = [0, 0, 0, 0]
    const whole = gradient.length & ~3
    for (let i = 0; i < whole; i += 4) {
      a += gradient[i]! * gradient[i]!
      b += gradient[i + 1]! * gradient[i + 1]!
      c += gradient[i + 2]! * gradient[i + 2]!
      d += gradient[i + 3]! * gradient[i + 3]!
    }
    for (let i = whole; i < gradient.length; i++) a += gradient[i]! * gradient[i]!
    sum += a + b + (c + d)
  }
  return Math.sqrt(sum)
}

/** By what gradients of a norm are multiplied so that it is at most `limit` (torch's clip_grad_norm_). */
export function clippingShare(norm: number, limit: number | null): number {
  return limit === null ? 1 : Math.min(1, limit / (norm + 1e-6))
}
