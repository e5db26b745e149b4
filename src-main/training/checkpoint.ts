// All that a run needs to go on as if it had not stopped, in one safetensors file that is there whole
// or not at all: parameters, what the optimizer keeps of each, how far the run has come.
import { z } from 'zod'
import { LetheError } from '../base/errors'
import type { Reason } from '../base/reasons'
import { readFloatTensor } from '../formats/floatTensor'
import {
  readSafetensorsFile,
  writeSafetensors,
  type SafetensorsIndex,
  type TensorToWrite
} from '../formats/safetensors'
import type { TensorRequirement } from '../models/architecture'
import type { ParameterState } from './adamW'
import { planSha256, type TrainingPlan } from './plan'

const format = 'lethe-checkpoint-1'
const parts = ['values', 'first', 'second'] as const
type Part = (typeof parts)[number] | 'best'

/** What was best on data that is not learned from. */
export interface BestState {
  readonly step: number // steps behind it
  readonly loss: number // mean over the weights, in nats
  readonly values: ReadonlyMap<string, Float32Array>
}

/** Between two steps. */
export interface TrainingState {
  /** Steps behind it; the next one has this number. */
  readonly step: number
  /** How many of them changed the parameters. */
  readonly updates: number
  readonly parameters: ReadonlyMap<string, ParameterState>
  /** Of the states before it, where it is kept with one: a run that goes on from there may end with it. */
  readonly best?: BestState
}

const metadataSchema = z.object({
  format: z.literal(format),
  plan: z.string(),
  step: z.coerce.number().int().min(0),
  updates: z.coerce.number().int().min(0),
  best: z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(z.strictObject({ step: z.int().min(0), loss: z.number() }))
    .optional()
})

/** Before the first step. The arrays are taken, not copied. */
export function initialState(values: ReadonlyMap<string, Float32Array>): TrainingState {
  const parameters = [...values].map(([name, numbers]): [string, ParameterState] => {
    const empty = (): Float32Array => new Float32Array(numbers.length)
    return [name, { values: numbers, first: empty(), second: empty() }]
  })
  return { step: 0, updates: 0, parameters: new Map(parameters) }
}

/** @throws LetheError folderNotWritable, diskFull, fileNotFound (no such folder); `path` is as it was */
export async function writeCheckpoint(
  path: string,
  plan: TrainingPlan,
  shapes: readonly TensorRequirement[],
  { step, updates, parameters, best }: TrainingState
): Promise<void> {
  const tensors = shapes.flatMap(({ name, shape }) => [
    ...parts.map((part) => tensorOf(partName(name, part), shape, parameters.get(name)![part])),
    ...(best ? [tensorOf(partName(name, 'best'), shape, best.values.get(name)!)] : [])
  ])
  const facts = {
    ...{ format, plan: planSha256(plan), step: String(step), updates: String(updates) },
    ...(best && { best: JSON.stringify({ step: best.step, loss: best.loss }) })
  }
  await writeSafetensors(path, tensors, facts)
}

export function tensorOf(
  name: string,
  shape: readonly number[],
  { buffer, byteOffset, byteLength }: Float32Array
): TensorToWrite {
  const data = new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)
  return { name, dtype: 'F32', shape, data }
}

/**
 * @throws LetheError fileMalformed when it is no checkpoint, or one of another plan or model; what
 *   reading the file throws
 */
export async function readCheckpoint(
  path: string,
  plan: TrainingPlan,
  shapes: readonly TensorRequirement[]
): Promise<TrainingState> {
  const index = await readSafetensorsFile(path)
  const metadata = metadataSchema.safeParse(index.metadata)
  if (!metadata.success) throw malformed(path, { code: 'notACheckpoint' })
  if (metadata.data.plan !== planSha256(plan)) throw malformed(path, { code: 'anotherPlan' })
  const parameters = new Map<string, ParameterState>()
  const bestValues = new Map<string, Float32Array>()
  const { step, updates, best } = metadata.data
  for (const { name, shape } of shapes) {
    const read = (part: Part): Promise<Float32Array> =>
      readPart(index, path, partName(name, part), shape)
    const [values, first, second] = [
      await read('values'),
      await read('first'),
      await read('second')
    ]
    parameters.set(name, { values, first, second })
    if (best) bestValues.set(name, await read('best'))
  }
  return { step, updates, parameters, ...(best && { best: { ...best, values: bestValues } }) }
}

async function readPart(
  { entries }: SafetensorsIndex,
  path: string,
  name: string,
  shape: readonly number[]
): Promise<Float32Array> {
  const entry = entries.get(name)
  if (entry?.dtype !== 'F32' || entry.shape.join() !== shape.join())
    throw malformed(path, { code: 'tensorNotThere', tensor: name, shape: `[${shape.join(', ')}]` })
  return readFloatTensor(entry)
}

function partName(parameter: string, part: Part): string {
  return `${part}:${parameter}`
}

function malformed(path: string, reason: Reason): LetheError {
  return new LetheError('fileMalformed', { path, reason })
}
