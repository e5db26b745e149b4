// AdamW (arXiv 1711.05101) as torch.optim.AdamW computes it, and clipping by the norm of all gradients.
// Every number is worked out in f32, as torch does: the same on every machine, with vectors or without.
import { adamWModule, blockAt, blockNumbers, factorNames, type Factors } from './adamWModule'

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
  parameter: ParameterState,
  { beta1, beta2, epsilon, weightDecay }: AdamW,
  { gradient, share, learningRate, count, decays }: Update
): void {
  const factors = {
    ...{ beta1, rest1: 1 - beta1, beta2, rest2: 1 - beta2, share, epsilon },
    kept: decays ? 1 - learningRate * weightDecay : 1,
    size: learningRate / (1 - beta1 ** count),
    correction: 1 / Math.sqrt(1 - beta2 ** count)
  }
  vectorized ??= openVectorized()
  if (vectorized) vectorized(parameter, gradient, factors)
  else updatePlainly(parameter, gradient, factors)
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

let vectorized: UpdateAll | false | null = null

/** The same four by four, block by block through the module's memory; false where there are no vectors. */
export function openVectorized(): UpdateAll | false {
  const code = adamWModule()
  if (!WebAssembly.validate(code)) return false
  const { memory, update } = new WebAssembly.Instance(new WebAssembly.Module(code)).exports as {
    memory: WebAssembly.Memory
    update: (count: number, ...factors: number[]) => void
  }
  const block = (start: number): Float32Array =>
    new Float32Array(memory.buffer, start, blockNumbers)
  const blocks = {
    ...{ values: block(blockAt.values), first: block(blockAt.first) },
    ...{ second: block(blockAt.second), gradient: block(blockAt.gradient) }
  }
  return ({ values, first, second }, gradient, factors) => {
    const ordered = factorNames.map((name) => factors[name])
    for (let start = 0; start < values.length; start += blockNumbers) {
      const end = Math.min(start + blockNumbers, values.length)
      const changed = { values, first, second }
      for (const [name, numbers] of Object.entries({ ...changed, gradient }))
        blocks[name as keyof typeof blocks].set(numbers.subarray(start, end))
      // Behind the last number may be some of an earlier block: nothing reads what becomes of them.
      update(4 * Math.ceil((end - start) / 4), ...ordered)
      for (const [name, numbers] of Object.entries(changed))
        numbers.set(blocks[name as keyof typeof blocks].subarray(0, end - start), start)
    }
  }
}

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
