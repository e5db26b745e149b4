// A causal model that is open on a device: feeds it ids step by step.
import { freemem } from 'node:os'
import { LetheError } from '../base/errors'
import { keysStayValid } from '../nn/positions'
import { integers, type StepInput } from '../nn/stepInputs'
import type { Provider } from '../tensor/lowerings/registry'
import { floats, Session, type HostTensor, type SessionOptions } from '../tensor/session'
import type { CausalShape } from './architecture'
import { causalGraph } from './causalGraph'
import { checkpointWeights } from './checkpointWeights'
import { KeyValueCache, rowsName } from './keyValueCache'
import type { ModelFolder } from './modelFolder'
import { refuseUnknownIds } from './tokenRange'

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
  /**
   * Of the whole sequence, where more of it is known than this step reads: rotary angles that depend
   * on it are then the same in all steps. Default: up to the last of these ids.
   */
  readonly sequenceLength?: number
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
  readonly #provider: Provider
  readonly #session: Session
  readonly #stepInputs: readonly StepInput[]
  readonly #rowNames: readonly string[]

  private constructor(shape: CausalShape, session: Session, stepInputs: readonly StepInput[]) {
    this.shape = shape
    this.device = session.device
    this.#provider = session.provider
    this.#session = session
    this.#stepInputs = stepInputs
    this.#rowNames = Array.from({ length: shape.layers }, (_, layer) => [
      rowsName(layer, 'key'),
      rowsName(layer, 'value')
    ]).flat()
  }

  /** @throws LetheError outOfMemory before trying, deviceUnavailable */
  static async open(source: ModelFolder, options: OpenOptions): Promise<CausalRunner> {
    refuseWhatCannotFit(source, options.weightMode)
    const weights = checkpointWeights(source.weights)
    const { graph, stepInputs } = causalGraph(source.model, weights.of)
    const session = await Session.open(graph, {
      provider: providerOf(options.device),
      weightsFolder: weights.folder,
      weightMode: options.weightMode,
      threads: options.threads,
      ...(options.portableOnly && { portableOnly: true })
    })
    return new CausalRunner(source.model.shape, session, stepInputs)
  }

  newCache(batch = 1): KeyValueCache {
    // WebGPU ends the process over a tensor without elements.
    return new KeyValueCache(this.shape, batch, this.#provider === 'cpu' ? 0 : 1)
  }

  /**
   * Whether what the cache remembers no longer fits once the sequence is this long: then it has to be
   * read again from its first token.
   */
  mustReadAgain(cache: KeyValueCache, sequenceLength: number): boolean {
    return cache.length > 0 && !keysStayValid(this.shape.rope, cache.sequenceLength, sequenceLength)
  }

  /**
   * Reads new ids after what the cache remembers, and remembers them. Blocks the event loop.
   * Throws RangeError when the cache must be read again first, LetheError tokenOutOfRange.
   */
  async step(request: StepRequest): Promise<StepResult> {
    const { cache, ids, chosen, targets, want } = request
    const batch = ids.length
    const time = ids[0]!.length
    refuseUnknownIds([...ids.flat(), ...(targets ?? [])], this.shape.vocabularySize)
    const sequenceLength = request.sequenceLength ?? cache.length + time
    if (this.mustReadAgain(cache, sequenceLength))
      throw new RangeError(`${cache.length} rows do not fit a sequence of ${sequenceLength}`)
    const { length: used, capacity } = cache
    const place = { batch, time, used, capacity, sequenceLength }
    const feeds: Record<string, HostTensor> = {
      ids: integers([batch, time], ids.flat()),
      chosen: integers([chosen.length], chosen),
      targets: integers([chosen.length, 1], targets ?? chosen.map(() => 0)),
      ...Object.fromEntries(this.#stepInputs.map(({ name, feed }) => [name, feed(place)])),
      ...cache.feeds()
    }
    const outputs = await this.#session.run(feeds, [...want, ...this.#rowNames])
    cache.append(outputs, time, sequenceLength)
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
