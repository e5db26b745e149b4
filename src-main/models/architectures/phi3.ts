// Phi-3 and Phi-4 mini (arXiv 2404.14219): LLaMA's shape with projections side by side in one weight,
// heads that rotate in part, LongRoPE. Upstream: transformers, models/phi3/modeling_phi3.py.
import { z } from 'zod'
import { splitHeads } from '../../nn/attention'
import { gated, splitLast } from '../../nn/linear'
import type { RawConfig } from '../../formats/hfConfig'
import type { Architecture } from '../architecture'
import { decoderKeys, llamaParts, readConfig, readWindows, size } from '../decoderConfig'
import { llamaLike, type LlamaLike } from '../llamaLike'

const configSchema = z.object({
  ...decoderKeys,
  max_position_embeddings: size.default(4096),
  rms_norm_eps: z.number().positive().default(1e-5),
  sliding_window: size.nullish()
})

export const architecture: Architecture = {
  modelType: 'phi3',
  configure: (raw, has) => {
    const config = readConfig(configSchema, raw, ['sliding_window'])
    const window = config.sliding_window ?? null
    const parts = llamaParts(config, withLongRope(raw), has, true)
    return llamaLike({
      ...parts,
      windows: readWindows(raw, parts.shape, window, () => window !== null),
      project: headsSideBySide,
      feedForward: gatedSideBySide
    })
  }
}

/** Its files call LongRoPE by three names, and mean 4096 where they do not give the original length. */
function withLongRope(raw: RawConfig): RawConfig {
  const scalingSchema = z.looseObject({
    rope_type: z.string().nullish(),
    type: z.string().nullish()
  })
  const renamed = (value: unknown): unknown => {
    const scaling = scalingSchema.safeParse(value).data
    const type = scaling?.rope_type ?? scaling?.type
    return type === 'su' || type === 'yarn' ? { ...scaling, rope_type: 'longrope' } : value
  }
  return {
    ...raw,
    rope_scaling: renamed(raw['rope_scaling']),
    rope_parameters: renamed(raw['rope_parameters']),
    original_max_position_embeddings: raw['original_max_position_embeddings'] ?? 4096
  }
}

/** One product for queries, keys and values. */
const headsSideBySide: NonNullable<LlamaLike['project']> = (scope, x, { shape }) => {
  const { heads, keyHeads, headSize } = shape.attention
  const sizes = [heads, keyHeads, keyHeads].map((count) => count * headSize)
  const projected = scope.linear(x, 'qkv_proj', (heads + 2 * keyHeads) * headSize)
  return splitHeads(scope.graph, splitLast(scope.graph, projected, sizes), shape.attention)
}

/** One product for gate and up. */
const gatedSideBySide: NonNullable<LlamaLike['feedForward']> = (scope, x, family) => {
  const { innerSize, activation, shape } = family
  const projected = scope.linear(x, 'gate_up_proj', 2 * innerSize)
  const [gate, up] = splitLast(scope.graph, projected, [innerSize, innerSize])
  return scope.linear(gated(scope.graph, activation, gate!, up!), 'down_proj', shape.hiddenSize)
}
