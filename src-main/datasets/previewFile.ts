// The beginning of a file of records, as it would be imported.
import { openFile, type FileForm } from './fileForm'
import type { RejectedRow } from './readRecords'
import { guessMapping, recordOf, type Mapping, type Part, type Shape } from './shapes'

export interface FilePreview {
  form: FileForm
  sizeBytes: number
  columns: string[]
  /** null: no shape fits these columns. */
  mapping: Mapping | null
  records: ({ line: number; parts: Part[]; subject: string | null } | RejectedRow)[]
}

const lookedAtRows = 100
const shownRecords = 10
const shownChars = 2000

/** @param wanted what is already decided; the rest is guessed. Throws what openFile and readers throw. */
export async function previewFile(
  path: string,
  wanted: { form: Partial<FileForm>; mapping: Mapping | null; shape?: Shape | undefined }
): Promise<FilePreview> {
  const file = await openFile(path, wanted.form)
  const columns = new Set<string>()
  const rows: ({ line: number; value: Record<string, unknown> } | RejectedRow)[] = []
  for await (const row of file.rows()) {
    rows.push(row)
    if ('value' in row) for (const column of Object.keys(row.value)) columns.add(column)
    if (rows.length >= lookedAtRows) break
  }
  const names = [...columns]
  const mapping = wanted.mapping ?? guessMapping(names, wanted.shape)
  const records = rows.slice(0, shownRecords).flatMap((row): FilePreview['records'] => {
    if ('problem' in row) return [row]
    if (!mapping) return []
    const content = recordOf(row.value, mapping)
    if ('problem' in content) return [{ line: row.line, ...content }]
    const parts = content.parts.map(({ role, text }) => ({ role, text: text.slice(0, shownChars) }))
    return [{ line: row.line, parts, subject: content.subject }]
  })
  return { form: file.form, sizeBytes: file.sizeBytes, columns: names, mapping, records }
}
