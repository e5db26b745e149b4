// Files that a browser sends, kept in a staging folder until a model or a dataset is
// imported from them.
import { createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { LetheError } from '../base/errors'
import { isId } from '../base/ids'
import type { Reason } from '../base/reasons'
import { folderError } from '../store/sqliteErrors'
import { removeFolder } from './modelFiles'

const mostFiles = 2000
const mostParts = 16

interface Upload {
  folder: string
  files: Set<string>
  receiving: number
  taken: boolean
}

export class Uploads {
  readonly #uploads = new Map<string, Upload>()

  constructor(private readonly stagingFolder: string) {}

  /**
   * Receives one file whole; the first file of an id begins that upload. A file that breaks off ends
   * the upload and takes its other files along: a model is sent whole or not at all.
   * @param id as base/ids makes them
   * @param name path inside the sent folder, "/" between the parts
   * Throws `invalidInput`, `diskFull`, `folderNotWritable`, and what the body fails with.
   */
  async receive(id: string, name: string, body: Readable): Promise<void> {
    const parts = safeParts(name)
    const upload = this.#begin(id)
    const file = join(upload.folder, ...parts)
    if (upload.files.has(file)) throw refused({ code: 'fileTwice' })
    if (upload.files.size >= mostFiles) throw refused({ code: 'tooManyFiles', limit: mostFiles })
    upload.files.add(file)
    upload.receiving++
    try {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await pipeline(body, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
    } catch (error) {
      await this.drop(id)
      throw folderError(error, this.stagingFolder)
    } finally {
      upload.receiving--
    }
  }

  /** The folder of a finished upload; from now on it belongs to the caller. Throws `notFound`. */
  take(id: string): string {
    const upload = this.#finished(id)
    upload.taken = true
    return upload.folder
  }

  /** The one file or folder of a finished upload, which stays one. Throws `notFound`, `invalidInput`. */
  async lookAtOne(id: string): Promise<string> {
    const { folder } = this.#finished(id)
    const [name, other] = await readdir(folder)
    if (name === undefined || other !== undefined) throw refused({ code: 'oneFileExpected' })
    return join(folder, name)
  }

  /** Forgets an upload and its files. */
  async drop(id: string): Promise<void> {
    const upload = this.#uploads.get(id)
    this.#uploads.delete(id)
    if (upload) await removeFolder(upload.folder)
  }

  /** Forgets all that have arrived and belong to nobody yet. */
  async dropAll(): Promise<void> {
    for (const [id, { receiving, taken }] of this.#uploads)
      if (receiving === 0 && !taken) await this.drop(id)
  }

  #finished(id: string): Upload {
    const upload = this.#uploads.get(id)
    if (!upload || upload.taken || upload.files.size === 0) {
      throw new LetheError('notFound', { kind: 'upload', id })
    }
    if (upload.receiving > 0) throw refused({ code: 'filesArriving' })
    return upload
  }

  #begin(id: string): Upload {
    if (!isId(id)) throw refused({ code: 'notAnUploadId' })
    const found = this.#uploads.get(id)
    if (found?.taken) throw refused({ code: 'uploadFinished' })
    if (found) return found
    const upload = { folder: join(this.stagingFolder, id), files: new Set<string>() }
    const begun: Upload = { ...upload, receiving: 0, taken: false }
    this.#uploads.set(id, begun)
    return begun
  }
}

const refused = (reason: Reason): LetheError =>
  new LetheError('invalidInput', { field: 'upload', reason })

// What Windows would take for a device, a stream or another folder is refused everywhere.
const unsafe = /[\p{Cc}<>:"|?*\\]|^\.{1,2}$|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu

function safeParts(name: string): string[] {
  const parts = name.split('/')
  const safe = parts.every((part) => part !== '' && part.length <= 200 && !unsafe.test(part))
  if (!safe || parts.length > mostParts) throw refused({ code: 'unsafeFileName' })
  return parts
}
