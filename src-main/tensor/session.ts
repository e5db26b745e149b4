// The one place that talks to ONNX Runtime: opens a graph on a provider and runs it. Weights in
// files are mapped by the runtime and never pass through JavaScript.
import * as ort from 'onnxruntime-node'
import { availableParallelism } from 'node:os'
import { LetheError } from '../base/errors'
import { quoted } from '../base/reasons'
import { adapterNow } from './adapter'
import type { Graph } from './graph'
import { providerTitles, type Provider } from './lowerings/registry'
import { encodeOnnx } from './onnx'

/** A tensor in the main memory. */
export type HostTensor =
  | { readonly dtype: 'f32'; readonly shape: readonly number[]; readonly data: Float32Array }
  | { readonly dtype: 'f16'; readonly shape: readonly number[]; readonly data: Uint16Array } // its bits
  | { readonly dtype: 'i64'; readonly shape: readonly number[]; readonly data: BigInt64Array }
  | { readonly dtype: 'u8'; readonly shape: readonly number[]; readonly data: Uint8Array }

/** A tensor in the memory of a device: fed to sessions there, never read here. */
export class DeviceTensor {
  readonly #tensor: ort.Tensor

  constructor(tensor: ort.Tensor) {
    this.#tensor = tensor
  }

  get shape(): readonly number[] {
    return this.#tensor.dims
  }

  /** What a session is fed. */
  get fed(): ort.Tensor {
    return this.#tensor
  }

  /** Gives its memory back; it must not be fed any more. */
  dispose(): void {
    this.#tensor.dispose()
  }
}

export interface SessionOptions {
  readonly provider: Provider
  /** Where the files of the graph's weights are. */
  readonly weightsFolder: string
  /**
   * `mapped`: weights are read from their file as they are needed, half-precision ones are widened
   * for every run. `packed`: the runtime keeps its own copy, arranged for its kernels, in f32.
   * Other devices than the CPU have memory of their own: there, both are `packed`.
   */
  readonly weightMode: 'mapped' | 'packed'
  /** 0: as many as the machine has cores. */
  readonly threads: number
  readonly portableOnly?: boolean
  /**
   * Outputs that stay on the device; none on the CPU. Every run then gives all outputs of the graph:
   * the binding counts places among those asked for, and keeps what an earlier run asked for.
   */
  readonly keptOutputs?: readonly string[]
}

export class Session {
  readonly #session: ort.InferenceSession
  /** What every run gives; null: what it is asked for. */
  readonly #allOutputs: readonly string[] | null
  readonly provider: Provider
  /** Copied out of the runtime so far. */
  fetchedBytes = 0
  /** What really runs it, for people: "CPU, 2 threads", "WebGPU on NVIDIA L4". */
  readonly device: string

  private constructor(
    session: ort.InferenceSession,
    provider: Provider,
    device: string,
    allOutputs: readonly string[] | null
  ) {
    this.#session = session
    this.#allOutputs = allOutputs
    this.provider = provider
    this.device = device
  }

  /**
   * Throws GraphError for an illegal graph and LetheError deviceUnavailable when the provider cannot
   * run it: nothing falls back to another device.
   */
  static async open(graph: Graph, options: SessionOptions): Promise<Session> {
    const { provider } = options
    const kept = options.keptOutputs ?? []
    const mapped = options.weightMode === 'mapped' && provider === 'cpu'
    const threads = options.threads > 0 ? options.threads : availableParallelism()
    const model = encodeOnnx(graph, options)
    const session: Record<string, string> = {
      model_external_initializers_file_folder_path: options.weightsFolder
    }
    if (mapped) session['disable_prepacking'] = '1'
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
        ...(kept.length > 0 && {
          preferredOutputLocation: Object.fromEntries(kept.map((name) => [name, 'gpu-buffer']))
        }),
        extra: {
          session,
          // Folding would turn every half-precision weight into a full copy in memory.
          ...(mapped && {
            optimization: { disable_specified_optimizers: 'ConstantFolding' }
          })
        }
      })
      const device = deviceName(provider, threads)
      const all = kept.length > 0 ? graph.outputs.map(({ name }) => name) : null
      return new Session(opened, provider, device, all)
    } catch (error) {
      throw deviceError(error, provider)
    }
  }

  /**
   * Blocks the event loop until done. Feeds are not copied; each fetched output is copied once, so
   * name only what is needed. `kept`: keptOutputs, all of them. `into`: where the runtime writes a
   * fetched output instead of into new memory; its shape must be the output's.
   */
  async run<K extends string, D extends string = never>(
    feeds: Readonly<Record<string, HostTensor | DeviceTensor>>,
    fetches: readonly K[],
    kept: readonly D[] = [],
    into: Readonly<Record<string, HostTensor>> = {}
  ): Promise<Record<K, HostTensor> & Record<D, DeviceTensor>> {
    const inputs: Record<string, ort.Tensor> = {}
    for (const [name, tensor] of Object.entries(feeds)) inputs[name] = toOrt(tensor)
    const targets: Record<string, ort.Tensor | null> = {}
    for (const name of this.#allOutputs ?? [...fetches, ...kept]) targets[name] = null
    for (const [name, tensor] of Object.entries(into)) targets[name] = toOrt(tensor)
    let outputs: ort.InferenceSession.ReturnType
    try {
      outputs = await this.#session.run(inputs, targets)
    } catch (error) {
      throw deviceError(error, this.provider)
    }
    for (const [name, tensor] of Object.entries(outputs))
      if (tensor !== targets[name]) this.fetchedBytes += hostBytes(tensor)
    const results: Record<string, HostTensor | DeviceTensor> = {}
    for (const name of fetches) results[name] = fromOrt(name, outputs[name])
    for (const name of kept) results[name] = staying(name, outputs[name])
    return results as Record<K, HostTensor> & Record<D, DeviceTensor>
  }

  async close(): Promise<void> {
    await this.#session.release()
  }
}

/** The CPU's failures are ours; those of another device are told as its own. */
function deviceError(error: unknown, provider: Provider): unknown {
  if (provider === 'cpu') return error
  const message = error instanceof Error ? error.message : String(error)
  // Some begin with the place in the runtime's source and the condition that did not hold there.
  const words = message.split(' was false. ').at(-1)!.trim().replace(/\.$/, '')
  const reason = quoted('runtime', words)
  return new LetheError('deviceUnavailable', { device: provider, reason }, { cause: error })
}

function deviceName(provider: Provider, threads: number): string {
  if (provider === 'cpu') return `CPU, ${threads} ${threads === 1 ? 'thread' : 'threads'}`
  const { name } = adapterNow()
  const title = providerTitles[provider]
  return name === null ? title : `${title} on ${name}`
}

function toOrt(tensor: HostTensor | DeviceTensor): ort.Tensor {
  if (tensor instanceof DeviceTensor) return tensor.fed
  const { dtype, data, shape } = tensor
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

function hostBytes(tensor: ort.Tensor): number {
  return tensor.location === 'cpu' && ArrayBuffer.isView(tensor.data) ? tensor.data.byteLength : 0
}

/** Never look at the data of a tensor on a device: the runtime ends the process over it. */
function staying(name: string, tensor: ort.Tensor | undefined): DeviceTensor {
  if (tensor?.location !== 'gpu-buffer')
    throw new TypeError(`output ${name} did not stay on the device`)
  return new DeviceTensor(tensor)
}

/** What this build of the runtime can use here; `bundled`: its libraries came with it. */
export function runtimeProviders(): { name: string; bundled: boolean }[] {
  return ort.listSupportedBackends().map(({ name, bundled }) => ({ name, bundled }))
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
