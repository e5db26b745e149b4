// Small runs of forgetting with a known truth: what three models would score on the same records, drawn
// from a plain model of records, people and seeds. For tests of the verdicts.
import { uniform } from '../base/random'

export type Truth =
  | 'saw' // forgetting did nothing
  | 'half' // it took half of what was learnt
  | 'neverSaw' // as a model of another seed that never saw the records
  | 'over' // pushed below such a model
export const truths: readonly Truth[] = ['saw', 'half', 'neverSaw', 'over']

export type SimulatedTest =
  'extractionStrength' | 'exactMemorisation' | 'truthRatio' | 'worstOfSamples' | 'membership'

export interface SimulatedRecord {
  original: number
  unlearned: number
  reference: number
  subject: string
  nearDuplicates: string
}

export interface SimulatedRun {
  truth: Truth
  /** How far the original differs from the reference on average, in units of the record's own noise. */
  memorised: number
  records: Record<SimulatedTest, SimulatedRecord[]>
}

export interface SimulationOptions {
  truth: Truth
  records: number
  perSubject: number // records of one person
  memorised: number
  seed: number
}

/**
 * Each record has a difficulty of its own, shared by the three models, each person an effect of their
 * own on what was learnt, and each model noise of its own (its seed). The measures see the same latent
 * score through what they are: shares of tokens, a ratio, a mean.
 */
export function simulateRun(options: SimulationOptions): SimulatedRun {
  const { truth, perSubject, memorised, seed } = options
  let drawn = 0
  const next = (): number => uniform(seed, drawn++)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const left = { saw: 1, half: 0.5, neverSaw: 0, over: -0.7 }[truth]
  const subjects = new Map<number, number>()
  const made: SimulatedRun['records'] = {
    extractionStrength: [],
    exactMemorisation: [],
    truthRatio: [],
    worstOfSamples: [],
    membership: []
  }
  for (let i = 0; i < options.records; i++) {
    const person = Math.floor(i / perSubject)
    if (!subjects.has(person)) subjects.set(person, 0.5 * normal())
    const names = { subject: `person ${person}`, nearDuplicates: `text ${i}` }
    const difficulty = 0.5 * normal() - 0.8
    const learnt = Math.max(0, memorised * (1 + subjects.get(person)! + 0.3 * normal()))
    const latent = (): [number, number, number] => [
      difficulty + learnt + 0.5 * normal(),
      difficulty + left * learnt + 0.5 * normal(),
      difficulty + 0.5 * normal()
    ]
    const add = (test: SimulatedTest, seen: (score: number) => number): void => {
      const [original, unlearned, reference] = latent()
      made[test].push({
        ...{ original: seen(original), unlearned: seen(unlearned), reference: seen(reference) },
        ...names
      })
    }
    const tokens = 8 + Math.floor(24 * next())
    const share = (score: number): number => 1 / (1 + Math.exp(-1.5 * score))
    add('exactMemorisation', (score) => hits(tokens, share(score), next).length / tokens)
    add('extractionStrength', (score) => {
      const right = new Set(hits(tokens, share(score), next))
      let run = 0
      while (run < tokens && right.has(tokens - 1 - run)) run++
      return run / tokens
    })
    add('truthRatio', (score) => -score)
    add('worstOfSamples', (score) => {
      const answers = Array.from({ length: 5 }, () => hits(tokens, 0.8 * share(score), next).length)
      return Math.max(...answers) / tokens
    })
    add('membership', (score) => 0.4 * score + 0.4 * normal())
  }
  return { truth, memorised, records: made }
}

/** Places that were told right. */
function hits(tokens: number, chance: number, next: () => number): number[] {
  return Array.from({ length: tokens }, (_, place) => place).filter(() => next() < chance)
}
