// What the families read from config.json, and what they refuse by name.
import { describe, expect, it } from 'vitest'
import { LetheError } from '../base/errors'
import type { RawConfig } from '../formats/hfConfig'
import type { CausalDefinition } from './architecture'
import { architectureOf } from './architectures/registry'
import { causalGraph } from './causalGraph'
import { requiredTensors } from './inferenceGraph'

const small = {
  vocab_size: 40,
  hidden_size: 24,
  intermediate_size: 20,
  num_hidden_layers: 4,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  max_position_embeddings: 64
}

function configure(
  modelType: string,
  changes: RawConfig = {},
  tensors: readonly string[] = []
): CausalDefinition {
  const raw = { ...small, model_type: modelType, ...changes }
  return architectureOf(modelType).configure(raw, (name) => tensors.includes(name))
}

function refusal(modelType: string, changes: RawConfig): string | null {
  try {
    configure(modelType, changes)
    return null
  } catch (error) {
    if (!(error instanceof LetheError) || error.code !== 'configUnsupported') throw error
    const failure = error.toJSON()
    return failure.code === 'configUnsupported' ? failure.params.key : null
  }
}

/** Names of the masks the graph asks for. */
function masks(definition: CausalDefinition): string[] {
  const { stepInputs } = causalGraph(
    definition,
    (graph) => (name, shape) => graph.input(name, 'f32', shape)
  )
  return stepInputs.map(({ name }) => name).filter((name) => name.startsWith('mask'))
}

describe('windows', () => {
  it.each<[string, RawConfig, string[]]>([
    ['llama', {}, ['mask']],
    ['mistral', { sliding_window: 8 }, ['mask.8']],
    ['mistral', { sliding_window: null }, ['mask']],
    ['mistral', { max_position_embeddings: 8192 }, ['mask.4096']],
    ['qwen2', { sliding_window: 8, use_sliding_window: false }, ['mask']],
    ['qwen2', { sliding_window: 8, use_sliding_window: true, max_window_layers: 4 }, ['mask']],
    [
      'qwen2',
      { sliding_window: 8, use_sliding_window: true, max_window_layers: 3 },
      ['mask', 'mask.8']
    ],
    ['qwen3', {}, ['mask']],
    ['gemma2', { sliding_window: 8 }, ['mask.8', 'mask']],
    ['gemma2', { sliding_window: 8, layer_types: Array(4).fill('sliding_attention') }, ['mask.8']],
    ['phi3', {}, ['mask']],
    ['phi3', { sliding_window: 8 }, ['mask.8']],
    // As wide as the context: nothing is ever out of it.
    ['mistral', { sliding_window: 64 }, ['mask']]
  ])('%s %j', (modelType, changes, expected) => {
    expect(masks(configure(modelType, changes))).toEqual(expected)
  })
})

const longrope = { short_factor: [1, 1, 1], long_factor: [1, 2, 4] }

describe('rotary settings', () => {
  it.each<[string, RawConfig, RawConfig]>([
    ['llama', {}, { theta: 10_000, rotarySize: 6, scaling: { type: 'default' } }],
    ['llama', { rope_theta: 500, rope_scaling: null }, { theta: 500 }],
    ['llama', { rope_parameters: { rope_type: 'default', rope_theta: 700 } }, { theta: 700 }],
    ['llama', { head_dim: 10 }, { rotarySize: 10 }],
    ['phi3', { partial_rotary_factor: 0.7 }, { rotarySize: 4 }],
    [
      'qwen2',
      { rope_scaling: { type: 'yarn', factor: 4, original_max_position_embeddings: 16 } },
      { scaling: { type: 'yarn', factor: 4, originalContextLength: 16 } }
    ],
    ...['su', 'yarn', 'longrope'].map((type): [string, RawConfig, RawConfig] => [
      'phi3',
      {
        rope_scaling: { type, ...longrope },
        original_max_position_embeddings: 16
      },
      { scaling: { type: 'longrope', originalContextLength: 16, longFactors: [1, 2, 4] } }
    ])
  ])('%s %j', (modelType, changes, expected) => {
    expect(configure(modelType, changes).shape.rope).toMatchObject(expected)
  })

  it('stretch the context where the file gives the length before', () => {
    const contextLength = (rope_scaling: RawConfig): number =>
      configure('llama', { rope_scaling }).shape.contextLength
    expect(contextLength({ type: 'dynamic', factor: 2 })).toBe(128)
    expect(contextLength({ type: 'yarn', factor: 4 })).toBe(256)
    expect(contextLength({ type: 'yarn', factor: 4, original_max_position_embeddings: 16 })).toBe(
      64
    )
    expect(contextLength({ type: 'linear', factor: 4 })).toBe(64)
  })
})

describe('refused by name', () => {
  it.each<[string, RawConfig, string]>([
    ['llama', { sliding_window: 8 }, 'sliding_window'],
    ['llama', { hidden_act: 'mish' }, 'hidden_act'],
    ['llama', { hidden_act: 'constructor' }, 'hidden_act'],
    ['llama', { num_key_value_heads: 3 }, 'num_key_value_heads'],
    ['llama', { num_hidden_layers: 1e9 }, 'num_hidden_layers'],
    ['llama', { head_dim: 5 }, 'head_dim'],
    ['llama', { hidden_size: 26 }, 'head_dim'],
    ['llama', { hidden_size: '24' }, 'hidden_size'],
    ['llama', { rope_theta: 'large' }, 'rope_theta'],
    ['llama', { rope_scaling: { type: 'spiral' } }, 'rope_scaling.rope_type'],
    ['llama', { rope_scaling: { type: 'linear' } }, 'rope_scaling.factor'],
    ['llama', { rope_scaling: { type: 'linear', factor: 'two' } }, 'rope_scaling.factor'],
    ['llama', { rope_scaling: [], rope_parameters: 3 }, 'rope_parameters'],
    [
      'llama',
      { rope_parameters: { full_attention: { rope_type: 'default' } } },
      'rope_parameters.full_attention'
    ],
    ['llama', { partial_rotary_factor: 0.5 }, 'partial_rotary_factor'],
    ['llama', { quantization_config: { bits: 4 } }, 'quantization_config'],
    ['mistral', { attention_bias: true }, 'attention_bias'],
    ['mistral', { layer_types: Array(4).fill('full_attention') }, 'layer_types'],
    ['qwen2', { attn_logit_softcapping: 20 }, 'attn_logit_softcapping'],
    ['qwen2', { layer_types: Array(3).fill('full_attention') }, 'layer_types'],
    ['qwen3', { layer_types: Array(4).fill('linear_attention') }, 'layer_types'],
    ['qwen3', { layer_types: Array(4).fill('sliding_attention') }, 'sliding_window'],
    ['gemma', { hidden_act: 'relu' }, 'hidden_act'],
    ['gemma', { use_bidirectional_attention: true }, 'use_bidirectional_attention'],
    ['gemma', { query_pre_attn_scalar: 144 }, 'query_pre_attn_scalar'],
    ['gemma2', { sliding_window: null }, 'sliding_window'],
    ['gemma2', { attn_logit_softcapping: 0 }, 'attn_logit_softcapping'],
    [
      'phi3',
      { rope_scaling: { type: 'longrope', ...longrope, long_factor: [1] } },
      'rope_scaling.long_factor'
    ],
    [
      'phi3',
      { rope_scaling: { type: 'longrope', ...longrope, long_mscale: 1.2 } },
      'rope_scaling.long_mscale'
    ],
    ['phi3', { partial_rotary_factor: 0.1 }, 'head_dim'],
    ['gpt2', { n_embd: 24, n_layer: 2, n_head: 5 }, 'n_head'],
    ['gpt2', { add_cross_attention: true }, 'add_cross_attention'],
    ['gpt2', { activation_function: 'tanh' }, 'activation_function']
  ])('%s %j', (modelType, changes, key) => {
    expect(refusal(modelType, changes)).toBe(key)
  })
})

describe('tensors', () => {
  const names = (definition: CausalDefinition): string[] =>
    requiredTensors(definition).map(({ name }) => name)

  it('are listed once each, with their shapes', () => {
    const tensors = requiredTensors(configure('phi3'))
    expect(new Set(tensors.map(({ name }) => name)).size).toBe(tensors.length)
    const shapeOf = (name: string): readonly number[] | undefined =>
      tensors.find((tensor) => tensor.name === name)?.shape
    expect(shapeOf('model.layers.3.self_attn.qkv_proj.weight')).toEqual([48, 24])
    expect(shapeOf('model.layers.3.mlp.gate_up_proj.weight')).toEqual([40, 24])
    expect(shapeOf('lm_head.weight')).toEqual([40, 24])
  })

  it('hold no head of its own where it is tied, unless the file has one', () => {
    const tied = { tie_word_embeddings: true }
    expect(names(configure('qwen3', tied))).not.toContain('lm_head.weight')
    expect(names(configure('qwen3', tied, ['lm_head.weight']))).toContain('lm_head.weight')
    expect(names(configure('gemma'))).not.toContain('lm_head.weight')
  })

  it('have the biases each family has', () => {
    const biases = (modelType: string, changes: RawConfig = {}): string[] =>
      names(configure(modelType, { ...changes, num_hidden_layers: 1 }))
        .filter((name) => name.endsWith('.bias'))
        .map((name) => name.split('.').at(-2)!)
    expect(biases('llama')).toEqual([])
    expect(biases('qwen2')).toEqual(['q_proj', 'k_proj', 'v_proj'])
    expect(biases('qwen3', { attention_bias: true })).toEqual([
      'q_proj',
      'k_proj',
      'v_proj',
      'o_proj'
    ])
  })

  it('of gpt2 are found with and without their prefix, and by the names of other families', () => {
    const sizes = { n_embd: undefined, num_hidden_layers: 1 }
    expect(names(configure('gpt2', sizes))).toContain('transformer.h.0.attn.c_attn.weight')
    expect(names(configure('gpt2', sizes, ['wte.weight']))).toContain('h.0.attn.c_attn.weight')
  })
})
