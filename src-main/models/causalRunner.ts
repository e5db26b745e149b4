// A causal model that is open on a device: feeds it ids step by step.
import { freemem } from 'node:os'
import { LetheError } from '../base/errors'
import { keysStayValid } from '../nn/positions'
import { integers, positionsOf, type StepInput, type StepPlace } from '../nn/stepInputs'
import type { Provider } from '../tensor/lowerings/registry'
import {
  floats,
  Session,
  type DeviceTensor,
  type HostTensor,
  type SessionOptions
} from '../tensor/session'
import type { AnyModel, CausalDefinition, CausalShape } from './architecture'
import type { BlockFile } from './blockFile'
import { blockBytes, blockPlan } from './blockPlan'
import { causalGraph } from './causalGraph'
import { checkpointWeights, type CheckpointWeights } from './checkpointWeights'
import { CacheGrower, DeviceCache } from './deviceCache'
import {
  cacheNames,
  HostCache,
  nextName,
  rowsName,
  type CachePrecision,
  type KeyValueCache
} from './keyValueCache'
import type { ModelFolder } from './modelFolder'
import { refuseUnknownIds } from './tokenRange'

export interface OpenOptions {
  readonly device: Provider
  readonly weightMode: SessionOptions['weightMode']
  /** Weights as blocks, in place of the checkpoint's own; held as `packed` ones are. */
  readonly blocks?: BlockFile
  readonly threads: number // 0: all cores
  readonly portableOnly?: boolean
  /** Steps can give hidden states. Usual: they cannot. */
  readonly showsHidden?: boolean
}

export interface StepRequest {
  readonly cache: KeyValueCache
  /** B rows of T new ids. */
  readonly ids: readonly (readonly number[])[]
  /** Rows of the flattened [B·T] that get results: R of them. */
  readonly chosen: readonly number[]
  /** For log-probabilities: one id for each chosen row. */
  readonly targets?: readonly number[]
  readonly want: readonly ('logits' | 'logProbabilities' | 'hidden')[]
  /**
   * Of the whole sequence, where more of it is known than this step reads: rotary angles that depend
   * on it are then the same in all steps. Default: up to the last of these ids.
   */
  readonly sequenceLength?: number
}

/** Texts whose common beginnings are read once. */
export interface TreeRequest {
  /** B rows of tokens, of any lengths. */
  readonly ids: readonly (readonly number[])[]
  /** Which token of its row each one follows, an earlier one; −1: none. */
  readonly follows: readonly (readonly number[])[]
  /** What is asked: how likely an id is behind a token of a row. */
  readonly asked: readonly { readonly row: number; readonly behind: number; readonly id: number }[]
}

export interface StepResult {
  readonly logits: Float32Array | null // [R, V]
  readonly logProbabilities: Float32Array | null // [R], nats
  readonly hidden: Float32Array | null // [R, H], after the last norm
}

/** Products with f32 weights are the faster the more rows they have at once: 64 take a fifth longer. */
const chunkTokens = 256
/**
 * With rounded weights on the CPU 32 rows are as fast as 256, and the scores of all heads, chunk ×
 * context, stay small beside the weights.
 */
const blockChunkTokens = 32

/** Devices whose outputs can stay in their memory. */
function keepsCache(provider: Provider): boolean {
  return provider === 'webgpu'
}

export class CausalRunner {
  readonly shape: CausalShape
  readonly device: string
  /** Tokens of a prompt to read at a time: stopping waits for one chunk at most. */
  readonly chunkTokens: number
  readonly #session: Session
  readonly #stepInputs: readonly StepInput[]
  /** What the steps put out for the cache; null: it is in the main memory. */
  readonly #grower: CacheGrower | null
  readonly #fetchedRows: readonly string[]
  readonly #keptRows: readonly string[]
  readonly #precision: CachePrecision

  private constructor(
    shape: CausalShape,
    session: Session,
    stepInputs: readonly StepInput[],
    precision: CachePrecision,
    chunkTokens: number
  ) {
    this.shape = shape
    this.device = session.device
    this.chunkTokens = chunkTokens
    this.#session = session
    this.#stepInputs = stepInputs
    this.#precision = precision
    const keeps = keepsCache(session.provider)
    this.#grower = keeps ? new CacheGrower(shape, session.provider) : null
    this.#fetchedRows = keeps ? [] : cacheNames(shape.layers, rowsName)
    this.#keptRows = keeps ? cacheNames(shape.layers, nextName) : []
  }

  /** @throws LetheError outOfMemory before trying, deviceUnavailable */
  static async open(source: ModelFolder, options: OpenOptions): Promise<CausalRunner> {
    const { blocks } = options
    if (blocks) {
      return CausalRunner.openDefinition(source.model, blocks, {
        ...options,
        weightMode: 'packed'
      })
    }
    // On their way to another device mapped weights pass through the main memory, in f32 too.
    if (options.weightMode === 'packed' || options.device !== 'cpu')
      refuseWhatCannotFit(source, null)
    return CausalRunner.openDefinition(source.model, checkpointWeights(source.weights), options)
  }

  /** A model whose weights need not be a checkpoint's. @throws LetheError deviceUnavailable */
  static async openDefinition(
    model: CausalDefinition,
    weights: CheckpointWeights,
    options: OpenOptions
  ): Promise<CausalRunner> {
    const { device, weightMode, threads, blocks } = options
    const { portableOnly = false, showsHidden = false } = options
    const keeps = keepsCache(device)
    // Beside rounded weights a cache in half precision loses nothing that could be measured.
    const precision = blocks && device === 'cpu' ? 'f16' : 'f32'
    const { graph, stepInputs } = causalGraph(
      ...([model, weights.of, keeps ? 'next' : 'rows', precision, showsHidden] as const)
    )
    const session = await Session.open(graph, {
      ...{ provider: device, weightsFolder: weights.folder, weightMode, threads, portableOnly },
      ...(keeps && { keptOutputs: cacheNames(model.shape.layers, nextName) })
    })
    const chunk = blocks && device === 'cpu' ? blockChunkTokens : chunkTokens
    return new CausalRunner(model.shape, session, stepInputs, precision, chunk)
  }

  newCache(batch = 1): KeyValueCache {
    if (this.#grower) return new DeviceCache(this.shape, batch, this.#grower)
    return new HostCache(this.shape, batch, this.#precision)
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
    const { cache, ids, targets, want } = request
    const batch = ids.length
    const time = ids[0]!.length
    refuseUnknownIds([...ids.flat(), ...(targets ?? [])], this.shape.vocabularySize)
    const sequenceLength = request.sequenceLength ?? cache.length + time
    if (this.mustReadAgain(cache, sequenceLength))
      throw new RangeError(`${cache.length} rows do not fit a sequence of ${sequenceLength}`)
    await cache.reserve(time)
    const { length: used, capacity } = cache
    const place = { batch, time, used, capacity, sequenceLength }
    const feeds = this.#feeds(place, ids.flat(), request)
    const fetched = [...want, ...this.#fetchedRows]
    const outputs = await this.#session.run(feeds, fetched, this.#keptRows)
    cache.append(outputs, time, sequenceLength)
    const result = (name: (typeof want)[number]): Float32Array | null =>
      want.includes(name) ? floats(outputs[name] as HostTensor) : null
    return {
      ...{ logits: result('logits'), logProbabilities: result('logProbabilities') },
      hidden: result('hidden')
    }
  }

  /**
   * Log-probabilities of what is asked, in nats; nothing is remembered. Rotary angles that depend on the
   * length of a text are those of the longest. Blocks the event loop. Throws LetheError tokenOutOfRange.
   */
  async readTrees({ ids, follows, asked }: TreeRequest): Promise<Float32Array> {
    const time = Math.max(...ids.map(({ length }) => length))
    const chosen = asked.map(({ row, behind }) => row * time + behind)
    const targets = asked.map(({ id }) => id)
    refuseUnknownIds([...ids.flat(), ...targets], this.shape.vocabularySize)
    const batch = ids.length
    const cache = this.newCache(batch)
    try {
      await cache.reserve(time)
      const { length: used, capacity } = cache
      const held = { batch, time, used, capacity, sequenceLength: time, follows }
      const sequenceLength = 1 + Math.max(...positionsOf(held))
      const filled = ids.flatMap((row) => Array.from({ length: time }, (_, at) => row[at] ?? 0))
      const want = ['logProbabilities'] as const
      const request = { cache, chosen, targets, want }
      const feeds = this.#feeds({ ...held, sequenceLength }, filled, request)
      const outputs = await this.#session.run(feeds, want, this.#keptRows)
      // What stayed on a device is given back with its cache.
      if (this.#grower) cache.append(outputs, time, sequenceLength)
      return floats(outputs.logProbabilities)
    } finally {
      cache.dispose()
    }
  }

  #feeds(
    place: StepPlace,
    ids: readonly number[],
    { cache, chosen, targets, want }: Pick<StepRequest, 'cache' | 'chosen' | 'targets' | 'want'>
  ): Record<string, HostTensor | DeviceTensor> {
    return {
      ids: integers([place.batch, place.time], ids),
      chosen: integers([chosen.length], chosen),
      targets: integers([chosen.length, 1], targets ?? chosen.map(() => 0)),
      ...Object.fromEntries(this.#stepInputs.map(({ name, feed }) => [name, feed(place)])),
      ...(this.#grower && { shown: this.#shown(want, chosen.length) }),
      ...cache.feeds()
    }
  }

  /** Of a graph that puts out all it has: no more logits than one row where none are wanted. */
  #shown(want: StepRequest['want'], rows: number): HostTensor {
    const count = want.includes('logits') ? rows : 1
    return integers([count], [...Array(count).keys()])
  }

  /** Caches are disposed of before. */
  async close(): Promise<void> {
    await this.#grower?.close()
    await this.#session.close()
  }
}

/**
 * The memory that the weights take: in f32 whatever the file's precision, or as blocks.
 * @throws LetheError outOfMemory
 */
export function refuseWhatCannotFit({ model }: ModelFolder<AnyModel>, bits: 4 | 8 | null): void {
  const freeBytes = freemem()
  const needBytes =
    bits === null
      ? blockBytes(model.tensors, new Map(), 4)
      : blockBytes(model.tensors, blockPlan(model), bits)
  if (needBytes <= freeBytes) return
  const blocks4Bytes = blockBytes(model.tensors, blockPlan(model), 4)
  throw new LetheError('outOfMemory', {
    ...{ needBytes, freeBytes },
    ...(blocks4Bytes < needBytes && { blocks4Bytes })
  })
}
