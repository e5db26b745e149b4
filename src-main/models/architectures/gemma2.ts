// Gemma 2 (arXiv 2408.00118): Gemma with norms before and after each part of a block, every other
// layer sliding, soft caps on scores and logits. Upstream: transformers,
// models/gemma2/modeling_gemma2.py.
import { z } from 'zod'
import { plus, softcap } from '../../nn/linear'
import type { Architecture } from '../architecture'
import {
  decoderKeys,
  llamaParts,
  readActivation,
  readConfig,
  readWindows,
  size
} from '../decoderConfig'
import { llamaLike, scaledEmbedding, type LlamaLike } from '../llamaLike'

const positive = z.number().positive()
const configSchema = z.object({
  ...decoderKeys,
  num_key_value_heads: size.nullable().default(4),
  head_dim: size.default(256),
  max_position_embeddings: size.default(8192),
  hidden_activation: z.string().default('gelu_pytorch_tanh'),
  attention_bias: z.boolean().default(false),
  tie_word_embeddings: z.boolean().default(true),
  query_pre_attn_scalar: positive.default(256),
  sliding_window: size.nullable().default(4096),
  attn_logit_softcapping: positive.nullable().default(50),
  final_logit_softcapping: positive.nullable().default(30)
})

const reads = [
  'attention_bias',
  'query_pre_attn_scalar',
  'sliding_window',
  'layer_types',
  'attn_logit_softcapping',
  'final_logit_softcapping'
]

export const architecture: Architecture = {
  modelType: 'gemma2',
  configure: (raw, has) => {
    const config = readConfig(configSchema, raw, reads)
    const parts = llamaParts(config, raw, has)
    const logitCap = config.final_logit_softcapping
    const bias = config.attention_bias
    return llamaLike({
      ...parts,
      activation: readActivation('hidden_activation', config.hidden_activation),
      windows: readWindows(raw, parts.shape, config.sliding_window, (layer) => layer % 2 === 0),
      norm: (scope, x, name) => scope.rmsNormAroundOne(x, name, config.rms_norm_eps),
      biases: { queryKeyValue: bias, output: bias },
      scoreScale: config.query_pre_attn_scalar ** -0.5,
      scoreSoftcap: config.attn_logit_softcapping,
      embedded: scaledEmbedding(config.hidden_size),
      block: normedBothSides,
      ...(logitCap !== null && { logits: (graph, logits) => softcap(graph, logits, logitCap) })
    })
  }
}

/** x + norm(attention(norm x)), then x + norm(feedForward(norm x)). */
const normedBothSides: NonNullable<LlamaLike['block']> = (scope, x, parts, { norm }) => {
  const read = parts.attention(norm(scope, x, 'input_layernorm'))
  const attended = plus(scope.graph, x, norm(scope, read, 'post_attention_layernorm'))
  const fed = parts.feedForward(norm(scope, attended, 'pre_feedforward_layernorm'))
  return plus(scope.graph, attended, norm(scope, fed, 'post_feedforward_layernorm'))
}
