// JSONL: one JSON object a line (https://jsonlines.org); a line that is only a string is a text. Empty
// lines are passed over.
import { rowOfJson, type ReadRow } from './rows'
import { readLines } from './textLines'

export async function* readJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  limitBytes?: number
): AsyncGenerator<ReadRow> {
  for await (const line of readLines(chunks, limitBytes)) {
    if ('problem' in line) yield line
    else if (line.text.trim() !== '') yield rowOfJson(line.text, line.line)
  }
}
