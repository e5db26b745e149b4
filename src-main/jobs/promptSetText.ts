// Reading a prompt set: plain lines, JSONL or CSV with `prompt` and, if wanted, `reference`.
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { quoted, type Reason } from '../base/reasons'
import { mostPrompts, type PromptItem, type PromptSetFormat } from '../contract/promptSets'

const rowSchema = z.object({
  prompt: z.string(),
  reference: z.string().nullish()
})

/** Throws `invalidInput` that names the line, `promptEmpty` when there is nothing. */
export function readPromptSet(text: string, format: PromptSetFormat): PromptItem[] {
  const items = readers[format](text.replace(/^\uFEFF/, ''))
  if (items.length === 0) throw new LetheError('promptEmpty')
  if (items.length > mostPrompts) {
    throw refused(mostPrompts + 1, { code: 'tooManyPrompts', limit: mostPrompts })
  }
  return items
}

const readers: Record<PromptSetFormat, (text: string) => PromptItem[]> = {
  lines: (text) =>
    text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((prompt) => ({ prompt, reference: null })),
  jsonl: (text) =>
    text.split(/\r?\n/).flatMap((line, index) => {
      if (line.trim() === '') return []
      let value: unknown
      try {
        value = JSON.parse(line)
      } catch (error) {
        throw refused(index + 1, quoted('reader', error))
      }
      return [itemOf(value, index + 1)]
    }),
  csv: (text) => {
    let rows: { record: unknown; info: { lines: number } }[]
    try {
      rows = parse(text, { columns: true, info: true, skip_empty_lines: true }) as never
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      throw refused(Number(error['lines'] ?? 0), quoted('reader', error))
    }
    return rows.map(({ record, info }) => itemOf(record, info.lines))
  }
}

function itemOf(value: unknown, line: number): PromptItem {
  const parsed = rowSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const code = issue?.path[0] === 'reference' ? 'referenceNotText' : 'promptMissing'
    throw refused(line, { code })
  }
  const { prompt, reference } = parsed.data
  if (prompt.trim() === '') throw refused(line, { code: 'promptBlank' })
  return { prompt, reference: reference?.trim() ? reference : null }
}

function refused(line: number, reason: Reason): LetheError {
  return new LetheError('invalidInput', { field: 'line', name: String(line), reason })
}
