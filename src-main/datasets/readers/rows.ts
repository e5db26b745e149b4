// What readers give: rows as they stand in the file, and those that cannot be read with their line.

export type RowProblem =
  | 'lineTooLong' // limitBytes
  | 'notUtf8'
  | 'notJson' // reason
  | 'notAnObject'
  | 'tooDeep' // limit
  | 'quoteNotClosed'
  | 'quoteMisplaced' // the field
  | 'columnCount' // cells there/wanted

export type ReadRow =
  | { line: number; value: Record<string, unknown> }
  | { line: number; problem: RowProblem; detail: string }

/** A row is held whole; one beyond this is reported and passed over without being held. */
export const rowLimitBytes = 16 * 2 ** 20
/** Brackets in brackets; records nest a handful deep, bombs by the thousand. */
export const depthLimit = 64

/** One record from the text of a JSON value that begins at `line`. */
export function rowOfJson(text: string, line: number): ReadRow {
  if (depthOf(text) > depthLimit) return { line, problem: 'tooDeep', detail: String(depthLimit) }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { line, problem: 'notJson', detail: (error as Error).message }
  }
  if (typeof value === 'string') return { line, value: { text: value } }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { line, problem: 'notAnObject', detail: '' }
  }
  return { line, value: value as Record<string, unknown> }
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (inString) {
      if (sign === 0x5c) at++
      else if (sign === 0x22) inString = false
    } else if (sign === 0x22) inString = true
    else if (sign === 0x7b || sign === 0x5b) deepest = Math.max(deepest, ++depth)
    else if (sign === 0x7d || sign === 0x5d) depth--
  }
  return deepest
}
