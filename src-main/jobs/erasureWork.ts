// One erasure at work, from the step that it had come to.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { asLetheError, fileError, LetheError } from '../base/errors'
import { namesIn } from '../base/ifThere'
import type { Log } from '../base/log'
import { eraseSteps, isPaper, type Erasure, type EraseStep } from '../contract/erasing'
import type { JobSpec } from '../engine/protocol'
import type { Store } from '../store/client'
import type { ErasePlan } from '../store/erasures'
import type { BlockFiles } from './blockFiles'
import type { Changes } from './changes'
import type { EnginePool } from './engines'
import type { EraseGate } from './eraseGate'
import { paperAt, placeOfPaper } from './erasePapers'
import { backupsIn, sizeOf, stateFiles } from './erasePreview'
import type { FlagSets } from './flagSets'
import { removeFolder } from './modelFiles'
import { runInOwnEngine, type TrainingEngines } from './trainingEngine'
import type { Uploads } from './uploads'

export interface ErasureParts {
  store: Store
  own: TrainingEngines
  engines: EnginePool
  blockFiles: BlockFiles
  uploads: Uploads
  flagSets: FlagSets
  changes: Changes
  gate: EraseGate
  folders: { data: string; runs: string }
  databaseFile: string
  log: Log
}

/** Folders of the data folder whose files hold words that come from elsewhere: vocabularies, weights. */
const termless = ['models', 'blocks']
const evidenceItems = 'items.jsonl'
const relearned = 'relearned-'
const watchedEveryMs = 200

export class ErasureWork {
  readonly id: string
  step: EraseStep
  done = 0
  total = 0
  readonly #parts: ErasureParts
  readonly #signal: AbortSignal

  constructor({ id, step }: Erasure, parts: ErasureParts, signal: AbortSignal) {
    this.id = id
    this.step = step
    this.#parts = parts
    this.#signal = signal
  }

  /** Until it is finished, or comes to a halt. Never throws. */
  async work(): Promise<void> {
    const { store, log, changes } = this.#parts
    try {
      const plan = await store.read.erasures.plan(this.id)
      for (const step of eraseSteps.slice(eraseSteps.indexOf(this.step))) {
        if (this.#signal.aborted) return
        await store.write.erasures.reach({ id: this.id, step })
        this.#tell(step, 0, 0)
        await this.#do(step, plan)
      }
      log.info({ erasure: this.id }, 'records were erased')
      for (const topic of ['datasets', 'models', 'runs', 'flagSets', 'conversations'] as const)
        changes.publish(topic)
      for (const topic of ['comparisons', 'promptRuns', 'promptPresets', 'tombstones'] as const)
        changes.publish(topic)
      for (const topic of ['evidence', 'reports'] as const) changes.publish(topic)
    } catch (error) {
      if (this.#signal.aborted) return
      log.error({ erasure: this.id, step: this.step, err: error }, 'erasing came to a halt')
      const told = JSON.stringify(asLetheError(error).toJSON())
      await store.write.erasures.halt({ id: this.id, error: told }).catch(() => {})
    }
  }

  async #do(step: EraseStep, plan: ErasePlan): Promise<void> {
    const steps: Record<EraseStep, (plan: ErasePlan) => Promise<void>> = {
      tokens: (it) => this.#eraseTokens(it),
      files: (it) => this.#removeFiles(it),
      records: () => this.#eraseRecords(),
      quotes: (it) => this.#settle(it),
      index: (it) => this.#rewriteIndexes(it),
      database: () => this.#rewriteDatabase(),
      verify: (it) => this.#verify(it)
    }
    await steps[step](plan)
  }

  /** What is looked for is kept before the first of them is gone. */
  async #eraseTokens({ caches }: ErasePlan): Promise<void> {
    const { store, folders } = this.#parts
    const all = await store.read.runs.all()
    const of = new Map(caches.map(({ runId, ordinals }) => [runId, ordinals]))
    const runs = all.map(({ id }) => ({
      folder: join(folders.runs, id),
      ordinals: of.get(id) ?? []
    }))
    if (caches.length > 0) {
      const known = await store.read.erasures.traces(this.id)
      const { traces } = await this.#inEngine({ type: 'tokenTraces', runs, traces: known })
      await store.write.erasures.addTraces({ id: this.id, traces })
    }
    for (const [at, { runId, ordinals }] of caches.entries()) {
      this.#tell('tokens', at, caches.length)
      const folder = join(folders.runs, runId)
      await this.#inEngine({ type: 'eraseTokens', folder, ordinals })
    }
  }

  async #removeFiles({ caches, checkpoints, models, quotes }: ErasePlan): Promise<void> {
    const { store, folders, blockFiles, uploads, engines } = this.#parts
    await engines.release()
    await uploads.dropAll()
    const all = await store.read.models.all()
    const runs = await store.read.runs.all()
    for (const id of models) {
      const model = all.find((it) => it.id === id)
      const made = runs.find(({ resultModelId }) => resultModelId === id)
      for (const name of ['made', 'adapter'])
        if (made) await removeFolder(join(folders.runs, made.id, name))
      if (!model) continue
      await removeFolder(model.path)
      const isShared = all.some((it) => it.id !== id && it.sha256 === model.sha256)
      if (!isShared) await blockFiles.drop(model.sha256)
      await store.write.models.erase(id)
    }
    for (const runId of new Set([...checkpoints, ...caches.map((it) => it.runId)])) {
      const folder = join(folders.runs, runId)
      for (const path of [...(await stateFiles(folder)), join(folder, 'records.jsonl')])
        await remove(path)
      // Of a run from nothing: its tokenizer was learned from them.
      await removeFolder(join(folder, 'base'))
    }
    for (const paper of quotes.filter(isPaper))
      await removeFolder(placeOfPaper(folders.data, paper))
    for (const { path } of await backupsIn(folders.data)) await remove(path)
    for (const path of await itemsIn(folders.data)) await removeFolder(path)
  }

  async #eraseRecords(): Promise<void> {
    const { store } = this.#parts
    const { records } = await store.read.erasures.get(this.id)
    for (;;) {
      if (this.#signal.aborted) throw new LetheError('cancelled')
      const left = await store.write.erasedRecords.eraseSome(this.id)
      this.#tell('records', records - left, records)
      if (left === 0) return
    }
  }

  async #settle({ datasets, quotes }: ErasePlan): Promise<void> {
    const ask = { numbers: datasets, quotes, at: Date.now() }
    await this.#parts.store.write.erasedRecords.settle(ask)
  }

  async #rewriteIndexes({ datasets }: ErasePlan): Promise<void> {
    const { store } = this.#parts
    for (const [at, number] of datasets.entries()) {
      this.#tell('index', at, datasets.length)
      await store.write.erasedRecords.rewriteIndex(number)
    }
    await store.scrub()
  }

  /** How far it is shows in the journal, which comes to hold all of the database. */
  async #rewriteDatabase(): Promise<void> {
    const { store, databaseFile } = this.#parts
    const total = await sizeOf(databaseFile)
    const watch = setInterval(() => {
      void sizeOf(`${databaseFile}-wal`).then((done) =>
        this.#tell('database', Math.min(done, total), total)
      )
    }, watchedEveryMs)
    try {
      await store.rewrite()
    } finally {
      clearInterval(watch)
    }
  }

  async #verify(plan: ErasePlan): Promise<void> {
    const { store, folders } = this.#parts
    const wanted = await store.read.erasures.traces(this.id)
    const spec = {
      ...({ type: 'findTraces', folder: folders.data, traces: wanted, termless } as const)
    }
    const found = await this.#inEngine(spec, (done, total) => this.#tell('verify', done, total))
    const { filesRead, bytesRead, unread } = found
    // A paper that a person keeps is told among what is kept.
    const isKept = (path: string): boolean => {
      const paper = paperAt(path)
      return plan.kept.some(({ kind, id }) => kind === paper?.kind && id === paper.id)
    }
    const traces = found.traces.filter(({ path }) => !isKept(path))
    const result = {
      ...{ files: plan.caches.length + 1, filesRemoved: plan.filesRemoved, filesRead, bytesRead },
      ...{ unread, traces, kept: plan.kept, keptModels: plan.keptModels },
      ...{ exportsOutside: plan.exportsOutside, models: plan.models.length },
      tombstones: plan.tombstones
    }
    await store.write.erasures.finish({ id: this.id, result, at: Date.now() })
    // What was looked for leaves the journal too.
    await store.scrub()
  }

  /** In a process that ends with it: nothing of the records stays in its memory. */
  #inEngine<S extends JobSpec>(spec: S, onBytes?: (done: number, total: number) => void) {
    return runInOwnEngine(this.#parts.own, spec, {
      signal: this.#signal,
      onEvent: (event) => {
        if (event.type === 'bytes') onBytes?.(event.done, event.total)
      }
    })
  }

  #tell(step: EraseStep, done: number, total: number): void {
    Object.assign(this, { step, done, total })
    this.#parts.changes.publish('erasures', this.id)
  }
}

async function remove(path: string): Promise<void> {
  try {
    await rm(path, { force: true })
  } catch (error) {
    throw fileError(error, path)
  }
}

/** Of each evidence: texts, and models that learn from records again. They are there while it is taken. */
async function itemsIn(folder: string): Promise<string[]> {
  const paths: string[] = []
  const evidence = join(folder, 'evidence')
  for (const id of await namesIn(evidence))
    for (const name of await namesIn(join(evidence, id)))
      if (name.includes(evidenceItems) || name.startsWith(relearned))
        paths.push(join(evidence, id, name))
  return paths
}
