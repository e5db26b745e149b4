// What a training takes: memory at its highest point, and room on the disk.
import { statfs } from 'node:fs/promises'
import type { TrainingMemory, TrainingSettings } from '../contract/training'
import type { TrainingPlanResult } from '../engine/protocol'

/** What the process holds besides: the runtime, its session, the program. */
const engineBytes = 250e6

export type Sizes = Pick<
  TrainingPlanResult,
  | ('parameterBytes' | 'trainedBytes' | 'adapterBytes' | 'workingBytes')
  | ('steps' | 'lastPhaseStep')
>

export function memoryOf(
  planned: Pick<Sizes, 'parameterBytes' | 'trainedBytes' | 'workingBytes'>,
  { accumulation, device }: TrainingSettings,
  freeBytes: number
): TrainingMemory {
  const { parameterBytes, trainedBytes, workingBytes } = planned
  // On the CPU the runtime gives a copy of what it computed; a further one adds up where a step has parts.
  const copies = (device === 'cpu' ? 2 : 1) + (accumulation > 1 ? 1 : 0)
  const gradientsBytes = copies * trainedBytes
  const parts = {
    weightsBytes: parameterBytes,
    gradientsBytes,
    optimizerBytes: 2 * trainedBytes,
    workingBytes: workingBytes + engineBytes
  }
  const totalBytes = Object.values(parts).reduce((sum, bytes) => sum + bytes, 0)
  return { ...parts, totalBytes, freeBytes, fits: totalBytes <= freeBytes }
}

/** What an adapter would take instead; null: it is one, or there is nothing that it could stand beside. */
export function adapterMemoryOf(
  planned: Sizes,
  settings: TrainingSettings,
  freeBytes: number
): TrainingMemory | null {
  if (settings.method.type === 'lora' || settings.fromNothing) return null
  return memoryOf({ ...planned, trainedBytes: planned.adapterBytes }, settings, freeBytes)
}

/**
 * The state, the one that is written over it, those that stay with the best of each, and the model; the first
 * weights too, where it begins with nothing.
 */
export function diskBytesOf(planned: Sizes, settings: TrainingSettings): number {
  const { trainedBytes, parameterBytes, lastPhaseStep, steps } = planned
  const { keptStates, keepBest, fromNothing } = settings
  const kept = keptStates + (lastPhaseStep < steps ? 1 : 0)
  return (
    2 * 3 * trainedBytes +
    (keepBest ? trainedBytes : 0) +
    kept * keptStateBytesOf(planned, settings) +
    (fromNothing ? 3 : 2) * parameterBytes
  )
}

/** Of one that stays: the values, two moments of each, and the best until then. */
export function keptStateBytesOf(
  { trainedBytes }: Pick<Sizes, 'trainedBytes'>,
  { keepBest }: TrainingSettings
): number {
  return (keepBest ? 4 : 3) * trainedBytes
}

export async function freeBytesOf(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize
}
