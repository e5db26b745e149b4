// What a run is set to do, wholly: a run of the same plan on the same kind of machine gives the same
// bytes. What it runs on belongs to the run, not here.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { scheduleKinds } from './schedule'

const count = z.int().min(1)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const share = z.number().min(0).lt(1)

export const trainingPlanSchema = z.strictObject({
  /** Of the tensors it begins with. */
  weightsSha256: hash,
  /** Of what says which records every step reads. */
  dataSha256: hash,
  steps: count,
  batch: count, // rows of a part of a step
  time: count, // tokens of a row
  recompute: z.boolean(),
  learningRate: z.number().positive(),
  schedule: z.strictObject({ kind: z.enum(scheduleKinds), warmupSteps: z.int().min(0) }),
  adamW: z.strictObject({
    ...{
      beta1: share,
      beta2: share,
      epsilon: z.number().positive(),
      weightDecay: z.number().min(0)
    }
  }),
  maxGradientNorm: z.number().positive().nullable()
})

export type TrainingPlan = z.infer<typeof trainingPlanSchema>

/** Equal for equal plans, in whatever order their keys were written. */
export function planSha256(plan: TrainingPlan): string {
  return createHash('sha256')
    .update(JSON.stringify(trainingPlanSchema.parse(plan)))
    .digest('hex')
}
