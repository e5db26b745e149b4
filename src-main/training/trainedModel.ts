// What a run gives, as a folder that other programs read too: the whole model, adapters merged into it,
// or the adapters alone. The folder is there in full or not at all.
import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { LetheError, writeError } from '../base/errors'
import { companionFiles, singleWeightsFile, weightsIndexFile } from '../base/modelFileNames'
import { syncFolder, writeFileAtomically, writeFully } from '../base/atomicFile'
import { readFloatTensor } from '../formats/floatTensor'
import { exists, jsonFileLimitBytes, readSmallFile } from '../formats/jsonText'
import { writeSafetensorsParts, type TensorSpec } from '../formats/safetensors'
import { adapterScale, type AdaptedModule, type AdapterSettings } from '../models/adapters'
import type { AnyModel } from '../models/architecture'
import type { ModelFolder } from '../models/modelFolder'
import { writeAdapter, type Adapter } from './adapterFiles'
import type { TrainingMethod } from './plan'
import { targetedModules } from './startingState'

/**
 * A folder as transformers loads it, in F32: the source's config and tokenizer, the trained weights.
 * With adapters, `values` are theirs, and they are merged into the source's weights.
 * @param folder must not be there yet
 * @throws LetheError nameTaken, folderNotWritable, diskFull, fileNotFound; nothing is left behind
 */
export async function writeTrainedModel(
  source: ModelFolder<AnyModel>,
  method: TrainingMethod,
  values: ReadonlyMap<string, Float32Array>,
  folder: string
): Promise<void> {
  await writeFolder(folder, async (temporary) => {
    await copyCompanions(source.folder, temporary)
    await writeConfig(source, temporary)
    const adapted = method.type === 'lora' ? targetedModules(source.model, method) : null
    const { tensors } = source.model
    const specs = tensors.map(({ name, shape }): TensorSpec => ({ name, dtype: 'F32', shape }))
    const path = join(temporary, singleWeightsFile)
    await writeSafetensorsParts(path, specs, { format: 'pt' }, async (write) => {
      for (const { name } of tensors) {
        const numbers = adapted ? await sourceNumbers(source, name) : values.get(name)!
        const module = adapted?.find((it) => `${it.name}.weight` === name)
        if (module && method.type === 'lora') mergeAdapter(numbers, module, values, method)
        await write(name, bytesOf(numbers), 0)
      }
    })
  })
}

/**
 * A folder as peft loads it: see `writeAdapter`.
 * @param folder must not be there yet
 * @throws LetheError nameTaken, folderNotWritable, diskFull, fileNotFound; nothing is left behind
 */
export async function writeTrainedAdapter(
  source: Pick<ModelFolder<AnyModel>, 'model'>,
  adapter: Adapter,
  folder: string,
  baseModel: string
): Promise<void> {
  await writeFolder(folder, (temporary) =>
    writeAdapter(temporary, source.model, adapter, baseModel)
  )
}

/** W + scale · B·A, in place; W lies as [O, I], or as [I, O]. */
export function mergeAdapter(
  weight: Float32Array,
  { inputs, outputs, layout, down, up }: AdaptedModule,
  values: ReadonlyMap<string, Float32Array>,
  settings: AdapterSettings
): void {
  const scale = adapterScale(settings)
  const [a, b] = [values.get(down.name)!, values.get(up.name)!]
  const row = new Float64Array(inputs)
  const [overOutputs, overInputs] = layout === 'outIn' ? [inputs, 1] : [1, outputs]
  for (let output = 0; output < outputs; output++) {
    row.fill(0)
    for (let k = 0; k < settings.rank; k++) {
      const factor = scale * b[output * settings.rank + k]!
      const start = k * inputs
      for (let input = 0; input < inputs; input++) row[input]! += factor * a[start + input]!
    }
    const start = output * overOutputs
    for (let input = 0; input < inputs; input++) weight[start + input * overInputs]! += row[input]!
  }
}

function sourceNumbers({ weights }: ModelFolder<AnyModel>, name: string): Promise<Float32Array> {
  return readFloatTensor(weights.entries.get(name)!)
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

/** The source's, with the precision of what is written; a head of its own is not tied to the embedding. */
async function writeConfig(
  { folder, model }: ModelFolder<AnyModel>,
  target: string
): Promise<void> {
  const bytes = await readSmallFile(join(folder, 'config.json'), jsonFileLimitBytes)
  const raw = parsedAsWritten(new TextDecoder().decode(bytes))
  const hasHead = model.tensors.some(({ name }) => name === 'lm_head.weight')
  const config = {
    ...raw,
    dtype: 'float32',
    ...('torch_dtype' in raw && { torch_dtype: 'float32' }),
    ...(hasHead && { tie_word_embeddings: false })
  }
  const text = Buffer.from(`${JSON.stringify(config, null, 2)}\n`)
  await writeFileAtomically(join(target, 'config.json'), (handle) => writeFully(handle, text, 0))
}

interface JsonWithSources {
  parse(
    text: string,
    revive: (key: string, value: unknown, at: { source: string }) => unknown
  ): object
  rawJSON(text: string): unknown
}

/** Numbers stay as they are spelled: transformers refuses 12 where its config says 12.0. */
function parsedAsWritten(text: string): object {
  const json = JSON as unknown as JsonWithSources
  return json.parse(text, (_, value, { source }) =>
    typeof value === 'number' ? json.rawJSON(source) : value
  )
}

const templates = 'additional_chat_templates'
/** Written anew, or said of the source alone. */
const notCopied = new RegExp(
  `^(config\\.json|${weightsIndexFile}|(readme|source|datasheet)\\b.*)$`,
  'i'
)

async function copyCompanions(from: string, to: string): Promise<void> {
  for (const name of (await readdir(from)).sort())
    if (companionFiles.test(name) && !notCopied.test(name))
      await copyDurably(join(from, name), join(to, name))
  if (!(await exists(join(from, templates)))) return
  await mkdir(join(to, templates))
  for (const name of (await readdir(join(from, templates))).sort())
    if (name.endsWith('.jinja'))
      await copyDurably(join(from, templates, name), join(to, templates, name))
  await syncFolder(join(to, templates))
}

async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  await using handle = await open(to, 'r+')
  await handle.sync()
}

/** Lets `write` fill a folder under another name, then gives it its own. */
async function writeFolder(
  folder: string,
  write: (temporary: string) => Promise<void>
): Promise<void> {
  const target = resolve(folder)
  const parent = dirname(target)
  const name = `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`
  const temporary = join(parent, name)
  if (await exists(target)) throw new LetheError('nameTaken', { name: basename(target) })
  try {
    await mkdir(temporary)
    await write(temporary)
    await syncFolder(temporary)
    await rename(temporary, target)
    await syncFolder(parent)
  } catch (error) {
    // What stopped the write is the news, not that the clean-up failed too.
    await rm(temporary, { recursive: true, force: true }).catch(() => {})
    throw writeError(error, target)
  }
}
