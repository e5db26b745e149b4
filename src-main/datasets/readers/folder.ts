// A folder of texts: each .txt or .md file in it or below it is a row of two columns, its text and its
// name, in the order of their names. `line` is the number of the file. Links are not followed.
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileError } from '../../base/errors'
import { rowLimitBytes, type ReadRow } from './rows'

export interface FolderText {
  path: string
  name: string // from the folder, with "/"
  sizeBytes: number
}

const isText = (name: string): boolean => /\.(txt|md)$/i.test(name) && !name.startsWith('.')

/** Throws what `fileError` makes of a folder that cannot be read. */
export async function textsIn(folder: string): Promise<FolderText[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const paths = entries
      .filter((it) => it.isFile() && isText(it.name))
      .map((it) => join(it.parentPath, it.name))
    const found: FolderText[] = []
    for (const path of paths) {
      const name = relative(folder, path).split(sep).join('/')
      found.push({ path, name, sizeBytes: (await stat(path)).size })
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    throw fileError(error, folder)
  }
}

export async function* readFolder(
  texts: readonly FolderText[],
  encoding: string,
  onBytes: (bytes: number) => void
): AsyncGenerator<ReadRow> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (const [at, { path, name, sizeBytes }] of texts.entries()) {
    onBytes(sizeBytes)
    const line = at + 1
    if (sizeBytes > rowLimitBytes) {
      yield { line, problem: 'lineTooLong', detail: name }
      continue
    }
    let bytes: Uint8Array
    try {
      bytes = await readFile(path)
    } catch (error) {
      throw fileError(error, path)
    }
    let text: string
    try {
      text = decoder.decode(bytes)
    } catch {
      yield { line, problem: 'notUtf8', detail: name }
      continue
    }
    yield { line, value: { text, file: name } }
  }
}
