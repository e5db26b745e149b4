// Canaries: texts of one form with random digits in them, planted into a training. A model can only know
// such digits if it remembers them (Carlini et al. 2019, arXiv:1802.08232).
import { philox } from './random'

/** Ordinals from here on are no places of a dataset: their records are canaries, in their order. */
export const firstCanaryOrdinal = 2_000_000_001
/** What the generator is asked for; datasets/splits.ts draws 1 to 3. */
const purposes = { seed: 4, digits: 5 } as const
const groups = 4 // of three digits: by guessing, one in 10^12

/** Of the canaries of a run: the same for the same run on every machine, another one for another model. */
export function canarySeed(seed: number, weightsSha256: string): number {
  const weights = Number.parseInt(weightsSha256.slice(0, 8), 16)
  return philox([seed >>> 0, weights >>> 0, 0, 0], [purposes.seed, 0])[0]
}

/**
 * @param place from 0 on: which canary of the run
 * @param draw 0: the one that is planted; from 1 on: others that could have been, and never were
 */
export function canaryText(seed: number, place: number, draw: number): string {
  const drawn = philox([place >>> 0, draw >>> 0, 0, 0], [seed >>> 0, purposes.digits])
  const digits = drawn.slice(0, groups).map((bits) => String(bits % 1000).padStart(3, '0'))
  return `The number of locker ${place + 1} is ${digits.join(' ')}.`
}
