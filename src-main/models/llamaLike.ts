// The shape LLaMA's kin share: an embedding, blocks of rotary self-attention and gated feed-forward
// around a residual stream, a last norm, a head. A family states its sizes and replaces the parts in
// which it differs. Upstream: transformers, models/llama/modeling_llama.py.
import { attend, splitHeads, type Heads, type PastRows } from '../nn/attention'
import { gated, plus, type Activation } from '../nn/linear'
import { rotated, type RopeParameters } from '../nn/positions'
import { WeightScope } from '../nn/weightScope'
import type { Graph, Value } from '../tensor/graph'
import type { CausalDefinition, CausalShape } from './architecture'

type Layer = (x: Value) => Value

export interface LlamaLike {
  readonly shape: CausalShape & { readonly rope: RopeParameters }
  readonly innerSize: number // F
  readonly activation: Activation
  readonly tied: boolean
  /** How many tokens each layer sees, itself included; null: all. */
  readonly windows: readonly (number | null)[]
  readonly norm: (scope: WeightScope, x: Value, name: string) => Value
  readonly biases?: {
    readonly queryKeyValue?: boolean
    readonly output?: boolean
    readonly feedForward?: boolean
  }
  readonly scoreScale?: number // default: 1/√D
  readonly scoreSoftcap?: number | null
  /** What the parts become where they are not LLaMA's. */
  readonly embedded?: (graph: Graph, x: Value) => Value
  readonly project?: (scope: WeightScope, x: Value, family: LlamaLike) => Heads
  readonly feedForward?: (scope: WeightScope, x: Value, family: LlamaLike) => Value
  readonly block?: (
    scope: WeightScope,
    x: Value,
    parts: { attention: Layer; feedForward: Layer },
    family: LlamaLike
  ) => Value
  readonly logits?: (graph: Graph, logits: Value) => Value
}

export function llamaLike(family: LlamaLike): CausalDefinition {
  const { shape, norm } = family
  const { headSize } = shape.attention
  const { vocabularySize, hiddenSize } = shape
  const { project = separateHeads, feedForward = gatedFeedForward, block = preNorm } = family
  return {
    objective: 'causal',
    shape,
    forward: (graph, { ids, past, step, weight, additions }) => {
      const model = new WeightScope(graph, 'model', weight, additions)
      const rows: PastRows[] = []
      const attention = (scope: WeightScope, x: Value, layer: number): Value => {
        const turned = rotated(graph, project(scope, x, family), shape.rope, step)
        rows.push({ key: turned.key, value: turned.value })
        const scores = {
          scale: family.scoreScale ?? headSize ** -0.5,
          softcap: family.scoreSoftcap ?? null,
          window: family.windows[layer]!,
          dropped: (weights: Value) => scope.dropped(weights, 'attention')
        }
        const attended = attend(graph, turned, past?.[layer] ?? null, scores, step)
        const output = { bias: family.biases?.output }
        const added = scope.linear(attended, 'o_proj', hiddenSize, output)
        return scope.dropped(added, 'residual')
      }
      let x = model.embedding(ids, 'embed_tokens', vocabularySize, hiddenSize)
      if (family.embedded) x = family.embedded(graph, x)
      x = model.dropped(x, 'embedding')
      for (let layer = 0; layer < shape.layers; layer++) {
        const scope = model.at(`layers.${layer}`)
        const parts = {
          attention: (value: Value) => attention(scope.at('self_attn'), value, layer),
          feedForward: (value: Value) => {
            const inner = scope.at('mlp')
            return inner.dropped(feedForward(inner, value, family), 'residual')
          }
        }
        x = graph.segment(() => block(scope, x, parts, family))
      }
      return { hidden: norm(model, x, 'norm'), rows }
    },
    head: (graph, hidden, weight, additions) => {
      const name = family.tied ? 'model.embed_tokens' : 'lm_head'
      // The embedding is no linear layer: nothing is learned beside it.
      const scope = new WeightScope(graph, '', weight, family.tied ? {} : additions)
      const logits = scope.linear(hidden, name, vocabularySize)
      return family.logits ? family.logits(graph, logits) : logits
    }
  }
}

/** One projection each for queries, keys and values; x [B, T, H]. */
export function separateHeads(scope: WeightScope, x: Value, { shape, biases }: LlamaLike): Heads {
  const { heads, keyHeads, headSize } = shape.attention
  const project = (name: string, count: number): Value =>
    scope.linear(x, name, count * headSize, { bias: biases?.queryKeyValue })
  const projected = [
    project('q_proj', heads),
    project('k_proj', keyHeads),
    project('v_proj', keyHeads)
  ]
  return splitHeads(scope.graph, projected, shape.attention)
}

/** down(f(gate·x) ⊙ up·x) (arXiv 2002.05202); x [B, T, H] -> [B, T, H] */
export function gatedFeedForward(scope: WeightScope, x: Value, family: LlamaLike): Value {
  const options = { bias: family.biases?.feedForward }
  const gate = scope.linear(x, 'gate_proj', family.innerSize, options)
  const up = scope.linear(x, 'up_proj', family.innerSize, options)
  const inner = gated(scope.graph, family.activation, gate, up)
  return scope.linear(inner, 'down_proj', family.shape.hiddenSize, options)
}

/** Embeddings times √H, as f32 rounds it. */
export function scaledEmbedding(hiddenSize: number): NonNullable<LlamaLike['embedded']> {
  return (graph, x) => graph.add('multiply', [x, graph.scalar(Math.sqrt(hiddenSize))], {})[0]!
}

/** x + attention(norm x), then x + feedForward(norm x). */
function preNorm(
  scope: WeightScope,
  x: Value,
  { attention, feedForward }: { attention: Layer; feedForward: Layer },
  { norm }: LlamaLike
): Value {
  const attended = plus(scope.graph, x, attention(norm(scope, x, 'input_layernorm')))
  const normed = norm(scope, attended, 'post_attention_layernorm')
  return plus(scope.graph, attended, feedForward(normed))
}
