// Parquet (https://parquet.apache.org/docs/file-format/) by hyparquet: some rows of a row group at a time,
// nested columns as lists and objects. `line` is the number of the row.
import { open, type FileHandle } from 'node:fs/promises'
import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { LetheError } from '../../base/errors'
import { quoted } from '../../base/reasons'
import { depthLimit, rowLimitBytes, type ReadRow, type RowProblem } from './rows'

/** What a row group may take once unpacked: a nested column of it is held whole. */
const groupLimitBytes = 2 ** 30
/** About so much is unpacked at once. */
const wantedBytes = 64 * 2 ** 20
const mostRowsAtOnce = 20_000

export interface ParquetProgress {
  doneRows: number
  totalRows: number
}

/** Throws LetheError `fileMalformed`. */
export async function* readParquet(
  path: string,
  onProgress: (progress: ParquetProgress) => void
): AsyncGenerator<ReadRow> {
  const file = await open(path)
  const malformed = (error: unknown): LetheError =>
    error instanceof LetheError
      ? error
      : new LetheError(
          'fileMalformed',
          { path, format: 'parquet', reason: quoted('reader', error) },
          { cause: error }
        )
  try {
    const buffer = await bufferOf(file)
    const metadata = await parquetMetadataAsync(buffer).catch((error: unknown) => {
      throw malformed(error)
    })
    const totalRows = Number(metadata.num_rows)
    let groupStart = 0
    for (const { num_rows, total_byte_size } of metadata.row_groups) {
      const rows = Number(num_rows)
      const sizeBytes = Number(total_byte_size)
      if (sizeBytes > groupLimitBytes) {
        const reason = { code: 'rowGroupTooLarge', sizeBytes, limitBytes: groupLimitBytes } as const
        throw new LetheError('fileMalformed', { path, format: 'parquet', reason })
      }
      const parts = Math.max(
        1,
        Math.ceil(sizeBytes / wantedBytes),
        Math.ceil(rows / mostRowsAtOnce)
      )
      const step = Math.max(1, Math.ceil(rows / parts))
      for (let from = 0; from < rows; from += step) {
        const rowStart = groupStart + from
        const rowEnd = groupStart + Math.min(rows, from + step)
        const read = await parquetReadObjects({
          ...{ file: buffer, metadata, rowStart, rowEnd, geoparquet: false },
          ...{ compressors: boundedCompressors(path), parsers }
        }).catch((error: unknown) => {
          throw malformed(error)
        })
        for (const [at, row] of read.entries()) yield rowOf(row, rowStart + at + 1)
        onProgress({ doneRows: rowEnd, totalRows })
      }
      groupStart += rows
    }
  } finally {
    await file.close()
  }
}

async function bufferOf(file: FileHandle): Promise<AsyncBuffer> {
  const { size } = await file.stat()
  const read = async (start: number, end: number): Promise<ArrayBuffer> => {
    if (!(start >= 0 && end <= size && start <= end)) throw new RangeError('bytes past the end')
    const bytes = new ArrayBuffer(end - start)
    const view = new Uint8Array(bytes)
    // A read gives less than is asked for beyond some gigabytes.
    for (let done = 0; done < view.length;) {
      const { bytesRead } = await file.read(view, done, view.length - done, start + done)
      if (bytesRead === 0) throw new RangeError('bytes past the end')
      done += bytesRead
    }
    return bytes
  }
  return {
    byteLength: size,
    slice(start, end = size) {
      const bytes = read(start, end)
      // Reads ahead are not waited for where another fails first: that may not end the process.
      bytes.catch(() => {})
      return bytes
    }
  }
}

/** Pages say themselves how large they become: together they may not exceed what a row group may. */
function boundedCompressors(path: string): typeof compressors {
  let unpackedBytes = 0
  const bounded = Object.entries(compressors).map(([codec, unpack]) => [
    codec,
    (input: Uint8Array, outputLength: number): Uint8Array => {
      unpackedBytes += outputLength
      if (unpackedBytes <= groupLimitBytes) return unpack(input, outputLength)
      const limits = { sizeBytes: unpackedBytes, limitBytes: groupLimitBytes }
      const reason = { code: 'rowGroupTooLarge', ...limits } as const
      throw new LetheError('fileMalformed', { path, format: 'parquet', reason })
    }
  ])
  return Object.fromEntries(bounded) as typeof compressors
}

/** Stands in a row for a text that is none. */
const notUtf8 = Symbol('not UTF-8')
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function textOf(bytes: Uint8Array | undefined): string | symbol | undefined {
  if (!bytes) return undefined
  try {
    return decoder.decode(bytes)
  } catch {
    return notUtf8
  }
}

const parsers = {
  stringFromBytes: textOf,
  jsonFromBytes(bytes: Uint8Array | undefined): unknown {
    const text = textOf(bytes)
    if (typeof text !== 'string') return text
    try {
      return JSON.parse(text) as unknown
    } catch {
      return text
    }
  }
}

class Refused extends Error {
  constructor(
    readonly problem: RowProblem,
    readonly detail: string
  ) {
    super(problem)
  }
}

function rowOf(row: Record<string, unknown>, line: number): ReadRow {
  let chars = 0
  const plain = (value: unknown, depth: number): unknown => {
    if (depth > depthLimit) throw new Refused('tooDeep', String(depthLimit))
    if (value === notUtf8) throw new Refused('notUtf8', '')
    if (typeof value === 'string') {
      if ((chars += value.length) > rowLimitBytes) {
        throw new Refused('lineTooLong', String(rowLimitBytes))
      }
      return value
    }
    if (typeof value === 'bigint') {
      const number = Number(value)
      return Number.isSafeInteger(number) ? number : String(value)
    }
    if (typeof value === 'number' || typeof value === 'boolean') return value
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
    // Bytes are no text.
    if (value == null || value instanceof Uint8Array) return null
    if (ArrayBuffer.isView(value)) return [...(value as Float64Array)]
    if (Array.isArray(value)) return value.map((it) => plain(it, depth + 1))
    return objectOf(value as Record<string, unknown>, depth)
  }
  const objectOf = (value: Record<string, unknown>, depth: number) =>
    Object.fromEntries(Object.entries(value).map(([key, it]) => [key, plain(it, depth + 1)]))
  try {
    return { line, value: objectOf(row, 0) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { line, problem: error.problem, detail: error.detail }
  }
}
