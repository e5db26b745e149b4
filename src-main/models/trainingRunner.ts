// A model's training graph, open on a device: takes packed batches and the parameters as they are,
// gives the loss and its gradients. What is learned from them is training/'s.
import type { SafetensorsIndex } from '../formats/safetensors'
import { maskFeed, type DropoutDraw, type DropoutMask } from '../nn/dropout'
import { integers, type StepInput, type StepPlace } from '../nn/stepInputs'
import type { Provider } from '../tensor/lowerings/registry'
import { DeviceTensor, floats, Session, type HostTensor } from '../tensor/session'
import type { AdapterSettings } from './adapters'
import type { AnyDefinition, TensorRequirement } from './architecture'
import { checkpointWeights } from './checkpointWeights'
import { refuseUnknownIds } from './tokenRange'
import {
  gradientName,
  trainingGraph,
  type TrainingGraph,
  type TrainingOptions,
  type TrainingSizes
} from './trainingGraph'

export interface TrainingSequence {
  readonly ids: readonly number[]
  /** Share of the loss that predicting each id has; the first is predicted by nothing, its share is 0. */
  readonly weights: readonly number[]
  /** Of a masked model: the id that each place has to tell; the share is of that place, the first too. */
  readonly targets?: readonly number[]
}

/** The sequences of each row, one after the other; rows may be short, and fewer than the batch has. */
export type TrainingBatch = readonly (readonly TrainingSequence[])[]

/** Numbers of each parameter by its name, in the checkpoint's shape. */
export type ParameterValues = ReadonlyMap<string, Float32Array>
/** The same as a graph is fed them: from the main memory, or from that of the device it runs on. */
export type ParameterFeeds = ReadonlyMap<string, Float32Array | DeviceTensor>

export interface TrainingResult {
  readonly loss: number // Σ w·(−log p), nats
  readonly gradients: ParameterValues
}

/** Gradients in the memory of the device; whoever takes them disposes of them. */
interface TrainingResultThere {
  readonly loss: number
  readonly gradients: Map<string, DeviceTensor>
}

export interface TrainingRunnerOptions extends Omit<TrainingOptions, 'adapters'> {
  /** What is learned beside the model, and the files that it stays in. Absent: all of it is learned. */
  readonly adapters?: { readonly settings: AdapterSettings; readonly frozen: SafetensorsIndex }
  readonly device: Provider
  readonly threads: number // 0: all cores
  readonly portableOnly?: boolean
  /** Gradients stay in the memory of the device, for `runThere`; not on the CPU, which has none. */
  readonly keepsGradients?: boolean
}

export class TrainingRunner {
  readonly sizes: TrainingSizes
  readonly parameters: readonly TensorRequirement[]
  readonly device: string
  readonly #vocabularySize: number
  readonly #isMasked: boolean
  readonly #session: Session
  readonly #stepInputs: readonly StepInput[]
  readonly #masks: readonly DropoutMask[]

  private constructor(
    model: AnyDefinition,
    sizes: TrainingSizes,
    session: Session,
    { parameters, stepInputs, masks }: Omit<TrainingGraph, 'graph'>
  ) {
    this.sizes = sizes
    this.parameters = parameters
    this.device = session.device
    this.#vocabularySize = model.shape.vocabularySize
    this.#isMasked = model.objective === 'masked'
    this.#session = session
    this.#stepInputs = stepInputs
    this.#masks = masks
  }

  /** @throws LetheError deviceUnavailable */
  static async open(
    model: AnyDefinition,
    sizes: TrainingSizes,
    options: TrainingRunnerOptions
  ): Promise<TrainingRunner> {
    const { device: provider, threads, portableOnly = false, adapters, ...rest } = options
    const { keepsGradients = false, ...others } = rest
    const frozen = adapters && checkpointWeights(adapters.frozen)
    const written = trainingGraph(model, sizes, {
      ...others,
      ...(adapters && { adapters: { settings: adapters.settings, frozen: frozen!.of } })
    })
    const session = await Session.open(written.graph, {
      ...{ provider, threads, portableOnly, weightsFolder: frozen?.folder ?? '.' },
      // Half-precision weights are widened once, not in every step.
      weightMode: adapters && isSingle(adapters.frozen) ? 'mapped' : 'packed',
      ...(keepsGradients && {
        keptOutputs: written.parameters.map(({ name }) => gradientName(name))
      })
    })
    return new TrainingRunner(model, sizes, session, written)
  }

  /**
   * Blocks the event loop until done. `draw` says what is dropped, where anything is. `into`: where the
   * gradients are written; default: new memory. Throws RangeError for a batch that does not fit,
   * LetheError tokenOutOfRange.
   */
  async run(
    values: ParameterFeeds,
    batch: TrainingBatch,
    draw: DropoutDraw = noDraw,
    into: ParameterValues = this.newGradients()
  ): Promise<TrainingResult> {
    const targets = Object.fromEntries(
      this.parameters.map(({ name, shape }): [string, HostTensor] => [
        gradientName(name),
        { dtype: 'f32', shape, data: into.get(name)! }
      ])
    )
    const feeds = this.#feedsOf(values, batch, draw)
    const fetches = ['loss', ...Object.keys(targets)]
    const { loss } = await this.#session.run(feeds, fetches, [], targets)
    return { loss: floats(loss!)[0]!, gradients: into }
  }

  /** Room for the gradients of all that is learned. */
  newGradients(): ParameterValues {
    const room = this.parameters.map(({ name, shape }): [string, Float32Array] => [
      name,
      new Float32Array(shape.reduce((product, size) => product * size, 1))
    ])
    return new Map(room)
  }

  /** The same of a runner that keeps its gradients on the device. */
  async runThere(
    values: ParameterFeeds,
    batch: TrainingBatch,
    draw: DropoutDraw = noDraw
  ): Promise<TrainingResultThere> {
    const names = this.parameters.map(({ name }) => name)
    const feeds = this.#feedsOf(values, batch, draw)
    const outputs = await this.#session.run(feeds, ['loss'], names.map(gradientName))
    const gradients = new Map(names.map((name) => [name, outputs[gradientName(name)]!]))
    return { loss: floats(outputs.loss)[0]!, gradients }
  }

  /** Without gradients: what a runner opened for the loss alone can say. */
  async loss(values: ParameterFeeds, batch: TrainingBatch): Promise<number> {
    const { loss } = await this.#session.run(this.#feeds(values, batch), ['loss'])
    return floats(loss)[0]!
  }

  #feedsOf(
    values: ParameterFeeds,
    batch: TrainingBatch,
    draw: DropoutDraw
  ): Record<string, HostTensor | DeviceTensor> {
    const feeds = this.#feeds(values, batch)
    const rows = feeds['chosen']!.shape[0]!
    for (const mask of this.#masks) feeds[mask.name] = maskFeed(mask, draw, rows)
    return feeds
  }

  #feeds(values: ParameterFeeds, batch: TrainingBatch): Record<string, HostTensor | DeviceTensor> {
    const feeds: Record<string, HostTensor | DeviceTensor> = this.#batchFeeds(batch)
    for (const { name, shape } of this.parameters) {
      const data = values.get(name)
      if (!data) throw new TypeError(`no values of ${name} were given`)
      feeds[name] = data instanceof DeviceTensor ? data : { dtype: 'f32', shape, data }
    }
    return feeds
  }

  #batchFeeds(batch: TrainingBatch): Record<string, HostTensor> {
    const { batch: rows, time } = this.sizes
    if (batch.length > rows) throw new RangeError(`${batch.length} rows in a batch of ${rows}`)
    const ids = Array.from({ length: rows * time }, () => 0)
    const counted: { place: number; target: number; weight: number }[] = []
    for (const [row, sequences] of batch.entries()) {
      let start = row * time
      for (const sequence of sequences) {
        if (sequence.weights.length !== sequence.ids.length)
          throw new RangeError(`${sequence.weights.length} weights for ${sequence.ids.length} ids`)
        if (start + sequence.ids.length > (row + 1) * time)
          throw new RangeError(`row ${row} has more than ${time} ids`)
        refuseUnknownIds([...sequence.ids, ...(sequence.targets ?? [])], this.#vocabularySize)
        if (this.#isMasked && sequence.targets?.length !== sequence.ids.length)
          throw new RangeError('a masked model needs a target for each id')
        for (const [place, id] of sequence.ids.entries()) {
          ids[start + place] = id
          const weight = sequence.weights[place]!
          if (weight === 0) continue
          const { targets } = sequence
          if (targets) counted.push({ place: start + place, target: targets[place]!, weight })
          else if (place > 0) counted.push({ place: start + place - 1, target: id, weight })
        }
        start += sequence.ids.length
      }
    }
    if (counted.length === 0) counted.push({ place: 0, target: 0, weight: 0 })
    const count = counted.length
    const weights = Float32Array.from(counted, ({ weight }) => weight)
    const place = this.#placeOf(batch)
    return {
      ids: integers([rows, time], ids),
      chosen: integers(
        [count],
        counted.map((it) => it.place)
      ),
      targets: integers(
        [count, 1],
        counted.map(({ target }) => target)
      ),
      weights: { dtype: 'f32', shape: [count, 1], data: weights },
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

const noDraw: DropoutDraw = { seed: 0, step: 0, part: 0 }

function isSingle({ entries }: SafetensorsIndex): boolean {
  return [...entries.values()].every(({ dtype }) => dtype === 'F32')
}
