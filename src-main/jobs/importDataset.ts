// Imports a file of records: an engine reads it, the store stages it, and one last step shows it whole.
// A failure, an abort or a killed app leaves nothing that anybody sees.
import { basename, extname, join, resolve } from 'node:path'
import { LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type { Log } from '../base/log'
import type { Dataset, DatasetImportEvent, DatasetOrigin } from '../contract/datasets'
import type { CaughtRecords } from '../contract/erasing'
import type {
  DatasetPreview,
  FileForm,
  FileSource,
  Mapping,
  RecordShape
} from '../contract/recordFiles'
import type { Store } from '../store/client'
import type { CaughtInBatch } from '../store/stagedRecords'
import { ClosingWork } from './closingWork'
import type { Datasets } from './datasets'
import type { EnginePool } from './engines'
import type { EraseGate } from './eraseGate'
import { streamWork } from './streamWork'
import { timeLeft } from './timeLeft'
import type { Uploads } from './uploads'

export interface RecordsWanted {
  source: FileSource
  form: Partial<FileForm>
  shape?: RecordShape | undefined
  mapping?: Mapping | undefined
}

export interface DatasetImportInput extends RecordsWanted {
  name?: string | undefined
  rejected: 'skip' | 'stop'
  allowForgotten: boolean
  /** Of records that were made here. */
  origin?: DatasetOrigin | undefined
}

export interface Imported {
  dataset: Dataset
  forgotten: CaughtRecords
}
type Progress = Extract<DatasetImportEvent, { type: 'progress' }>
type Report = (progress: Progress) => void

const shownCaught = 100

export class DatasetImports {
  readonly #work = new ClosingWork()

  constructor(
    private readonly store: Store,
    private readonly engines: EnginePool,
    private readonly datasets: Datasets,
    private readonly uploads: Uploads,
    private readonly resourcesFolder: string,
    private readonly gate: EraseGate,
    private readonly log: Log
  ) {}

  /** How many are under way. */
  get running(): number {
    return this.#work.running
  }

  async preview(wanted: RecordsWanted, signal?: AbortSignal): Promise<DatasetPreview> {
    return this.#preview(await this.#fileOf(wanted.source), wanted, signal)
  }

  /** Progress, then `done`. Aborting, or leaving the iterator, cancels. */
  async *run(input: DatasetImportInput, signal?: AbortSignal): AsyncGenerator<DatasetImportEvent> {
    const imported = yield* streamWork<Progress, Imported>(
      (report, aborted) => this.#work.track(this.#import(input, report, aborted)),
      (_waiting, latest) => [latest],
      this.#work.until(signal)
    )
    yield { type: 'done', ...imported }
  }

  /** The same of records that were made here. */
  keep(path: string, name: string, origin: DatasetOrigin, signal?: AbortSignal): Promise<Imported> {
    const source = { type: 'path', path } as const
    const input = { source, name, origin, form: { format: 'jsonl' } as const }
    const whole = { ...input, rejected: 'stop', allowForgotten: false } as const
    return this.#work.track(this.#import(whole, () => {}, this.#work.until(signal)))
  }

  /** Cancels the imports under way and waits for their end. */
  close(): Promise<void> {
    return this.#work.close()
  }

  async #import(input: DatasetImportInput, report: Report, signal: AbortSignal): Promise<Imported> {
    this.gate.pass()
    const { source, name, rejected, allowForgotten, origin } = input
    const path = await this.#fileOf(source)
    const { form, columns, mapping } = await this.#preview(path, input, signal)
    if (!mapping) throw new LetheError('shapeUnknown', { path, columns: columns.join(', ') })
    const id = newId()
    const fileName = basename(path)
    const number = await this.store.write.datasets.begin({
      ...{ id, fileName, mapping, format: form.format, createdAt: Date.now() },
      origin: origin ?? null,
      name: name ?? (basename(path, extname(path)) || fileName)
    })
    try {
      const contentKey = await this.store.write.folderKeys.content()
      const secondsLeft = timeLeft()
      let staged = 0
      const forgotten = new Forgotten(allowForgotten)
      const read = await this.engines.run(
        {
          ...{ type: 'readRecords', path, form, mapping, contentKey },
          stopAtRejected: rejected === 'stop'
        },
        {
          signal,
          onRecords: async ({ records, near, doneBytes, totalBytes, rejected: bad }) => {
            if (signal.aborted) throw new LetheError('cancelled')
            const from = staged + 1
            const batch = { number, from, records, allowForgotten }
            const caught = await this.store.write.records.stage(batch)
            staged += records.length - forgotten.add(records.length, caught)
            const pairs = forgotten.pairsLeft(near)
            if (pairs.length > 0) await this.store.write.records.stageNear({ number, pairs })
            const progress = { doneBytes, totalBytes, records: staged, rejected: bad }
            const left = secondsLeft(doneBytes, totalBytes)
            report({ type: 'progress', ...progress, secondsLeft: left })
          }
        }
      )
      if (signal.aborted) throw new LetheError('cancelled')
      if (staged === 0 && forgotten.all.leftOut > 0)
        throw new LetheError('onlyForgotten', { path, records: forgotten.all.leftOut })
      if (staged === 0) throw new LetheError('noRecords', { path, rejected: read.rejected.count })
      const finished = await this.store.write.datasets.finish({
        ...{ id, records: staged, rejected: read.rejected, compared: read.compared }
      })
      if (source.type === 'upload') await this.uploads.drop(source.uploadId)
      this.log.info({ dataset: id, records: staged }, 'a dataset was imported')
      const { leftOut, imported } = forgotten.all
      if (leftOut + imported > 0)
        this.log.warn({ dataset: id, leftOut, imported }, 'records of it had been forgotten')
      return { dataset: this.datasets.changed(finished), forgotten: forgotten.all }
    } catch (error) {
      this.datasets.discard(id)
      throw error
    }
  }

  #preview(path: string, { form, shape, mapping }: RecordsWanted, signal?: AbortSignal) {
    const spec = { type: 'previewRecords', path, form, shape, mapping: mapping ?? null } as const
    return this.engines.run(spec, { signal })
  }

  /** An upload stays until it is imported: it is looked at before, as often as one likes. */
  async #fileOf(source: FileSource): Promise<string> {
    if (source.type === 'path') return resolve(source.path)
    if (source.type === 'example') {
      return join(this.resourcesFolder, source.name, `${source.name}.jsonl`)
    }
    return this.uploads.lookAtOne(source.uploadId)
  }
}

/** Records of a file that were forgotten, and where those that are left come to stand without them. */
class Forgotten {
  readonly all: CaughtRecords = { leftOut: 0, imported: 0, lastForgottenAt: null, first: [] }
  /** Places in the file, from 1, of those that were left out. */
  readonly #left: number[] = []
  #read = 0

  constructor(private readonly allowed: boolean) {}

  /** Of the next batch; how many of it were left out. */
  add(count: number, caught: readonly CaughtInBatch[]): number {
    const { all } = this
    for (const { place, line, fingerprint, forgottenAt, similarity } of caught) {
      if (!this.allowed) this.#left.push(this.#read + place + 1)
      all.lastForgottenAt = Math.max(all.lastForgottenAt ?? 0, forgottenAt)
      if (all.first.length < shownCaught)
        all.first.push({ line, fingerprint, forgottenAt, similarity })
    }
    this.#read += count
    if (this.allowed) all.imported += caught.length
    else all.leftOut += caught.length
    return this.allowed ? 0 : caught.length
  }

  /** The pairs of near-duplicates whose records both came in, by their places there. */
  pairsLeft(pairs: readonly [number, number, number][]): [number, number, number][] {
    if (this.#left.length === 0) return [...pairs]
    return pairs.flatMap(([ordinal, of, percent]): [number, number, number][] => {
      const [place, first] = [this.#placeOf(ordinal), this.#placeOf(of)]
      return place === null || first === null ? [] : [[place, first, percent]]
    })
  }

  #placeOf(ordinal: number): number | null {
    let [from, to] = [0, this.#left.length]
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.#left[middle]! < ordinal) from = middle + 1
      else to = middle
    }
    return this.#left[from] === ordinal ? null : ordinal - from
  }
}
