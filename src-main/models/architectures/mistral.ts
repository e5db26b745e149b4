// Mistral 7B (arXiv 2310.06825): LLaMA's shape without biases; every layer slides where the file gives
// a window. Upstream: transformers, models/mistral/modeling_mistral.py.
import { z } from 'zod'
import type { Architecture } from '../architecture'
import { decoderKeys, llamaParts, readConfig, readWindows, size } from '../decoderConfig'
import { llamaLike } from '../llamaLike'

const configSchema = z.object({
  ...decoderKeys,
  num_key_value_heads: size.nullable().default(8),
  max_position_embeddings: size.default(131_072),
  sliding_window: size.nullable().default(4096)
})

export const architecture: Architecture = {
  modelType: 'mistral',
  configure: (raw, has) => {
    const config = readConfig(configSchema, raw, ['sliding_window'])
    const window = config.sliding_window
    const parts = llamaParts(config, raw, has)
    return llamaLike({
      ...parts,
      windows: readWindows(raw, parts.shape, window, () => window !== null)
    })
  }
}
