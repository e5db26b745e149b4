// A model folder, read and checked whole before anything runs: config, weights, tokenizer.
import { statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileError, LetheError } from '../base/errors'
import { pickleFiles } from '../base/modelFileNames'
import {
  findPickleFiles,
  readGenerationConfig,
  readModelConfig,
  readTokenizerConfig,
  type TokenizerConfig
} from '../formats/hfConfig'
import {
  readSafetensorsFolder,
  type SafetensorsIndex,
  type TensorEntry
} from '../formats/safetensors'
import type { Dtype } from '../tensor/dtype'
import { openTokenizer, type Tokenizer } from '../text/tokenizer'
import type { AnyModel, CausalModel, MaskedModel } from './architecture'
import { anyArchitectureOf } from './architectures/registry'
import { requiredTensors } from './inferenceGraph'

/** Weight precisions the graph can read. */
const weightDtypes: Readonly<Partial<Record<TensorEntry['dtype'], Dtype>>> = {
  F32: 'f32',
  F16: 'f16',
  BF16: 'bf16'
}

export interface ModelFolder<M extends AnyModel = CausalModel> {
  readonly folder: string
  readonly family: string
  readonly model: M
  readonly weights: SafetensorsIndex
}

export interface ModelText {
  readonly tokenizer: Tokenizer | null // null: ids only
  readonly config: TokenizerConfig
  readonly eosIds: readonly number[]
}

/**
 * Of a causal model.
 * @throws LetheError maskedModel, what openAnyModelFolder throws
 */
export async function openModelFolder(path: string): Promise<ModelFolder> {
  const opened = await openAnyModelFolder(path)
  const { model } = opened
  if (model.objective === 'causal') return { ...opened, model }
  throw new LetheError('maskedModel', { model: basename(opened.folder) })
}

/**
 * @param path a model folder, or a file in one
 * @throws LetheError fileNotFound, pickleRefused, notAModel, architectureUnknown, configUnsupported,
 *   tensorMissing, tensorShape, tensorDtypeUnknown and what the readers of its files throw
 */
export async function openAnyModelFolder(path: string): Promise<ModelFolder<AnyModel>> {
  const folder = modelFolderOf(path)
  const { raw, modelType } = await refusingPickle(folder, () => readModelConfig(folder))
  const architecture = anyArchitectureOf(modelType)
  const weights = await refusingPickle(folder, () => readSafetensorsFolder(folder))
  const definition = architecture.configure(raw, (name) => weights.entries.has(name))
  const tensors = requiredTensors(definition)
  for (const { name, shape } of tensors) checkTensor(weights, folder, name, shape)
  return { folder, family: modelType, model: { ...definition, tensors }, weights }
}

/**
 * The same with the head that says whether a text follows another in place of the one that fills gaps; null:
 * it was not taught so.
 * @throws LetheError tensorMissing, tensorShape, tensorDtypeUnknown
 */
export function withNextSentence(
  source: ModelFolder<MaskedModel>
): ModelFolder<MaskedModel> | null {
  const { model, weights, folder } = source
  if (!model.nextSentence) return null
  const definition = { ...model, head: model.nextSentence }
  const tensors = requiredTensors(definition)
  for (const { name, shape } of tensors) checkTensor(weights, folder, name, shape)
  return { ...source, model: { ...definition, tensors } }
}

/**
 * What can be said of a model before its weights are there.
 * @throws LetheError notAModel, architectureUnknown, configUnsupported, tokenizerUnsupported, fileMalformed
 */
export async function checkModelConfig(folder: string): Promise<{ family: string }> {
  const { raw, modelType } = await readModelConfig(folder)
  // No tensor is known yet: a head of its own may still turn up, and changes no refusal.
  anyArchitectureOf(modelType).configure(raw, () => false)
  await openModelText(folder)
  return { family: modelType }
}

/** The tokenizer and what ends an answer. */
export async function openModelText(folder: string): Promise<ModelText> {
  const tokenizer = await openTokenizer(folder)
  const config = await readTokenizerConfig(folder)
  const generation = await readGenerationConfig(folder)
  const eosIds = new Set([...generation.eosIds, ...(tokenizer?.eosIds ?? [])])
  return { tokenizer, config, eosIds: [...eosIds] }
}

export function dtypeOf(entry: TensorEntry): Dtype {
  const dtype = weightDtypes[entry.dtype]
  if (dtype) return dtype
  const { name, file } = entry
  throw new LetheError('tensorDtypeUnknown', { path: file, tensor: name, dtype: entry.dtype })
}

function modelFolderOf(path: string): string {
  const absolute = resolve(path)
  try {
    if (statSync(absolute).isDirectory()) return absolute
  } catch (error) {
    throw fileError(error, absolute)
  }
  if (pickleFiles.test(basename(absolute)))
    throw new LetheError('pickleRefused', { path: absolute })
  return dirname(absolute)
}

/** A folder without safetensors but with pickle files gets told why those are not opened. */
async function refusingPickle<T>(folder: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof LetheError) || error.code !== 'notAModel') throw error
    const [pickle] = await findPickleFiles(folder)
    if (pickle === undefined) throw error
    throw new LetheError('pickleRefused', { path: join(folder, pickle) })
  }
}

function checkTensor(
  weights: SafetensorsIndex,
  folder: string,
  name: string,
  shape: readonly number[]
): void {
  const entry = weights.entries.get(name)
  if (!entry) throw new LetheError('tensorMissing', { tensor: name, path: folder })
  dtypeOf(entry)
  const expected = `[${shape.join(', ')}]`
  const got = `[${entry.shape.join(', ')}]`
  if (expected !== got)
    throw new LetheError('tensorShape', { tensor: name, expected, got, path: entry.file })
}
