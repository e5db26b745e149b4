// What a run's plan consists of, as its file holds it and as its hash names it.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { maskingSchema } from './masking'

const format = 'lethe-training-data-1'

export const factsSchema = z.object({
  format: z.literal(format),
  steps: z.coerce.number().int(),
  /** The first step of each pass over the records. */
  epochStarts: z
    .string()
    .transform((list) => JSON.parse(list) as unknown)
    .pipe(z.array(z.int())),
  /** The first step of the last phase; the number of steps where there is none. */
  lastPhaseStep: z.coerce.number().int(),
  rowsOfPart: z.coerce.number().int(),
  time: z.coerce.number().int(),
  /** Of a model that fills gaps. */
  masking: z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(maskingSchema)
    .optional()
})
export type DataFacts = Omit<z.infer<typeof factsSchema>, 'format'>

export interface PlanArrays {
  readonly ids: Int32Array
  readonly weights: Uint8Array
  readonly starts: Int32Array // of each sequence in ids, and the end
  readonly ordinals: Int32Array // the record of each sequence
  readonly slots: Int32Array // step, row, sequence
  readonly keptOut: Int32Array // sequences to measure with, in their order
  /** What is recited of each; it decides nothing about the run, and plans of before are without it. */
  readonly answers: Uint8Array
}

/** As metadata of a file, always in one order. */
export function textsOf(facts: DataFacts): Record<string, string> {
  const { steps, epochStarts, lastPhaseStep, rowsOfPart, time, masking } = facts
  const numbers = { steps, lastPhaseStep, rowsOfPart, time }
  const texts = Object.entries(numbers).map(([name, value]) => [name, String(value)] as const)
  const said: Record<string, string> = {
    ...{ format, ...Object.fromEntries(texts), epochStarts: JSON.stringify(epochStarts) }
  }
  if (masking) said['masking'] = JSON.stringify(maskingSchema.parse(masking))
  return said
}

export function hashOf(facts: DataFacts, { answers: _answers, ...arrays }: PlanArrays): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify(textsOf(facts)))
  for (const numbers of Object.values<Int32Array | Uint8Array>(arrays)) {
    hash.update(`${numbers.length} `)
    hash.update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength))
  }
  return hash.digest('hex')
}
