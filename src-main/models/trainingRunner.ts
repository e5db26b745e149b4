// A model's training graph, open on a device: takes packed batches and the parameters as they are,
// gives the loss and its gradients. What is learned from them is training/'s.
import { integers, type StepInput, type StepPlace } from '../nn/stepInputs'
import type { Provider } from '../tensor/lowerings/registry'
import { floats, Session, type HostTensor } from '../tensor/session'
import type { CausalDefinition, TensorRequirement } from './architecture'
import { refuseUnknownIds } from './tokenRange'
import {
  gradientName,
  trainingGraph,
  type TrainingOptions,
  type TrainingSizes
} from './trainingGraph'

export interface TrainingSequence {
  readonly ids: readonly number[]
  /** Share of the loss that predicting each id has; the first is predicted by nothing, its share is 0. */
  readonly weights: readonly number[]
}

/** The sequences of each row, one after the other; rows may be short, and fewer than the batch has. */
export type TrainingBatch = readonly (readonly TrainingSequence[])[]

/** Numbers of each parameter by its name, in the checkpoint's shape. */
export type ParameterValues = ReadonlyMap<string, Float32Array>

export interface TrainingResult {
  readonly loss: number // Σ w·(−log p), nats
  readonly gradients: ParameterValues
}

export interface TrainingRunnerOptions extends TrainingOptions {
  readonly device: Provider
  readonly threads: number // 0: all cores
  readonly portableOnly?: boolean
}

export class TrainingRunner {
  readonly sizes: TrainingSizes
  readonly parameters: readonly TensorRequirement[]
  readonly device: string
  readonly #vocabularySize: number
  readonly #session: Session
  readonly #stepInputs: readonly StepInput[]

  private constructor(
    model: CausalDefinition,
    sizes: TrainingSizes,
    session: Session,
    {
      parameters,
      stepInputs
    }: Pick<TrainingRunner, 'parameters'> & {
      stepInputs: readonly StepInput[]
    }
  ) {
    this.sizes = sizes
    this.parameters = parameters
    this.device = session.device
    this.#vocabularySize = model.shape.vocabularySize
    this.#session = session
    this.#stepInputs = stepInputs
  }

  /** @throws LetheError deviceUnavailable */
  static async open(
    model: CausalDefinition,
    sizes: TrainingSizes,
    options: TrainingRunnerOptions
  ): Promise<TrainingRunner> {
    const written = trainingGraph(model, sizes, options)
    const { device: provider, threads, portableOnly = false } = options
    const session = await Session.open(written.graph, {
      ...{ provider, threads, portableOnly, weightsFolder: '.', weightMode: 'packed' }
    })
    return new TrainingRunner(model, sizes, session, written)
  }

  /**
   * Blocks the event loop until done. Throws RangeError for a batch that does not fit, LetheError
   * tokenOutOfRange.
   */
  async run(values: ParameterValues, batch: TrainingBatch): Promise<TrainingResult> {
    const feeds: Record<string, HostTensor> = this.#batchFeeds(batch)
    for (const { name, shape } of this.parameters) {
      const data = values.get(name)
      if (!data) throw new TypeError(`no values of ${name} were given`)
      feeds[name] = { dtype: 'f32', shape, data }
    }
    const names = this.parameters.map(({ name }) => name)
    const outputs: Record<string, HostTensor> = await this.#session.run(feeds, [
      'loss',
      ...names.map(gradientName)
    ])
    const gradients = names.map(
      (name) => [name, floats(outputs[gradientName(name)]!)] as [string, Float32Array]
    )
    return { loss: floats(outputs['loss']!)[0]!, gradients: new Map(gradients) }
  }

  #batchFeeds(batch: TrainingBatch): Record<string, HostTensor> {
    const { batch: rows, time } = this.sizes
    if (batch.length > rows) throw new RangeError(`${batch.length} rows in a batch of ${rows}`)
    const ids = Array.from({ length: rows * time }, () => 0)
    const targets = [...ids]
    const weights = new Float32Array(rows * time)
    for (const [row, sequences] of batch.entries()) {
      let start = row * time
      for (const sequence of sequences) {
        if (sequence.weights.length !== sequence.ids.length)
          throw new RangeError(`${sequence.weights.length} weights for ${sequence.ids.length} ids`)
        if (start + sequence.ids.length > (row + 1) * time)
          throw new RangeError(`row ${row} has more than ${time} ids`)
        refuseUnknownIds(sequence.ids, this.#vocabularySize)
        for (const [place, id] of sequence.ids.entries()) {
          ids[start + place] = id
          if (place === 0) continue
          targets[start + place - 1] = id
          weights[start + place - 1] = sequence.weights[place]!
        }
        start += sequence.ids.length
      }
    }
    const place = this.#placeOf(batch)
    return {
      ids: integers([rows, time], ids),
      targets: integers([rows * time, 1], targets),
      weights: { dtype: 'f32', shape: [rows * time, 1], data: weights },
      ...Object.fromEntries(this.#stepInputs.map(({ name, feed }) => [name, feed(place)]))
    }
  }

  #placeOf(batch: TrainingBatch): StepPlace {
    const sequences = batch.map((row) => row.map(({ ids }) => ids.length))
    const longest = Math.max(1, ...sequences.flat())
    const { batch: rows, time } = this.sizes
    return { batch: rows, time, used: 0, capacity: 0, sequenceLength: longest, sequences }
  }

  async close(): Promise<void> {
    await this.#session.close()
  }
}
