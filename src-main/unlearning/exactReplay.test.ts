// A state carried over to the plan with holes: the whole model learned with dropout ends as if it had
// begun without the records; what a state had read is refused.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openModelFolder, openModelText } from '../models/modelFolder'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'
import { planOf } from '../testing/trainingPlans'
import { readCheckpoint, writeCheckpoint, type TrainingState } from '../training/checkpoint'
import { DataPlan } from '../training/dataPlan'
import type { TrainingPlan } from '../training/plan'
import { startingState, trainedTensors } from '../training/startingState'
import { Trainer } from '../training/trainer'
import { carryState } from './exactReplay'

const time = 32
const settings = {
  ...{ epochs: 1, batch: 2, accumulation: 1, sequenceLength: time, answersOnly: false, seed: 5 },
  ...{ validationShare: 0, rehearsalShare: null }
}
const records = Array.from({ length: 12 }, (_, at) => ({
  ...{ ordinal: at + 1, firstOrdinal: at + 1, isSensitive: false, isKeptOut: false },
  parts: [{ role: 'text' as const, text: `house ${at} by the old river` }]
}))

test('the whole model with dropout: from a state before the records as from the beginning', async () => {
  const folder = temporaryFolder()
  const opened = await openModelFolder(await writeTinyModel(join(folder, 'tiny')))
  const text = await openModelText(opened.folder)
  const names = { model: 'tiny', dataset: 'houses' }
  const { plan: data, records: planned } = DataPlan.make(records, text, names, settings)
  const { steps } = data.facts
  const planWith = (some: DataPlan): TrainingPlan =>
    planOf({
      ...{ steps, batch: 2, time, dataSha256: some.sha256 },
      dropout: { attention: 0.1, residual: 0.1, embedding: 0.1 }
    })
  const shapes = trainedTensors(opened, planWith(data))
  const statePath = join(folder, 'kept.safetensors')
  const half = Math.floor(steps / 2)

  const run = async (some: DataPlan, state: TrainingState): Promise<string> => {
    const trainer = await Trainer.open(opened.model, planWith(some), state, {
      threads: 1
    })
    for (let { step } = state; step < steps; step++) {
      if (some === data && step === half)
        await writeCheckpoint(statePath, planWith(some), shapes, await trainer.state())
      await trainer.step(some.batchesOf(step))
    }
    const numbers = [...(await trainer.values()).values()]
    await trainer.close()
    return Buffer.concat(numbers.map(({ buffer }) => Buffer.from(buffer))).toString('base64')
  }
  const start = (some: DataPlan): Promise<TrainingState> => startingState(opened, planWith(some))
  const before = await run(data, await start(data))

  const readAt = (step: number): ReadonlySet<number> =>
    new Set([planned.find((record) => record.steps[0] === step)!.ordinal])
  const late = readAt(steps - 1)
  const holed = data.without(late)
  expect(holed.facts).toEqual(data.facts)
  expect([data.firstReadOf(late), data.measuresWith(late)]).toEqual([steps - 1, false])
  const files = { state: join(folder, 'state.safetensors'), best: join(folder, 'best.safetensors') }
  const replayed = { data, planOf: planWith, shapes, statePath }
  expect(await carryState(replayed, late, holed, files)).toEqual({ step: half, best: null })
  const replay = await run(holed, await readCheckpoint(files.state, planWith(holed), shapes))
  expect(replay).toBe(await run(holed, await start(holed)))
  expect(replay).not.toBe(before)

  const early = readAt(0)
  await expect(carryState(replayed, early, data.without(early), files)).rejects.toThrow(RangeError)
})
