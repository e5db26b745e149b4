// Trains a causal model by a plan, step by step: gradients from the runtime, the optimizer beside it.
// Between steps its state can be kept, and a run that goes on from there ends with the same bytes.
import { LetheError } from '../base/errors'
import type { SafetensorsIndex } from '../formats/safetensors'
import type { CausalDefinition, TensorRequirement } from '../models/architecture'
import {
  TrainingRunner,
  type ParameterValues,
  type TrainingBatch,
  type TrainingRunnerOptions
} from '../models/trainingRunner'
import { clippingShare, gradientNorm, updateParameter } from './adamW'
import type { TrainingState } from './checkpoint'
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

export interface TrainerOptions extends Pick<TrainingRunnerOptions, 'device' | 'threads'> {
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
  readonly #openEvaluator: () => Promise<TrainingRunner>
  #evaluator: TrainingRunner | null = null
  #state: TrainingState

  private constructor(
    plan: TrainingPlan,
    runner: TrainingRunner,
    openEvaluator: () => Promise<TrainingRunner>,
    state: TrainingState
  ) {
    this.#plan = plan
    this.#runner = runner
    this.#openEvaluator = openEvaluator
    this.#state = state
  }

  /** The state is taken over and changed in place. @throws LetheError deviceUnavailable */
  static async open(
    model: CausalDefinition,
    plan: TrainingPlan,
    state: TrainingState,
    { device, threads, weights }: TrainerOptions
  ): Promise<Trainer> {
    const { batch, time, recompute, dropout, method } = plan
    if (method.type === 'lora' && !weights)
      throw new TypeError('adapters are learned beside a model whose files are known')
    const options = {
      ...{ device, threads, recompute, dropout },
      ...(method.type === 'lora' && { adapters: { settings: method, frozen: weights! } })
    }
    const open = (outputs: 'gradients' | 'loss'): Promise<TrainingRunner> =>
      TrainingRunner.open(model, { batch, time }, { ...options, outputs })
    return new Trainer(plan, await open('gradients'), () => open('loss'), state)
  }

  get state(): TrainingState {
    return this.#state
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
    let kept = this.#state.step
    const keep = async (): Promise<void> => {
      if (kept === this.#state.step) return
      await options.keep(this.#state)
      kept = this.#state.step
    }
    while (this.#state.step < this.#plan.steps) {
      if (options.signal.aborted) {
        await keep()
        throw new LetheError('cancelled')
      }
      const report = await this.step(await options.batchesOf(this.#state.step))
      options.onStep(report)
      if (report.outcome === 'diverged') {
        end = 'diverged'
        break
      }
      if (this.#state.step - kept >= options.keepEverySteps) await keep()
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
        loss += await this.#evaluator.loss(this.values, asShares(batch, total))
    return loss
  }

  /** What it changes, as it is now; not copied. */
  get values(): ParameterValues {
    return new Map([...this.#state.parameters].map(([name, { values }]) => [name, values]))
  }

  /** The next step. Blocks the event loop while it computes. */
  async step(batches: StepBatches): Promise<StepReport> {
    const { step, updates } = this.#state
    const { schedule, learningRate: highest, steps } = this.#plan
    const learningRate = highest * learningRateShare(schedule, step, steps)
    const total = totalWeight(batches)
    if (total === 0) {
      this.#state = { ...this.#state, step: step + 1 }
      return { step, outcome: 'empty', loss: 0, gradientNorm: 0, learningRate }
    }
    const { loss, gradients } = await this.#gradients(batches, total)
    const norm = gradientNorm(gradients.values())
    const report = { step, loss, gradientNorm: norm, learningRate }
    if (!Number.isFinite(loss) || !Number.isFinite(norm)) return { ...report, outcome: 'diverged' }
    this.#update(gradients, clippingShare(norm, this.#plan.maxGradientNorm), learningRate)
    this.#state = { ...this.#state, step: step + 1, updates: updates + 1 }
    return { ...report, outcome: 'updated' }
  }

  /** Of the whole step: parts add up, in their order. */
  async #gradients(
    batches: StepBatches,
    total: number
  ): Promise<{ loss: number; gradients: ParameterValues }> {
    const { values } = this
    const { seed } = this.#plan
    const { step } = this.#state
    let loss = 0
    let sum: ParameterValues | null = null
    for (const [number, batch] of batches.entries()) {
      if (totalWeight([batch]) === 0) continue
      const draw = { seed, step, part: number }
      const part = await this.#runner.run(values, asShares(batch, total), draw)
      loss += part.loss
      if (sum) addInto(sum, part.gradients)
      else sum = part.gradients
    }
    return { loss, gradients: sum! }
  }

  #update(gradients: ParameterValues, share: number, learningRate: number): void {
    const count = this.#state.updates + 1
    for (const { name, shape } of this.shapes) {
      // Biases and norms, being vectors, are not drawn to 0.
      const decays = shape.length > 1
      const gradient = gradients.get(name)!
      const parameter = this.#state.parameters.get(name)!
      const update = { gradient, share, learningRate, count, decays }
      updateParameter(parameter, this.#plan.adamW, update)
    }
  }

  async close(): Promise<void> {
    await this.#runner.close()
    await this.#evaluator?.close()
  }
}

/** The first token of a sequence is predicted by nothing: its weight counts nowhere. */
function totalWeight(batches: StepBatches): number {
  let total = 0
  for (const { weights } of batches.flat(2))
    for (let place = 1; place < weights.length; place++) total += weights[place]!
  return total
}

function asShares(batch: TrainingBatch, total: number): TrainingBatch {
  return batch.map((row) =>
    row.map(({ ids, weights }) => ({ ids, weights: weights.map((weight) => weight / total) }))
  )
}

function addInto(sum: ParameterValues, part: ParameterValues): void {
  for (const [name, numbers] of sum) {
    const added = part.get(name)!
    for (let i = 0; i < numbers.length; i++) numbers[i]! += added[i]!
  }
}
