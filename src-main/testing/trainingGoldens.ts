// One training step of each tiny checkpoint against torch: the loss and every gradient.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { openModelFolder } from '../models/modelFolder'
import { readParameters } from '../models/parameters'
import {
  TrainingRunner,
  type TrainingBatch,
  type TrainingRunnerOptions
} from '../models/trainingRunner'
import { expectClose } from './closeTo'
import { runOnDevice } from './deviceTensors'
import { goldensFolder, readGolden } from './goldens'

/** Of a tensor, as goldenTraining.py writes it. */
export const summarySchema = z.object({ norm: z.number(), projections: z.array(z.number()) })

const batchSchema = z.object({ batch: z.array(z.object({ ids: z.array(z.number()) })) })
const stepSchema = z.object({
  weights: z.array(z.array(z.number())),
  loss: z.number(),
  gradients: z.record(z.string(), summarySchema)
})

const tolerance = 1e-4

/** The sequences whose training step is known, one a row. */
export function goldenBatch(folder: string): TrainingBatch {
  const { batch } = readGolden(`${folder}/expected.json`, batchSchema)
  const { weights } = readGolden(`${folder}/training.json`, stepSchema)
  return batch.map(({ ids }, row) => [{ ids, weights: weights[row]! }])
}

/** One test for each way of computing. */
export function testTrainingGolden(folder: string, options: TrainingRunnerOptions): void {
  it(`gives torch's gradients of ${folder}`, async () => {
    const golden = readGolden(`${folder}/training.json`, stepSchema)
    const opened = await openModelFolder(join(goldensFolder, folder))
    const batch = goldenBatch(folder)
    const sizes = { batch: batch.length, time: batch[0]![0]!.ids.length }
    const runner = await TrainingRunner.open(opened.model, sizes, options)
    const values = await readParameters(opened)
    const { loss, gradients } = options.keepsGradients
      ? await runOnDevice(runner, options.device, values, batch)
      : await runner.run(values, batch)
    await runner.close()
    expectClose(loss, golden.loss, tolerance)
    expect([...gradients.keys()].sort()).toEqual(Object.keys(golden.gradients).sort())
    expectSummaries(gradients, golden.gradients, tolerance)
  })
}

/** Fails unless each tensor is the summarized one, within `share` of its norm. */
export function expectSummaries(
  tensors: ReadonlyMap<string, Float32Array>,
  summaries: Readonly<Record<string, z.infer<typeof summarySchema>>>,
  share: number
): void {
  for (const [name, { norm, projections }] of Object.entries(summaries)) {
    const tensor = tensors.get(name)!
    expectClose(Math.hypot(...tensor), norm, share)
    for (const [row, expected] of projections.entries())
      expectClose(projection(tensor, row), expected, 0, share * norm)
  }
}

/** Σ ±element, with the signs of goldenTraining.py. */
function projection(tensor: Float32Array, row: number): number {
  let sum = 0
  let bits = Buffer.alloc(0)
  for (const [place, value] of tensor.entries()) {
    const inBlock = place % 256
    if (inBlock === 0)
      bits = createHash('sha256')
        .update(`${row}/${place / 256}`)
        .digest()
    const isSet = (bits[inBlock >> 3]! >> (7 - (inBlock & 7))) & 1
    sum += isSet ? value : -value
  }
  return sum
}
