// A process that trains a model until it is killed, keeps its state every other step, and says which
// steps it has done. Started again, it goes on from what was kept.
import { existsSync, writeSync } from 'node:fs'
import { openModelFolder } from '../models/modelFolder'
import { readCheckpoint, writeCheckpoint } from '../training/checkpoint'
import { startingState, trainedTensors } from '../training/startingState'
import { Trainer } from '../training/trainer'
import { planOf } from './trainingPlans'

const [modelFolder = '', stateFile = '', steps = '', kind = ''] = process.argv.slice(2)
const opened = await openModelFolder(modelFolder)
const plan = planOf({
  ...{ steps: Number(steps), batch: 2, time: 24 },
  ...(kind === 'adapters' && {
    method: {
      ...{ type: 'lora', rank: 4, alpha: 8, dropout: 0.1, rslora: false },
      targets: ['q_proj', 'v_proj', 'down_proj']
    },
    dropout: { attention: 0.1, residual: 0.1, embedding: 0.1 }
  })
})
const shapes = trainedTensors(opened, plan)
const state = existsSync(stateFile)
  ? await readCheckpoint(stateFile, plan, shapes)
  : await startingState(opened, plan)
const trainer = await Trainer.open(opened.model, plan, state, {
  ...{ threads: 2, weights: opened.weights }
})
await trainer.run({
  batchesOf: (step) => [[row(2 * step), row(2 * step + 1)]],
  onStep: ({ step }) => writeSync(1, `${step}\n`),
  keep: (kept) => writeCheckpoint(stateFile, plan, shapes, kept),
  keepEverySteps: 2,
  signal: new AbortController().signal
})
await trainer.close()

/** Two sequences side by side, other ones for every number. */
function row(number: number): { ids: number[]; weights: number[] }[] {
  return [14, 9].map((length, part) => {
    const ids = Array.from({ length }, (_, place) => (number * 31 + part * 17 + place * 7) % 80)
    return { ids, weights: ids.map((_, place) => place % 3) }
  })
}
