// A signed report as a file: HTML or PDF for people, the data itself for other programs.
import { resolve } from 'node:path'
import { writeFileAtomically } from '../base/atomicFile'
import type { BiasFile, BiasReportFormat } from '../contract/biasFile'
import type { ReportFormat } from '../contract/evidenceEntries'
import type { EvidenceFile } from '../contract/evidenceFile'
import type { Language } from '../contract/quantities'
import type { ReportContents, ReportKind } from '../contract/signedReport'
import { axesCsv, itemsCsv } from './bias/tables'
import { renderReport } from './renderReport'
import { signReport } from './signedReport'
import { keyIdOf, signingKey } from './signingKey'

export interface ReportForm<F = ReportFormat> {
  format: F
  language: Language
  path: string
}

/**
 * Signs evidence with the key of the data folder and writes it, whole or not at all.
 * @throws LetheError diskFull, folderNotWritable, fileNotFound (no such folder), fileMalformed (the key)
 */
export function writeReport(
  evidence: EvidenceFile,
  dataFolder: string,
  form: ReportForm
): Promise<{ path: string; keyId: string; signedAt: number }> {
  return writeSigned('evidence', evidence, dataFolder, form)
}

/** The same of a bias report; or one of its tables, which are not signed. */
export async function writeBiasReport(
  file: BiasFile,
  dataFolder: string,
  { format, language, path }: ReportForm<BiasReportFormat>
): Promise<{ path: string; keyId: string | null; signedAt: number }> {
  if (format !== 'csv' && format !== 'itemsCsv')
    return writeSigned('bias', file, dataFolder, { format, language, path })
  const to = resolve(path)
  const text = biasTable(file, format)
  await writeFileAtomically(to, (handle) => handle.writeFile(text))
  return { path: to, keyId: null, signedAt: file.createdAt }
}

export function biasTable(file: BiasFile, format: 'csv' | 'itemsCsv'): string {
  return format === 'csv' ? axesCsv(file) : itemsCsv(file)
}

async function writeSigned<K extends ReportKind>(
  kind: K,
  content: ReportContents[K],
  dataFolder: string,
  { format, language, path }: ReportForm
): Promise<{ path: string; keyId: string; signedAt: number }> {
  const signedAt = Date.now()
  const key = await signingKey(dataFolder)
  const report = signReport(kind, content, key, signedAt)
  const to = resolve(path)
  const bytes = await renderReport(report, language, format)
  await writeFileAtomically(to, (file) => file.writeFile(bytes))
  return { path: to, keyId: keyIdOf(key.publicKey), signedAt }
}
