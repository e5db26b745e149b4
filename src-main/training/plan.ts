// What a run is set to do, wholly: a run of the same plan on the same kind of machine gives the same
// bytes. The kind of device is part of it, since another one adds in other orders; the machine is not.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { scheduleKinds } from './schedule'

const count = z.int().min(1)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const share = z.number().min(0).lt(1)
/** What training was tried on and found to give right gradients. */
const trainingDevices = ['cpu', 'webgpu'] as const
export type TrainingDevice = (typeof trainingDevices)[number]

const noDropout = { attention: 0, residual: 0, embedding: 0 }

/** All of the model, or adapters beside it: the names and meaning of peft's LoraConfig. */
export const trainingMethodSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('full') }),
  z.strictObject({
    type: z.literal('lora'),
    rank: count,
    alpha: z.number().positive(),
    dropout: share,
    targets: z.array(z.string().min(1)).min(1), // module names
    rslora: z.boolean()
  })
])
export type TrainingMethod = z.infer<typeof trainingMethodSchema>

export const trainingPlanSchema = z.strictObject({
  /** Of the tensors it begins with. */
  weightsSha256: hash,
  /** Of what says which records every step reads. */
  dataSha256: hash,
  device: z.enum(trainingDevices).default('cpu'),
  /** Of first adapters and of dropout. */
  seed: z.int().min(0).max(0xffff_ffff).default(0),
  method: trainingMethodSchema.default({ type: 'full' }),
  steps: count,
  batch: count, // rows of a part of a step
  time: count, // tokens of a row
  recompute: z.boolean(),
  dropout: z
    .strictObject({ attention: share, residual: share, embedding: share })
    .default(noDropout),
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
  maxGradientNorm: z.number().positive().nullable(),
  /** How a run is measured changes none of its bytes (keepBest.ts). States bear the hash with this key. */
  evaluation: z.null().default(null)
})

export type TrainingPlan = z.infer<typeof trainingPlanSchema>

/** Equal for equal plans, in whatever order their keys were written. */
export function planSha256(plan: TrainingPlan): string {
  const { device, ...others } = trainingPlanSchema.parse(plan)
  // Plans for the CPU are named as they were before there was a choice.
  const said = device === 'cpu' ? others : { ...others, device }
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
