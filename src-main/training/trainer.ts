// Trains a model by a plan, step by step: gradients from the runtime, the optimizer beside it.
// Between steps its state can be kept, and on the CPU a run that goes on from there ends with the same
// bytes.
import { LetheError } from '../base/errors'
import type { SafetensorsIndex } from '../formats/safetensors'
import type { AnyDefinition, TensorRequirement } from '../models/architecture'
import {
  TrainingRunner,
  type ParameterValues,
  type TrainingBatch,
  type TrainingRunnerOptions
} from '../models/trainingRunner'
import { clippingShare } from './adamW'
import type { TrainingState } from './checkpoint'
import { DeviceOptimizer } from './deviceOptimizer'
import { HostOptimizer, type Optimizer } from './optimizer'
import type { TrainingPlan } from './plan'
import { learningRateShare } from './schedule'

/**
 * Batches that one step learns from together: its parts, where it is larger than what is computed at
 * once. Weights count against all of them; a step where none weighs anything changes no parameter.
 */
export type StepBatches = readonly TrainingBatch[]

export interface StepReport {
  readonly step: number // from 0
  /** `diverged`: the loss or a gradient is no finite number any more; the parameters stay as they were. */
  readonly outcome: 'updated' | 'empty' | 'diverged'
  readonly loss: number // mean over the weights, in nats; 0 where the step is empty
  readonly gradientNorm: number // before clipping
  readonly learningRate: number
}

export type RunEnd = 'finished' | 'diverged'

export interface TrainerOptions extends Pick<TrainingRunnerOptions, 'threads'> {
  /** The files of the model, which stay as they are where adapters are learned; not read otherwise. */
  readonly weights?: SafetensorsIndex
}

export interface TrainOptions {
  readonly batchesOf: (step: number) => StepBatches | Promise<StepBatches>
  readonly onStep: (report: StepReport) => void
  /** Keeps a state: after every so many steps, after the last one, and when the run is stopped. */
  readonly keep: (state: TrainingState) => Promise<void>
  readonly keepEverySteps: number
  readonly signal: AbortSignal
}

export class Trainer {
  readonly #plan: TrainingPlan
  readonly #runner: TrainingRunner
  readonly #optimizer: Optimizer
  readonly #openEvaluator: () => Promise<TrainingRunner>
  #evaluator: TrainingRunner | null = null
  /** All of a state but the parameters, which are the optimizer's. */
  #progress: Omit<TrainingState, 'parameters'>

  private constructor(
    plan: TrainingPlan,
    runner: TrainingRunner,
    optimizer: Optimizer,
    openEvaluator: () => Promise<TrainingRunner>,
    { step, updates }: TrainingState
  ) {
    this.#plan = plan
    this.#runner = runner
    this.#optimizer = optimizer
    this.#openEvaluator = openEvaluator
    this.#progress = { step, updates }
  }

  /** The state is taken over; on the CPU it is changed in place. @throws LetheError deviceUnavailable */
  static async open(
    model: AnyDefinition,
    plan: TrainingPlan,
    state: TrainingState,
    { threads, weights }: TrainerOptions
  ): Promise<Trainer> {
    const { batch, time, recompute, dropout, method, device, adamW } = plan
    if (method.type === 'lora' && !weights)
      throw new TypeError('adapters are learned beside a model whose files are known')
    const options = {
      ...{ device, threads, recompute, dropout },
      ...(method.type === 'lora' && { adapters: { settings: method, frozen: weights! } })
    }
    const open = (outputs: 'gradients' | 'loss'): Promise<TrainingRunner> =>
      TrainingRunner.open(...([model, { batch, time }] as const), {
        ...options,
        outputs,
        keepsGradients: device !== 'cpu' && outputs === 'gradients'
      })
    const runner = await open('gradients')
    const optimizer =
      device === 'cpu'
        ? new HostOptimizer(runner, adamW, state.parameters)
        : await DeviceOptimizer.open(runner, adamW, device, state.parameters)
    return new Trainer(plan, runner, optimizer, () => open('loss'), state)
  }

  /** Steps behind it. */
  get stepsDone(): number {
    return this.#progress.step
  }

  /** As it stands, in the main memory. On the CPU not copied: the next step changes it. */
  async state(): Promise<TrainingState> {
    return { ...this.#progress, parameters: await this.#optimizer.states() }
  }

  /** What it changes, as it is now; on the CPU not copied. */
  values(): Promise<ParameterValues> {
    return this.#optimizer.values()
  }

  get shapes(): readonly TensorRequirement[] {
    return this.#runner.parameters
  }

  get device(): string {
    return this.#runner.device
  }

  /**
   * All steps that are left; ends early, its last state kept, where the run diverges.
   * @throws LetheError cancelled once its state is kept; what `batchesOf` and `keep` throw
   */
  async run(options: TrainOptions): Promise<RunEnd> {
    let end: RunEnd = 'finished'
    let kept = this.stepsDone
    const keep = async (): Promise<void> => {
      if (kept === this.stepsDone) return
      await options.keep(await this.state())
      kept = this.stepsDone
    }
    while (this.stepsDone < this.#plan.steps) {
      if (options.signal.aborted) {
        await keep()
        throw new LetheError('cancelled')
      }
      const report = await this.step(await options.batchesOf(this.stepsDone))
      options.onStep(report)
      if (report.outcome === 'diverged') {
        end = 'diverged'
        break
      }
      if (this.stepsDone - kept >= options.keepEverySteps) await keep()
    }
    await keep()
    return end
  }

  /** Mean loss over the weights of data that is not learned from, in nats, nothing dropped. */
  async evaluate(batches: StepBatches): Promise<number> {
    this.#evaluator ??= await this.#openEvaluator()
    const total = totalWeight(batches)
    let loss = 0
    for (const batch of batches)
      if (totalWeight([batch]) !== 0)
        loss += await this.#evaluator.loss(this.#optimizer.feeds, asShares(batch, total))
    return loss
  }

  /** The next step. Blocks the event loop while it computes. */
  async step(batches: StepBatches): Promise<StepReport> {
    const { step, updates } = this.#progress
    const { schedule, learningRate: highest, steps, maxGradientNorm } = this.#plan
    const learningRate = highest * learningRateShare(schedule, step, steps)
    const total = totalWeight(batches)
    if (total === 0) {
      this.#progress = { ...this.#progress, step: step + 1 }
      return { step, outcome: 'empty', loss: 0, gradientNorm: 0, learningRate }
    }
    const loss = await this.#gradients(batches, total)
    const norm = await this.#optimizer.norm()
    const report = { step, loss, gradientNorm: norm, learningRate }
    if (!Number.isFinite(loss) || !Number.isFinite(norm)) {
      this.#optimizer.forget()
      return { ...report, outcome: 'diverged' }
    }
    const share = clippingShare(norm, maxGradientNorm)
    await this.#optimizer.update({ share, learningRate, count: updates + 1 })
    this.#progress = { ...this.#progress, step: step + 1, updates: updates + 1 }
    return { ...report, outcome: 'updated' }
  }

  /** Of the whole step, left with the optimizer: parts add up, in their order. Returns the loss. */
  async #gradients(batches: StepBatches, total: number): Promise<number> {
    const { seed } = this.#plan
    const { step } = this.#progress
    this.#optimizer.forget() // of a step that broke off
    let loss = 0
    for (const [part, batch] of batches.entries()) {
      if (totalWeight([batch]) === 0) continue
      loss += await this.#optimizer.add(asShares(batch, total), { seed, step, part })
    }
    return loss
  }

  async close(): Promise<void> {
    await this.#optimizer.close()
    await this.#runner.close()
    await this.#evaluator?.close()
  }
}

/** The first token of a sequence without gaps is predicted by nothing: its weight counts nowhere. */
function totalWeight(batches: StepBatches): number {
  let total = 0
  for (const { weights, targets } of batches.flat(2))
    for (let place = targets ? 0 : 1; place < weights.length; place++) total += weights[place]!
  return total
}

function asShares(batch: TrainingBatch, total: number): TrainingBatch {
  return batch.map((row) =>
    row.map((sequence) => ({
      ...sequence,
      weights: sequence.weights.map((weight) => weight / total)
    }))
  )
}
