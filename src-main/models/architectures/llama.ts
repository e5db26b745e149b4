// LLaMA (arXiv 2302.13971) and what shares its shape: pre-norm RMSNorm, rotary grouped-query
// attention, SwiGLU. Upstream: transformers, models/llama/modeling_llama.py.
import { z } from 'zod'
import type { Architecture } from '../architecture'
import { decoderKeys, llamaParts, readConfig, size } from '../decoderConfig'
import { llamaLike } from '../llamaLike'

const configSchema = z.object({
  ...decoderKeys,
  max_position_embeddings: size.default(2048),
  attention_bias: z.boolean().default(false),
  mlp_bias: z.boolean().default(false)
})

export const architecture: Architecture = {
  modelType: 'llama',
  configure: (raw, has) => {
    const config = readConfig(configSchema, raw, ['attention_bias', 'mlp_bias'])
    return llamaLike({
      ...llamaParts(config, raw, has),
      biases: {
        queryKeyValue: config.attention_bias,
        output: config.attention_bias,
        feedForward: config.mlp_bias
      }
    })
  }
}
