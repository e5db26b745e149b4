// The signed data inside a report that was drawn, and whether the drawing is what the data says.
import { z } from 'zod'
import { languages } from '../contract/quantities'
import { signedReportSchema } from '../contract/signedReport'
import { dataClosing, dataOpening } from './html/page'
import { dataIn } from './pdf/attachment'
import { renderReport, reportLayout, type DrawnFormat } from './renderReport'

const drawnSchema = z.strictObject({
  layout: z.int().positive(),
  language: z.enum(languages),
  report: signedReportSchema
})
export type DrawnReport = z.infer<typeof drawnSchema>

/** What kind of file it is; null: neither, so the JSON itself. */
export function drawnFormatOf(bytes: Buffer): DrawnFormat | null {
  const start = bytes.subarray(0, 1024).toString('latin1')
  if (start.startsWith('%PDF-')) return 'pdf'
  return /^\s*(\u00ef\u00bb\u00bf)?<!doctype html/i.test(start) ? 'html' : null
}

/** The JSON text in it; null: there is none. */
export function dataOf(bytes: Buffer, format: DrawnFormat): string | null {
  if (format === 'pdf') return dataIn(bytes)
  const text = bytes.toString('utf8')
  const start = text.lastIndexOf(dataOpening)
  const end = text.indexOf(dataClosing, start)
  return start === -1 || end === -1 ? null : text.slice(start + dataOpening.length, end)
}

export const parseDrawn = (value: unknown): z.ZodSafeParseResult<DrawnReport> =>
  drawnSchema.safeParse(value)

/**
 * Whether the file is what its data says, byte for byte: null, or the part in which they first differ.
 * `otherLayout`: it was drawn by a version that draws differently, which cannot be compared.
 */
export async function differenceOf(
  bytes: Buffer,
  format: DrawnFormat,
  { layout, language, report }: DrawnReport
): Promise<string | null> {
  if (layout !== reportLayout) return 'otherLayout'
  const drawn = await renderReport(report, language, format)
  if (drawn.equals(bytes)) return null
  return format === 'pdf' ? 'page' : `page.${sectionAt(drawn, firstDifference(drawn, bytes))}`
}

function firstDifference(a: Buffer, b: Buffer): number {
  const length = Math.min(a.length, b.length)
  let at = 0
  while (at < length && a[at] === b[at]) at++
  return at
}

/** The section that the byte stands in; `head` before the first. */
function sectionAt(html: Buffer, at: number): string {
  const before = html.subarray(0, at + 1).toString('utf8')
  return [...before.matchAll(/<section id="([a-z]+)"/g)].at(-1)?.[1] ?? 'head'
}
