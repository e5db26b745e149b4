// What a model family is: how its config is read and its forward pass, written once. One file in
// architectures/ adds one family.
import type { RawConfig } from '../formats/hfConfig'
import type { AttentionShape, PastRows } from '../nn/attention'
import type { RopeParameters } from '../nn/positions'
import type { StepOf } from '../nn/stepInputs'
import type { Additions, WeightOf } from '../nn/weightScope'
import type { Graph, Value } from '../tensor/graph'

/** The sizes every family has. */
export interface ModelShape {
  readonly vocabularySize: number // V
  readonly hiddenSize: number // H
  readonly layers: number
  readonly contextLength: number // longest sequence it reads, in tokens
  readonly attention: AttentionShape
}

export interface CausalShape extends ModelShape {
  readonly rope: RopeParameters | null // null: positions enter in another way
}

export interface TensorRequirement {
  readonly name: string
  readonly shape: readonly number[]
}

/** A language model as its family writes it. */
export interface ModelDefinition {
  readonly shape: ModelShape
  /** ids [B, T] i64 -> hidden states after the last norm [B, T, H], and the rows each layer remembers, if it does. */
  readonly forward: (graph: Graph, inputs: ForwardInputs) => ForwardOutputs
  /** hidden [R, H] -> logits [R, V] */
  readonly head: (graph: Graph, hidden: Value, weight: WeightOf, additions?: Additions) => Value
  /** The name that transformers has for a module of the checkpoint; absent: the same. */
  readonly moduleName?: (name: string) => string
}

/** Reads from left to right: what stands at a place tells the id that follows. */
export interface CausalDefinition extends ModelDefinition {
  readonly objective: 'causal'
  readonly shape: CausalShape
}

/** Reads a whole text at once and remembers nothing: what stands at a place tells the id of that place. */
export interface MaskedDefinition extends ModelDefinition {
  readonly objective: 'masked'
  /** Of the first place of a pair [R, H] -> logits [R, 2]: the second text follows the first, or not. */
  readonly nextSentence?: (graph: Graph, first: Value, weight: WeightOf) => Value
}

export type AnyDefinition = CausalDefinition | MaskedDefinition

interface Checked {
  /** Every tensor the graph reads; the file must hold each, in this shape. */
  readonly tensors: readonly TensorRequirement[]
}
export type CausalModel = CausalDefinition & Checked
export type MaskedModel = MaskedDefinition & Checked
export type AnyModel = CausalModel | MaskedModel

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
  readonly rows: readonly PastRows[] // new rows, one a layer: [B, K, T, D]; none of a masked model
}

interface Family<D extends AnyDefinition> {
  /** config.json model_type */
  readonly modelType: string
  /** Reads the config; a key that changes the math is honoured or refused (configUnsupported). */
  readonly configure: (config: RawConfig, has: (tensor: string) => boolean) => D
}
export interface Architecture extends Family<CausalDefinition> {
  readonly objective?: 'causal'
}
export interface MaskedArchitecture extends Family<MaskedDefinition> {
  readonly objective: 'masked'
}
export type AnyArchitecture = Architecture | MaskedArchitecture
