// The starter's training from beginning to end in one folder: stopped or killed at any moment, it
// goes on from its last kept state when it is started again.
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { halfBytes } from '../../formats/floatBytes'
import { writeSafetensors, type TensorToWrite } from '../../formats/safetensors'
import { readParameters } from '../../models/parameters'
import {
  initialState,
  readCheckpoint,
  writeCheckpoint,
  type TrainingState
} from '../../training/checkpoint'
import { Trainer } from '../../training/trainer'
import { answerLoss } from './evaluation'
import type { Preparation } from './preparation'
import { recipe } from './recipe'
import { RunLog } from './runLog'

export interface TrainedStarter {
  /** The model in F16 and all its files. */
  readonly folder: string
  readonly log: RunLog
  readonly lossF32: number
  readonly lossF16: number
}

/**
 * @param stopAfter ends there, its state kept; usual: the plan's end
 * @returns null when it was stopped before its end
 * @throws LetheError cancelled once its state is kept
 */
export async function trainStarter(
  preparation: Preparation,
  work: string,
  options: { say: (line: string) => void; signal: AbortSignal; stopAfter?: number }
): Promise<TrainedStarter | null> {
  const { opened, plan, steps, heldOut } = preparation
  const { say, stopAfter = plan.steps } = options
  const shapes = opened.model.tensors
  const stateFile = join(work, 'state.safetensors')
  const begun = existsSync(stateFile)
    ? await readCheckpoint(stateFile, plan, shapes)
    : initialState(await readParameters(opened))
  const log = await RunLog.open(join(work, 'log.jsonl'), begun.step)
  if (begun.step > 0) say(`goes on after step ${begun.step} of ${plan.steps}`)

  const evaluate = async (state: TrainingState): Promise<number> => {
    const startedMs = performance.now()
    const folder = join(work, 'snapshot')
    await writeModel(opened.folder, folder, state, preparation, 'F32')
    const validation = await answerLoss(folder, heldOut)
    log.add({ step: state.step, validation, durationMs: performance.now() - startedMs })
    say(`step ${state.step}: ${validation.toFixed(4)} nats per token of held-out answers`)
    return validation
  }
  const keep = async (state: TrainingState): Promise<void> => {
    await writeCheckpoint(stateFile, plan, shapes, state)
    const due = Math.floor(state.step / recipe.evaluateEverySteps) * recipe.evaluateEverySteps
    if (due > (log.lastValidation()?.step ?? 0) && state.step < plan.steps) await evaluate(state)
  }

  const trainer = await Trainer.open(opened.model, plan, begun, {
    threads: recipe.threads
  })
  const stopping = new AbortController()
  const signal = AbortSignal.any([stopping.signal, options.signal])
  let lastMs = performance.now()
  try {
    await trainer.run({
      ...{ keep, keepEverySteps: recipe.keepEverySteps, signal },
      batchesOf: async (step) => {
        await new Promise((resolve) => setImmediate(resolve)) // lets a signal in
        lastMs = performance.now()
        return [steps[step]!]
      },
      onStep: ({ step, loss, outcome }) => {
        if (outcome === 'diverged') throw new Error(`the training diverged at step ${step}`)
        const durationMs = performance.now() - lastMs
        log.add({ step: step + 1, loss, durationMs })
        if ((step + 1) % 20 === 0) say(progress(step + 1, plan.steps, loss, durationMs))
        if (step + 1 >= stopAfter) stopping.abort()
      }
    })
  } catch (error) {
    if (!stopping.signal.aborted) throw error
    return null
  } finally {
    await trainer.close()
  }
  const state = await trainer.state()
  const known = log.lastValidation()
  const lossF32 = known?.step === plan.steps ? known.validation : await evaluate(state)
  const folder = join(work, 'model')
  await writeModel(opened.folder, folder, state, preparation, 'F16')
  return { folder, log, lossF32, lossF16: await answerLoss(folder, heldOut) }
}

function progress(step: number, steps: number, loss: number, durationMs: number): string {
  const { batch, time } = recipe.training
  const rate = Math.round((1000 * batch * time) / durationMs)
  const left = Math.ceil(((steps - step) * durationMs) / 60_000)
  return `step ${step} of ${steps}: ${loss.toFixed(4)} nats per token, ${rate} tokens/s, ${left} min left`
}

/** The new model's folder with the weights of a state. */
async function writeModel(
  from: string,
  folder: string,
  { parameters }: TrainingState,
  { opened }: Preparation,
  dtype: 'F32' | 'F16'
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(from))
    if (name.endsWith('.json')) copyFileSync(join(from, name), join(folder, name))
  const tensors = opened.model.tensors.map(({ name, shape }): TensorToWrite => {
    const { values } = parameters.get(name)!
    const { buffer, byteOffset, byteLength } = values
    const f32 = new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)
    return { name, dtype, shape, data: dtype === 'F16' ? halfBytes(values) : f32 }
  })
  await writeSafetensors(join(folder, 'model.safetensors'), tensors, { format: 'pt' })
}
