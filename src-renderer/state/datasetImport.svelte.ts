// A file on its way to become a dataset: looked at first, then read whole, also while one works elsewhere.
import type { Dataset, DatasetImportEvent } from '../../src-main/contract/datasets'
import type { CaughtRecords } from '../../src-main/contract/erasing'
import type {
  DatasetPreview,
  FileForm,
  FileSource,
  Mapping,
  RecordShape
} from '../../src-main/contract/recordFiles'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { uploadFiles } from '../rpc/upload'

type Progress = Omit<Extract<DatasetImportEvent, { type: 'progress' }>, 'type'>
type ImportInput = Parameters<typeof rpc.datasets.import>[0]
type Imported = Omit<Extract<DatasetImportEvent, { type: 'done' }>, 'type'>
export type BadRows = 'stop' | 'skip'

/** Records of a file that were forgotten and left out; what it takes to import it with them. */
export interface Caught {
  dataset: Dataset
  forgotten: CaughtRecords
  fileName: string
}

class DatasetImport {
  /** What is typed as the path. */
  path = $state('')
  source = $state.raw<FileSource | null>(null)
  /** Of the file, without its folder. */
  fileName = $state('')
  name = $state('')
  sent = $state.raw<{ done: number; total: number } | null>(null)
  preview = $state.raw<DatasetPreview | null>(null)
  isLooking = $state(false)
  form = $state.raw<Partial<FileForm>>({})
  mapping = $state.raw<Mapping | null>(null)
  badRows = $state<BadRows>('stop')
  isRunning = $state(false)
  progress = $state.raw<Progress | null>(null)
  failure = $state.raw<Failure | null>(null)
  caught = $state.raw<Caught | null>(null)
  /** Told once when a dataset has come in. */
  onDone: ((dataset: Dataset) => void) | null = null
  onCancelled: (() => void) | null = null
  #abort = new AbortController()
  #asked = 0
  /** What was sent: an import that is made again sends it again. */
  #file: File | null = null
  #again: { input: ImportInput; file: File | null } | null = null

  /** Nothing is chosen any more; an import under way goes on. */
  reset(): void {
    if (this.isRunning) return
    this.#abort.abort()
    this.#asked++
    this.source = this.preview = this.mapping = this.failure = this.sent = null
    this.#file = null
    this.form = {}
    this.badRows = 'stop'
    this.isLooking = false
  }

  choosePath(path: string): void {
    this.reset()
    this.caught = null
    this.path = path
    this.#choose({ type: 'path', path }, path.split(/[\\/]/).findLast((part) => part) ?? path)
  }

  async chooseFile(file: File): Promise<void> {
    if (this.isRunning) return
    this.reset()
    this.#abort = new AbortController()
    const { signal } = this.#abort
    this.fileName = file.name
    this.caught = null
    this.#file = file
    this.sent = { done: 0, total: file.size }
    try {
      const told = (done: number, total: number): void => {
        if (!signal.aborted) this.sent = { done, total }
      }
      const uploadId = await uploadFiles([{ name: file.name, file }], told, signal)
      this.sent = null
      this.#choose({ type: 'upload', uploadId }, file.name)
    } catch (error) {
      if (signal.aborted) return
      this.sent = null
      this.failure = failureOf(error)
    }
  }

  /** The dataset that ships, as it is. */
  async example(name: string): Promise<void> {
    if (this.isRunning) return
    this.reset()
    this.source = { type: 'example', name: 'residents' }
    this.fileName = 'residents.jsonl'
    this.name = name
    await this.run()
  }

  setForm(form: Partial<FileForm>): void {
    this.form = { ...this.form, ...form }
    this.mapping = null
    void this.look()
  }

  setShape(shape: RecordShape): void {
    void this.look(shape)
  }

  setMapping(mapping: Mapping): void {
    this.mapping = mapping
    void this.look()
  }

  /** Reads the first records anew; a shape is mapped by what the columns are called. */
  async look(shape?: RecordShape): Promise<void> {
    if (!this.source) return
    const mine = ++this.#asked
    this.isLooking = true
    this.failure = null
    const { source, form, mapping } = this
    const wanted = shape ? { shape } : mapping ? { mapping } : {}
    try {
      const preview = await rpc.datasets.preview({ source, form, ...wanted })
      if (mine !== this.#asked) return
      this.preview = preview
      const chosen = shape ? { shape, columns: {}, subject: mapping?.subject ?? null } : mapping
      this.mapping = preview.mapping ?? chosen
    } catch (error) {
      if (mine === this.#asked) this.failure = failureOf(error)
    } finally {
      if (mine === this.#asked) this.isLooking = false
    }
  }

  async run(allowForgotten = false): Promise<void> {
    const { source, form, mapping } = this
    if (!source || this.isRunning) return
    const name = this.name.trim()
    const choices = { ...(mapping && { mapping }), ...(name && { name }) }
    const input = { source, form, rejected: this.badRows, allowForgotten, ...choices }
    const file = this.#file
    const done = await this.#import(input)
    if (!done) return
    const { dataset, forgotten } = done
    this.caught = forgotten.leftOut > 0 ? { dataset, forgotten, fileName: this.fileName } : null
    this.#again = this.caught && { input, file }
    this.reset()
    this.path = ''
    this.onDone?.(dataset)
  }

  /** The same file once more, with what was left out; what came in before leaves the list. */
  async importAnyway(): Promise<void> {
    const [again, caught] = [this.#again, this.caught]
    if (!again || !caught || this.isRunning) return
    const { input, file } = again
    try {
      const source = file ? await this.#sent(file) : input.source
      this.name = caught.dataset.name
      const first = caught.dataset.id
      await rpc.datasets.remove({ id: first })
      const done = await this.#import({ ...input, source, allowForgotten: true })
      if (!done) {
        await rpc.datasets.restore({ id: first })
        return
      }
      this.caught = this.#again = null
      this.reset()
      this.onDone?.(done.dataset)
    } catch (error) {
      this.failure = failureOf(error)
    }
  }

  async #sent(file: File): Promise<FileSource> {
    const uploadId = await uploadFiles([{ name: file.name, file }], () => {}, this.#abort.signal)
    return { type: 'upload', uploadId }
  }

  /** null: cancelled, or why it failed is told. */
  async #import(input: ImportInput): Promise<Imported | null> {
    this.#abort = new AbortController()
    const { signal } = this.#abort
    this.isRunning = true
    this.failure = this.progress = null
    let done: Imported | null = null
    try {
      for await (const event of await rpc.datasets.import(input, { signal })) {
        if (event.type === 'progress') this.progress = event
        else done = event
      }
    } catch (error) {
      const failure = failureOf(error)
      if (signal.aborted || failure.code === 'cancelled') this.onCancelled?.()
      else this.failure = failure
    }
    this.isRunning = false
    this.progress = null
    return done
  }

  cancel(): void {
    this.#abort.abort()
    this.sent = null
  }

  #choose(source: FileSource, fileName: string): void {
    this.source = source
    this.fileName = fileName
    this.name = fileName.replace(/\.[^.]+$/, '') || fileName
    void this.look()
  }
}

export const datasetImport = new DatasetImport()
