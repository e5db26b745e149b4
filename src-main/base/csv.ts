// Tables as comma-separated values (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180).

export type CsvCell = string | number | boolean | null | undefined

/** Rows in their order; lines end as the RFC has it, the last one too. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')
}

function written(value: CsvCell): string {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Text that a spreadsheet takes for text: one that begins as a formula does gets an apostrophe in front.
 * Numbers are to be given as numbers. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function notAFormula(text: string): string {
  return /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text
}
