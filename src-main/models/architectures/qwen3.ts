// Qwen 3 (arXiv 2505.09388): LLaMA's shape with RMSNorm of every query and key head before they are
// rotated. Upstream: transformers, models/qwen3/modeling_qwen3.py.
import { z } from 'zod'
import type { Architecture } from '../architecture'
import {
  decoderKeys,
  lateSlidingKeys,
  llamaParts,
  readConfig,
  readLateWindows,
  size
} from '../decoderConfig'
import { llamaLike, separateHeads } from '../llamaLike'

const configSchema = z.object({
  ...decoderKeys,
  ...lateSlidingKeys,
  head_dim: size.default(128),
  max_position_embeddings: size.default(32_768),
  attention_bias: z.boolean().default(false)
})

const reads = ['attention_bias', 'sliding_window', 'use_sliding_window', 'layer_types']

export const architecture: Architecture = {
  modelType: 'qwen3',
  configure: (raw, has) => {
    const config = readConfig(configSchema, raw, reads)
    const parts = llamaParts(config, raw, has)
    return llamaLike({
      ...parts,
      windows: readLateWindows(raw, parts.shape, config),
      biases: { queryKeyValue: config.attention_bias, output: config.attention_bias },
      project: (scope, x, family) => {
        const { query, key, value } = separateHeads(scope, x, family)
        return {
          query: parts.norm(scope, query, 'q_norm'),
          key: parts.norm(scope, key, 'k_norm'),
          value
        }
      }
    })
  }
}
