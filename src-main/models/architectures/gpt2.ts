// GPT-2: pre-norm LayerNorm, learned positions, attention and feed-forward with biases, weights stored
// as [in, out], head tied to the embedding. "Language Models are Unsupervised Multitask Learners",
// Radford et al. 2019. Upstream: transformers, models/gpt2/modeling_gpt2.py.
import { z } from 'zod'
import { attend, splitHeads, type PastRows } from '../../nn/attention'
import { plus, splitLast, type Activation } from '../../nn/linear'
import { positionIds } from '../../nn/positions'
import { WeightScope } from '../../nn/weightScope'
import type { RawConfig } from '../../formats/hfConfig'
import type { Value } from '../../tensor/graph'
import type { Architecture, CausalDefinition } from '../architecture'
import { layerCount, readActivation, readConfig, size } from '../decoderConfig'
import { configUnsupported } from '../unsupported'

const configSchema = z.object({
  vocab_size: size,
  n_positions: size.default(1024),
  n_embd: size,
  n_layer: layerCount,
  n_head: size,
  n_inner: size.nullish(),
  activation_function: z.string().default('gelu_new'),
  layer_norm_epsilon: z.number().positive().default(1e-5),
  scale_attn_weights: z.boolean().default(true),
  scale_attn_by_inverse_layer_idx: z.boolean().default(false),
  add_cross_attention: z.literal(false).default(false),
  tie_word_embeddings: z.boolean().default(true)
})
type Config = z.infer<typeof configSchema>

/** The names transformers also takes. */
const aliases = {
  max_position_embeddings: 'n_positions',
  hidden_size: 'n_embd',
  num_hidden_layers: 'n_layer',
  num_attention_heads: 'n_head'
}

export const architecture: Architecture = {
  modelType: 'gpt2',
  configure: (raw, has) => {
    const config = readConfig(configSchema, withOwnNames(raw), [])
    if (config.n_embd % config.n_head !== 0)
      throw configUnsupported('n_head', config.n_head, {
        ...{ code: 'doesNotDivide', key: 'n_embd', value: config.n_embd }
      })
    return build(config, {
      activation: readActivation('activation_function', config.activation_function),
      // The first published files have no prefix.
      prefix: has('wte.weight') ? '' : 'transformer',
      tied: config.tie_word_embeddings && !has('lm_head.weight')
    })
  }
}

function withOwnNames(raw: RawConfig): RawConfig {
  const own = Object.entries(aliases).map(([alias, name]) => [name, raw[name] ?? raw[alias]])
  return { ...raw, ...Object.fromEntries(own) }
}

function build(
  config: Config,
  { activation, prefix, tied }: { activation: Activation; prefix: string; tied: boolean }
): CausalDefinition {
  const { vocab_size: vocabularySize, n_embd: hiddenSize, n_layer: layers, n_head: heads } = config
  const headSize = hiddenSize / heads
  const shape = { heads, keyHeads: heads, headSize }
  const epsilon = config.layer_norm_epsilon
  const conv = { bias: true, layout: 'inOut' } as const
  const scaleOf = (layer: number): number =>
    (config.scale_attn_weights ? headSize ** -0.5 : 1) /
    (config.scale_attn_by_inverse_layer_idx ? layer + 1 : 1)

  const feedForward = (scope: WeightScope, x: Value): Value => {
    const inner = scope.linear(x, 'c_fc', config.n_inner ?? 4 * hiddenSize, conv)
    return scope.linear(scope.graph.add(activation, [inner], {})[0]!, 'c_proj', hiddenSize, conv)
  }
  return {
    objective: 'causal',
    shape: {
      vocabularySize,
      hiddenSize,
      layers,
      contextLength: config.n_positions,
      attention: shape,
      rope: null
    },
    moduleName: (name) => (prefix === '' && name !== 'lm_head' ? `transformer.${name}` : name),
    forward: (graph, { ids, past, step, weight, additions }) => {
      const model = new WeightScope(graph, prefix, weight, additions)
      const rows: PastRows[] = []
      const words = model.embedding(ids, 'wte', vocabularySize, hiddenSize)
      const places = model.embedding(step(positionIds), 'wpe', config.n_positions, hiddenSize)
      let x = model.dropped(plus(graph, words, places), 'embedding')
      const block = (scope: WeightScope, input: Value, layer: number): Value => {
        const attention = scope.at('attn')
        const normed = scope.layerNorm(input, 'ln_1', epsilon)
        const projected = attention.linear(normed, 'c_attn', 3 * hiddenSize, conv)
        const parts = splitLast(graph, projected, [hiddenSize, hiddenSize, hiddenSize])
        const split = splitHeads(graph, parts, shape)
        rows.push({ key: split.key, value: split.value })
        const scores = {
          ...{ scale: scaleOf(layer), softcap: null, window: null },
          dropped: (weights: Value) => attention.dropped(weights, 'attention')
        }
        const read = attend(graph, split, past?.[layer] ?? null, scores, step)
        const added = attention.linear(read, 'c_proj', hiddenSize, conv)
        const attended = plus(graph, input, attention.dropped(added, 'residual'))
        const inner = scope.at('mlp')
        const fed = feedForward(inner, scope.layerNorm(attended, 'ln_2', epsilon))
        return plus(graph, attended, inner.dropped(fed, 'residual'))
      }
      for (let layer = 0; layer < layers; layer++)
        x = graph.segment(() => block(model.at(`h.${layer}`), x, layer))
      return { hidden: model.layerNorm(x, 'ln_f', epsilon), rows }
    },
    head: (graph, hidden, weight, additions) => {
      const scope = tied
        ? new WeightScope(graph, prefix, weight)
        : new WeightScope(graph, '', weight, additions)
      return scope.linear(hidden, tied ? 'wte' : 'lm_head', vocabularySize)
    }
  }
}
