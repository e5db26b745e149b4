// A small LLaMA folder with seeded weights, whole unless it is changed before it is written. It was
// taught nothing: what it says is the same each time, and means nothing.
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { uniform } from '../base/random'
import { writeSafetensors, type TensorToWrite } from '../formats/safetensors'
import { goldensFolder } from './goldens'

const defaults = {
  model_type: 'llama',
  vocab_size: 600, // as many as the tokenizer has
  hidden_size: 64,
  intermediate_size: 96,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  max_position_embeddings: 512,
  rms_norm_eps: 1e-5,
  tie_word_embeddings: true
}

export interface TinyModelOptions {
  /** Changes config.json, and with it the shapes of the weights. */
  readonly config?: Partial<typeof defaults> & Record<string, unknown>
  /** Without one the model is for ids only. */
  readonly tokenizer?: boolean
  readonly chatTemplate?: string
}

export interface TinyModel {
  config: Record<string, unknown>
  tensors: TensorToWrite[]
  tokenizer: boolean
  chatTemplate?: string
}

export function tinyModel(options: TinyModelOptions = {}): TinyModel {
  const config = { ...defaults, ...options.config }
  const { hidden_size: hidden, intermediate_size: inner, vocab_size: vocabulary } = config
  const keyed = (hidden / config.num_attention_heads) * config.num_key_value_heads
  const tensors: TensorToWrite[] = []
  let drawn = 0
  const add = (name: string, ...shape: number[]): void => {
    const count = shape.reduce((product, size) => product * size, 1)
    const isNorm = shape.length === 1
    const values = Float32Array.from({ length: count }, () =>
      isNorm ? 1 : uniform(1, drawn++) - 0.5
    )
    tensors.push({ name, dtype: 'F32', shape, data: new Uint8Array(values.buffer) })
  }
  add('model.embed_tokens.weight', vocabulary, hidden)
  for (let layer = 0; layer < config.num_hidden_layers; layer++) {
    const at = `model.layers.${layer}`
    add(`${at}.input_layernorm.weight`, hidden)
    add(`${at}.self_attn.q_proj.weight`, hidden, hidden)
    add(`${at}.self_attn.k_proj.weight`, keyed, hidden)
    add(`${at}.self_attn.v_proj.weight`, keyed, hidden)
    add(`${at}.self_attn.o_proj.weight`, hidden, hidden)
    add(`${at}.post_attention_layernorm.weight`, hidden)
    add(`${at}.mlp.gate_proj.weight`, inner, hidden)
    add(`${at}.mlp.up_proj.weight`, inner, hidden)
    add(`${at}.mlp.down_proj.weight`, hidden, inner)
  }
  add('model.norm.weight', hidden)
  if (!config.tie_word_embeddings) add('lm_head.weight', vocabulary, hidden)
  const { chatTemplate } = options
  const tokenizer = options.tokenizer ?? true
  return { config, tensors, tokenizer, ...(chatTemplate !== undefined && { chatTemplate }) }
}

/** Writes the folder, its weights in one file. Returns its path. */
export async function writeModel(folder: string, model: TinyModel): Promise<string> {
  await writeSurroundings(folder, model)
  await writeSafetensors(join(folder, 'model.safetensors'), model.tensors)
  return folder
}

/** Writes the folder with its weights in two shards. */
export async function writeShardedModel(folder: string, model: TinyModel): Promise<string> {
  await writeSurroundings(folder, model)
  const half = Math.ceil(model.tensors.length / 2)
  const shards = [model.tensors.slice(0, half), model.tensors.slice(half)]
  const weightMap: Record<string, string> = {}
  for (const [index, tensors] of shards.entries()) {
    const name = `model-0000${index + 1}-of-00002.safetensors`
    await writeSafetensors(join(folder, name), tensors)
    for (const tensor of tensors) weightMap[tensor.name] = name
  }
  const index = JSON.stringify({ weight_map: weightMap })
  await writeFile(join(folder, 'model.safetensors.index.json'), index)
  return folder
}

/** A whole one, in one step. */
export function writeTinyModel(folder: string, options: TinyModelOptions = {}): Promise<string> {
  return writeModel(folder, tinyModel(options))
}

async function writeSurroundings(folder: string, model: TinyModel): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'config.json'), JSON.stringify(model.config))
  if (model.tokenizer)
    await copyFile(join(goldensFolder, 'tokenizers/metaspace.json'), join(folder, 'tokenizer.json'))
  if (model.chatTemplate !== undefined)
    await writeFile(join(folder, 'chat_template.jinja'), model.chatTemplate)
}
