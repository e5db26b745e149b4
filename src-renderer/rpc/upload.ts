// Sends dropped files to the web host, one after the other, and tells how far it is.
import { letheErrorSchema } from '../../src-main/contract/errors'
import { ConnectionLost, UploadFailed } from './errors'

export interface FileToSend {
  /** Path inside the dropped folder, with "/" between the parts. */
  name: string
  file: File
}

/** Resolves to the upload's id once every file has arrived. Throws UploadFailed, ConnectionLost or AbortError. */
export async function uploadFiles(
  files: FileToSend[],
  onProgress: (doneBytes: number, totalBytes: number) => void,
  signal: AbortSignal
): Promise<string> {
  const uploadId = crypto.randomUUID()
  const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0)
  let doneBytes = 0
  for (const { name, file } of files) {
    const before = doneBytes
    const address = `/upload?${new URLSearchParams({ id: uploadId, name }).toString()}`
    await send(address, file, (bytes) => onProgress(before + bytes, totalBytes), signal)
    doneBytes += file.size
  }
  return uploadId
}

// XMLHttpRequest, because fetch does not tell how much of a body has gone out.
function send(
  address: string,
  file: File,
  onBytes: (bytes: number) => void,
  signal: AbortSignal
): Promise<void> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    const giveUp = (): void => request.abort()
    signal.addEventListener('abort', giveUp, { once: true })
    request.upload.addEventListener('progress', (event) => onBytes(event.loaded))
    request.addEventListener('loadend', () => signal.removeEventListener('abort', giveUp))
    request.addEventListener('abort', () => fail(new DOMException('Aborted', 'AbortError')))
    request.addEventListener('error', () => fail(new ConnectionLost()))
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) done()
      else fail(failureOfAnswer(request))
    })
    request.open('POST', address)
    request.send(file)
    if (signal.aborted) giveUp()
  })
}

function failureOfAnswer(request: XMLHttpRequest): Error {
  try {
    const data = letheErrorSchema.safeParse(JSON.parse(request.responseText))
    if (data.success) return new UploadFailed(data.data)
  } catch {
    // Not JSON: the status says what there is to say.
  }
  const reason = { code: 'uploadStatus', status: request.status } as const
  return new UploadFailed({ code: 'internal', params: { reason } })
}
