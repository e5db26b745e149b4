// Adapters as peft keeps them: adapter_config.json and adapter_model.safetensors in a folder. A setting
// that changes the math and is not computed here is refused by name.
// Format: https://huggingface.co/docs/peft/developer_guides/checkpoint
import { join } from 'node:path'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { reasonSchema, type Reason } from '../base/reasons'
import { valueReason } from '../base/valueReasons'
import { writeFileAtomically, writeFully } from '../base/atomicFile'
import { isFloatDtype } from '../formats/floatBytes'
import { readFloatTensor } from '../formats/floatTensor'
import { readJsonFile } from '../formats/jsonText'
import { readSafetensorsFile, writeSafetensors } from '../formats/safetensors'
import { adapterTensors, type AdaptedModule, type AdapterSettings } from '../models/adapters'
import type { AnyDefinition } from '../models/architecture'
import { tensorOf } from './checkpoint'
import { targetedModules } from './startingState'

export const adapterConfigFile = 'adapter_config.json'
export const adapterWeightsFile = 'adapter_model.safetensors'
const prefix = 'base_model.model.'

export interface Adapter {
  readonly settings: AdapterSettings
  /** By the names that training has: the checkpoint's module, then lora_A.weight or lora_B.weight. */
  readonly values: ReadonlyMap<string, Float32Array>
}

const configSchema = z.looseObject({
  peft_type: z.literal('LORA'),
  // Nothing of what is computed follows from it; peft has no name for filling gaps.
  task_type: z.literal(['CAUSAL_LM', 'FEATURE_EXTRACTION']).nullish(),
  r: z.int().min(1),
  lora_alpha: z.number().positive(),
  lora_dropout: z.number().min(0).lt(1).default(0),
  target_modules: z.array(z.string().min(1)).min(1),
  use_rslora: z.boolean().default(false),
  bias: z.literal('none').default('none'),
  // Others begin from changed weights of the model, which an adapter alone does not say.
  init_lora_weights: z.union([z.boolean(), z.literal(['gaussian'])]).default(true)
})

/** Keys without bearing on what the adapter computes, besides those of the schema. */
const harmless = new Set([
  'auto_mapping',
  'base_model_name_or_path',
  'fan_in_fan_out', // the model says how its weights lie
  'inference_mode',
  'megatron_core',
  'peft_version',
  'qalora_group_size',
  'revision',
  'runtime_config'
])

/**
 * @throws LetheError adapterUnsupported, fileMalformed, tensorDtypeUnknown and what reading files throws
 */
export async function readAdapter(folder: string, model: AnyDefinition): Promise<Adapter> {
  const configPath = join(folder, adapterConfigFile)
  const settings = readSettings(await readJsonFile(configPath), configPath)
  const modules = targetsOf(model, settings, configPath)
  const path = join(folder, adapterWeightsFile)
  const { entries } = await readSafetensorsFile(path)
  const values = new Map<string, Float32Array>()
  const expected = new Set<string>()
  for (const { name, shape } of adapterTensors(modules)) {
    const fileName = fileNameOf(name, model)
    expected.add(fileName)
    const entry = entries.get(fileName)
    if (entry?.shape.join() !== shape.join()) {
      const reason = { code: 'tensorNotThere', tensor: fileName } as const
      throw malformed(path, { ...reason, shape: `[${shape.join(', ')}]` })
    }
    const { dtype } = entry
    if (!isFloatDtype(dtype))
      throw new LetheError('tensorDtypeUnknown', { path, tensor: fileName, dtype })
    values.set(name, await readFloatTensor(entry))
  }
  for (const tensor of entries.keys())
    if (!expected.has(tensor)) throw malformed(path, { code: 'tensorOfNoLayer', tensor })
  return { settings, values }
}

/**
 * Writes both files into a folder that is there.
 * @param baseModel what the adapter says it belongs to: a name of the hub, or a folder
 * @throws LetheError folderNotWritable, diskFull, fileNotFound (no such folder)
 */
export async function writeAdapter(
  folder: string,
  model: AnyDefinition,
  { settings, values }: Adapter,
  baseModel: string
): Promise<void> {
  const modules = targetedModules(model, settings)
  const tensors = adapterTensors(modules).map(({ name, shape }) =>
    tensorOf(fileNameOf(name, model), shape, values.get(name)!)
  )
  await writeSafetensors(join(folder, adapterWeightsFile), tensors, { format: 'pt' })
  const config = {
    peft_type: 'LORA',
    task_type: model.objective === 'causal' ? 'CAUSAL_LM' : null,
    base_model_name_or_path: baseModel,
    inference_mode: true,
    r: settings.rank,
    lora_alpha: settings.alpha,
    lora_dropout: settings.dropout,
    use_rslora: settings.rslora,
    target_modules: [...settings.targets],
    bias: 'none',
    fan_in_fan_out: modules.every(({ layout }) => layout === 'inOut')
  }
  const text = Buffer.from(`${JSON.stringify(config, null, 2)}\n`)
  await writeFileAtomically(join(folder, adapterConfigFile), (handle) =>
    writeFully(handle, text, 0)
  )
}

function readSettings(value: unknown, path: string): AdapterSettings {
  const raw = z.record(z.string(), z.unknown()).safeParse(value)
  if (!raw.success) throw malformed(path, { code: 'notAnObject' })
  const parsed = configSchema.safeParse(raw.data)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    const key = issue.path.join('.')
    throw refusal(path, key, raw.data[String(issue.path[0])], valueReason(issue, null))
  }
  for (const [key, set] of Object.entries(raw.data)) {
    if (Object.hasOwn(configSchema.shape, key) || harmless.has(key) || isUnset(set)) continue
    throw refusal(path, key, set, { code: 'settingNotComputed' })
  }
  const { r, lora_alpha, lora_dropout, use_rslora, target_modules } = parsed.data
  return {
    ...{ rank: r, alpha: lora_alpha, dropout: lora_dropout },
    ...{ rslora: use_rslora, targets: target_modules }
  }
}

function targetsOf(model: AnyDefinition, settings: AdapterSettings, path: string): AdaptedModule[] {
  try {
    return targetedModules(model, settings)
  } catch (error) {
    if (!(error instanceof LetheError) || error.code !== 'invalidInput') throw error
    const reason = reasonSchema.parse(error.params['reason'])
    throw refusal(path, 'target_modules', settings.targets, reason)
  }
}

/** Nothing is asked for, whatever the setting means. */
function isUnset(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** peft's name of a tensor: the module by transformers' name. */
function fileNameOf(name: string, { moduleName = (own) => own }: AnyDefinition): string {
  const at = name.lastIndexOf('.lora_')
  return `${prefix}${moduleName(name.slice(0, at))}${name.slice(at)}`
}

function refusal(path: string, key: string, value: unknown, reason: Reason): LetheError {
  const shown = JSON.stringify(value)?.slice(0, 300)
  return new LetheError('adapterUnsupported', { path, key, value: shown, reason })
}

function malformed(path: string, reason: Reason): LetheError {
  return new LetheError('fileMalformed', { path, reason })
}
