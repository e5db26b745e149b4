// CSV (RFC 4180) with a header line; other separators and bare \n or \r too. A quote that is never closed
// costs the row it opens in: reading goes on with the line after it, not with the end of the file.
import { LetheError } from '../../base/errors'
import { rowLimitBytes, type ReadRow } from './rows'
import { readLines, type TextLine } from './textLines'

/** What may be read a second time, in characters, before the file is taken for something else. */
const mostReadAgain = 256 * 2 ** 20

type Cells = { cells: string[] } | { misplaced: string } | 'open'

/** Throws LetheError `fileMalformed` for headers that name no columns and for quotes past all counting. */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  separator: string,
  limitBytes: number = rowLimitBytes
): AsyncGenerator<ReadRow> {
  const lines = readLines(chunks, limitBytes)
  const again: TextLine[] = [] // lines held for a field that turned out not to be closed
  const next = async (): Promise<TextLine | null> => {
    const held = again.shift()
    if (held) return held
    const read = await lines.next()
    return read.done ? null : read.value
  }
  let columns: string[] | null = null
  let readAgain = 0

  for (let first = await next(); first; first = await next()) {
    if ('problem' in first) {
      yield first
      continue
    }
    const { line } = first
    const texts = [first.text]
    const held: TextLine[] = []
    let length = first.text.length
    let cells = cellsOf(first.text, separator)
    while (cells === 'open') {
      const more = await next()
      if (more) held.push(more)
      if (!more || 'problem' in more || (length += more.text.length + 1) > limitBytes) break
      texts.push(more.text)
      // Pairs of quotes leave open what is open.
      if (more.text.split('"').length % 2 === 0) cells = cellsOf(texts.join('\n'), separator)
    }
    if (columns === null && typeof cells === 'object' && 'cells' in cells) {
      if (first.text.trim() !== '') columns = headerOf(cells.cells, path)
      continue
    }
    if (first.text === '') continue
    const row = rowOf(columns ?? [], cells, line)
    if ('problem' in row && held.length > 0) {
      again.unshift(...held)
      readAgain += length
      if (readAgain > mostReadAgain) {
        throw new LetheError('fileMalformed', { path, reason: { code: 'tooManyQuotesOpen', line } })
      }
    }
    yield row
  }
}

function headerOf(cells: string[], path: string): string[] {
  const names = cells.map((name, at) => name.trim() || `column ${at + 1}`)
  const twice = names.find((name, at) => names.indexOf(name) < at)
  if (twice === undefined) return names
  throw new LetheError('fileMalformed', { path, reason: { code: 'columnTwice', column: twice } })
}

function rowOf(columns: string[], found: Cells, line: number): ReadRow {
  if (found === 'open') return { line, problem: 'quoteNotClosed', detail: '' }
  if ('misplaced' in found) return { line, problem: 'quoteMisplaced', detail: found.misplaced }
  const { cells } = found
  if (cells.length !== columns.length) {
    return { line, problem: 'columnCount', detail: `${cells.length}/${columns.length}` }
  }
  return { line, value: Object.fromEntries(columns.map((name, at) => [name, cells[at]])) }
}

/** 'open': a quoted field goes on beyond the text. */
function cellsOf(text: string, separator: string): Cells {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (text[at] === '"') {
      let end = at + 1
      for (;;) {
        end = text.indexOf('"', end)
        if (end < 0) return 'open'
        if (text[end + 1] !== '"') break
        end += 2
      }
      const cell = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
      if (at < text.length && !text.startsWith(separator, at))
        return { misplaced: cell.slice(0, 40) }
      cells.push(cell)
    } else {
      const end = text.indexOf(separator, at)
      cells.push(text.slice(at, end < 0 ? undefined : end))
      at = end < 0 ? text.length : end
    }
    if (at >= text.length) return { cells }
    at += separator.length
    if (at === text.length) return { cells: [...cells, ''] }
  }
}
