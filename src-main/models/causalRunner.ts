// A causal model that is open on a device: feeds it ids step by step.
import { freemem } from 'node:os'
import { LetheError } from '../base/errors'
import { keysStayValid } from '../nn/positions'
import { integers, type StepInput } from '../nn/stepInputs'
import type { Provider } from '../tensor/lowerings/registry'
import { floats, Session, type HostTensor, type SessionOptions } from '../tensor/session'
import type { CausalShape } from './architecture'
import type { BlockFile } from './blockFile'
import { blockBytes, blockPlan } from './blockPlan'
import { causalGraph } from './causalGraph'
import { checkpointWeights } from './checkpointWeights'
import { KeyValueCache, rowsName, type CachePrecision } from './keyValueCache'
import type { ModelFolder } from './modelFolder'
import { refuseUnknownIds } from './tokenRange'

export interface OpenOptions {
  readonly device: Provider | 'auto'
  readonly weightMode: SessionOptions['weightMode']
  /** Weights as blocks, in place of the checkpoint's own; held as `packed` ones are. */
  readonly blocks?: BlockFile
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
  readonly #precision: CachePrecision

  private constructor(
    shape: CausalShape,
    session: Session,
    stepInputs: readonly StepInput[],
    precision: CachePrecision
  ) {
    this.shape = shape
    this.device = session.device
    this.#provider = session.provider
    this.#session = session
    this.#stepInputs = stepInputs
    this.#precision = precision
    this.#rowNames = Array.from({ length: shape.layers }, (_, layer) => [
      rowsName(layer, 'key'),
      rowsName(layer, 'value')
    ]).flat()
  }

  /** @throws LetheError outOfMemory before trying, deviceUnavailable */
  static async open(source: ModelFolder, options: OpenOptions): Promise<CausalRunner> {
    const { blocks } = options
    const weightMode = blocks ? 'packed' : options.weightMode
    if (!blocks && weightMode === 'packed') refuseWhatCannotFit(source, null)
    const provider = providerOf(options.device)
    // Beside rounded weights a cache in half precision loses nothing that could be measured.
    const precision = blocks && provider === 'cpu' ? 'f16' : 'f32'
    const weights = blocks ?? checkpointWeights(source.weights)
    const { graph, stepInputs } = causalGraph(source.model, weights.of, precision)
    const session = await Session.open(graph, {
      ...{ provider, weightsFolder: weights.folder, weightMode, threads: options.threads },
      ...(options.portableOnly && { portableOnly: true })
    })
    return new CausalRunner(source.model.shape, session, stepInputs, precision)
  }

  newCache(batch = 1): KeyValueCache {
    // WebGPU ends the process over a tensor without elements.
    const rows = this.#provider === 'cpu' ? 0 : 1
    return new KeyValueCache(this.shape, batch, rows, this.#precision)
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

/**
 * The memory that the weights take: in f32 whatever the file's precision, or as blocks.
 * @throws LetheError outOfMemory
 */
export function refuseWhatCannotFit({ model }: ModelFolder, bits: 4 | 8 | null): void {
  const freeBytes = freemem()
  const plan = blockPlan(model)
  const needBytes =
    bits === null
      ? blockBytes(model.tensors, new Map(), 4)
      : blockBytes(model.tensors, plan, bits)
  if (needBytes <= freeBytes) return
  const blocks4Bytes = blockBytes(model.tensors, plan, 4)
  throw new LetheError('outOfMemory', {
    ...{ needBytes, freeBytes },
    ...(blocks4Bytes < needBytes && { blocks4Bytes })
  })
}
