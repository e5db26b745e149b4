// Takes a trained model out of the data folder: a folder that other programs load.
import { copyFile, mkdir, rename, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { z } from 'zod'
import { fileError, LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type { ExportKind, lineageExportSchema } from '../contract/training'
import type { Store } from '../store/client'
import type { Changes } from './changes'
import type { ModelLibrary } from './library'
import { removeFolder } from './modelFiles'

const adapterFiles = ['adapter_config.json', 'adapter_model.safetensors']

export class TrainingExports {
  constructor(
    private readonly store: Store,
    private readonly library: ModelLibrary,
    private readonly changes: Changes,
    private readonly runsFolder: string
  ) {}

  /** Whole or not at all. Throws `runStatusRefused`, `noAdapter`, `folderThere`, and what the disk says. */
  async export(
    id: string,
    kind: ExportKind,
    path: string
  ): Promise<z.infer<typeof lineageExportSchema>> {
    const run = await this.store.read.runs.get(id)
    const { resultModelId: modelId, name, status } = run
    if (modelId === null) throw new LetheError('runStatusRefused', { run: name, status })
    const model = await this.store.read.models.get(modelId)
    if (!model) throw new LetheError('modelNotFound', { model: name })
    if (kind === 'adapter' && run.settings.method.type !== 'lora')
      throw new LetheError('noAdapter', { run: name })
    const to = resolve(path)
    if (kind === 'adapter') await copyWhole(join(this.runsFolder, id, 'adapter'), adapterFiles, to)
    else {
      await this.library.files.check(model)
      await copyWhole(model.path, model.files, to)
    }
    const row = { modelId, kind, path: to, exportedAt: Date.now() }
    await this.store.write.runs.addExport({ id, ...row })
    this.changes.publish('runs', id)
    return row
  }
}

async function copyWhole(from: string, files: readonly string[], to: string): Promise<void> {
  const there = await stat(to).then(
    () => true,
    () => false
  )
  if (there) throw new LetheError('folderThere', { path: to })
  const begun = join(dirname(to), `.${basename(to)}.${newId()}.tmp`)
  try {
    await mkdir(dirname(to), { recursive: true })
    await mkdir(begun)
    for (const name of files) await copyFile(join(from, name), join(begun, name))
    await rename(begun, to)
  } catch (error) {
    await removeFolder(begun)
    throw fileError(error, to)
  }
}
