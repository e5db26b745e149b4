// What a model family is: how its config is read and its forward pass, written once. One file in
// architectures/ adds one family.
import type { RawConfig } from '../formats/hfConfig'
import type { AttentionShape, PastRows } from '../nn/attention'
import type { RopeParameters } from '../nn/positions'
import type { StepOf } from '../nn/stepInputs'
import type { Additions, WeightOf } from '../nn/weightScope'
import type { Graph, Value } from '../tensor/graph'

/** The sizes every causal family has. */
export interface CausalShape {
  readonly vocabularySize: number // V
  readonly hiddenSize: number // H
  readonly layers: number
  readonly contextLength: number // longest sequence it reads, in tokens
  readonly attention: AttentionShape
  readonly rope: RopeParameters | null // null: positions enter in another way
}

export interface TensorRequirement {
  readonly name: string
  readonly shape: readonly number[]
}

/** A causal language model as its family writes it. */
export interface CausalDefinition {
  readonly shape: CausalShape
  /** ids [B, T] i64 -> hidden states after the last norm [B, T, H], and the rows each layer remembers. */
  readonly forward: (graph: Graph, inputs: ForwardInputs) => ForwardOutputs
  /** hidden [R, H] -> logits [R, V] */
  readonly head: (graph: Graph, hidden: Value, weight: WeightOf, additions?: Additions) => Value
  /** The name that transformers has for a module of the checkpoint; absent: the same. */
  readonly moduleName?: (name: string) => string
}

export interface CausalModel extends CausalDefinition {
  /** Every tensor the graph reads; the file must hold each, in this shape. */
  readonly tensors: readonly TensorRequirement[]
}

export interface ForwardInputs {
  readonly ids: Value // [B, T] i64
  /** One a layer; null: nothing is remembered, and what is written has gradients. */
  readonly past: readonly PastRows[] | null
  /** Positions, masks and the like, as the model asks for them. */
  readonly step: StepOf
  readonly weight: WeightOf
  readonly additions?: Additions
}

export interface ForwardOutputs {
  readonly hidden: Value // [B, T, H]
  readonly rows: readonly PastRows[] // new rows, one a layer: [B, K, T, D]
}

export interface Architecture {
  /** config.json model_type */
  readonly modelType: string
  /** Reads the config; a key that changes the math is honoured or refused (configUnsupported). */
  readonly configure: (config: RawConfig, has: (tensor: string) => boolean) => CausalDefinition
}
