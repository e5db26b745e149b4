// Gemma (arXiv 2403.08295): LLaMA's shape with scaled embeddings, norms whose weights are kept as
// their distance from 1, and tanh-GELU. Upstream: transformers, models/gemma/modeling_gemma.py.
import { z } from 'zod'
import type { Architecture } from '../architecture'
import { decoderKeys, llamaParts, readConfig, size } from '../decoderConfig'
import { llamaLike, scaledEmbedding } from '../llamaLike'
import { configUnsupported } from '../unsupported'

const configSchema = z.object({
  ...decoderKeys,
  num_key_value_heads: size.nullable().default(16),
  head_dim: size.default(256),
  max_position_embeddings: size.default(8192),
  hidden_act: z.string().default('gelu_pytorch_tanh'),
  hidden_activation: z.string().nullish(),
  attention_bias: z.boolean().default(false),
  tie_word_embeddings: z.boolean().default(true)
})

export const architecture: Architecture = {
  modelType: 'gemma',
  configure: (raw, has) => {
    const config = readConfig(configSchema, raw, ['attention_bias'])
    // The first files say gelu and mean its tanh form.
    const names = [config.hidden_act, config.hidden_activation ?? 'gelu_pytorch_tanh']
    for (const name of names)
      if (name !== 'gelu' && name !== 'gelu_pytorch_tanh')
        throw configUnsupported('hidden_act', name, {
          ...{ code: 'valueNotOneOf', allowed: 'gelu_pytorch_tanh' }
        })
    const bias = config.attention_bias
    return llamaLike({
      ...llamaParts(config, raw, has),
      activation: 'geluTanh',
      norm: (scope, x, name) => scope.rmsNormAroundOne(x, name, config.rms_norm_eps),
      biases: { queryKeyValue: bias, output: bias },
      embedded: scaledEmbedding(config.hidden_size)
    })
  }
}
