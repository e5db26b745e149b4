// Plain text as rows of one column, `text`: a line each, or a paragraph each (parted by empty lines).
import { rowLimitBytes, type ReadRow } from './rows'
import { readLines } from './textLines'

export type TextUnit = 'lines' | 'paragraphs'

export async function* readPlainText(
  chunks: AsyncIterable<Uint8Array>,
  unit: TextUnit,
  limitBytes: number = rowLimitBytes
): AsyncGenerator<ReadRow> {
  let paragraph: string[] = []
  let begins = 0
  let length = 0
  const end = (): ReadRow => {
    const text = paragraph.join('\n')
    const isTooLong = length > limitBytes
    paragraph = []
    length = 0
    if (isTooLong) return { line: begins, problem: 'lineTooLong', detail: String(limitBytes) }
    return { line: begins, value: { text } }
  }
  for await (const line of readLines(chunks, limitBytes)) {
    if ('problem' in line) {
      yield line
    } else if (line.text.trim() === '') {
      if (length > 0) yield end()
    } else if (unit === 'lines') {
      yield { line: line.line, value: { text: line.text } }
    } else {
      if (length === 0) begins = line.line
      length += line.text.length
      // Beyond the limit it is only counted.
      if (length <= limitBytes) paragraph.push(line.text)
    }
  }
  if (length > 0) yield end()
}
