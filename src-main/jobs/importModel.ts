// Adds a model to the library, in place, copied or downloaded. Until the last step everything happens in a staging
// folder without a row, so that a failure or an abort leaves nothing behind.
import { link, mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type { Log } from '../base/log'
import type { HubOrigin } from '../contract/hub'
import type { ImportEvent, Model } from '../contract/models'
import type { Inspection } from '../engine/protocol'
import type { Store } from '../store/client'
import type { StoredModel } from '../store/models'
import { folderError } from '../store/sqliteErrors'
import { ClosingWork } from './closingWork'
import type { EnginePool } from './engines'
import type { HubModels } from './hubModels'
import {
  engineProgress,
  importProgress,
  type ImportReport,
  type TellProgress
} from './importProgress'
import type { ModelLibrary } from './library'
import { moveDurably, removeFolder, sameFileHead } from './modelFiles'
import { modelRowOf } from './modelRow'
import { streamWork } from './streamWork'
import type { Uploads } from './uploads'

export interface ImportInput {
  source:
    | { type: 'path'; path: string }
    | { type: 'upload'; uploadId: string }
    | { type: 'hub'; reference: string }
  mode: 'reference' | 'copy'
  name?: string | undefined
}

export interface ImportFolders {
  staging: string
  models: string
}

type Progress = Extract<ImportEvent, { type: 'progress' }>
interface Imported {
  model: StoredModel
  alreadyThere: boolean
}

export class ModelImports {
  readonly #work = new ClosingWork()

  constructor(
    private readonly store: Store,
    private readonly engines: EnginePool,
    private readonly library: ModelLibrary,
    private readonly uploads: Uploads,
    private readonly hub: HubModels,
    private readonly folders: ImportFolders,
    private readonly log: Log
  ) {}

  /** How many are under way. */
  get running(): number {
    return this.#work.running
  }

  /** Progress, then `done`. Aborting cancels; what the engine finds wrong with the files is thrown. */
  async *run(input: ImportInput, signal?: AbortSignal): AsyncGenerator<ImportEvent> {
    const stream = streamWork<Progress, Imported & { shown: Model }>(
      (report, aborted) => this.#work.track(this.#add(input, report, aborted)),
      (_waiting, latest) => [latest],
      this.#work.until(signal)
    )
    const { shown, alreadyThere } = yield* stream
    yield { type: 'done', model: shown, alreadyThere }
  }

  /** Cancels the imports under way and waits until they have cleaned up. */
  close(): Promise<void> {
    return this.#work.close()
  }

  async #add(input: ImportInput, report: ImportReport, signal: AbortSignal) {
    const { source, mode, name } = input
    const progress = importProgress(report)
    let imported: Imported
    if (source.type === 'upload') imported = await this.#fromUpload(source, name, progress, signal)
    else if (source.type === 'hub') imported = await this.#fromHub(source, name, progress, signal)
    else if (mode === 'copy') imported = await this.#copy(source.path, name, progress, signal)
    else imported = await this.#reference(source.path, name, progress, signal)
    const { model, alreadyThere } = imported
    this.log.info({ model: model.id, origin: model.origin, alreadyThere }, 'a model was imported')
    return { ...imported, shown: await this.library.changed(model) }
  }

  async #reference(
    path: string,
    name: string | undefined,
    progress: TellProgress,
    signal: AbortSignal
  ): Promise<Imported> {
    const inspect = { type: 'inspect', path: resolve(path), copyTo: null } as const
    const found = await this.engines.run(inspect, { signal, onEvent: engineProgress(progress) })
    const known = (await this.store.read.models.all()).find(
      (model) => model.path === found.folder && model.sha256 === found.sha256
    )
    refuseIfAborted(signal)
    if (known) {
      if (known.removedAt === null) return { model: known, alreadyThere: true }
      return { model: await this.store.write.models.restore(known.id), alreadyThere: false }
    }
    const row = modelRowOf(newId(), found, 'referenced', found.folder, name)
    return { model: await this.store.write.models.add(row), alreadyThere: false }
  }

  async #copy(
    path: string,
    name: string | undefined,
    progress: TellProgress,
    signal: AbortSignal
  ): Promise<Imported> {
    const id = newId()
    const staged = join(this.folders.staging, id)
    try {
      await mkdir(this.folders.staging, { recursive: true, mode: 0o700 })
      const inspect = { type: 'inspect', path: resolve(path), copyTo: staged } as const
      const found = await this.engines.run(inspect, { signal, onEvent: engineProgress(progress) })
      // The copy is what was inspected; it is called as its source was.
      const named = name ?? (await nameOf(resolve(path)))
      return await this.#settle(id, staged, found, named, signal)
    } finally {
      await removeFolder(staged)
    }
  }

  async #fromUpload(
    source: { uploadId: string },
    name: string | undefined,
    progress: TellProgress,
    signal: AbortSignal
  ): Promise<Imported> {
    const { uploadId } = source
    const folder = this.uploads.take(uploadId)
    try {
      const inspect = { type: 'inspect', path: folder, copyTo: null } as const
      const found = await this.engines.run(inspect, { signal, onEvent: engineProgress(progress) })
      // Only what belongs to the model is kept, wherever in the sent folder it lay.
      const id = newId()
      const staged = join(this.folders.staging, id)
      try {
        await mkdir(staged, { mode: 0o700 })
        for (const file of found.files) await rename(join(found.folder, file), join(staged, file))
        const named = name ?? (found.folder === folder ? found.family : found.name)
        return await this.#settle(id, staged, found, named, signal)
      } finally {
        await removeFolder(staged)
      }
    } finally {
      await this.uploads.drop(uploadId)
    }
  }

  /** The very commit that is here already is not downloaded again. */
  async #fromHub(
    source: { reference: string },
    name: string | undefined,
    progress: TellProgress,
    signal: AbortSignal
  ): Promise<Imported> {
    progress('listing', 0, 0)
    const listing = await this.hub.list(source.reference, signal)
    const { host, name: hubName, commit } = listing
    const origin: HubOrigin = { host, name: hubName, commit }
    const known = await this.#knownFrom(origin)
    if (known) {
      if (known.removedAt === null) return { model: known, alreadyThere: true }
      return { model: await this.store.write.models.restore(known.id), alreadyThere: false }
    }
    const id = newId()
    const staged = join(this.folders.staging, id)
    try {
      await this.hub.download(listing, staged, progress, signal)
      const inspect = { type: 'inspect', path: staged, copyTo: null } as const
      const found = await this.engines.run(inspect, { signal, onEvent: engineProgress(progress) })
      const named = name ?? hubName.split('/')[1] ?? hubName
      return await this.#settle(id, staged, found, named, signal, origin)
    } finally {
      await removeFolder(staged)
    }
  }

  async #knownFrom({ host, name, commit }: HubOrigin): Promise<StoredModel | null> {
    const known = (await this.store.read.models.all()).find(
      ({ hub }) => hub?.host === host && hub.name === name && hub.commit === commit
    )
    if (!known) return null
    this.library.files.forget(known.id)
    return (await this.library.files.missing(known)) === null ? known : null
  }

  /** Puts a checked staging folder in its place and adds the row, both or neither. */
  async #settle(
    id: string,
    staged: string,
    found: Inspection,
    name: string,
    signal: AbortSignal,
    hub: HubOrigin | null = null
  ): Promise<Imported> {
    const path = join(this.folders.models, id)
    await this.#shareWeights(staged, found)
    refuseIfAborted(signal)
    try {
      await mkdir(this.folders.models, { recursive: true, mode: 0o700 })
      await moveDurably(staged, path)
    } catch (error) {
      throw folderError(error, this.folders.models)
    }
    try {
      const row = modelRowOf(id, found, 'copied', path, name, hub)
      const model = await this.store.write.models.add(row)
      return { model, alreadyThere: false }
    } catch (error) {
      await removeFolder(path)
      throw error
    }
  }

  /** Weight files that another copied model holds byte for byte are linked, not stored twice. */
  async #shareWeights(staged: string, { sha256, files }: Inspection): Promise<void> {
    const models = await this.store.read.models.all()
    const twin = models.find((model) => model.sha256 === sha256 && model.origin === 'copied')
    if (!twin) return
    for (const file of files.filter((it) => it.endsWith('.safetensors'))) {
      const own = join(staged, file)
      const theirs = join(twin.path, file)
      // Equal tensors under equal headers are equal files.
      if (!(await sameFileHead(own, theirs))) continue
      const linked = `${own}.linked`
      try {
        await link(theirs, linked)
        await rename(linked, own)
      } catch (error) {
        // A file system without links keeps the copy.
        await rm(linked, { force: true })
        this.log.info({ err: error }, 'weights could not be shared')
      }
    }
  }
}

function refuseIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new LetheError('cancelled')
}

async function nameOf(path: string): Promise<string> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
  return basename(isFolder ? path : dirname(path))
}
