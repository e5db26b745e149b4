// A model from nothing: a family, sizes and a tokenizer become a Hugging Face folder with seeded
// weights, which training then changes.
import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { LetheError, writeError } from '../base/errors'
import type { Reason } from '../base/reasons'
import { syncFolder, writeFileAtomically, writeFully } from '../base/atomicFile'
import { readTokenizerConfig } from '../formats/hfConfig'
import { exists } from '../formats/jsonText'
import { openTokenizer } from '../text/tokenizer'
import {
  writeTokenizer,
  type TokenizerRoles,
  type TrainedTokenizer
} from '../text/tokenizerTraining'
import type { CausalModel } from './architecture'
import { architectureOf } from './architectures/registry'
import { requiredTensors } from './inferenceGraph'
import { initialDeviation, writeInitialWeights } from './initialWeights'

export const newArchitectures = ['llama', 'gpt2'] as const
export type NewArchitecture = (typeof newArchitectures)[number]

export interface ModelSizes {
  readonly layers: number
  readonly hidden: number
  readonly heads: number
  /** Heads of keys and values; gpt2 has as many as `heads`. */
  readonly keyHeads: number
  /** Of the feed-forward part. */
  readonly inner: number
  /** The longest sequence, in tokens. */
  readonly context: number
  /** Whether the head is the embedding table. */
  readonly tied: boolean
}

/** A trained one, or that of a model folder. */
export type NewTokenizer =
  | { readonly trained: TrainedTokenizer; readonly roles: Omit<TokenizerRoles, 'contextLength'> }
  | { readonly folder: string }

export interface NewModel {
  readonly architecture: NewArchitecture
  readonly sizes: ModelSizes
  readonly tokenizer: NewTokenizer
  /** 0 to 2³² − 1. The same one gives the same weights on every machine. */
  readonly seed: number
}

interface TokenIds {
  readonly bos: number | null
  readonly eos: number | null
  readonly pad: number | null
}

const tokenizerFiles = [
  ...['tokenizer.json', 'tokenizer_config.json', 'special_tokens_map.json', 'chat_template.jinja'],
  ...['tokenizer.model', 'spiece.model', 'sentencepiece.bpe.model']
]
const largest = { layers: 1000, width: 2 ** 20 } as const

/** @throws LetheError invalidInput, naming the size that does not fit the others */
export function newModelConfig(
  architecture: NewArchitecture,
  sizes: ModelSizes,
  vocabularySize: number,
  { bos, eos, pad }: TokenIds = { bos: null, eos: null, pad: null }
): Record<string, unknown> {
  refuseMisfits(architecture, sizes)
  const { layers, hidden, heads, keyHeads, inner, context, tied } = sizes
  const shared = {
    ...{ dtype: 'float32', vocab_size: vocabularySize, tie_word_embeddings: tied },
    ...{ initializer_range: initialDeviation, use_cache: true },
    ...{ bos_token_id: bos, eos_token_id: eos, pad_token_id: pad }
  }
  if (architecture === 'gpt2')
    return {
      ...{ architectures: ['GPT2LMHeadModel'], model_type: 'gpt2' },
      ...{ n_layer: layers, n_embd: hidden, n_head: heads, n_inner: inner, n_positions: context },
      ...{ activation_function: 'gelu_new', layer_norm_epsilon: 1e-5 },
      ...{ resid_pdrop: 0, embd_pdrop: 0, attn_pdrop: 0, ...shared }
    }
  return {
    ...{ architectures: ['LlamaForCausalLM'], model_type: 'llama' },
    ...{ num_hidden_layers: layers, hidden_size: hidden, intermediate_size: inner },
    ...{ num_attention_heads: heads, num_key_value_heads: keyHeads, head_dim: hidden / heads },
    ...{ hidden_act: 'silu', max_position_embeddings: context, rms_norm_eps: 1e-5 },
    rope_parameters: { rope_theta: 10_000, rope_type: 'default' },
    ...{ attention_bias: false, mlp_bias: false, attention_dropout: 0, ...shared }
  }
}

function refuseMisfits(architecture: NewArchitecture, sizes: ModelSizes): void {
  const refuse = (name: keyof ModelSizes, reason: Reason): LetheError =>
    new LetheError('invalidInput', { field: 'option', name, reason })
  const { hidden, heads, keyHeads } = sizes
  for (const name of ['layers', 'hidden', 'heads', 'keyHeads', 'inner', 'context'] as const) {
    const bounds = { least: 1, most: name === 'layers' ? largest.layers : largest.width }
    const fits = sizes[name] >= bounds.least && sizes[name] <= bounds.most
    if (!Number.isInteger(sizes[name]) || !fits)
      throw refuse(name, { code: 'wholeNumberBetween', ...bounds })
  }
  if (hidden % heads !== 0)
    throw refuse('heads', { code: 'doesNotDivide', key: 'hidden', value: hidden })
  if (heads % keyHeads !== 0)
    throw refuse('keyHeads', { code: 'doesNotDivide', key: 'heads', value: heads })
  if (architecture === 'gpt2' && keyHeads !== heads)
    throw refuse('keyHeads', { code: 'familyLacksSetting', family: architecture })
  // Rotary positions turn the elements of a head in pairs.
  if (architecture === 'llama' && (hidden / heads) % 2 !== 0)
    throw refuse('heads', { code: 'noPairs', elements: hidden / heads })
}

/** What would be made, before anything is. @throws LetheError invalidInput */
export function newModelOf(
  architecture: NewArchitecture,
  sizes: ModelSizes,
  vocabularySize: number
): CausalModel & { readonly parameterCount: number } {
  const config = newModelConfig(architecture, sizes, vocabularySize)
  const definition = architectureOf(architecture).configure(config, () => false)
  const tensors = requiredTensors(definition)
  const parameterCount = tensors.reduce(
    (sum, { shape }) => sum + shape.reduce((product, edge) => product * edge, 1),
    0
  )
  return { ...definition, tensors, parameterCount }
}

/**
 * Makes the folder whole, or not at all: config.json, generation_config.json, tokenizer files,
 * model.safetensors in F32.
 * @param folder not there yet, or empty
 * @throws LetheError invalidInput, nameTaken, noTokenizer, folderNotWritable, diskFull, fileNotFound
 *   (no such folder above it) and what opening the other model's tokenizer throws
 */
export async function createModel(
  folder: string,
  { architecture, sizes, tokenizer, seed }: NewModel
): Promise<void> {
  const path = resolve(folder)
  refuseMisfits(architecture, sizes)
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    const reason = { code: 'wholeNumberBetween', least: 0, most: 2 ** 32 - 1 } as const
    throw new LetheError('invalidInput', { field: 'option', name: 'seed', reason })
  }
  if ((await exists(path)) && (await readdir(path)).length > 0)
    throw new LetheError('nameTaken', { name: basename(path) })
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await mkdir(temporary)
    const { vocabularySize, ids } = await putTokenizer(temporary, tokenizer, sizes.context)
    const model = newModelOf(architecture, sizes, vocabularySize)
    const config = newModelConfig(architecture, sizes, vocabularySize, ids)
    await writeJson(join(temporary, 'config.json'), config)
    await writeJson(join(temporary, 'generation_config.json'), {
      ...{ bos_token_id: ids.bos, eos_token_id: ids.eos, pad_token_id: ids.pad, do_sample: false }
    })
    const weights = join(temporary, 'model.safetensors')
    await writeInitialWeights(weights, model.tensors, sizes.layers, seed)
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => {})
    throw writeError(error, path)
  }
}

async function putTokenizer(
  folder: string,
  tokenizer: NewTokenizer,
  contextLength: number
): Promise<{ vocabularySize: number; ids: TokenIds }> {
  if ('trained' in tokenizer)
    await writeTokenizer(folder, tokenizer.trained, { ...tokenizer.roles, contextLength })
  else
    for (const name of tokenizerFiles) {
      const file = join(resolve(tokenizer.folder), name)
      if (await exists(file)) await copyFile(file, join(folder, name))
    }
  const opened = await openTokenizer(folder)
  if (opened === null)
    throw new LetheError('noTokenizer', {
      model: 'folder' in tokenizer ? tokenizer.folder : folder
    })
  const { padToken } = await readTokenizerConfig(folder)
  const ids = {
    bos: opened.bosId ?? null,
    eos: opened.eosIds[0] ?? null,
    pad: padToken === undefined ? null : (opened.idOf(padToken) ?? null)
  }
  return { vocabularySize: opened.vocabularySize, ids }
}

async function writeJson(path: string, value: object): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
  await writeFileAtomically(path, (handle) => writeFully(handle, bytes, 0))
}
