// Rotary settings of config.json: `rope_parameters` (transformers 5) or `rope_theta` with
// `rope_scaling` (everything before); both are read.
import { z } from 'zod'
import { LetheError } from '../base/errors'
import type { RawConfig } from '../formats/hfConfig'
import type { RopeParameters, RopeScaling } from '../nn/positions'

const positive = z.number().positive()
const scalingSchema = z.object({
  rope_type: z.string().optional(),
  type: z.string().optional(), // its older name
  rope_theta: positive.optional(),
  factor: positive.optional(),
  low_freq_factor: positive.optional(),
  high_freq_factor: positive.optional(),
  original_max_position_embeddings: z.number().int().positive().optional(),
  beta_fast: positive.nullish(),
  beta_slow: positive.nullish(),
  attention_factor: positive.nullish(),
  mscale: z.number().nullish(),
  mscale_all_dim: z.number().nullish(),
  truncate: z.boolean().nullish(),
  partial_rotary_factor: positive.nullish()
})
type RawScaling = z.infer<typeof scalingSchema>

/**
 * @param contextLength config.json max_position_embeddings
 * @throws LetheError configUnsupported for a scaling type or value this does not compute
 */
export function readRope(
  config: RawConfig,
  headSize: number,
  contextLength: number
): RopeParameters {
  const key = config['rope_parameters'] != null ? 'rope_parameters' : 'rope_scaling'
  const parsed = scalingSchema.safeParse(config[key] ?? {})
  if (!parsed.success) throw unsupported(key, config[key], parsed.error.issues[0]!.message)
  const raw = parsed.data
  const partial = raw.partial_rotary_factor ?? config['partial_rotary_factor'] ?? 1
  if (partial !== 1) throw unsupported('partial_rotary_factor', partial, 'only whole heads rotate')
  const theta = raw.rope_theta ?? z.number().positive().default(10_000).parse(config['rope_theta'])
  return { theta, headSize, scaling: readScaling(raw, key, contextLength) }
}

function readScaling(raw: RawScaling, key: string, contextLength: number): RopeScaling {
  const type = raw.rope_type ?? raw.type ?? 'default'
  const need = <K extends keyof RawScaling>(name: K): NonNullable<RawScaling[K]> => {
    const value = raw[name]
    if (value == null) throw unsupported(`${key}.${name}`, 'absent', `rope type ${type} needs it`)
    return value
  }
  const original = raw.original_max_position_embeddings ?? contextLength
  switch (type) {
    case 'default':
      return { type }
    case 'linear':
      return { type, factor: need('factor') }
    case 'dynamic':
      return { type, factor: need('factor'), originalContextLength: original }
    case 'llama3':
      return {
        type,
        factor: need('factor'),
        lowFrequencyFactor: need('low_freq_factor'),
        highFrequencyFactor: need('high_freq_factor'),
        originalContextLength: need('original_max_position_embeddings')
      }
    case 'yarn': {
      const factor = need('factor')
      return {
        type,
        factor,
        originalContextLength: original,
        betaFast: raw.beta_fast ?? 32,
        betaSlow: raw.beta_slow ?? 1,
        attentionFactor: raw.attention_factor ?? yarnAttentionFactor(raw, factor),
        truncate: raw.truncate ?? true
      }
    }
    default:
      throw unsupported(
        `${key}.rope_type`,
        type,
        'not one of default, linear, dynamic, llama3, yarn'
      )
  }
}

/** 0.1·m·ln(factor) + 1 (arXiv 2309.00071, section 3.4); with both m given, the quotient of the two. */
function yarnAttentionFactor(raw: RawScaling, factor: number): number {
  const scale = (m: number): number => (factor <= 1 ? 1 : 0.1 * m * Math.log(factor) + 1)
  return raw.mscale && raw.mscale_all_dim ? scale(raw.mscale) / scale(raw.mscale_all_dim) : scale(1)
}

function unsupported(key: string, value: unknown, reason: string): LetheError {
  return new LetheError('configUnsupported', { key, value: JSON.stringify(value), reason })
}
