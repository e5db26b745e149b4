// Rotary position embedding (arXiv 2104.09864): the frequencies of each scaling type and the angles
// of given positions. Follows transformers' modeling_rope_utils.py, in f32 where it rounds.
import type { HostTensor } from '../tensor/session'

export type RopeScaling =
  | { readonly type: 'default' }
  | { readonly type: 'linear'; readonly factor: number }
  | { readonly type: 'dynamic'; readonly factor: number; readonly originalContextLength: number }
  | {
      readonly type: 'llama3'
      readonly factor: number
      readonly lowFrequencyFactor: number
      readonly highFrequencyFactor: number
      readonly originalContextLength: number
    }
  | {
      readonly type: 'yarn' // arXiv 2309.00071
      readonly factor: number
      readonly originalContextLength: number
      readonly betaFast: number
      readonly betaSlow: number
      readonly attentionFactor: number
      readonly truncate: boolean
    }

export interface RopeParameters {
  readonly theta: number
  readonly headSize: number // D
  readonly scaling: RopeScaling
}

/** θ^(−2j/D) for j < D/2. */
function baseFrequencies(theta: number, headSize: number): Float64Array {
  return Float64Array.from({ length: headSize / 2 }, (_, j) => theta ** ((-2 * j) / headSize))
}

/** Frequencies [D/2] for a sequence of `length` positions; only `dynamic` depends on the length. */
export function ropeFrequencies(
  { theta, headSize, scaling }: RopeParameters,
  length: number
): Float64Array {
  const base = baseFrequencies(theta, headSize)
  switch (scaling.type) {
    case 'default':
      return base
    case 'linear':
      return base.map((frequency) => frequency / scaling.factor)
    case 'dynamic': {
      const { factor, originalContextLength } = scaling
      const seen = Math.max(length, originalContextLength)
      const stretch = (factor * seen) / originalContextLength - (factor - 1)
      return baseFrequencies(theta * stretch ** (headSize / (headSize - 2)), headSize)
    }
    case 'llama3': {
      const { factor, lowFrequencyFactor, highFrequencyFactor, originalContextLength } = scaling
      return base.map((frequency) => {
        const wavelength = (2 * Math.PI) / frequency
        if (wavelength < originalContextLength / highFrequencyFactor) return frequency
        if (wavelength > originalContextLength / lowFrequencyFactor) return frequency / factor
        const smooth =
          (originalContextLength / wavelength - lowFrequencyFactor) /
          (highFrequencyFactor - lowFrequencyFactor)
        return ((1 - smooth) * frequency) / factor + smooth * frequency
      })
    }
    case 'yarn': {
      const { factor, originalContextLength, betaFast, betaSlow, truncate } = scaling
      const dimensionOf = (rotations: number): number =>
        (headSize * Math.log(originalContextLength / (rotations * 2 * Math.PI))) /
        (2 * Math.log(theta))
      const round = (value: number, how: (x: number) => number): number =>
        truncate ? how(value) : value
      const low = Math.max(round(dimensionOf(betaFast), Math.floor), 0)
      const high = Math.min(round(dimensionOf(betaSlow), Math.ceil), headSize - 1)
      const span = high === low ? 0.001 : high - low
      return base.map((frequency, j) => {
        const ramp = Math.min(Math.max((j - low) / span, 0), 1)
        return (frequency / factor) * ramp + frequency * (1 - ramp)
      })
    }
  }
}

/** YaRN's temperature multiplies both cos and sin; 1 for the others. */
function angleScale(scaling: RopeScaling): number {
  return scaling.type === 'yarn' ? scaling.attentionFactor : 1
}

/**
 * cos and sin [B, T, D/2] of `positions` (B rows of T) in a sequence that is `length` long so far.
 */
export function ropeAngles(
  rope: RopeParameters,
  positions: readonly (readonly number[])[],
  length: number
): { cos: HostTensor; sin: HostTensor } {
  const half = rope.headSize / 2
  const frequencies = Float32Array.from(ropeFrequencies(rope, length))
  const scale = angleScale(rope.scaling)
  const time = positions[0]!.length
  const shape = [positions.length, time, half]
  const cos = new Float32Array(positions.length * time * half)
  const sin = new Float32Array(cos.length)
  let place = 0
  for (const row of positions) {
    for (const position of row) {
      for (const frequency of frequencies) {
        const angle = Math.fround(position * frequency)
        cos[place] = Math.cos(angle) * scale
        sin[place] = Math.sin(angle) * scale
        place++
      }
    }
  }
  return { cos: { dtype: 'f32', shape, data: cos }, sin: { dtype: 'f32', shape, data: sin } }
}
