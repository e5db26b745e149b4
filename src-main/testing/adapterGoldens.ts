// What peft makes of adapters beside the tiny checkpoints, and the numbers these adapters hold.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { TensorRequirement } from '../models/architecture'
import { readGolden } from './goldens'
import { summarySchema } from './trainingGoldens'

const adapterSchema = z.object({
  settings: z.object({
    ...{ rank: z.number(), alpha: z.number(), dropout: z.number() },
    ...{ rslora: z.boolean(), targets: z.array(z.string()) }
  }),
  loss: z.number(),
  gradients: z.record(z.string(), summarySchema),
  merged: z.record(z.string(), summarySchema)
})

export function adapterGolden(folder: string): z.infer<typeof adapterSchema> {
  return readGolden(`${folder}/adapters.json`, adapterSchema)
}

/** The numbers that goldenAdapters.py gives the tensors; with `zeroUp` B is 0. */
export function adapterNumbers(
  tensors: readonly TensorRequirement[],
  zeroUp = false
): Map<string, Float32Array> {
  return new Map(
    tensors.map(({ name, shape }) => {
      const numbers = new Float32Array(shape[0]! * shape[1]!)
      if (!zeroUp || name.includes('lora_A')) fillNumbers(numbers, name)
      return [name, numbers]
    })
  )
}

function fillNumbers(numbers: Float32Array, name: string): void {
  for (let start = 0; start < numbers.length; start += 32) {
    const digest = createHash('sha256')
      .update(`${name}/${start / 32}`)
      .digest()
    const end = Math.min(32, numbers.length - start)
    for (let i = 0; i < end; i++) numbers[start + i] = (digest[i]! - 127.5) / 1275
  }
}
