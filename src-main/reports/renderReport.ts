// A signed report as a file that people read: HTML or PDF, from the signed data and a language alone. The
// same data gives the same bytes, so that a check can draw it again and compare.
import { LetheError } from '../base/errors'
import { valueReason } from '../base/valueReasons'
import type { ReportFormat } from '../contract/evidenceEntries'
import type { Language } from '../contract/quantities'
import {
  reportContentSchemas,
  type ReportContents,
  type ReportKind,
  type SignedReport
} from '../contract/signedReport'
import { biasDocument } from './bias/document'
import { canonicalJson } from './canonicalJson'
import type { ReportDocument } from './document'
import { evidenceDocument } from './evidence/document'
import { htmlPage } from './html/page'

/** Of what is drawn and how: it changes with every change of either. */
export const reportLayout = 2

export type DrawnFormat = Exclude<ReportFormat, 'json'>

/** @throws LetheError fileMalformed where the content is not of its kind */
export function reportDocument(report: SignedReport, language: Language): ReportDocument {
  return report.statement.kind === 'bias'
    ? biasDocument(contentOf(report, 'bias'), report, language)
    : evidenceDocument(contentOf(report, 'evidence'), report, language)
}

/** @throws LetheError fileMalformed where the content is not of this kind */
export function contentOf<K extends ReportKind>(
  { content }: SignedReport,
  kind: K
): ReportContents[K] {
  const parsed = reportContentSchemas[kind].safeParse(content)
  if (parsed.success) return parsed.data
  const reason = valueReason(parsed.error.issues[0], ['content'])
  throw new LetheError('fileMalformed', { path: 'report', format: 'report', reason })
}

/** JSON is the signed data itself. @throws LetheError fileMalformed */
export async function renderReport(
  report: SignedReport,
  language: Language,
  format: ReportFormat
): Promise<Buffer> {
  if (format === 'json') return Buffer.from(`${JSON.stringify(report, null, 2)}\n`)
  const document = reportDocument(report, language)
  const data = canonicalJson({ layout: reportLayout, language, report })
  if (format === 'html') return Buffer.from(htmlPage(document, data))
  // Fonts and the writer of PDF are large: only whoever wants one loads them.
  const { pdfPages } = await import('./pdf/pages')
  return pdfPages(document, data, report.statement.signedAt)
}
