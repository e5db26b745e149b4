// Brings tensors of a device into the main memory. The runtime ends the process when a tensor there is
// asked for its data, so they pass through a graph that copies them out.
import type { Provider } from './lowerings/registry'
import { Graph } from './graph'
import { floats, Session, type DeviceTensor } from './session'

export class DeviceReader {
  readonly #provider: Provider
  /** By the number of axes. */
  readonly #sessions = new Map<number, Promise<Session>>()

  constructor(provider: Provider) {
    this.#provider = provider
  }

  /** The numbers of an f32 tensor, to the bit. The tensor stays where it is. */
  async read(tensor: DeviceTensor): Promise<Float32Array> {
    const rank = tensor.shape.length
    let session = this.#sessions.get(rank)
    if (!session) this.#sessions.set(rank, (session = this.#open(rank)))
    const { copy } = await (await session).run({ tensor }, ['copy'])
    return floats(copy)
  }

  async close(): Promise<void> {
    for (const session of this.#sessions.values()) await (await session).close()
  }

  #open(rank: number): Promise<Session> {
    const graph = new Graph()
    const sizes = Array.from({ length: rank }, (_, axis) => `D${axis}`)
    graph.output('copy', graph.input('tensor', 'f32', sizes))
    return Session.open(graph, {
      ...{ provider: this.#provider, weightsFolder: '.', weightMode: 'packed', threads: 1 }
    })
  }
}
