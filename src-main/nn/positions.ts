// Where tokens stand: positions of a learned table, and rotary position embedding (arXiv 2104.09864)
// with the frequencies of each scaling type. Follows transformers' modeling_rope_utils.py, in f32
// where it rounds.
import type { Graph, Value } from '../tensor/graph'
import type { HostTensor } from '../tensor/session'
import type { Heads } from './attention'
import { integers, positionsOf, type StepInput, type StepOf, type StepPlace } from './stepInputs'

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
  | {
      readonly type: 'longrope' // arXiv 2402.13753
      readonly originalContextLength: number
      /** Divisors of the frequencies, [R/2] each: within the original length, and beyond it. */
      readonly shortFactors: readonly number[]
      readonly longFactors: readonly number[]
      readonly attentionFactor: number
    }

export interface RopeParameters {
  readonly theta: number
  /** Elements of a head that turn, from its first: R, even. */
  readonly rotarySize: number
  readonly scaling: RopeScaling
}

/** θ^(−2j/R) for j < R/2. */
function baseFrequencies(theta: number, rotarySize: number): Float64Array {
  return Float64Array.from({ length: rotarySize / 2 }, (_, j) => theta ** ((-2 * j) / rotarySize))
}

/** Frequencies [R/2]; those of `dynamic` and `longrope` depend on the length of the sequence. */
export function ropeFrequencies(
  { theta, rotarySize, scaling }: RopeParameters,
  sequenceLength: number
): Float64Array {
  const base = baseFrequencies(theta, rotarySize)
  switch (scaling.type) {
    case 'default':
      return base
    case 'linear':
      return base.map((frequency) => frequency / scaling.factor)
    case 'dynamic': {
      const { factor, originalContextLength } = scaling
      const seen = Math.max(sequenceLength, originalContextLength)
      const stretch = (factor * seen) / originalContextLength - (factor - 1)
      const power = rotarySize / (rotarySize - 2)
      return baseFrequencies(theta * stretch ** power, rotarySize)
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
        (rotarySize * Math.log(originalContextLength / (rotations * 2 * Math.PI))) /
        (2 * Math.log(theta))
      const round = (value: number, how: (x: number) => number): number =>
        truncate ? how(value) : value
      const low = Math.max(round(dimensionOf(betaFast), Math.floor), 0)
      const high = Math.min(round(dimensionOf(betaSlow), Math.ceil), rotarySize - 1)
      const span = high === low ? 0.001 : high - low
      return base.map((frequency, j) => {
        const ramp = Math.min(Math.max((j - low) / span, 0), 1)
        return (frequency / factor) * ramp + frequency * (1 - ramp)
      })
    }
    case 'longrope': {
      const { originalContextLength, shortFactors, longFactors } = scaling
      const factors = sequenceLength > originalContextLength ? longFactors : shortFactors
      return base.map((frequency, j) => frequency / factors[j]!)
    }
  }
}

/**
 * Whether keys remembered from a sequence of one length fit one of another. `dynamic` keeps the angles
 * its keys were given, as transformers does; `longrope` has two sets that cannot be mixed.
 */
export function keysStayValid(rope: RopeParameters | null, from: number, to: number): boolean {
  if (rope?.scaling.type !== 'longrope') return true
  const { originalContextLength } = rope.scaling
  return from > originalContextLength === to > originalContextLength
}

/** Whether sequences of both lengths turn a position by the same angles. */
export function sameAngles(rope: RopeParameters | null, a: number, b: number): boolean {
  if (!rope) return true
  const others = ropeFrequencies(rope, b)
  return ropeFrequencies(rope, a).every((frequency, j) => frequency === others[j])
}

/** The temperature of YaRN and LongRoPE multiplies both cos and sin; 1 for the others. */
function angleScale(scaling: RopeScaling): number {
  return 'attentionFactor' in scaling ? scaling.attentionFactor : 1
}

/** cos(angle)·scale, or sin: [B, T, R/2]. */
function angleInput(name: 'cos' | 'sin', rope: RopeParameters): StepInput {
  const half = rope.rotarySize / 2
  return {
    name,
    dtype: 'f32',
    shape: ['B', 'T', half],
    feed: (place) => angleTensor(Math[name], rope, place)
  }
}

function angleTensor(
  of: (angle: number) => number,
  rope: RopeParameters,
  place: StepPlace
): HostTensor {
  const frequencies = Float32Array.from(ropeFrequencies(rope, place.sequenceLength))
  const scale = angleScale(rope.scaling)
  const positions = positionsOf(place)
  const data = new Float32Array(positions.length * frequencies.length)
  for (const [row, position] of positions.entries()) {
    for (const [j, frequency] of frequencies.entries()) {
      const angle = Math.fround(position * frequency)
      data[row * frequencies.length + j] = of(angle) * scale
    }
  }
  return { dtype: 'f32', shape: [place.batch, place.time, frequencies.length], data }
}

/** Queries and keys turned by their positions; values stay. */
export function rotated(graph: Graph, heads: Heads, rope: RopeParameters, step: StepOf): Heads {
  const cos = step(angleInput('cos', rope))
  const sin = step(angleInput('sin', rope))
  const turn = (value: Value): Value => graph.add('rope', [value, cos, sin], {})[0]!
  return { query: turn(heads.query), key: turn(heads.key), value: heads.value }
}

/** i64 [B, T]: 0 for the first token of a sequence. */
export const positionIds: StepInput = {
  name: 'positions',
  dtype: 'i64',
  shape: ['B', 'T'],
  feed: (place) => integers([place.batch, place.time], [...positionsOf(place)])
}
