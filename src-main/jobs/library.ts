// The model library: finding models by id or name, and what a person does to them.
import { resolve } from 'node:path'
import { LetheError, type ErrorCode } from '../base/errors'
import { nearestName } from '../base/nearest'
import type { HeldModel } from '../contract/evidenceEntries'
import { canLearn, canWrite, type Model, type WeightMode } from '../contract/models'
import type { Store } from '../store/client'
import type { StoredModel } from '../store/models'
import type { BlockFiles } from './blockFiles'
import type { Changes } from './changes'
import type { EnginePool } from './engines'
import { ModelFiles } from './modelFiles'

/** What is said of weights that are not those of a model. */
const brokenWeights: ReadonlySet<ErrorCode> = new Set([
  ...(['fileMalformed', 'fileTruncated', 'fileEmpty', 'tensorMissing', 'tensorShape'] as const)
])

export class ModelLibrary {
  readonly files = new ModelFiles()

  constructor(
    private readonly store: Store,
    private readonly engines: EnginePool,
    readonly blockFiles: BlockFiles,
    private readonly changes: Changes
  ) {}

  async list(removed: boolean): Promise<Model[]> {
    const models = await this.store.read.models.list({ removed })
    return Promise.all(models.map((model) => this.shown(model)))
  }

  /** By id, by name, by name without regard to case. Throws `modelNotFound`. */
  async find(wanted: string): Promise<StoredModel> {
    const models = await this.store.read.models.list({ removed: false })
    const lower = wanted.toLocaleLowerCase()
    const found =
      models.find(({ id }) => id === wanted) ??
      models.find(({ name }) => name === wanted) ??
      models.find(({ name }) => name.toLocaleLowerCase() === lower)
    if (found) return found
    const nearest = nearestName(
      wanted,
      models.map(({ name }) => name)
    )
    throw new LetheError('modelNotFound', { model: wanted, ...(nearest ? { nearest } : {}) })
  }

  async rename(id: string, name: string): Promise<Model> {
    return this.changed(await this.store.write.models.rename({ id, name }))
  }

  async setWeightMode(id: string, weightMode: WeightMode): Promise<Model> {
    return this.changed(await this.store.write.models.update({ id, changes: { weightMode } }))
  }

  async remove(id: string): Promise<Model> {
    const removed = await this.store.write.models.remove({ id, at: Date.now() })
    const listed = await this.store.read.models.list({ removed: false })
    // They can be made again: no room is kept for a model that is out of the list.
    if (!listed.some(({ sha256 }) => sha256 === removed.sha256))
      await this.blockFiles.drop(removed.sha256)
    return this.changed(removed)
  }

  async restore(id: string): Promise<Model> {
    return this.changed(await this.store.write.models.restore(id))
  }

  /** Throws `invalidInput` unless `path` holds the same weights. */
  async relocate(id: string, path: string, signal?: AbortSignal): Promise<Model> {
    const model = await this.store.read.models.get(id)
    if (!model) throw new LetheError('notFound', { kind: 'model', id })
    if (model.origin !== 'referenced') {
      const reason = { code: 'filesKeptByLethe' } as const
      throw new LetheError('invalidInput', { field: 'model', reason })
    }
    const inspect = { type: 'inspect', path: resolve(path), copyTo: null } as const
    const found = await this.engines.run(inspect, { signal })
    if (found.sha256 !== model.sha256) {
      throw new LetheError('invalidInput', { field: 'path', reason: { code: 'otherWeights' } })
    }
    const { folder, files, sizeBytes, chat, contextLength, vocabularySize } = found
    const changes = { path: folder, files, sizeBytes, chat, contextLength, vocabularySize }
    return this.changed(await this.store.write.models.update({ id, changes }))
  }

  /** Whether models are on this machine with weights of these hashes; they are read whole. */
  async held(named: readonly { id: string; sha256: string }[]): Promise<HeldModel[]> {
    const known = await this.store.read.models.all()
    const held: HeldModel[] = []
    for (const { id, sha256 } of named) {
      // One that came here in another way is the same where its weights are.
      const model = known.find((it) => it.id === id) ?? known.find((it) => it.sha256 === sha256)
      if (!model || (await this.files.missing(model)) !== null) {
        held.push({ id, sha256, state: 'missing', foundSha256: null })
        continue
      }
      const found = await this.#hash(model.path)
      held.push({ id, sha256, state: found === sha256 ? 'same' : 'different', foundSha256: found })
    }
    return held
  }

  /** Null: what lies there is no model any more. */
  async #hash(path: string): Promise<string | null> {
    try {
      return (await this.engines.run({ type: 'inspect', path, copyTo: null })).sha256
    } catch (error) {
      const isBroken = error instanceof LetheError && brokenWeights.has(error.code)
      if (isBroken) return null
      throw error
    }
  }

  /** A stored model as it is shown: with the look at its files. */
  async shown(stored: StoredModel): Promise<Model> {
    const { files: _files, filesStamp: _stamp, ...model } = stored
    return { ...model, missing: (await this.files.missing(stored)) !== null }
  }

  /** Tells that a model changed. */
  changed(stored: StoredModel): Promise<Model> {
    this.files.forget(stored.id)
    this.changes.publish('models', stored.id)
    return this.shown(stored)
  }
}

/** Of what reads texts, whatever it makes of them. @throws LetheError noTokenizer */
export function refuseWithoutTokenizer({ name, chat }: Pick<StoredModel, 'name' | 'chat'>): void {
  if (!canLearn({ chat })) throw new LetheError('noTokenizer', { model: name })
}

/** @throws LetheError noTokenizer, maskedModel */
export function refuseWhatCannotWrite(model: Pick<StoredModel, 'name' | 'chat'>): void {
  if (canWrite(model)) return
  const code = model.chat === 'fill' ? 'maskedModel' : 'noTokenizer'
  throw new LetheError(code, { model: model.name })
}
