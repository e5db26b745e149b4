// Every operation of the graph language, by name.
import type { Dtype } from '../dtype'
import type { TensorType } from '../graph'
import type { Dim, Shape } from '../shape'
import type { BlockLayout } from './blocks'
import { compositeOps } from './composite'
import type { OpDefinition } from './definition'
import { elementwiseOps } from './elementwise'
import { layoutOps } from './layout'
import { reductionOps } from './reduction'

type None = Record<never, never>

export interface OpAttributes {
  add: None
  subtract: None
  multiply: None
  divide: None
  negate: None
  floor: None
  sqrt: None
  exp: None
  log: None
  sigmoid: None
  tanh: None
  erf: None
  relu: None
  cast: { to: Dtype }
  softmax: { axis: number }
  greater: None
  where: None
  reshape: { shape: Shape }
  transpose: { permutation: readonly number[] }
  slice: { axis: number; start: number; end: number }
  pad: { axis: number; before: number; after: number }
  expand: { shape: Shape }
  split: { axis: number; sizes: readonly Dim[] }
  concat: { axis: number }
  gather: None
  gatherElements: None
  writeRows: None
  scatterElementsAdd: { axis: number }
  matmul: None
  reduceMean: { axis: number }
  reduceSum: { axis: number }
  reduceLogSumExp: { axis: number }
  linear: None
  linearInOut: None
  embedding: None
  dequantizeBlocks: BlockLayout
  product: { transposeLeft: boolean; transposeRight: boolean; scale: number }
  embeddingGradient: { rows: number }
  rmsNorm: { epsilon: number }
  layerNorm: { epsilon: number }
  rope: None
  silu: None
  gelu: None
  geluTanh: None
  cachedAttention: { scale: number; softcap: number | null }
  tokenLogProbability: None
}

export type OpName = keyof OpAttributes
export type CompositeOpName = keyof typeof compositeOps

export const ops = {
  ...elementwiseOps,
  ...layoutOps,
  ...reductionOps,
  ...compositeOps
} satisfies { [K in OpName]: OpDefinition<OpAttributes[K]> }

export function inferOutputs<K extends OpName>(
  op: K,
  inputs: readonly TensorType[],
  attributes: OpAttributes[K]
): TensorType[] {
  return (ops[op] as OpDefinition<OpAttributes[K]>).infer(inputs, attributes)
}
