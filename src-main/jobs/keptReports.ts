// Reports that are kept: a signed file each, and a row that the list shows. What they say is of no concern
// here.
import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomically } from '../base/atomicFile'
import { fileError, LetheError, writeError } from '../base/errors'
import { newId } from '../base/ids'
import type { CheckedFile, KeptReport } from '../contract/reports'
import { signedReportSchema, type SignedReport } from '../contract/signedReport'
import type { Store } from '../store/client'
import type { Changes } from './changes'
import type { Uploads } from './uploads'

type WithoutFile<T> = T extends unknown ? Omit<T, 'id' | 'sha256' | 'removedAt'> : never
export type NewReport = WithoutFile<KeptReport>

export class KeptReports {
  constructor(
    private readonly store: Store,
    private readonly changes: Changes,
    private readonly uploads: Uploads,
    private readonly folder: string
  ) {}

  list(removed: boolean): Promise<KeptReport[]> {
    return this.store.read.reports.list({ removed })
  }

  get(id: string): Promise<KeptReport> {
    return this.store.read.reports.get(id)
  }

  /** The file first: a row without one would promise what is not there. Throws `diskFull`. */
  async keep(report: SignedReport, about: NewReport): Promise<KeptReport> {
    const id = newId()
    const text = `${JSON.stringify(report, null, 2)}\n`
    const path = this.#pathOf(id)
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 })
    } catch (error) {
      throw writeError(error, path)
    }
    await writeFileAtomically(path, (file) => file.writeFile(text), 0o600)
    return this.#changed(
      await this.store.write.reports.add({ ...about, id, sha256: sha256Of(text), removedAt: null })
    )
  }

  /** As it was signed. Throws `reportChanged` where the file is another one, `fileNotFound`. */
  async read(id: string): Promise<{ about: KeptReport; report: SignedReport }> {
    const about = await this.get(id)
    const path = this.#pathOf(id)
    const bytes = await readFile(path).catch((error: unknown) => {
      throw fileError(error, path)
    })
    if (sha256Of(bytes) !== about.sha256)
      throw new LetheError('reportChanged', { path, problem: 'changed' })
    return { about, report: signedReportSchema.parse(JSON.parse(bytes.toString('utf8'))) }
  }

  async remove(id: string): Promise<KeptReport> {
    return this.#changed(await this.store.write.reports.remove({ id, at: Date.now() }))
  }

  async restore(id: string): Promise<KeptReport> {
    return this.#changed(await this.store.write.reports.restore(id))
  }

  /** Lets `look` see a file that was named or sent; what was sent goes afterwards. */
  async withFile<T>(file: CheckedFile, look: (path: string) => Promise<T>): Promise<T> {
    if (file.type === 'path') return look(file.path)
    const path = await this.uploads.lookAtOne(file.uploadId)
    try {
      return await look(path)
    } finally {
      await this.uploads.drop(file.uploadId)
    }
  }

  #pathOf(id: string): string {
    return join(this.folder, reportFile(id))
  }

  #changed(report: KeptReport): KeptReport {
    this.changes.publish('reports', report.id)
    return report
  }
}

export const reportFile = (id: string): string => `${id}.json`

function sha256Of(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
