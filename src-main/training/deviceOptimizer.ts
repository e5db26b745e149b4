// An optimizer whose parameters, moments and gradients stay in the memory of a device: of each step the
// norm alone comes back, beside the loss. Its sums are the device's own, not the CPU's to the bit.
import type { TensorRequirement } from '../models/architecture'
import type {
  ParameterFeeds,
  ParameterValues,
  TrainingBatch,
  TrainingRunner
} from '../models/trainingRunner'
import type { DropoutDraw } from '../nn/dropout'
import { DeviceReader } from '../tensor/deviceReader'
import type { Graph } from '../tensor/graph'
import type { Provider } from '../tensor/lowerings/registry'
import { floats, Session, type DeviceTensor, type HostTensor } from '../tensor/session'
import type { AdamW, ParameterState } from './adamW'
import type { Optimizer, StepUpdate } from './optimizer'
import {
  factorNames,
  inputName,
  keptParts,
  normGraph,
  outputName,
  sumGraph,
  updateFactors,
  updateGraph,
  type KeptPart
} from './optimizerGraphs'

/** Old and new numbers of so many bytes of parameters are on the device at once; of a larger tensor, that one's. */
export const updatedAtOnceBytes = 192 * 2 ** 20

/** Before the first update some are still where they were read to. */
type Kept = Record<KeptPart, Float32Array | DeviceTensor>
type Feeds = Record<string, HostTensor | DeviceTensor>

/** Parameters whose new numbers are computed together. */
interface Group {
  readonly parameters: readonly TensorRequirement[]
  readonly update: Session
  sum: Session | null // opened once a step has a second part
}

export class DeviceOptimizer implements Optimizer {
  readonly #runner: TrainingRunner
  readonly #adamW: AdamW
  readonly #provider: Provider
  readonly #groups: readonly Group[]
  readonly #norm: Session
  readonly #reader: DeviceReader
  readonly #kept: Map<string, Kept>
  #gradients: Map<string, DeviceTensor> | null = null
  /** Not while it is updated: if that breaks off, some parameters are a step ahead of the others. */
  #isWhole = true

  private constructor(
    runner: TrainingRunner,
    adamW: AdamW,
    provider: Provider,
    sessions: { groups: readonly Group[]; norm: Session },
    parameters: ReadonlyMap<string, ParameterState>
  ) {
    this.#runner = runner
    this.#adamW = adamW
    this.#provider = provider
    this.#groups = sessions.groups
    this.#norm = sessions.norm
    this.#reader = new DeviceReader(provider)
    this.#kept = new Map([...parameters].map(([name, state]) => [name, { ...state }]))
  }

  /**
   * @param runner of that device, its gradients staying there
   * @param parameters where it begins; not changed
   * @throws LetheError deviceUnavailable
   */
  static async open(
    runner: TrainingRunner,
    adamW: AdamW,
    provider: Provider,
    parameters: ReadonlyMap<string, ParameterState>,
    atOnceBytes = updatedAtOnceBytes
  ): Promise<DeviceOptimizer> {
    const groups: Group[] = []
    for (const some of inGroups(runner.parameters, atOnceBytes)) {
      const update = await openKeeping(updateGraph(some, adamW), provider)
      groups.push({ parameters: some, update, sum: null })
    }
    const norm = await openKeeping(normGraph(runner.parameters), provider, false)
    return new DeviceOptimizer(runner, adamW, provider, { groups, norm }, parameters)
  }

  get feeds(): ParameterFeeds {
    return new Map([...this.#kept].map(([name, { values }]) => [name, values]))
  }

  async add(batch: TrainingBatch, draw: DropoutDraw): Promise<number> {
    const { loss, gradients } = await this.#runner.runThere(this.feeds, batch, draw)
    if (this.#gradients) await this.#addInto(this.#gradients, gradients)
    else this.#gradients = gradients
    return loss
  }

  async norm(): Promise<number> {
    const gradients = this.#gradients
    if (!gradients) return 0
    const feeds = [...gradients].map(([name, it]) => [inputName('gradient', name), it] as const)
    const { norm } = await this.#norm.run(Object.fromEntries(feeds), ['norm'])
    return floats(norm)[0]!
  }

  async update(update: StepUpdate): Promise<void> {
    const gradients = this.#gradients
    if (!gradients) throw new TypeError('a step without gradients changes nothing')
    const factors = updateFactors(this.#adamW, update)
    this.#isWhole = false
    for (const group of this.#groups) {
      const feeds: Feeds = {}
      for (const name of factorNames)
        feeds[name] = { dtype: 'f32', shape: [1], data: Float32Array.of(factors[name]) }
      for (const { name, shape } of group.parameters) {
        const kept = this.#kept.get(name)!
        for (const part of keptParts) feeds[inputName(part, name)] = fed(kept[part], shape)
        feeds[inputName('gradient', name)] = gradients.get(name)!
      }
      const next = await group.update.run(feeds, [], namesOf(group, keptParts))
      for (const { name } of group.parameters) {
        const kept = this.#kept.get(name)!
        for (const part of keptParts) {
          dispose(kept[part])
          kept[part] = next[outputName(part, name)]!
        }
        dispose(gradients.get(name)!)
      }
    }
    this.#isWhole = true
    this.#gradients = null
  }

  forget(): void {
    for (const gradient of this.#gradients?.values() ?? []) dispose(gradient)
    this.#gradients = null
  }

  async states(): Promise<ReadonlyMap<string, ParameterState>> {
    this.#refuseUnlessWhole()
    const states = new Map<string, ParameterState>()
    for (const [name, { values, first, second }] of this.#kept)
      states.set(name, {
        values: await this.#read(values),
        first: await this.#read(first),
        second: await this.#read(second)
      })
    return states
  }

  async values(): Promise<ParameterValues> {
    this.#refuseUnlessWhole()
    const found = new Map<string, Float32Array>()
    for (const [name, { values }] of this.#kept) found.set(name, await this.#read(values))
    return found
  }

  async close(): Promise<void> {
    this.forget()
    this.#isWhole = false
    for (const kept of this.#kept.values()) for (const part of keptParts) dispose(kept[part])
    for (const { update, sum } of this.#groups) {
      await update.close()
      await sum?.close()
    }
    await this.#norm.close()
    await this.#reader.close()
  }

  async #addInto(
    gradients: Map<string, DeviceTensor>,
    more: ReadonlyMap<string, DeviceTensor>
  ): Promise<void> {
    for (const group of this.#groups) {
      group.sum ??= await openKeeping(sumGraph(group.parameters), this.#provider)
      const feeds: Feeds = {}
      for (const { name } of group.parameters) {
        feeds[inputName('gradient', name)] = gradients.get(name)!
        feeds[inputName('more', name)] = more.get(name)!
      }
      const sums = await group.sum.run(feeds, [], namesOf(group, ['gradient']))
      for (const { name } of group.parameters) {
        dispose(gradients.get(name)!)
        dispose(more.get(name)!)
        gradients.set(name, sums[outputName('gradient', name)]!)
      }
    }
  }

  async #read(tensor: Float32Array | DeviceTensor): Promise<Float32Array> {
    return tensor instanceof Float32Array ? tensor : this.#reader.read(tensor)
  }

  #refuseUnlessWhole(): void {
    if (!this.#isWhole)
      throw new TypeError('an update broke off, or it is closed: there is no state')
  }
}

/** In their order, as many at once as `atOnceBytes` allow. */
function inGroups(
  parameters: readonly TensorRequirement[],
  atOnceBytes: number
): TensorRequirement[][] {
  const groups: TensorRequirement[][] = []
  let bytes = Infinity
  for (const parameter of parameters) {
    const own = 4 * parameter.shape.reduce((product, size) => product * size, 1)
    if (bytes + own > atOnceBytes) {
      groups.push([])
      bytes = 0
    }
    groups.at(-1)!.push(parameter)
    bytes += own
  }
  return groups
}

function namesOf({ parameters }: Group, parts: readonly (KeptPart | 'gradient')[]): string[] {
  return parameters.flatMap(({ name }) => parts.map((part) => outputName(part, name)))
}

function openKeeping(graph: Graph, provider: Provider, keeps = true): Promise<Session> {
  return Session.open(graph, {
    ...{ provider, weightsFolder: '.', weightMode: 'packed', threads: 1 },
    ...(keeps && { keptOutputs: graph.outputs.map(({ name }) => name) })
  })
}

function fed(
  tensor: Float32Array | DeviceTensor,
  shape: readonly number[]
): HostTensor | DeviceTensor {
  return tensor instanceof Float32Array ? { dtype: 'f32', shape, data: tensor } : tensor
}

function dispose(tensor: Float32Array | DeviceTensor): void {
  if (!(tensor instanceof Float32Array)) tensor.dispose()
}
