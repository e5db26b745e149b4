// A prompt set's table as a file: CSV with a row for each answer, or JSON with everything.
import type { PromptTable } from '../contract/promptSets'
import type { ExportedFile } from './exportConversation'

export function exportPromptSet(table: PromptTable, format: 'csv' | 'json'): ExportedFile {
  const name = `prompt set ${new Date(table.createdAt).toISOString().slice(0, 10)}`
  if (format === 'json') {
    const text = `${JSON.stringify(table, null, 2)}\n`
    return { fileName: `${name}.json`, mediaType: 'application/json', text }
  }
  const head = ['prompt', 'reference', 'model', 'answer', 'status', 'exact_match', 'rouge_l']
  const rows = table.items.flatMap(({ prompt, reference }, row) =>
    table.models.map(({ name: model }, column) => {
      const answer = table.answers.find((it) => it.row === row && it.column === column)
      const { text, status, exactMatch, rougeL } = answer ?? {}
      return [prompt, reference, model, text, status, exactMatch, rougeL]
    })
  )
  const text = [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
  return { fileName: `${name}.csv`, mediaType: 'text/csv', text: `${text}\r\n` }
}

/** RFC 4180. */
function cell(value: string | number | boolean | null | undefined): string {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
