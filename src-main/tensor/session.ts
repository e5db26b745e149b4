// The one place that talks to ONNX Runtime: opens a graph on a provider and runs it. Weights in
// files are mapped by the runtime and never pass through JavaScript.
import * as ort from 'onnxruntime-node'
import { availableParallelism } from 'node:os'
import { LetheError } from '../base/errors'
import type { Graph } from './graph'
import type { Provider } from './lowerings/registry'
import { encodeOnnx } from './onnx'

/** A tensor in the main memory. */
export type HostTensor =
  | { readonly dtype: 'f32'; readonly shape: readonly number[]; readonly data: Float32Array }
  | { readonly dtype: 'f16'; readonly shape: readonly number[]; readonly data: Uint16Array } // its bits
  | { readonly dtype: 'i64'; readonly shape: readonly number[]; readonly data: BigInt64Array }
  | { readonly dtype: 'u8'; readonly shape: readonly number[]; readonly data: Uint8Array }

export interface SessionOptions {
  readonly provider: Provider
  /** Where the files of the graph's weights are. */
  readonly weightsFolder: string
  /**
   * `mapped`: weights are read from their file as they are needed, half-precision ones are widened
   * for every run. `packed`: the runtime keeps its own copy, arranged for its kernels, in f32.
   */
  readonly weightMode: 'mapped' | 'packed'
  /** 0: as many as the machine has cores. */
  readonly threads: number
  readonly portableOnly?: boolean
}

export class Session {
  readonly #session: ort.InferenceSession
  readonly provider: Provider
  /** What really runs it, for people: "CPU, 2 threads". */
  readonly device: string

  private constructor(session: ort.InferenceSession, provider: Provider, device: string) {
    this.#session = session
    this.provider = provider
    this.device = device
  }

  /**
   * Throws GraphError for an illegal graph and LetheError deviceUnavailable when the provider cannot
   * run it: nothing falls back to another device.
   */
  static async open(graph: Graph, options: SessionOptions): Promise<Session> {
    const { provider, weightMode } = options
    const threads = options.threads > 0 ? options.threads : availableParallelism()
    const model = encodeOnnx(graph, options)
    const session: Record<string, string> = {
      model_external_initializers_file_folder_path: options.weightsFolder
    }
    if (weightMode === 'mapped') session['disable_prepacking'] = '1'
    if (provider !== 'cpu') session['disable_cpu_ep_fallback'] = '1'
    try {
      const opened = await ort.InferenceSession.create(model, {
        executionProviders: [provider],
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        graphOptimizationLevel: 'all',
        enableMemPattern: false,
        logSeverityLevel: 3,
        extra: {
          session,
          // Folding would turn every half-precision weight into a full copy in memory.
          ...(weightMode === 'mapped' && {
            optimization: { disable_specified_optimizers: 'ConstantFolding' }
          })
        }
      })
      const unit = threads === 1 ? 'thread' : 'threads'
      return new Session(
        opened,
        provider,
        provider === 'cpu' ? `CPU, ${threads} ${unit}` : provider
      )
    } catch (error) {
      if (provider === 'cpu') throw error
      const reason = error instanceof Error ? error.message : String(error)
      throw new LetheError('deviceUnavailable', { device: provider, reason }, { cause: error })
    }
  }

  /**
   * Blocks the event loop until done. Feeds are not copied; each fetched output is copied once, so
   * name only what is needed.
   */
  async run<K extends string>(
    feeds: Readonly<Record<string, HostTensor>>,
    fetches: readonly K[]
  ): Promise<Record<K, HostTensor>> {
    const inputs: Record<string, ort.Tensor> = {}
    for (const [name, tensor] of Object.entries(feeds)) inputs[name] = toOrt(tensor)
    const outputs = await this.#session.run(inputs, [...fetches])
    const results: Partial<Record<K, HostTensor>> = {}
    for (const name of fetches) results[name] = fromOrt(name, outputs[name])
    return results as Record<K, HostTensor>
  }

  async close(): Promise<void> {
    await this.#session.release()
  }
}

function toOrt({ dtype, data, shape }: HostTensor): ort.Tensor {
  switch (dtype) {
    case 'f32':
      return new ort.Tensor('float32', data, shape)
    case 'f16':
      return new ort.Tensor('float16', data, shape)
    case 'i64':
      return new ort.Tensor('int64', data, shape)
    case 'u8':
      return new ort.Tensor('uint8', data, shape)
  }
}

/**
 * Lets half-precision tensors be arrays of 16-bit numbers: where the language has a Float16Array the
 * runtime would take that one, and its native half then finds nothing in it. It looks once, when the
 * first tensor is made.
 */
function takeHalvesAsBits(): void {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'Float16Array')
  if (own) Reflect.deleteProperty(globalThis, 'Float16Array')
  void new ort.Tensor('float32', [0], [1])
  if (own) Object.defineProperty(globalThis, 'Float16Array', own)
}
takeHalvesAsBits()

function fromOrt(name: string, tensor: ort.Tensor | undefined): HostTensor {
  if (!tensor) throw new TypeError(`the graph has no output ${name}`)
  const shape = tensor.dims
  if (tensor.data instanceof Float32Array) return { dtype: 'f32', shape, data: tensor.data }
  if (tensor.data instanceof Uint16Array) return { dtype: 'f16', shape, data: tensor.data }
  if (tensor.data instanceof BigInt64Array) return { dtype: 'i64', shape, data: tensor.data }
  throw new TypeError(`output ${name} is ${tensor.type}, which is not read back`)
}

/** The f32 numbers of an output. */
export function floats(tensor: HostTensor): Float32Array {
  if (tensor.dtype !== 'f32') throw new TypeError(`expected f32, got ${tensor.dtype}`)
  return tensor.data
}

/** The bits of the f16 numbers of an output. */
export function halves(tensor: HostTensor): Uint16Array {
  if (tensor.dtype !== 'f16') throw new TypeError(`expected f16, got ${tensor.dtype}`)
  return tensor.data
}
