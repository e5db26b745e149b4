// Rotary settings of config.json: `rope_parameters` (transformers 5) or `rope_theta` with
// `rope_scaling` (everything before); both are read, the older one first, as transformers does.
import { z } from 'zod'
import { valueReason } from '../base/valueReasons'
import type { RawConfig } from '../formats/hfConfig'
import type { RopeParameters, RopeScaling } from '../nn/positions'
import { configUnsupported } from './unsupported'

const positive = z.number().positive()
const length = z.number().int().positive()
const scalingSchema = z.looseObject({
  rope_type: z.string().nullish(),
  type: z.string().nullish(), // its older name
  rope_theta: positive.nullish(),
  factor: positive.nullish(),
  low_freq_factor: positive.nullish(),
  high_freq_factor: positive.nullish(),
  original_max_position_embeddings: length.nullish(),
  beta_fast: positive.nullish(),
  beta_slow: positive.nullish(),
  attention_factor: positive.nullish(),
  mscale: z.number().nullish(),
  mscale_all_dim: z.number().nullish(),
  truncate: z.boolean().nullish(),
  short_factor: z.array(positive).nullish(),
  long_factor: z.array(positive).nullish(),
  partial_rotary_factor: positive.max(1).nullish()
})
type RawScaling = z.infer<typeof scalingSchema>

const topSchema = z.object({
  rope_theta: positive.nullish(),
  original_max_position_embeddings: length.nullish(),
  partial_rotary_factor: positive.max(1).nullish()
})

/** Settings of relatives that are not computed: scales of LongRoPE, positions in more than one axis. */
const foreignKeys = ['short_mscale', 'long_mscale', 'mrope_section']
/** Settings for each kind of layer. */
const layerTypes = ['full_attention', 'sliding_attention']

export interface RopeSizes {
  readonly headSize: number // D
  readonly contextLength: number // config.json max_position_embeddings
  /** Whether the family's heads may rotate in part (partial_rotary_factor). */
  readonly partly: boolean
}

/**
 * What turns and how; `contextLength` is the given one, or what the scaling stretches it to.
 * @throws LetheError configUnsupported for a scaling type or value this does not compute
 */
export function readRope(
  config: RawConfig,
  sizes: RopeSizes
): { rope: RopeParameters; contextLength: number } {
  const key = isFilled(config['rope_scaling']) ? 'rope_scaling' : 'rope_parameters'
  const top = parse(topSchema, config, '')
  const raw = parse(scalingSchema, config[key] ?? {}, key)
  for (const name of [...foreignKeys, ...layerTypes])
    if (raw[name] != null)
      throw configUnsupported(`${key}.${name}`, raw[name], { code: 'settingNotComputed' })

  const partial = raw.partial_rotary_factor ?? top.partial_rotary_factor ?? 1
  if (partial !== 1 && !sizes.partly)
    throw configUnsupported('partial_rotary_factor', partial, { code: 'onlyWholeHeads' })
  const rotarySize = Math.trunc(sizes.headSize * partial)
  if (rotarySize % 2 !== 0 || rotarySize === 0)
    throw configUnsupported('head_dim', sizes.headSize, { code: 'noPairs', elements: rotarySize })
  const original = top.original_max_position_embeddings ?? raw.original_max_position_embeddings
  const scaling = readScaling(raw, key, {
    rotarySize,
    contextLength: sizes.contextLength,
    original: original ?? sizes.contextLength
  })
  const theta = raw.rope_theta ?? top.rope_theta ?? 10_000
  return {
    rope: { theta, rotarySize, scaling },
    contextLength: stretched(sizes.contextLength, scaling)
  }
}

interface Lengths {
  readonly rotarySize: number // R
  readonly contextLength: number
  readonly original: number // before stretching
}

function readScaling(raw: RawScaling, key: string, lengths: Lengths): RopeScaling {
  const type = raw.rope_type ?? raw.type ?? 'default'
  const { rotarySize, contextLength, original } = lengths
  const need = <K extends keyof RawScaling>(name: K): NonNullable<RawScaling[K]> => {
    const value = raw[name]
    if (value == null)
      throw configUnsupported(`${key}.${name}`, undefined, { code: 'ropeTypeNeeds', type })
    return value
  }
  switch (type) {
    case 'default':
      return { type }
    case 'linear':
      return { type, factor: need('factor') }
    case 'dynamic':
      return { type, factor: need('factor'), originalContextLength: contextLength }
    case 'llama3':
      return {
        type,
        factor: need('factor'),
        lowFrequencyFactor: need('low_freq_factor'),
        highFrequencyFactor: need('high_freq_factor'),
        originalContextLength: original
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
    case 'longrope': {
      const factors = (name: 'short_factor' | 'long_factor'): number[] => {
        const given = need(name)
        if (given.length === rotarySize / 2) return given
        const reason = { code: 'factorsNeeded', count: rotarySize / 2 } as const
        throw configUnsupported(`${key}.${name}`, given, reason)
      }
      const factor = raw.factor ?? contextLength / original
      return {
        type,
        originalContextLength: original,
        shortFactors: factors('short_factor'),
        longFactors: factors('long_factor'),
        attentionFactor: raw.attention_factor ?? longropeAttentionFactor(factor, original)
      }
    }
    default:
      throw configUnsupported(`${key}.rope_type`, type, {
        ...{ code: 'valueNotOneOf', allowed: 'default, linear, dynamic, llama3, yarn, longrope' }
      })
  }
}

/** 0.1·m·ln(factor) + 1 (arXiv 2309.00071, section 3.4); with both m given, the quotient of the two. */
function yarnAttentionFactor(raw: RawScaling, factor: number): number {
  const scale = (m: number): number => (factor <= 1 ? 1 : 0.1 * m * Math.log(factor) + 1)
  return raw.mscale && raw.mscale_all_dim ? scale(raw.mscale) / scale(raw.mscale_all_dim) : scale(1)
}

/** √(1 + ln(factor) / ln(original length)) (arXiv 2402.13753). */
function longropeAttentionFactor(factor: number, original: number): number {
  return factor <= 1 ? 1 : Math.sqrt(1 + Math.log(factor) / Math.log(original))
}

/** Files of the two types below give the length before stretching, or may do so. */
function stretched(contextLength: number, scaling: RopeScaling): number {
  if (scaling.type === 'dynamic') return Math.floor(contextLength * scaling.factor)
  if (scaling.type === 'yarn')
    return Math.max(contextLength, Math.floor(scaling.originalContextLength * scaling.factor))
  return contextLength
}

function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

function parse<T>(schema: z.ZodType<T>, value: unknown, within: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path ?? []
  const key = [...(within === '' ? [] : [within]), ...path].join('.')
  throw configUnsupported(
    key,
    path.length > 0 ? valueAt(value, path) : value,
    valueReason(issue, null)
  )
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value
  )
}
