// The first steps of the starter's training as one hash, which is the same wherever the processor
// has the same features: what was recorded, and on what.
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { arch } from 'node:os'
import { z } from 'zod'
import { cpuFeatures } from '../../base/cpuFeatures'
import { readParameters } from '../../models/parameters'
import { initialState, type TrainingState } from '../../training/checkpoint'
import { Trainer } from '../../training/trainer'
import type { Preparation } from './preparation'
import { recipe } from './recipe'

const machineSchema = z.object({
  arch: z.string(),
  /** Instruction sets that products of matrices may use. */
  features: z.array(z.string()),
  runtime: z.string(), // onnxruntime-node
  threads: z.int()
})
export type Machine = z.infer<typeof machineSchema>

export const prefixSchema = z.object({
  about: z.string(),
  records: z.array(z.object({ machine: machineSchema, hashes: z.record(z.string(), z.string()) }))
})
export type PrefixRecords = z.infer<typeof prefixSchema>

export function thisMachine(): Machine {
  const runtime: unknown = createRequire(import.meta.url)('onnxruntime-node/package.json')
  return machineSchema.parse({
    ...{ arch: arch(), features: cpuFeatures(), threads: recipe.threads },
    runtime: z.object({ version: z.string() }).parse(runtime).version
  })
}

export function isSameMachine(one: Machine, other: Machine): boolean {
  return JSON.stringify(machineSchema.parse(one)) === JSON.stringify(machineSchema.parse(other))
}

/** What was recorded where the machine's kind is the same; null: nothing was. */
export function recordedHashes(
  { records }: PrefixRecords,
  machine: Machine
): Readonly<Record<string, string>> | null {
  return records.find((record) => isSameMachine(record.machine, machine))?.hashes ?? null
}

/** SHA-256 over all parameters, by name, as they are between two steps. */
export function hashState({ parameters }: TrainingState): string {
  const hash = createHash('sha256')
  for (const name of [...parameters.keys()].sort()) {
    const { buffer, byteOffset, byteLength } = parameters.get(name)!.values
    hash.update(`${name}\0`).update(new Uint8Array(buffer, byteOffset, byteLength))
  }
  return hash.digest('hex')
}

/** Trains from the start for the largest of `after`; the hash after each of those numbers of steps. */
export async function hashFirstSteps(
  { opened, plan, steps }: Preparation,
  after: readonly number[],
  onStep: (step: number, loss: number) => void = () => {}
): Promise<Record<string, string>> {
  const state = initialState(await readParameters(opened))
  const options = { threads: recipe.threads }
  const trainer = await Trainer.open(opened.model, plan, state, options)
  const hashes: Record<string, string> = {}
  try {
    for (let step = 0; step < Math.max(...after); step++) {
      const { loss } = await trainer.step([steps[step]!])
      onStep(step, loss)
      if (after.includes(step + 1)) hashes[step + 1] = hashState(await trainer.state())
    }
    return hashes
  } finally {
    await trainer.close()
  }
}
