// The JSON files of a Hugging Face model folder: config.json, generation_config.json,
// tokenizer_config.json with its chat templates. Keys that are wanted are typed; the rest stays
// raw, for the architecture that knows them.
// Source: https://huggingface.co/docs/transformers/main_classes/configuration

import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { fileError, LetheError } from '../base/errors'
import { pickleFiles } from '../base/modelFileNames'
import { valueReason } from '../base/valueReasons'
import { exists, jsonFileLimitBytes, readJsonFile, readSmallFile } from './jsonText'

export type RawConfig = Readonly<Record<string, unknown>>

export interface ModelConfig {
  raw: RawConfig
  /** As config.json spells it: `llama`, `qwen2`, … */
  modelType: string
}

export interface GenerationConfig {
  raw: RawConfig
  eosIds: readonly number[]
  bosId?: number
  padId?: number
}

export interface ChatTemplate {
  name: string
  template: string
}

export interface TokenizerConfig {
  raw: RawConfig
  /** The one named `default`, or the only one there is. */
  chatTemplate?: string
  /** All of them, by name. */
  chatTemplates: readonly ChatTemplate[]
  bosToken?: string
  eosToken?: string
  unkToken?: string
  padToken?: string
  maskToken?: string
  /** Absent: the tokenizer's own rule decides. */
  addBosToken?: boolean
  addEosToken?: boolean
}

const rawSchema = z.record(z.string(), z.unknown())
// Absent and null mean the same in these files.
const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? undefined)

const modelSchema = z.looseObject({
  model_type: optional(z.string().min(1)),
  architectures: optional(z.array(z.string()))
})
const generationSchema = z.looseObject({
  eos_token_id: optional(z.union([z.int(), z.array(z.int())])),
  bos_token_id: optional(z.int()),
  pad_token_id: optional(z.int())
})
const token = optional(
  z.union([z.string(), z.looseObject({ content: z.string() }).transform(({ content }) => content)])
)
const specialTokensSchema = z.looseObject({
  bos_token: token,
  eos_token: token,
  unk_token: token,
  pad_token: token,
  mask_token: token
})
const namedTemplates = z.array(z.looseObject({ name: z.string(), template: z.string() }))
const tokenizerSchema = specialTokensSchema.extend({
  chat_template: optional(z.union([z.string(), namedTemplates])),
  add_bos_token: optional(z.boolean()),
  add_eos_token: optional(z.boolean())
})

/**
 * Reads config.json.
 * @throws LetheError notAModel when there is none; fileMalformed; configUnsupported when it names
 *   neither a model_type nor an architecture
 */
export async function readModelConfig(folder: string): Promise<ModelConfig> {
  const path = join(resolve(folder), 'config.json')
  if (!(await exists(path))) throw new LetheError('notAModel', { path: resolve(folder) })
  const { raw, typed } = await readTyped(path, modelSchema)
  // The first folders of 2019-2020 have no model_type, only class names such as GPT2LMHeadModel.
  const className = typed.architectures?.[0]
  const modelType = typed.model_type ?? className?.match(/^(.+?)(For|LMHead|Model)/)?.[1]
  if (modelType === undefined) {
    throw new LetheError('configUnsupported', {
      key: 'model_type',
      reason: { code: 'architectureUnnamed' }
    })
  }
  return { raw, modelType: typed.model_type ?? modelType.toLowerCase() }
}

/**
 * Reads generation_config.json; where it is absent, the same keys of config.json, which held them
 * before that file existed. Keys that neither has are left out.
 * @throws LetheError fileMalformed
 */
export async function readGenerationConfig(folder: string): Promise<GenerationConfig> {
  const own = join(resolve(folder), 'generation_config.json')
  const path = (await exists(own)) ? own : join(resolve(folder), 'config.json')
  if (!(await exists(path))) return { raw: {}, eosIds: [] }
  const { raw, typed } = await readTyped(path, generationSchema)
  const { eos_token_id: eos, bos_token_id: bosId, pad_token_id: padId } = typed
  // Early folders write -1 for "there is none".
  const isId = (id: number | undefined): id is number => id !== undefined && id >= 0
  return {
    raw: path === own ? raw : {},
    eosIds: [eos].flat().filter(isId),
    ...(isId(bosId) ? { bosId } : {}),
    ...(isId(padId) ? { padId } : {})
  }
}

/**
 * Reads tokenizer_config.json, special_tokens_map.json (whose tokens count where the former names
 * none) and the chat templates: the key chat_template, a file chat_template.jinja (which wins over
 * the key), additional_chat_templates/NAME.jinja. All of them may be absent.
 * @throws LetheError fileMalformed
 */
export async function readTokenizerConfig(folder: string): Promise<TokenizerConfig> {
  const root = resolve(folder)
  const main = await readTypedIfThere(join(root, 'tokenizer_config.json'), tokenizerSchema)
  const map = await readTypedIfThere(join(root, 'special_tokens_map.json'), specialTokensSchema)
  const chatTemplates = new Map<string, string>()
  const inConfig = main?.typed.chat_template
  if (typeof inConfig === 'string') chatTemplates.set('default', inConfig)
  else for (const { name, template } of inConfig ?? []) chatTemplates.set(name, template)
  for (const { name, path } of await templateFiles(root)) {
    chatTemplates.set(name, await readText(path))
  }
  const only = chatTemplates.size === 1 ? [...chatTemplates.values()][0] : undefined
  const values = {
    chatTemplate: chatTemplates.get('default') ?? only,
    bosToken: main?.typed.bos_token ?? map?.typed.bos_token,
    eosToken: main?.typed.eos_token ?? map?.typed.eos_token,
    unkToken: main?.typed.unk_token ?? map?.typed.unk_token,
    padToken: main?.typed.pad_token ?? map?.typed.pad_token,
    maskToken: main?.typed.mask_token ?? map?.typed.mask_token,
    addBosToken: main?.typed.add_bos_token,
    addEosToken: main?.typed.add_eos_token
  }
  const present = Object.entries(values).filter(([, value]) => value !== undefined)
  return {
    raw: main?.raw ?? {},
    chatTemplates: [...chatTemplates].map(([name, template]) => ({ name, template })),
    ...Object.fromEntries(present)
  }
}

/**
 * Names, in order, of the files in `folder` that hold pickled Python objects: opening one can run
 * any program, so they are refused.
 * @throws LetheError fileNotFound, fileNotReadable
 */
export async function findPickleFiles(folder: string): Promise<string[]> {
  const names = await listFolder(resolve(folder))
  return names.filter((name) => pickleFiles.test(name))
}

async function templateFiles(root: string): Promise<{ name: string; path: string }[]> {
  const files: { name: string; path: string }[] = []
  const main = join(root, 'chat_template.jinja')
  if (await exists(main)) files.push({ name: 'default', path: main })
  const more = join(root, 'additional_chat_templates')
  if (!(await exists(more))) return files
  for (const name of await listFolder(more)) {
    if (name.endsWith('.jinja')) files.push({ name: name.slice(0, -6), path: join(more, name) })
  }
  return files
}

async function listFolder(path: string): Promise<string[]> {
  try {
    return (await readdir(path)).sort()
  } catch (error) {
    throw fileError(error, path)
  }
}

/** Strict UTF-8. @throws LetheError fileNotFound, fileNotReadable, fileEmpty, fileMalformed */
export async function readText(path: string): Promise<string> {
  const bytes = await readSmallFile(path, jsonFileLimitBytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new LetheError('fileMalformed', { path, reason: { code: 'notUtf8' } })
  }
}

async function readTypedIfThere<T extends z.ZodType>(path: string, schema: T) {
  return (await exists(path)) ? readTyped(path, schema) : undefined
}

async function readTyped<T extends z.ZodType>(
  path: string,
  schema: T
): Promise<{ raw: RawConfig; typed: z.output<T> }> {
  const value = await readJsonFile(path)
  const raw = rawSchema.safeParse(value)
  if (!raw.success) {
    throw new LetheError('fileMalformed', { path, reason: { code: 'notAnObject' } })
  }
  const typed = schema.safeParse(value)
  if (!typed.success) {
    const reason = valueReason(typed.error.issues[0])
    throw new LetheError('fileMalformed', { path, reason })
  }
  return { raw: raw.data, typed: typed.data }
}
