// LLaMA (arXiv 2302.13971) and what shares its shape: pre-norm RMSNorm, rotary grouped-query
// attention, SwiGLU. Upstream: transformers, models/llama/modeling_llama.py.
import { z } from 'zod'
import { LetheError } from '../../base/errors'
import { rotaryAttention } from '../../nn/attention'
import { gatedFeedForward, linear, type LinearWeights } from '../../nn/linear'
import { rmsNorm } from '../../nn/norm'
import type { Architecture, CausalModel, TensorRequirement, WeightOf } from '../architecture'
import { readRope } from '../ropeConfig'

const size = z.number().int().positive()
const configSchema = z.object({
  vocab_size: size,
  hidden_size: size,
  intermediate_size: size,
  num_hidden_layers: size,
  num_attention_heads: size,
  num_key_value_heads: size.nullish(),
  head_dim: size.nullish(),
  hidden_act: z.string().default('silu'),
  max_position_embeddings: size.default(2048),
  rms_norm_eps: z.number().positive().default(1e-6),
  attention_bias: z.boolean().default(false),
  mlp_bias: z.boolean().default(false),
  tie_word_embeddings: z.boolean().default(false)
})
type Config = z.infer<typeof configSchema>

/** Keys of close relatives that change the math and mean another family here. */
const foreignKeys = [
  'sliding_window',
  'attn_logit_softcapping',
  'final_logit_softcapping',
  'embedding_multiplier',
  'attention_multiplier',
  'residual_multiplier',
  'logits_scaling',
  'quantization_config',
  'num_local_experts',
  'no_rope_layers'
]

export const architecture: Architecture = {
  modelType: 'llama',
  configure: (raw, has) => {
    const parsed = configSchema.safeParse(raw)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!
      const key = issue.path.join('.')
      throw unsupported(key, raw[key], issue.message)
    }
    for (const key of foreignKeys)
      if (raw[key] != null && raw[key] !== false)
        throw unsupported(key, raw[key], 'the llama family has no such setting')
    const config = parsed.data
    if (config.hidden_act !== 'silu')
      throw unsupported('hidden_act', config.hidden_act, 'only silu is computed')
    return build(config, readShape(config, raw), has)
  }
}

function readShape(config: Config, raw: Readonly<Record<string, unknown>>): CausalModel['shape'] {
  const heads = config.num_attention_heads
  const keyHeads = config.num_key_value_heads ?? heads
  if (heads % keyHeads !== 0)
    throw unsupported('num_key_value_heads', keyHeads, `does not divide ${heads} attention heads`)
  const headSize = config.head_dim ?? config.hidden_size / heads
  if (!Number.isInteger(headSize) || headSize % 2 !== 0)
    throw unsupported('head_dim', headSize, 'rotary heads need an even whole size')
  const rope = readRope(raw, headSize, config.max_position_embeddings)
  const stretch = rope.scaling.type === 'dynamic' ? rope.scaling.factor : 1
  return {
    vocabularySize: config.vocab_size,
    hiddenSize: config.hidden_size,
    layers: config.num_hidden_layers,
    contextLength: Math.floor(config.max_position_embeddings * stretch),
    attention: { heads, keyHeads, headSize, scale: headSize ** -0.5 },
    rope
  }
}

function build(
  config: Config,
  shape: CausalModel['shape'],
  has: (tensor: string) => boolean
): CausalModel {
  const epsilon = config.rms_norm_eps
  // Some tied checkpoints still carry their own copy of the head: the file decides.
  const tied = config.tie_word_embeddings && !has('lm_head.weight')
  return {
    shape,
    tensors: requiredTensors(config, shape, tied),
    forward: (graph, { ids, past, step, weight }) => {
      let [x] = graph.add('embedding', [weight('model.embed_tokens.weight'), ids], {})
      const rows = past.map((remembered, layer) => {
        const at = (name: string): string => `model.layers.${layer}.${name}`
        const affine = (name: string, biased: boolean): LinearWeights => ({
          weight: weight(at(`${name}.weight`)),
          ...(biased && { bias: weight(at(`${name}.bias`)) })
        })
        const normed = rmsNorm(graph, x!, weight(at('input_layernorm.weight')), epsilon)
        const projections = {
          query: affine('self_attn.q_proj', config.attention_bias),
          key: affine('self_attn.k_proj', config.attention_bias),
          value: affine('self_attn.v_proj', config.attention_bias),
          output: affine('self_attn.o_proj', config.attention_bias)
        }
        const { output, key, value } = rotaryAttention(
          graph,
          normed,
          projections,
          shape.attention,
          remembered,
          step
        )
        const [attended] = graph.add('add', [x!, output], {})
        const between = rmsNorm(
          graph,
          attended!,
          weight(at('post_attention_layernorm.weight')),
          epsilon
        )
        const fed = gatedFeedForward(graph, between, {
          gate: affine('mlp.gate_proj', config.mlp_bias),
          up: affine('mlp.up_proj', config.mlp_bias),
          down: affine('mlp.down_proj', config.mlp_bias)
        })
        ;[x] = graph.add('add', [attended!, fed], {})
        return { key, value }
      })
      return { hidden: rmsNorm(graph, x!, weight('model.norm.weight'), epsilon), rows }
    },
    head: (graph, hidden, weight: WeightOf) =>
      linear(graph, hidden, {
        weight: weight(tied ? 'model.embed_tokens.weight' : 'lm_head.weight')
      })
  }
}

function requiredTensors(
  config: Config,
  shape: CausalModel['shape'],
  tied: boolean
): TensorRequirement[] {
  const { hiddenSize, vocabularySize, layers } = shape
  const { heads, keyHeads, headSize } = shape.attention
  const inner = config.intermediate_size
  const tensors: TensorRequirement[] = []
  const need = (name: string, ...dims: number[]): void => {
    tensors.push({ name, shape: dims })
  }
  const affine = (name: string, out: number, into: number, biased: boolean): void => {
    need(`${name}.weight`, out, into)
    if (biased) need(`${name}.bias`, out)
  }
  need('model.embed_tokens.weight', vocabularySize, hiddenSize)
  for (let layer = 0; layer < layers; layer++) {
    const at = `model.layers.${layer}`
    need(`${at}.input_layernorm.weight`, hiddenSize)
    affine(`${at}.self_attn.q_proj`, heads * headSize, hiddenSize, config.attention_bias)
    affine(`${at}.self_attn.k_proj`, keyHeads * headSize, hiddenSize, config.attention_bias)
    affine(`${at}.self_attn.v_proj`, keyHeads * headSize, hiddenSize, config.attention_bias)
    affine(`${at}.self_attn.o_proj`, hiddenSize, heads * headSize, config.attention_bias)
    need(`${at}.post_attention_layernorm.weight`, hiddenSize)
    affine(`${at}.mlp.gate_proj`, inner, hiddenSize, config.mlp_bias)
    affine(`${at}.mlp.up_proj`, inner, hiddenSize, config.mlp_bias)
    affine(`${at}.mlp.down_proj`, hiddenSize, inner, config.mlp_bias)
  }
  need('model.norm.weight', hiddenSize)
  if (!tied) need('lm_head.weight', vocabularySize, hiddenSize)
  return tensors
}

function unsupported(key: string, value: unknown, reason: string): LetheError {
  return new LetheError('configUnsupported', {
    key,
    value: JSON.stringify(value) ?? 'absent',
    reason
  })
}
