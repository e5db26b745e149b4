// The sampling settings in the order they are shown, with their limits.
import {
  defaultSampling,
  samplingPresets,
  type Sampling,
  type SamplingPreset
} from '../../../src-main/contract/chat'

export interface SamplingField {
  key: keyof Sampling
  low: number
  high: number
  step: number
  whole: boolean
}

export const samplingFields: readonly SamplingField[] = [
  { key: 'temperature', low: 0, high: 2, step: 0.1, whole: false },
  { key: 'topK', low: 0, high: 1000, step: 1, whole: true },
  { key: 'topP', low: 0, high: 1, step: 0.01, whole: false },
  { key: 'minP', low: 0, high: 1, step: 0.01, whole: false },
  { key: 'repetitionPenalty', low: 1, high: 2, step: 0.05, whole: false },
  { key: 'maxTokens', low: 1, high: 32_768, step: 1, whole: true },
  { key: 'seed', low: 0, high: 0xffff_ffff, step: 1, whole: true }
]

export const presetNames = Object.keys(samplingPresets) as SamplingPreset[]

/** Which preset these settings are, or null for one's own. */
export function presetOf(sampling: Sampling): SamplingPreset | null {
  const fits = (name: SamplingPreset): boolean =>
    Object.entries(samplingPresets[name]).every(
      ([key, value]) => sampling[key as keyof Sampling] === value
    )
  return presetNames.find(fits) ?? null
}

export const usualValue = (key: keyof Sampling): number | null => defaultSampling[key]

/** The number typed, null for an empty seed, or what is wrong with it. */
export function readField(field: SamplingField, typed: string): { value: number | null } | 'bad' {
  const text = typed.trim().replace(',', '.')
  if (text === '') return field.key === 'seed' ? { value: null } : 'bad'
  const value = Number(text)
  const fits =
    value >= field.low && value <= field.high && (!field.whole || Number.isInteger(value))
  return fits ? { value } : 'bad'
}
