// AdamW (arXiv 1711.05101) as torch.optim.AdamW computes it, and clipping by the norm of all gradients.
// Every number is worked out in f64 and kept in f32, one after the other: the same on every machine.

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
  { values, first, second }: ParameterState,
  { beta1, beta2, epsilon, weightDecay }: AdamW,
  { gradient, share, learningRate, count, decays }: Update
): void {
  const kept = decays ? 1 - learningRate * weightDecay : 1
  const size = learningRate / (1 - beta1 ** count)
  const correction = 1 / Math.sqrt(1 - beta2 ** count)
  for (let i = 0; i < values.length; i++) {
    const g = gradient[i]! * share
    const mean = beta1 * first[i]! + (1 - beta1) * g
    const square = beta2 * second[i]! + (1 - beta2) * g * g
    first[i] = mean
    second[i] = square
    values[i] = values[i]! * kept - (size * mean) / (Math.sqrt(square) * correction + epsilon)
  }
}

/** √Σ g² over all gradients. */
export function gradientNorm(gradients: Iterable<Float32Array>): number {
  let sum = 0
  for (const gradient of gradients)
    for (let i = 0; i < gradient.length; i++) sum += gradient[i]! ** 2
  return Math.sqrt(sum)
}

/** By what gradients of a norm are multiplied so that it is at most `limit` (torch's clip_grad_norm_). */
export function clippingShare(norm: number, limit: number | null): number {
  return limit === null ? 1 : Math.min(1, limit / (norm + 1e-6))
}
