// Models being added: they go on while one works elsewhere in the window.
import { hubReferenceOf } from '../../src-main/contract/hub'
import type { ImportEvent, Model } from '../../src-main/contract/models'
import type { Dropped } from '../lib/droppedFiles'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { uploadFiles } from '../rpc/upload'

export type ImportMode = 'reference' | 'copy'
export type ImportRequest =
  | { type: 'path'; path: string; mode: ImportMode }
  | { type: 'files'; dropped: Dropped }
  | { type: 'hub'; reference: string; host: string }

type Progress = Omit<Extract<ImportEvent, { type: 'progress' }>, 'type'>

export class ModelImport {
  readonly id: number
  readonly title: string
  readonly request: ImportRequest
  progress = $state.raw<Progress | null>(null)
  failure = $state<Failure | null>(null)
  ended = $state<'done' | 'failed' | 'cancelled' | null>(null)
  model = $state.raw<Model | null>(null)
  alreadyThere = $state(false)
  readonly #abort = new AbortController()

  constructor(id: number, request: ImportRequest) {
    this.id = id
    this.request = request
    this.title = titleOf(request)
  }

  cancel(): void {
    this.#abort.abort()
  }

  async run(): Promise<void> {
    try {
      const events = await rpc.models.import(await this.#input(), { signal: this.#abort.signal })
      for await (const event of events) {
        if (event.type === 'progress') {
          this.progress = event
        } else {
          this.model = event.model
          this.alreadyThere = event.alreadyThere
          this.ended = 'done'
        }
      }
      if (this.ended === null) this.ended = this.#abort.signal.aborted ? 'cancelled' : 'failed'
    } catch (error) {
      if (this.#abort.signal.aborted) {
        this.ended = 'cancelled'
        return
      }
      this.failure = failureOf(error)
      this.ended = this.failure.code === 'cancelled' ? 'cancelled' : 'failed'
    }
  }

  async #input(): Promise<Parameters<typeof rpc.models.import>[0]> {
    if (this.request.type === 'path') {
      const { path, mode } = this.request
      return { source: { type: 'path', path }, mode }
    }
    if (this.request.type === 'hub') {
      const { reference } = this.request
      return { source: { type: 'hub', reference }, mode: 'copy' }
    }
    const startedMs = performance.now()
    const { dropped } = this.request
    const uploadId = await uploadFiles(
      dropped.files,
      (doneBytes, totalBytes) => {
        const seconds = (performance.now() - startedMs) / 1000
        const left = doneBytes > 0 ? (seconds / doneBytes) * (totalBytes - doneBytes) : null
        const secondsLeft = seconds > 2 ? left : null
        this.progress = { stage: 'receiving', doneBytes, totalBytes, secondsLeft }
      },
      this.#abort.signal
    )
    return { source: { type: 'upload', uploadId }, mode: 'copy', name: this.title || undefined }
  }
}

class ImportsState {
  list = $state.raw<ModelImport[]>([])
  /** Told once for each import that ended. */
  onEnd: ((ended: ModelImport) => void) | null = null
  #next = 1

  get running(): ModelImport[] {
    return this.list.filter((it) => it.ended === null)
  }

  start(request: ImportRequest): ModelImport {
    const added = new ModelImport(this.#next++, request)
    this.list = [added, ...this.list]
    void added.run().finally(() => {
      // What failed stays until it is read; what ended well is told once and goes.
      if (added.ended !== 'failed') this.dismiss(added.id)
      this.onEnd?.(added)
    })
    return added
  }

  again(failed: ModelImport): void {
    this.dismiss(failed.id)
    this.start(failed.request)
  }

  dismiss(id: number): void {
    this.list = this.list.filter((it) => it.id !== id)
  }
}

export const imports = new ImportsState()

/** Null: it names a model of the hub; else what is wrong with it. */
export function hubFault(reference: string, host: string): Failure | null {
  const found = hubReferenceOf(reference, host)
  if (typeof found !== 'string') return null
  return { code: 'hubNameMalformed', params: { name: reference, problem: found } }
}

function titleOf(request: ImportRequest): string {
  if (request.type === 'path') return lastPart(request.path)
  if (request.type === 'files') return request.dropped.title
  const { reference, host } = request
  const found = hubReferenceOf(reference, host)
  return typeof found === 'string' ? reference : found.name
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? path
}
