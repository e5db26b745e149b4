// Reading the files of a suite: tables, lines and JSON, with every row that is no item told by its number.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileError, LetheError } from '../base/errors'
import { readCsv } from '../datasets/readers/csv'
import { readJsonLines } from '../datasets/readers/jsonLines'
import type { ReadRow } from '../datasets/readers/rows'
import { readLines } from '../datasets/readers/textLines'
import { parseJsonBytes, readSmallFile } from '../formats/jsonText'
import type { LeftOut, RowFault, SuiteFile, SuiteItem, SuiteItems, SuiteSource } from './suite'

/** No published set comes near it. */
const limitBytes = 200 * 2 ** 20
/** A row is a sentence or two with its labels. */
const rowBytes = 2 ** 20

/** What a suite's reader gathers. */
export class Gathered {
  readonly #items: SuiteItem[] = []
  readonly #leftOut: LeftOut[] = []
  readonly files: SuiteFile[] = []
  readonly #ids = new Set<string>()

  constructor(private readonly suite: string) {}

  file(file: SuiteFile): void {
    this.files.push(file)
  }

  /** Ids that are there already are refused: the second item is left out. */
  add(item: SuiteItem): void {
    if (this.#ids.has(item.id)) return this.leaveOut(item, 'idTwice', item.id)
    this.#ids.add(item.id)
    this.#items.push(item)
  }

  leaveOut({ file, row }: Pick<LeftOut, 'file' | 'row'>, fault: RowFault, detail = ''): void {
    this.#leftOut.push({ file, row, fault, detail: detail.slice(0, 120) })
  }

  get leftOutRows(): number {
    return this.#leftOut.length
  }

  /** Of items that were typed: there may be none. */
  typed(): SuiteItems {
    return { items: this.#items, leftOut: this.#leftOut, files: this.files }
  }

  /** @throws LetheError suiteEmpty */
  result(path: string): SuiteItems {
    const [items, leftOut, files] = [this.#items, this.#leftOut, this.files]
    if (items.length === 0)
      throw new LetheError('suiteEmpty', { suite: this.suite, path, rows: this.leftOutRows })
    return { items, leftOut, files }
  }
}

export interface TableRow {
  readonly file: string
  readonly row: number
  readonly value: Readonly<Record<string, unknown>>
}

/**
 * Rows of a CSV or TSV file with a header, or of JSONL; rows that cannot be read are left out.
 * @param columns that must be there
 * @throws LetheError suiteColumns, fileNotFound, fileMalformed …
 */
export async function readTable(
  path: string,
  columns: readonly string[],
  gathered: Gathered
): Promise<TableRow[]> {
  const { file, chunks } = await openSuiteFile(path)
  gathered.file(file)
  const { name } = file
  const extension = /\.(jsonl|ndjson|tsv|csv)$/i.exec(name)?.[1]?.toLowerCase()
  const rows: AsyncIterable<ReadRow> =
    extension === 'jsonl' || extension === 'ndjson'
      ? readJsonLines(chunks, rowBytes)
      : readCsv(chunks, path, extension === 'tsv' ? '\t' : ',', rowBytes)
  const found: TableRow[] = []
  let isFirst = true
  for await (const row of rows) {
    if ('problem' in row) {
      gathered.leaveOut({ file: name, row: row.line }, row.problem, row.detail)
      continue
    }
    const missing = columns.filter((column) => !Object.hasOwn(row.value, column))
    if (isFirst && missing.length > 0) {
      const there = Object.keys(row.value).slice(0, 30).join(', ').slice(0, 300)
      throw new LetheError('suiteColumns', { path, missing: missing.join(', '), there })
    }
    isFirst = false
    if (missing[0] === undefined) found.push({ file: name, row: row.line, value: row.value })
    else gathered.leaveOut({ file: name, row: row.line }, 'columnMissing', missing[0])
  }
  return found
}

/** Lines of a text file, empty ones too. */
export async function readTextLines(
  path: string,
  gathered: Gathered
): Promise<{ file: string; lines: { row: number; text: string }[] }> {
  const { file, chunks } = await openSuiteFile(path)
  gathered.file(file)
  const lines: { row: number; text: string }[] = []
  for await (const line of readLines(chunks, rowBytes)) {
    if ('problem' in line)
      gathered.leaveOut({ file: file.name, row: line.line }, line.problem, line.detail)
    lines.push({ row: line.line, text: 'text' in line ? line.text : '' })
  }
  return { file: file.name, lines }
}

/** @throws LetheError fileMalformed … */
export async function readSuiteJson(path: string): Promise<{ file: SuiteFile; value: unknown }> {
  const bytes = await readSmallFile(path, limitBytes)
  return { file: fileOf(path, bytes), value: parseJsonBytes(bytes, path) }
}

/**
 * Texts of some columns, or null where one is missing: the row is then left out.
 */
export function textsOf<K extends string>(
  { file, row, value }: TableRow,
  columns: readonly K[],
  gathered: Gathered
): Record<K, string> | null {
  const texts = {} as Record<K, string>
  for (const column of columns) {
    const found = value[column]
    if (found === undefined || found === null || found === '') {
      gathered.leaveOut({ file, row }, 'textMissing', column)
      return null
    }
    if (typeof found !== 'string' && typeof found !== 'number') {
      gathered.leaveOut({ file, row }, 'notText', column)
      return null
    }
    const text = String(found).trim()
    if (text === '') {
      gathered.leaveOut({ file, row }, 'textMissing', column)
      return null
    }
    texts[column] = text
  }
  return texts
}

/**
 * The files of a suite whose names match: the user's file itself, or those in the folder.
 * @param expected how the files are called, for the message
 * @throws LetheError suiteDataNeeded, suiteDataMissing
 */
export async function suiteFiles(
  { path }: Pick<SuiteSource, 'path'>,
  pattern: RegExp,
  { suite, expected }: { suite: string; expected: string }
): Promise<string[]> {
  if (path === null) throw new LetheError('suiteDataNeeded', { suite, files: expected })
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = (await readdir(path)).filter((name) => pattern.test(name)).sort()
    if (names.length === 0)
      throw new LetheError('suiteDataMissing', { suite, path, files: expected })
    return names.map((name) => join(path, name))
  } catch (error) {
    throw fileError(error, path)
  }
}

async function openSuiteFile(
  path: string
): Promise<{ file: SuiteFile; chunks: AsyncIterable<Uint8Array> }> {
  // Read whole for its hash, which the result names; then by chunks, as the readers take it.
  const hash = createHash('sha256')
  let sizeBytes = 0
  try {
    if (!(await stat(path)).isFile())
      throw new LetheError('fileMalformed', { path, reason: { code: 'notARegularFile' } })
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
      hash.update(chunk)
      sizeBytes += chunk.length
      if (sizeBytes > limitBytes) {
        const reason = { code: 'fileTooLarge', sizeBytes, limitBytes } as const
        throw new LetheError('fileMalformed', { path, reason })
      }
    }
  } catch (error) {
    throw fileError(error, path)
  }
  if (sizeBytes === 0) throw new LetheError('fileEmpty', { path })
  const file = { name: basename(path), sha256: hash.digest('hex'), sizeBytes }
  return { file, chunks: createReadStream(path) }
}

function fileOf(path: string, bytes: Uint8Array): SuiteFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name: basename(path), sha256, sizeBytes: bytes.length }
}
