// Looks a model folder over before it joins the library: everything is checked, nothing is run.
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { fileError, LetheError } from '../base/errors'
import { companionFiles } from '../base/modelFileNames'
import { hashTensors } from '../formats/safetensors'
import type { AnyModel } from './architecture'
import { openAnyModelFolder, openModelText, type ModelFolder, type ModelText } from './modelFolder'

export interface ModelInspection {
  readonly folder: string
  readonly files: string[] // names in the folder
  readonly name: string
  readonly family: string
  readonly parameterCount: number
  readonly sizeBytes: number
  readonly precision: string
  readonly sha256: string
  readonly chat: 'template' | 'plain' | 'fill' | 'idsOnly'
  readonly contextLength: number
  readonly vocabularySize: number
}

export interface InspectOptions {
  /** A folder that is not there yet: the model's files are copied into it. */
  readonly copyTo: string | null
  readonly signal: AbortSignal
  readonly onBytes: (stage: 'checking' | 'copying', done: number, total: number) => void
}

/** @throws LetheError whatever is wrong with the folder, cancelled, diskFull, folderNotWritable */
export async function inspectModel(
  path: string,
  options: InspectOptions
): Promise<ModelInspection> {
  const source = await openAnyModelFolder(path)
  const text = await openModelText(source.folder)
  const sha256 = await hashTensors(source.weights, {
    signal: options.signal,
    onProgress: (done, total) => options.onBytes('checking', done, total)
  })
  const files = await modelFiles(source)
  const sizes = await Promise.all(
    files.map(async (name) => (await stat(join(source.folder, name))).size)
  )
  const sizeBytes = sizes.reduce((sum, size) => sum + size, 0)
  if (options.copyTo !== null)
    await copyFiles(source.folder, files, options.copyTo, sizeBytes, options)
  const { shape } = source.model
  return {
    folder: source.folder,
    files,
    name: basename(source.folder),
    family: source.family,
    parameterCount: countParameters(source),
    sizeBytes,
    precision: precisionOf(source),
    sha256,
    chat: abilityOf(source, text),
    contextLength: shape.contextLength,
    vocabularySize: shape.vocabularySize
  }
}

function abilityOf({ model }: ModelFolder<AnyModel>, text: ModelText): ModelInspection['chat'] {
  if (!text.tokenizer) return 'idsOnly'
  if (model.objective === 'masked') return text.tokenizer.maskId === undefined ? 'idsOnly' : 'fill'
  return text.config.chatTemplate === undefined ? 'plain' : 'template'
}

/** Numbers in the tensors the model uses; a tied head counts once. */
function countParameters({ model }: ModelFolder<AnyModel>): number {
  return model.tensors.reduce(
    (sum, { shape }) => sum + shape.reduce((product, size) => product * size, 1),
    0
  )
}

function precisionOf({ model, weights }: ModelFolder<AnyModel>): string {
  const dtypes = new Set(model.tensors.map(({ name }) => weights.entries.get(name)!.dtype))
  return [...dtypes].sort().join('+')
}

async function modelFiles({ folder, weights }: ModelFolder<AnyModel>): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => companionFiles.test(name))
  // Followed through links: download caches link every file.
  const areFiles = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name))).isFile())
  )
  const companions = names.filter((_, index) => areFiles[index])
  const weightFiles = weights.files.map((file) => relative(folder, file))
  return [...new Set([...companions, ...weightFiles])].sort()
}

async function copyFiles(
  from: string,
  files: readonly string[],
  to: string,
  totalBytes: number,
  { signal, onBytes }: InspectOptions
): Promise<void> {
  let doneBytes = 0
  try {
    await mkdir(to)
    for (const name of files) {
      if (signal.aborted) throw new LetheError('cancelled')
      onBytes('copying', doneBytes, totalBytes)
      await copyFile(join(from, name), join(to, name))
      doneBytes += (await stat(join(to, name))).size
    }
    onBytes('copying', totalBytes, totalBytes)
  } catch (error) {
    throw error instanceof LetheError ? error : fileError(error, to)
  }
}
