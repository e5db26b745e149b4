// What this machine can compute on, what a test of each found, and which of them is used.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure, reasonSchema } from './errors'

export const providerSchema = z.enum(['cpu', 'webgpu', 'cuda', 'dml', 'coreml'])
export type DeviceProvider = z.infer<typeof providerSchema>

/** `auto`: WebGPU where it passes its test and multiplies faster than the CPU, else the CPU. */
export const deviceRequestSchema = z.enum(['auto', ...providerSchema.options])
export type DeviceRequest = z.infer<typeof deviceRequestSchema>

export const deviceSchema = z.object({
  provider: providerSchema,
  /** `wrong`: its numbers differ from the CPU's by more than they may. */
  state: z.enum(['untested', 'works', 'wrong', 'failed']),
  reason: reasonSchema.nullable(), // why it failed
  adapter: z.string().nullable(), // its name, where the system tells
  memoryBytes: z.number().nullable(), // its own, where the system tells
  largestDeviation: z.number().nullable(), // of logits, from the CPU's in plain operations
  gigaflopsPerSecond: z.number().nullable(), // of f32 matrix products
  testedAt: z.number().int().nullable()
})
export type Device = z.infer<typeof deviceSchema>

export const deviceListSchema = z.object({
  devices: z.array(deviceSchema),
  /** What `auto` means here; null until the test has run. */
  automatic: providerSchema.nullable(),
  /** Lethe was started with this device: it goes before the setting. */
  startedWith: deviceRequestSchema.nullable(),
  testing: z.boolean() // a test is running
})
export type DeviceList = z.infer<typeof deviceListSchema>

export const devicesContract = {
  list: procedure.output(deviceListSchema),
  /** Tests all of them anew, one after the other; leaving the stream ends it. */
  test: procedure.output(
    eventIterator(
      z.discriminatedUnion('type', [
        z.object({
          type: z.literal('testing'),
          provider: providerSchema,
          done: z.number().int(),
          total: z.number().int()
        }),
        z.object({ type: z.literal('done'), list: deviceListSchema })
      ])
    )
  )
}
