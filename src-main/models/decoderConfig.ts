// Reading config.json of decoder-only models: the keys LLaMA's kin share, and refusing by name what
// changes the math and is not computed.
import { z } from 'zod'
import { valueReason } from '../base/valueReasons'
import type { RawConfig } from '../formats/hfConfig'
import type { Activation } from '../nn/linear'
import type { CausalShape } from './architecture'
import type { LlamaLike } from './llamaLike'
import { readRope } from './ropeConfig'
import { configUnsupported } from './unsupported'

export const size = z.number().int().positive()
/** A bound for a number that a file may claim: every layer costs work before its tensors are looked for. */
export const layerCount = size.max(1000)

/** The keys of LLaMA's kin, with the defaults that most of them have in transformers. */
export const decoderKeys = {
  vocab_size: size,
  hidden_size: size,
  intermediate_size: size,
  num_hidden_layers: layerCount,
  num_attention_heads: size,
  num_key_value_heads: size.nullish(),
  head_dim: size.nullish(),
  hidden_act: z.string().default('silu'),
  max_position_embeddings: size,
  rms_norm_eps: z.number().positive().default(1e-6),
  tie_word_embeddings: z.boolean().default(false)
}
const decoderSchema = z.object(decoderKeys)
export type DecoderConfig = z.infer<typeof decoderSchema>

/**
 * Settings of some relatives that change the math. A family reads them or refuses a file that sets
 * them; where it says so in its own way, they are also refused without being read.
 */
const relativesKeys = [
  'attention_bias',
  'mlp_bias',
  'sliding_window',
  'use_sliding_window',
  'layer_types',
  'no_rope_layers',
  'query_pre_attn_scalar',
  'attn_logit_softcapping',
  'final_logit_softcapping',
  'use_bidirectional_attention',
  'use_qk_norm',
  'clip_qkv',
  'embedding_multiplier',
  'attention_multiplier',
  'residual_multiplier',
  'logits_scaling',
  'num_local_experts',
  'quantization_config'
]

/**
 * @param reads keys of relatives that this family honours, or is right to ignore
 * @throws LetheError configUnsupported
 */
export function readConfig<T>(schema: z.ZodType<T>, raw: RawConfig, reads: readonly string[]): T {
  for (const key of relativesKeys)
    if (!reads.includes(key) && raw[key] != null && raw[key] !== false)
      throw configUnsupported(key, raw[key], {
        ...{ code: 'familyLacksSetting', family: String(raw['model_type']) }
      })
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const key = issue.path.join('.')
  throw configUnsupported(key, raw[key], valueReason(issue, null))
}

const activations: Readonly<Record<string, Activation>> = {
  relu: 'relu',
  silu: 'silu',
  swish: 'silu',
  gelu: 'gelu',
  gelu_new: 'geluTanh',
  gelu_fast: 'geluTanh',
  gelu_pytorch_tanh: 'geluTanh'
}

/** @throws LetheError configUnsupported */
export function readActivation(key: string, name: string): Activation {
  const activation = Object.hasOwn(activations, name) ? activations[name] : undefined
  if (activation) return activation
  const allowed = Object.keys(activations).join(', ')
  throw configUnsupported(key, name, { code: 'valueNotOneOf', allowed })
}

const layerTypesSchema = z.array(z.enum(['full_attention', 'sliding_attention']))

/**
 * How many tokens each layer sees, itself included; null: all.
 * @param slides whether a layer slides, where the file has no layer_types
 * @throws LetheError configUnsupported
 */
export function readWindows(
  raw: RawConfig,
  { layers, contextLength }: CausalShape,
  window: number | null,
  slides: (layer: number) => boolean
): (number | null)[] {
  const parsed = layerTypesSchema.length(layers).nullish().safeParse(raw['layer_types'])
  if (!parsed.success)
    throw configUnsupported(
      ...(['layer_types', raw['layer_types'], valueReason(parsed.error.issues[0])] as const)
    )
  return Array.from({ length: layers }, (_, layer) => {
    const sliding = parsed.data ? parsed.data[layer] === 'sliding_attention' : slides(layer)
    if (!sliding) return null
    if (window === null)
      throw configUnsupported('sliding_window', window, { code: 'layerSlides', layer })
    return window < contextLength ? window : null
  })
}

/** Layers that slide from one of them on, where the file turns sliding on (Qwen). */
export const lateSlidingKeys = {
  use_sliding_window: z.boolean().default(false),
  sliding_window: size.nullable().default(4096),
  max_window_layers: z.number().int().nonnegative().default(28)
}
const lateSlidingSchema = z.object(lateSlidingKeys)

/** @throws LetheError configUnsupported */
export function readLateWindows(
  raw: RawConfig,
  shape: CausalShape,
  config: z.infer<typeof lateSlidingSchema>
): (number | null)[] {
  const window = config.use_sliding_window ? config.sliding_window : null
  const slides = (layer: number): boolean => window !== null && layer >= config.max_window_layers
  return readWindows(raw, shape, window, slides)
}

/**
 * LLaMA without biases: what its kin start from.
 * @param partly whether the family's heads may rotate in part
 * @throws LetheError configUnsupported
 */
export function llamaParts(
  config: DecoderConfig,
  raw: RawConfig,
  has: (tensor: string) => boolean,
  partly = false
): LlamaLike {
  const shape = readShape(config, raw, partly)
  return {
    shape,
    innerSize: config.intermediate_size,
    activation: readActivation('hidden_act', config.hidden_act),
    // Some tied checkpoints still carry their own copy of the head: the file decides.
    tied: config.tie_word_embeddings && !has('lm_head.weight'),
    windows: Array<null>(shape.layers).fill(null),
    norm: (scope, x, name) => scope.rmsNorm(x, name, config.rms_norm_eps)
  }
}

function readShape(config: DecoderConfig, raw: RawConfig, partly: boolean): LlamaLike['shape'] {
  const heads = config.num_attention_heads
  const keyHeads = config.num_key_value_heads ?? heads
  if (heads % keyHeads !== 0) {
    const reason = { code: 'doesNotDivide', key: 'num_attention_heads', value: heads } as const
    throw configUnsupported('num_key_value_heads', keyHeads, reason)
  }
  const headSize = config.head_dim ?? config.hidden_size / heads
  if (!Number.isInteger(headSize))
    throw configUnsupported('head_dim', headSize, { code: 'notWhole' })
  const contextLength = config.max_position_embeddings
  return {
    vocabularySize: config.vocab_size,
    hiddenSize: config.hidden_size,
    layers: config.num_hidden_layers,
    attention: { heads, keyHeads, headSize },
    ...readRope(raw, { headSize, contextLength, partly })
  }
}
