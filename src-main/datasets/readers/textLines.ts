// The lines of a stream of bytes: UTF-8 checked line by line, a byte order mark dropped, \n, \r\n and \r
// alike ending a line. Memory stays below the limit of one line and a chunk.
import { rowLimitBytes, type RowProblem } from './rows'

export type TextLine =
  | { line: number; text: string }
  | { line: number; problem: Extract<RowProblem, 'lineTooLong' | 'notUtf8'>; detail: string }

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** A last line without an end counts; what follows the last end does not if it is empty. */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  limitBytes: number = rowLimitBytes
): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let held: Uint8Array[] = []
  let heldBytes = 0
  let line = 1
  let afterReturn = false

  const hold = (bytes: Uint8Array): void => {
    heldBytes += bytes.length
    if (heldBytes > limitBytes) held = []
    // A copy: streams may use a chunk's memory again.
    else if (bytes.length > 0) held.push(bytes.slice())
  }
  const end = (): TextLine => {
    const bytes = held.length === 1 ? held[0]! : Buffer.concat(held)
    const isTooLong = heldBytes > limitBytes
    held = []
    heldBytes = 0
    const number = line++
    if (isTooLong) return { line: number, problem: 'lineTooLong', detail: String(limitBytes) }
    try {
      const text = decoder.decode(bytes)
      return { line: number, text: number === 1 ? text.replace(/^\uFEFF/, '') : text }
    } catch {
      return { line: number, problem: 'notUtf8', detail: '' }
    }
  }

  for await (const chunk of chunks) {
    let start = 0
    // The line ended with the \r at the end of the chunk before.
    if (afterReturn && chunk[0] === lineFeed) start = 1
    if (chunk.length > 0) afterReturn = false
    for (let at = start; at < chunk.length; at++) {
      const byte = chunk[at]
      if (byte !== lineFeed && byte !== carriageReturn) continue
      hold(chunk.subarray(start, at))
      yield end()
      if (byte === carriageReturn) {
        if (at + 1 === chunk.length) afterReturn = true
        else if (chunk[at + 1] === lineFeed) at++
      }
      start = at + 1
    }
    hold(chunk.subarray(start))
  }
  if (heldBytes > 0) yield end()
}
