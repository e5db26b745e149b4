// Keys and values a model remembers, in the memory of its device. A step gives the buffers anew with
// its rows in place; full buffers are joined with empty rows there. Nothing is copied out.
import { Graph } from '../tensor/graph'
import type { Provider } from '../tensor/lowerings/registry'
import { Session, type DeviceTensor, type HostTensor } from '../tensor/session'
import type { CausalShape } from './architecture'
import {
  cacheNames,
  KeyValueCache,
  nextName,
  pastName,
  roomFor,
  type StepOutputs
} from './keyValueCache'

/** Lengthens buffers on a device; one for all caches of a model. */
export class CacheGrower {
  readonly #provider: Provider
  readonly #shape: CausalShape
  #session: Promise<Session> | null = null

  constructor(shape: CausalShape, provider: Provider) {
    this.#shape = shape
    this.#provider = provider
  }

  /** A longer buffer: `buffer` [B, K, P, D], then `room` [B, K, R, D]. */
  async lengthened(buffer: DeviceTensor, room: HostTensor): Promise<DeviceTensor> {
    const session = await (this.#session ??= this.#open())
    const { longer } = await session.run({ buffer, room }, [], ['longer'])
    return longer
  }

  async close(): Promise<void> {
    await (await this.#session)?.close()
  }

  #open(): Promise<Session> {
    const { keyHeads, headSize } = this.#shape.attention
    const graph = new Graph()
    const buffer = graph.input('buffer', 'f32', ['B', keyHeads, 'P', headSize])
    const room = graph.input('room', 'f32', ['B', keyHeads, 'R', headSize])
    const [longer] = graph.add('concat', [buffer, room], { axis: 2 })
    graph.output('longer', longer!)
    return Session.open(graph, {
      ...{ provider: this.#provider, weightsFolder: '.', weightMode: 'packed', threads: 1 },
      keptOutputs: ['longer']
    })
  }
}

export class DeviceCache extends KeyValueCache {
  readonly #grower: CacheGrower
  /** Empty until the first step; then what it was fed is replaced by what it gave. */
  readonly #buffers = new Map<string, DeviceTensor>()

  constructor(shape: CausalShape, batch: number, grower: CacheGrower) {
    super(shape, batch)
    this.#grower = grower
  }

  async reserve(time: number): Promise<void> {
    const rows = this.length + time
    if (rows <= this.capacity) return
    const capacity = roomFor(rows)
    const room = this.#zeros(capacity - this.capacity)
    for (const [name, buffer] of this.#buffers) {
      this.#buffers.set(name, await this.#grower.lengthened(buffer, room))
      buffer.dispose()
    }
    this.roomIs(capacity)
  }

  feeds(): Record<string, HostTensor | DeviceTensor> {
    const names = cacheNames(this.shape.layers, pastName)
    if (this.#buffers.size > 0)
      return Object.fromEntries(names.map((name) => [name, this.#buffers.get(name)!]))
    const empty = this.#zeros(this.capacity)
    return Object.fromEntries(names.map((name) => [name, empty]))
  }

  /** Buffers can be lengthened on the device, not shortened. */
  cutTo(): boolean {
    return false
  }

  dispose(): void {
    for (const buffer of this.#buffers.values()) buffer.dispose()
    this.#buffers.clear()
  }

  /** The buffers as the step gave them, the new rows in place. */
  protected take(outputs: StepOutputs): void {
    const next = cacheNames(this.shape.layers, nextName)
    for (const [index, name] of cacheNames(this.shape.layers, pastName).entries()) {
      this.#buffers.get(name)?.dispose()
      this.#buffers.set(name, outputs[next[index]!] as DeviceTensor)
    }
  }

  /** Zeros, because hidden rows still take part as 0 times what they hold. */
  #zeros(rows: number): HostTensor {
    const shape = this.shapeOf(rows)
    const count = shape.reduce((product, size) => product * size, 1)
    return { dtype: 'f32', shape, data: new Float32Array(count) }
  }
}
