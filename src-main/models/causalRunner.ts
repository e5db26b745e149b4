// A causal model that is open on a device: feeds it ids step by step.
import { freemem } from 'node:os'
import { LetheError } from '../base/errors'
import { causalMask } from '../nn/masks'
import { ropeAngles } from '../nn/positions'
import type { Provider } from '../tensor/lowerings/registry'
import { floats, Session, type HostTensor, type SessionOptions } from '../tensor/session'
import type { CausalShape } from './architecture'
import { causalGraph } from './causalGraph'
import { KeyValueCache, rowsName } from './keyValueCache'
import type { ModelFolder } from './modelFolder'

export interface OpenOptions {
  readonly device: Provider | 'auto'
  readonly weightMode: SessionOptions['weightMode']
  readonly threads: number // 0: all cores
  readonly portableOnly?: boolean
}

export interface StepRequest {
  readonly cache: KeyValueCache
  /** B rows of T new ids. */
  readonly ids: readonly (readonly number[])[]
  /** Rows of the flattened [B·T] that get results: R of them. */
  readonly chosen: readonly number[]
  /** For log-probabilities: one id for each chosen row. */
  readonly targets?: readonly number[]
  readonly want: readonly ('logits' | 'logProbabilities')[]
}

export interface StepResult {
  readonly logits: Float32Array | null // [R, V]
  readonly logProbabilities: Float32Array | null // [R], nats
}

/** Without its own wish a model runs on the CPU: no other provider has been measured to be faster. */
function providerOf(device: OpenOptions['device']): Provider {
  return device === 'auto' ? 'cpu' : device
}

export class CausalRunner {
  readonly shape: CausalShape
  readonly device: string
  readonly #session: Session
  readonly #rowNames: readonly string[]

  private constructor(shape: CausalShape, session: Session) {
    this.shape = shape
    this.device = session.device
    this.#session = session
    this.#rowNames = Array.from({ length: shape.layers }, (_, layer) => [
      rowsName(layer, 'key'),
      rowsName(layer, 'value')
    ]).flat()
  }

  /** @throws LetheError outOfMemory before trying, deviceUnavailable */
  static async open(source: ModelFolder, options: OpenOptions): Promise<CausalRunner> {
    refuseWhatCannotFit(source, options.weightMode)
    const session = await Session.open(causalGraph(source.model, source.weights), {
      provider: providerOf(options.device),
      weightsFolder: source.folder,
      weightMode: options.weightMode,
      threads: options.threads,
      ...(options.portableOnly && { portableOnly: true })
    })
    return new CausalRunner(source.model.shape, session)
  }

  newCache(batch = 1): KeyValueCache {
    return new KeyValueCache(this.shape, batch)
  }

  /** Reads new ids after what the cache remembers, and remembers them. Blocks the event loop. */
  async step({ cache, ids, chosen, targets, want }: StepRequest): Promise<StepResult> {
    const time = ids[0]!.length
    const before = cache.length
    const { heads, keyHeads } = this.shape.attention
    const positions = ids.map((row) => row.map((_, index) => before + index))
    const feeds: Record<string, HostTensor> = {
      ids: integers([ids.length, time], ids.flat()),
      ...ropeAngles(this.shape.rope, positions, before + time),
      mask: causalMask({
        batch: ids.length,
        groupSize: heads / keyHeads,
        time,
        capacity: cache.capacity,
        used: before
      }),
      sizes: integers([2], [cache.capacity, time]),
      chosen: integers([chosen.length], chosen),
      targets: integers([chosen.length, 1], targets ?? chosen.map(() => 0)),
      ...cache.feeds()
    }
    const outputs = await this.#session.run(feeds, [...want, ...this.#rowNames])
    cache.append(outputs, time)
    return {
      logits: want.includes('logits') ? floats(outputs['logits']!) : null,
      logProbabilities: want.includes('logProbabilities')
        ? floats(outputs['logProbabilities']!)
        : null
    }
  }

  async close(): Promise<void> {
    await this.#session.close()
  }
}

function integers(shape: readonly number[], numbers: readonly number[]): HostTensor {
  return { dtype: 'i64', shape, data: BigInt64Array.from(numbers, BigInt) }
}

/** Packed weights are held in f32 whatever the file's precision; mapped ones stay in the file. */
function refuseWhatCannotFit(source: ModelFolder, weightMode: OpenOptions['weightMode']): void {
  if (weightMode === 'mapped') return
  let needBytes = 0
  for (const { name } of source.model.tensors) {
    const { shape } = source.weights.entries.get(name)!
    needBytes += 4 * shape.reduce((product, size) => product * size, 1)
  }
  const freeBytes = freemem()
  if (needBytes > freeBytes) throw new LetheError('outOfMemory', { needBytes, freeBytes })
}
