// Tries a provider out: whether small models give there what they give in plain operations on the
// CPU, and how fast it multiplies matrices. Meant for a process of its own: a driver may end it.
import { uniform } from '../base/random'
import type { WeightOf } from '../nn/weightScope'
import { adapterNow, type Adapter } from '../tensor/adapter'
import { Graph, type Value } from '../tensor/graph'
import type { Provider } from '../tensor/lowerings/registry'
import { runtimeProviders, Session, type HostTensor } from '../tensor/session'
import type { CausalDefinition, TensorRequirement } from './architecture'
import { architectureOf } from './architectures/registry'
import { CausalRunner } from './causalRunner'

export interface DeviceProbe {
  /** What this build of the runtime can use; `bundled`: its libraries came with it. */
  readonly providers: { name: string; bundled: boolean }[]
  readonly adapter: Adapter
  readonly largestDeviation: number // of logits, from the CPU's in plain operations
  readonly gigaflopsPerSecond: number // of f32 matrix products
}

/** Between them they read through every operation that the families are made of. */
export const probeFamilies = [
  {
    ...{ model_type: 'llama', vocab_size: 61, hidden_size: 32, intermediate_size: 48 },
    ...{ num_hidden_layers: 2, num_attention_heads: 4, num_key_value_heads: 2 },
    ...{ max_position_embeddings: 64, rms_norm_eps: 1e-5, tie_word_embeddings: false }
  },
  {
    ...{ model_type: 'gemma2', vocab_size: 61, hidden_size: 32, intermediate_size: 48 },
    ...{ num_hidden_layers: 2, num_attention_heads: 4, num_key_value_heads: 2, head_dim: 8 },
    ...{ max_position_embeddings: 64, rms_norm_eps: 1e-6, sliding_window: 8 },
    ...{ query_pre_attn_scalar: 8, attn_logit_softcapping: 5, final_logit_softcapping: 5 },
    ...{ hidden_activation: 'gelu_pytorch_tanh' }
  },
  {
    ...{ model_type: 'gpt2', vocab_size: 61, n_embd: 32, n_layer: 2, n_head: 4, n_positions: 64 },
    activation_function: 'gelu'
  }
]
/** A prompt, then tokens one by one, as in a chat. */
const stepSizes = [17, 1, 1, 5, 1]

/** @throws LetheError deviceUnavailable; what a driver does besides ends the process */
export async function probeDevice(provider: Provider, threads: number): Promise<DeviceProbe> {
  // While a session is open the device keeps its kernels: the models share them.
  const open = await Session.open(productGraph(1), {
    ...{ provider, weightsFolder: '.', weightMode: 'packed', threads }
  })
  let largestDeviation = 0
  for (const config of probeFamilies) {
    const model = architectureOf(config.model_type).configure(config, () => false)
    const expected = await readThrough(model, 'cpu', true)
    const got = await readThrough(model, provider, false)
    for (const [index, logit] of got.entries()) {
      const deviation = Math.abs(logit - expected[index]!)
      // NaN is as wrong as it gets; infinity would not survive JSON.
      largestDeviation = Math.max(largestDeviation, deviation >= 0 ? deviation : Number.MAX_VALUE)
    }
  }
  const gigaflopsPerSecond = await productSpeed(provider, threads)
  const adapter = provider === 'cpu' ? { name: null, memoryBytes: null } : adapterNow()
  await open.close()
  return { providers: runtimeProviders(), adapter, largestDeviation, gigaflopsPerSecond }
}

async function readThrough(
  model: CausalDefinition,
  device: Provider,
  portableOnly: boolean
): Promise<number[]> {
  const options = { device, weightMode: 'packed', threads: 1, portableOnly } as const
  const runner = await CausalRunner.openDefinition(model, { folder: '.', of: seeded }, options)
  const cache = runner.newCache()
  const logits: number[] = []
  for (const size of stepSizes) {
    const ids = Array.from({ length: size }, (_, place) => ((cache.length + place) * 23) % 61)
    const chosen = [...ids.keys()]
    const targets = ids.map((id) => (id + 1) % 61)
    const want = ['logits', 'logProbabilities'] as const
    const result = await runner.step({ cache, ids: [ids], chosen, targets, want })
    logits.push(...result.logits!, ...result.logProbabilities!)
  }
  cache.dispose()
  await runner.close()
  return logits
}

function seeded(graph: Graph): WeightOf {
  const numbers = probeNumbers()
  return (name, shape) => {
    const bytes = new Uint8Array(numbers({ name, shape }).buffer)
    return graph.initializer(name, 'f32', shape, { kind: 'bytes', bytes })
  }
}

/** Weights that keep numbers of the size that trained models have; asked for one tensor after the other. */
export function probeNumbers(): (tensor: TensorRequirement) => Float32Array<ArrayBuffer> {
  let drawn = 0
  return ({ name, shape }) => {
    const count = shape.reduce((product, size) => product * size, 1)
    const reach = shape.length === 1 ? 0.5 : 2 / Math.sqrt(shape.at(-1)!)
    const middle = shape.length === 1 && name.endsWith('.weight') ? 1 : 0
    return Float32Array.from(
      { length: count },
      () => middle + reach * (2 * uniform(7, drawn++) - 1)
    )
  }
}

const sizes = [256, 1024, 2048]
const productsPerRun = 4
/** Long enough to be told from the cost of a call. */
const sufficientMs = 20
const measureForMs = 300

/** Larger matrices until one run takes long enough; the best of some runs. */
async function productSpeed(provider: Provider, threads: number): Promise<number> {
  let best = 0
  for (const size of sizes) {
    const session = await Session.open(productGraph(size), {
      ...{ provider, weightsFolder: '.', weightMode: 'packed', threads }
    })
    const x: HostTensor = { dtype: 'f32', shape: [size, size], data: spread(size) }
    let fastestMs = Infinity
    const run = async (): Promise<void> => {
      const startedMs = performance.now()
      await session.run({ x }, ['sums'])
      fastestMs = Math.min(fastestMs, performance.now() - startedMs)
    }
    await run() // builds the kernels
    fastestMs = Infinity
    const startedMs = performance.now()
    do await run()
    while (performance.now() - startedMs < measureForMs)
    await session.close()
    best = Math.max(best, (2 * size ** 3 * productsPerRun) / fastestMs / 1e6)
    if (fastestMs > sufficientMs) break
  }
  return best
}

/** x·W·W·W·W; only the sums of its rows are fetched. */
function productGraph(size: number): Graph {
  const graph = new Graph()
  let y: Value = graph.input('x', 'f32', [size, size])
  const bytes = new Uint8Array(spread(size).buffer)
  const weight = graph.initializer('weight', 'f32', [size, size], { kind: 'bytes', bytes })
  for (let i = 0; i < productsPerRun; i++) y = graph.add('matmul', [y, weight], {})[0]!
  graph.output('sums', graph.add('reduceSum', [y], { axis: -1 })[0]!)
  return graph
}

/** [size, size] numbers around 0 whose products keep their size. */
function spread(size: number): Float32Array<ArrayBuffer> {
  const reach = Math.sqrt(3 / size)
  return Float32Array.from(
    { length: size * size },
    (_, index) => reach * (2 * (Math.imul(index + 1, 2654435761) >>> 0) * 2 ** -32 - 1) // Knuth's hash
  )
}
