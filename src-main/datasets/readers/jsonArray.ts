// A JSON file that is one array of records, read record by record: only the record under way is held.
// Grammar: RFC 8259. A record that is no object is reported; where the array itself is broken, or a
// record is deeper or larger than any should be, nothing behind it can be trusted and the file is refused.
import { LetheError } from '../../base/errors'
import type { JsonListFault } from '../../base/reasons'
import { depthLimit, rowLimitBytes, rowOfJson, type ReadRow } from './rows'

const sign = (character: string): number => character.charCodeAt(0)
const [quote, backslash, comma, lineFeed] = [sign('"'), sign('\\'), sign(','), sign('\n')]
const [open, close, brace, endBrace] = [sign('['), sign(']'), sign('{'), sign('}')]
const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === lineFeed || byte === 0x0d || byte === 0x09

/** Where the reader stands between records. */
type Place = 'beforeArray' | 'firstOrEnd' | 'record' | 'inRecord' | 'afterArray'

/** Throws LetheError `fileMalformed` with the line. An empty stream gives nothing. */
export async function* readJsonArray(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  limitBytes: number = rowLimitBytes
): AsyncGenerator<ReadRow> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let place = 'beforeArray' as Place
  let line = 1
  let recordLine = 1
  let depth = 0
  let inString = false
  let escaped = false
  let held: Uint8Array[] = []
  let heldBytes = 0
  let fileBytes = 0

  const refused = (fault: JsonListFault): LetheError =>
    new LetheError('fileMalformed', { path, reason: { code: 'jsonList', fault, line } })
  const hold = (bytes: Uint8Array): void => {
    heldBytes += bytes.length
    if (heldBytes > limitBytes) {
      throw refused('recordTooLarge')
    }
    held.push(bytes.slice())
  }
  const endRecord = (): ReadRow => {
    const bytes = Buffer.concat(held)
    held = []
    heldBytes = 0
    try {
      return rowOfJson(decoder.decode(bytes), recordLine)
    } catch {
      return { line: recordLine, problem: 'notUtf8', detail: '' }
    }
  }

  for await (const chunk of chunks) {
    let start = 0 // of the record under way in this chunk
    for (let at = 0; at < chunk.length; at++, fileBytes++) {
      const byte = chunk[at]!
      if (byte === lineFeed) line++
      if (place === 'inRecord') {
        if (escaped) escaped = false
        else if (inString) {
          if (byte === backslash) escaped = true
          else if (byte === quote) inString = false
        } else if (byte === quote) inString = true
        else if (byte === open || byte === brace) {
          if (++depth > depthLimit) throw refused('tooDeep')
        } else if (depth > 0) {
          if (byte === close || byte === endBrace) depth--
        } else if (byte === comma || byte === close) {
          hold(chunk.subarray(start, at))
          yield endRecord()
          place = byte === comma ? 'record' : 'afterArray'
        } else if (byte === endBrace) throw refused('braceClosesNothing')
        continue
      }
      if (isSpace(byte)) continue
      if (place === 'beforeArray') {
        if (fileBytes < 3 && (byte === 0xef || byte === 0xbb || byte === 0xbf)) continue
        if (byte !== open) {
          throw refused('notAList')
        }
        place = 'firstOrEnd'
      } else if (place === 'afterArray') {
        throw refused('moreAfterEnd')
      } else if (byte === close && place === 'firstOrEnd') {
        place = 'afterArray'
      } else if (byte === comma || byte === close || byte === endBrace) {
        throw refused('recordMissing')
      } else {
        place = 'inRecord'
        recordLine = line
        start = at
        depth = byte === open || byte === brace ? 1 : 0
        inString = byte === quote
      }
    }
    if (place === 'inRecord') hold(chunk.subarray(start))
  }
  if (fileBytes > 0 && place !== 'afterArray') throw refused('endsEarly')
}
