// Erasing records from this machine: planned whole, then followed step by step to its end. Each step can
// be done again, so that what cuts it off, the power even, leaves it to go on at the next start.
import { LetheError } from '../base/errors'
import { newId } from '../base/ids'
import {
  isPaper,
  type Erasure,
  type ErasePreview,
  type KeptOut,
  type QuotePlace,
  type Tombstone
} from '../contract/erasing'
import type { StoredRun } from '../store/runs'
import { ErasureWork, type ErasureParts } from './erasureWork'
import { erasePreview } from './erasePreview'

export type EraseWhich = { flagSet: string; version?: number | undefined } | { run: string }

export interface EraseAsk {
  which: EraseWhich
  count: number
  keepModels: readonly string[]
  keepNames: boolean
  quotes: QuotePlace[]
}

export class Erasures {
  #work: { work: ErasureWork; ended: Promise<void> } | null = null
  readonly #closing = new AbortController()

  /**
   * @param isImporting whether records are coming in
   * @param evidenceOf what evidence is taken about, or waits to be; null: none
   */
  constructor(
    private readonly parts: ErasureParts,
    private readonly findRun: (wanted: string) => Promise<StoredRun>,
    private readonly isImporting: () => boolean,
    private readonly evidenceOf: () => Promise<string | null>
  ) {}

  /** How many are under way. */
  get running(): number {
    return this.#work === null ? 0 : 1
  }

  async preview(which: EraseWhich): Promise<ErasePreview> {
    const { flagSets, folders } = this.parts
    const place = await this.#place(which)
    return erasePreview({ store: this.parts.store, flagSets }, folders, place, this.isImporting())
  }

  /** One that is begun already for the same records goes on. */
  async run(ask: EraseAsk): Promise<Erasure> {
    const { store, gate } = this.parts
    const place = await this.#place(ask.which)
    const open = (await store.read.erasures.unfinished())[0]
    if (open !== undefined) {
      const begun = await store.read.erasures.get(open)
      if (begun.flagSetId !== place.id) throw new LetheError('eraseUnderWay')
      return this.resume(open)
    }
    gate.pass()
    // Nothing begins between the look at what runs and the plan.
    gate.isShut = true
    try {
      const preview = await this.preview({ flagSet: place.id, version: place.version })
      const [run] = preview.unfinished
      if (run !== undefined) throw new LetheError('eraseBlocked', { run })
      const evidence = await this.evidenceOf()
      if (evidence !== null) throw new LetheError('eraseBlocked', { run: evidence })
      if (preview.importing) throw new LetheError('eraseBlocked', {})
      const keep = new Set(ask.keepModels)
      const goes = preview.models.filter(({ modelId }) => !keep.has(modelId))
      const papers = preview.quotes.filter(isPaper)
      const isChosen = ({ kind, id }: QuotePlace): boolean =>
        ask.quotes.some((it) => it.kind === kind && it.id === id)
      const { id } = await store.write.erasures.begin({
        ...{ id: newId(), place: { id: place.id, version: place.version }, count: ask.count },
        ...{ quotes: ask.quotes, keepNames: ask.keepNames, at: Date.now() },
        kept: papers.filter((paper) => !isChosen(paper)),
        checkpoints: preview.checkpoints.map(({ runId }) => runId),
        models: goes.map(({ modelId }) => modelId),
        keptModels: preview.models
          .filter(({ modelId }) => keep.has(modelId))
          .map(({ modelName }) => modelName),
        exportsOutside: preview.exports.filter(({ outside }) => outside).map(({ path }) => path),
        filesRemoved:
          goes.length +
          papers.filter(isChosen).length +
          preview.backups.length +
          preview.checkpoints.reduce((sum, { files }) => sum + files, 0)
      })
      return await this.resume(id)
    } catch (error) {
      if (this.#work === null) gate.isShut = false
      throw error
    }
  }

  async get(id: string): Promise<Erasure> {
    return this.#shown(await this.parts.store.read.erasures.get(id))
  }

  async list(flagSet: string | undefined): Promise<Erasure[]> {
    const found = await this.parts.store.read.erasures.list(flagSet ?? null)
    return found.map((it) => this.#shown(it))
  }

  async resume(id: string): Promise<Erasure> {
    const erasure = await this.parts.store.read.erasures.get(id)
    if (erasure.endedAt === null && this.#work === null) this.#start(erasure)
    return this.#shown(erasure)
  }

  /** What was cut off goes on. */
  async resumeInterrupted(): Promise<void> {
    const [id] = await this.parts.store.read.erasures.unfinished()
    if (id !== undefined) await this.resume(id)
  }

  tombstones({ of, ...ask }: { of?: string | undefined; after: number; limit: number }): Promise<{
    count: number
    tombstones: Tombstone[]
  }> {
    return this.parts.store.read.tombstones.list({ ...ask, of: of ?? null })
  }

  /** What is kept out, by erasure; or what no longer is, and can be again. */
  keptOut(dropped: boolean): Promise<KeptOut[]> {
    return this.parts.store.read.keptOut.list({ dropped })
  }

  dropSome(id: string): Promise<KeptOut> {
    return this.#changeKeptOut(id, Date.now())
  }

  restoreDropped(id: string): Promise<KeptOut> {
    return this.#changeKeptOut(id, null)
  }

  async #changeKeptOut(id: string, droppedAt: number | null): Promise<KeptOut> {
    const { store, changes, log, gate } = this.parts
    gate.pass()
    const changed = await store.write.keptOut.drop({ id, droppedAt })
    const { fingerprints } = changed
    log.warn({ erasure: id, fingerprints, dropped: droppedAt !== null }, 'what is kept out changed')
    changes.publish('tombstones', id)
    return changed
  }

  /** Throws `tombstoneCountWrong`. */
  async dropTombstones(count: number): Promise<number> {
    const { store, changes, log, gate } = this.parts
    gate.pass()
    const { count: there } = await store.read.tombstones.list({ of: null, after: 0, limit: 1 })
    if (there !== count) throw new LetheError('tombstoneCountWrong', { count: there })
    const dropped = await store.write.tombstones.drop()
    await store.scrub()
    log.warn({ tombstones: dropped }, 'the fingerprints of forgotten records were dropped')
    changes.publish('tombstones')
    return dropped
  }

  /** It stays where it is and goes on at the next start. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#work?.ended
  }

  #start(erasure: Erasure): void {
    if (this.#closing.signal.aborted) return
    const { gate, changes } = this.parts
    gate.isShut = true
    const work = new ErasureWork(erasure, this.parts, this.#closing.signal)
    const ended = work.work().finally(() => {
      this.#work = null
      gate.isShut = false
      changes.publish('erasures', erasure.id)
    })
    this.#work = { work, ended }
    changes.publish('erasures', erasure.id)
  }

  #shown(erasure: Erasure): Erasure {
    const work = this.#work?.work
    if (erasure.endedAt !== null || work?.id !== erasure.id) return erasure
    const { step, done, total } = work
    return { ...erasure, status: 'running', step, done, total, error: null }
  }

  async #place(which: EraseWhich) {
    const { flagSets } = this.parts
    if ('flagSet' in which) return flagSets.place(which.flagSet, which.version)
    const run = await this.findRun(which.run)
    const { forgetting } = run
    if (forgetting === null) throw new LetheError('notAReplay', { run: run.name })
    return flagSets.place(forgetting.flagSetId, forgetting.flagSetVersion)
  }
}
