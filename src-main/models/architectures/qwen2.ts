// Qwen 2 and 2.5 (arXiv 2407.10671): LLaMA's shape with biases on queries, keys and values; late layers
// slide where the file turns that on. Upstream: transformers, models/qwen2/modeling_qwen2.py.
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
import { llamaLike } from '../llamaLike'

const configSchema = z.object({
  ...decoderKeys,
  ...lateSlidingKeys,
  max_position_embeddings: size.default(32_768)
})

/** attention_bias is not listened to upstream either: these biases are always there. */
const reads = ['attention_bias', 'sliding_window', 'use_sliding_window', 'layer_types']

export const architecture: Architecture = {
  modelType: 'qwen2',
  configure: (raw, has) => {
    const config = readConfig(configSchema, raw, reads)
    const parts = llamaParts(config, raw, has)
    return llamaLike({
      ...parts,
      windows: readLateWindows(raw, parts.shape, config),
      biases: { queryKeyValue: true }
    })
  }
}
