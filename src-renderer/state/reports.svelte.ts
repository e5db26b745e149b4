// Reports as the database has them, and the key that they are signed with.
import type { CheckedFile, KeptReport } from '../../src-main/contract/reports'
import type { BiasReportFormat } from '../../src-main/contract/biasFile'
import type { Language } from '../../src-main/contract/quantities'
import type { ReportCheck } from '../../src-main/contract/signedReport'
import { blobOf, saveFile } from '../lib/saveFile'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { uploadFiles } from '../rpc/upload'
import { StoredList } from './storedList.svelte'

type SigningKey = Awaited<ReturnType<typeof rpc.reports.key>>

class ReportsState extends StoredList<KeptReport> {
  key = $state.raw<SigningKey | null>(null)

  protected readonly topic = 'reports'

  protected async ask(): Promise<KeptReport[]> {
    return (await rpc.reports.list({})).reports
  }

  /** Signs evidence, and keeps the report of it. */
  make(evidence: string, language: Language): Promise<KeptReport> {
    return this.change(() => rpc.reports.make({ evidence, language }))
  }

  /** Signs what an audit found, and keeps the report of it. */
  makeBias(ask: Parameters<typeof rpc.reports.makeBias>[0]): Promise<KeptReport> {
    return this.change(() => rpc.reports.makeBias(ask))
  }

  async loadKey(): Promise<void> {
    this.key ??= await rpc.reports.key()
  }

  async page(id: string, language: Language): Promise<string> {
    return (await rpc.reports.page({ id, language })).html
  }
  async download(id: string, format: BiasReportFormat, language: Language): Promise<void> {
    const { fileName, mediaType, base64 } = await rpc.reports.download({ id, format, language })
    saveFile(fileName, blobOf(base64, mediaType))
  }
  remove(id: string): Promise<KeptReport> {
    return this.change(() => rpc.reports.remove({ id }))
  }
  restore(id: string): Promise<KeptReport> {
    return this.change(() => rpc.reports.restore({ id }))
  }
}

/** A file that somebody hands in. */
class CheckedReport {
  path = $state('')
  open = $state(false)
  /** Of the file that is looked at, or was. */
  fileName = $state('')
  checking = $state(false)
  found = $state.raw<ReportCheck | null>(null)
  failure = $state.raw<Failure | null>(null)
  #asked = 0

  show(): void {
    this.open = true
  }
  close(): void {
    this.#asked++
    this.open = this.checking = false
    this.found = this.failure = null
  }

  checkPath(path: string): Promise<void> {
    this.path = path
    const name = path.split(/[\\/]/).findLast((part) => part !== '') ?? path
    return this.#check(name, () => Promise.resolve({ type: 'path', path }))
  }

  checkFile(file: File): Promise<void> {
    return this.#check(file.name, async () => {
      const { signal } = new AbortController()
      const uploadId = await uploadFiles([{ name: file.name, file }], () => {}, signal)
      return { type: 'upload', uploadId }
    })
  }

  async #check(fileName: string, sent: () => Promise<CheckedFile>): Promise<void> {
    const mine = ++this.#asked
    this.open = this.checking = true
    this.fileName = fileName
    this.found = this.failure = null
    try {
      const file = await sent()
      const [found] = await Promise.all([rpc.reports.check({ file }), reports.loadKey()])
      if (mine === this.#asked) this.found = found
    } catch (error) {
      if (mine === this.#asked) this.failure = failureOf(error)
    }
    if (mine === this.#asked) this.checking = false
  }
}

export const reports = new ReportsState()
export const checkedReport = new CheckedReport()
