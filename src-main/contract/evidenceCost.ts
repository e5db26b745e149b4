// What taking evidence costs, said before it is taken; and what it took, by which the next one is judged.
import { z } from 'zod'
import { evidenceItemKinds } from './evidenceRequest'

const kind = z.enum(evidenceItemKinds)

/** Items of one kind that models were asked about, and how long that took. */
export const evidenceTimingSchema = z.object({
  ...{ kind, attacked: z.boolean(), items: z.int(), seconds: z.number() }
})
export type EvidenceTiming = z.infer<typeof evidenceTimingSchema>

export const evidenceTookSchema = z.object({
  parameters: z.number(), // of the model before
  openSeconds: z.number(), // a model
  timings: z.array(evidenceTimingSchema)
})
export type EvidenceTook = z.infer<typeof evidenceTookSchema>

export const evidenceCostSchema = z.object({
  models: z.int(), // that are asked; of those with the same weights only one
  ...{ records: z.int(), questions: z.int(), kept: z.int(), heldOut: z.int(), canaries: z.int() },
  reference: z.enum(['there', 'underWay', 'toMake']),
  /** Each null where nothing like it was measured; 0: it is not needed. */
  referenceSeconds: z.number().nullable(),
  relearningSeconds: z.number().nullable(),
  askingSeconds: z.number().nullable(),
  seconds: z.number().nullable(), // of all
  /** Of the asking. scaled: by evidence about another size or other settings; training: by how fast that was. */
  basis: z.enum(['measured', 'scaled', 'training']).nullable()
})
export type EvidenceCost = z.infer<typeof evidenceCostSchema>
