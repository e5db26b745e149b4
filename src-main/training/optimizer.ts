// What a run changes: its parameters, what AdamW keeps of each, and the gradients of the step it is in.
// All of it stays where gradients are computed. Here: the main memory, beside the CPU.
import type { DropoutDraw } from '../nn/dropout'
import type { TensorRequirement } from '../models/architecture'
import type {
  ParameterFeeds,
  ParameterValues,
  TrainingBatch,
  TrainingRunner
} from '../models/trainingRunner'
import {
  gradientNorm,
  openUpdater,
  updateParameter,
  type AdamW,
  type ParameterState,
  type Updater
} from './adamW'

export interface StepUpdate {
  /** By what the gradients are multiplied first. */
  readonly share: number
  readonly learningRate: number
  /** Updates so far, this one included. */
  readonly count: number
}

export interface Optimizer {
  /** As a training graph is fed them; not copied. */
  readonly feeds: ParameterFeeds
  /** Computes a part of a step; gradients of its parts add up in their order. Returns the part's loss. */
  add(batch: TrainingBatch, draw: DropoutDraw): Promise<number>
  /** √Σ g² over all gradients of the step. */
  norm(): Promise<number>
  /** Ends the step with new parameters. */
  update(update: StepUpdate): Promise<void>
  /** Ends the step; the parameters stay as they are. */
  forget(): void
  /** Everything it keeps, in the main memory; where it is already there: not copied. */
  states(): Promise<ReadonlyMap<string, ParameterState>>
  values(): Promise<ParameterValues>
  /** The runner is its caller's. */
  close(): Promise<void>
}

/** Biases and norms, being vectors, are not drawn to 0. */
export function decays({ shape }: TensorRequirement): boolean {
  return shape.length > 1
}

export class HostOptimizer implements Optimizer {
  readonly #runner: TrainingRunner
  readonly #adamW: AdamW
  readonly #updater: Updater
  readonly #parameters: ReadonlyMap<string, ParameterState>
  /** For the gradients of a step, and for those of a part that are added to them: kept over the steps. */
  readonly #room: [ParameterValues, ParameterValues?]
  #gradients: ParameterValues | null = null

  /** The parameters are taken over: changed in place, or in the updater's room. */
  constructor(
    runner: TrainingRunner,
    adamW: AdamW,
    parameters: ReadonlyMap<string, ParameterState>
  ) {
    this.#runner = runner
    this.#adamW = adamW
    const lengths = [...parameters.values()].map(({ values }) => values.length)
    this.#updater = openUpdater(lengths.flatMap((length) => Array<number>(4).fill(length)))
    const moved = (numbers: Float32Array): Float32Array => {
      const own = this.#updater.place(numbers.length)
      own?.set(numbers)
      return own ?? numbers
    }
    this.#parameters = new Map(
      [...parameters].map(([name, { values, first, second }]): [string, ParameterState] => [
        name,
        { values: moved(values), first: moved(first), second: moved(second) }
      ])
    )
    this.#room = [
      new Map(
        [...parameters].map(
          ([
            name,
            {
              values: { length }
            }
          ]) => [name, this.#updater.place(length) ?? new Float32Array(length)]
        )
      )
    ]
  }

  get feeds(): ParameterValues {
    return new Map([...this.#parameters].map(([name, { values }]) => [name, values]))
  }

  async add(batch: TrainingBatch, draw: DropoutDraw): Promise<number> {
    const [first] = this.#room
    const into = this.#gradients ? (this.#room[1] ??= this.#runner.newGradients()) : first
    const { loss } = await this.#runner.run(this.feeds, batch, draw, into)
    if (this.#gradients) addInto(this.#gradients, into)
    else this.#gradients = into
    return loss
  }

  async norm(): Promise<number> {
    return gradientNorm(this.#gradients?.values() ?? [])
  }

  async update(update: StepUpdate): Promise<void> {
    for (const parameter of this.#runner.parameters) {
      const state = this.#parameters.get(parameter.name)!
      const gradient = this.#gradients!.get(parameter.name)!
      const share = { ...update, gradient, decays: decays(parameter) }
      updateParameter(this.#updater.update, state, this.#adamW, share)
    }
    this.#gradients = null
  }

  forget(): void {
    this.#gradients = null
  }

  async states(): Promise<ReadonlyMap<string, ParameterState>> {
    return this.#parameters
  }

  async values(): Promise<ParameterValues> {
    return this.feeds
  }

  async close(): Promise<void> {}
}

function addInto(sum: ParameterValues, part: ParameterValues): void {
  for (const [name, numbers] of sum) {
    const added = part.get(name)!
    for (let i = 0; i < numbers.length; i++) numbers[i]! += added[i]!
  }
}
