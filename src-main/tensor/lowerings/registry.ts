// What a composite operation becomes: a portable form in primitives that every provider runs, and a
// fused form per provider where one was measured to pay and agrees with the portable one.
import type { Graph, Node, Value } from '../graph'
import type { OnnxCall } from '../onnx'
import type { CompositeOpName, OpAttributes } from '../ops/registry'
import { cachedAttention } from './attention'
import { dequantizeBlocks } from './blocks'
import { embedding, embeddingGradient, linear, linearInOut, product } from './linear'
import { layerNorm, rmsNorm } from './norm'
import { rope } from './rope'
import { gelu, geluTanh, silu, tokenLogProbability } from './activation'

/** The execution providers of ONNX Runtime that a graph can be lowered for. */
export const providers = ['cpu', 'webgpu', 'cuda', 'dml', 'coreml'] as const
export type Provider = (typeof providers)[number]

export const providerTitles: Readonly<Record<Provider, string>> = {
  cpu: 'CPU',
  webgpu: 'WebGPU',
  cuda: 'CUDA',
  dml: 'DirectML',
  coreml: 'Core ML'
}

export interface Lowering<A> {
  /** The same computation in other operations of the graph language. */
  readonly portable: (graph: Graph, inputs: readonly Value[], attributes: A) => Value[]
  /** Written only where something reads its result: fused forms of others may read its inputs instead. */
  readonly whenRead?: boolean
  /** One or a few operators of the provider; false where this node does not fit them. */
  readonly fused?: {
    readonly [P in Provider]?: (
      emit: Emit,
      node: { inputs: readonly Value[]; outputs: readonly Value[]; attributes: A }
    ) => boolean
  }
}

/** Writes one ONNX node with names of values; `fresh` gives a name for a value in between. */
export interface Emit {
  call(call: OnnxCall, inputs: readonly string[], outputs: readonly string[]): void
  fresh(stem: string): string
  /** The node that gives a value; null for inputs and weights. */
  producerOf(value: Value): Node | null
  /** The name of a weight's very bytes under another shape; null when the value is no weight. */
  weightAs(value: Value, shape: readonly number[]): string | null
}

export const lowerings = {
  linear,
  linearInOut,
  embedding,
  dequantizeBlocks,
  product,
  embeddingGradient,
  rmsNorm,
  layerNorm,
  rope,
  silu,
  gelu,
  geluTanh,
  cachedAttention,
  tokenLogProbability
} satisfies { [K in CompositeOpName]: Lowering<OpAttributes[K]> }

/** The lowering of a composite node. Throws TypeError for a primitive: it has none. */
export function loweringOf(node: Node): Lowering<unknown> {
  const lowering = (lowerings as Partial<Record<string, unknown>>)[node.op]
  if (!lowering) throw new TypeError(`${node.op} is no composite operation`)
  return lowering as Lowering<unknown>
}
