// How a file of records is written: guessed from its name and its first bytes, and opened by that.
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileError, LetheError } from '../base/errors'
import { readCsv } from './readers/csv'
import { readFolder, textsIn } from './readers/folder'
import { readJsonArray } from './readers/jsonArray'
import { readJsonLines } from './readers/jsonLines'
import { readParquet } from './readers/parquet'
import { readPlainText, type TextUnit } from './readers/plainText'
import type { ReadRow } from './readers/rows'

export type FileFormat = 'jsonl' | 'json' | 'csv' | 'txt' | 'parquet' | 'folder'
export type TextEncoding = 'utf-8' | 'windows-1252' | 'utf-16le'
const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

export interface FileForm {
  format: FileFormat
  encoding: TextEncoding
  separator: Separator // of CSV
  unit: TextUnit // of plain text
}

export interface OpenedFile {
  form: FileForm
  sizeBytes: number
  /** The bytes read so far. */
  doneBytes(): number
  rows(): AsyncGenerator<ReadRow>
}

const headBytes = 64 * 1024
const chunkBytes = 256 * 1024

/**
 * Looks at the file and fills in what `wanted` leaves open. Throws `fileNotFound`, `fileNotReadable`,
 * `fileEmpty`, `fileMalformed`, `noRecords` (a folder without texts), `invalidInput` (neither file nor
 * folder).
 */
export async function openFile(path: string, wanted: Partial<FileForm>): Promise<OpenedFile> {
  if (await isFolder(path)) return openFolder(path, wanted)
  const { head, sizeBytes } = await readHead(path)
  if (sizeBytes === 0) throw new LetheError('fileEmpty', { path })
  const form = formOf(path, head, head.length < sizeBytes, wanted)
  let doneBytes = 0
  async function* chunks(): AsyncGenerator<Uint8Array> {
    doneBytes = 0
    const decoder = form.encoding === 'utf-8' ? null : new TextDecoder(form.encoding)
    try {
      for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
        const bytes = chunk as Buffer
        doneBytes += bytes.length
        yield decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes
      }
      if (decoder) yield Buffer.from(decoder.decode())
    } catch (error) {
      throw fileError(error, path)
    }
  }
  const rows = (): AsyncGenerator<ReadRow> => {
    if (form.format === 'jsonl') return readJsonLines(chunks())
    if (form.format === 'json') return readJsonArray(chunks(), path)
    if (form.format === 'parquet') {
      doneBytes = 0
      return readParquet(path, ({ doneRows, totalRows }) => {
        doneBytes = Math.floor((sizeBytes * doneRows) / Math.max(1, totalRows))
      })
    }
    if (form.format === 'csv') return readCsv(chunks(), path, form.separator)
    return readPlainText(chunks(), form.unit)
  }
  return { form, sizeBytes, doneBytes: () => doneBytes, rows }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    throw fileError(error, path)
  }
}

async function openFolder(path: string, wanted: Partial<FileForm>): Promise<OpenedFile> {
  const texts = await textsIn(path)
  const [first] = texts
  if (!first) throw new LetheError('noRecords', { path, rejected: 0 })
  const { head, sizeBytes } = await readHead(first.path)
  const encoding = wanted.encoding ?? encodingOf(head, head.length < sizeBytes)
  const form: FileForm = { format: 'folder', encoding, separator: ',', unit: 'paragraphs' }
  let doneBytes = 0
  return {
    form,
    sizeBytes: texts.reduce((sum, it) => sum + it.sizeBytes, 0),
    doneBytes: () => doneBytes,
    rows() {
      doneBytes = 0
      return readFolder(texts, encoding, (bytes) => (doneBytes += bytes))
    }
  }
}

async function readHead(path: string): Promise<{ head: Uint8Array; sizeBytes: number }> {
  try {
    const file = await open(path)
    try {
      const found = await file.stat()
      if (!found.isFile()) {
        throw new LetheError('invalidInput', { field: 'path', reason: { code: 'notARegularFile' } })
      }
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
      return { head: buffer.subarray(0, bytesRead), sizeBytes: found.size }
    } finally {
      await file.close()
    }
  } catch (error) {
    throw fileError(error, path)
  }
}

function formOf(
  path: string,
  head: Uint8Array,
  isCut: boolean,
  wanted: Partial<FileForm>
): FileForm {
  const encoding = wanted.encoding ?? encodingOf(head, isCut)
  const text = new TextDecoder(encoding).decode(head).trimStart()
  // A file is no folder, whatever was wanted.
  const isWanted = wanted.format !== undefined && wanted.format !== 'folder'
  const format = isWanted ? wanted.format! : formatOf(path, text)
  return {
    ...{ format, encoding: format === 'parquet' ? 'utf-8' : encoding },
    separator: wanted.separator ?? separatorOf(path, text),
    unit: wanted.unit ?? (/\r?\n[ \t]*\r?\n/.test(text) ? 'paragraphs' : 'lines')
  }
}

/** What is not UTF-8 is taken for what Excel writes on Windows. */
function encodingOf(head: Uint8Array, isCut: boolean): TextEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  try {
    // A sign may be cut at the end of the head.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: isCut })
    return 'utf-8'
  } catch {
    // A few stray bytes in UTF-8 are bad rows, not another encoding: then signs of two bytes prevail.
    let multi = 0
    let stray = 0
    for (let at = 0; at < head.length; at++) {
      if (head[at]! < 0x80) continue
      const length = sequenceLength(head, at)
      if (length > 1) {
        multi++
        at += length - 1
      } else stray++
    }
    return stray > multi ? 'windows-1252' : 'utf-8'
  }
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1
  for (let more = 1; more < length; more++) {
    if (((bytes[at + more] ?? 0) & 0xc0) !== 0x80) return 1
  }
  return length
}

function formatOf(path: string, text: string): FileFormat {
  const extension = extname(path).toLowerCase()
  if (extension === '.parquet' || text.startsWith('PAR1')) return 'parquet'
  if (extension === '.csv' || extension === '.tsv' || extension === '.tab') return 'csv'
  if (extension === '.txt' || extension === '.md') return 'txt'
  if (extension === '.jsonl' || extension === '.ndjson') return 'jsonl'
  if (text.startsWith('[')) return 'json'
  if (text.startsWith('{')) {
    const [line = ''] = text.split(/\r\n|\n|\r/, 1)
    if (line.length < text.length && !/\}\s*$/.test(line)) {
      throw new LetheError('fileMalformed', { path, reason: { code: 'oneObject' } })
    }
    return 'jsonl'
  }
  return 'txt'
}

/** The one that the header line holds most of, outside quotes. */
function separatorOf(path: string, text: string): Separator {
  if (/\.(tsv|tab)$/i.test(path)) return '\t'
  const [header = ''] = text.split(/\r\n|\n|\r/, 1)
  const plain = header.replaceAll(/"[^"]*"/g, '')
  const count = (separator: string): number => plain.split(separator).length
  return separators.reduce((best, it) => (count(it) > count(best) ? it : best))
}
