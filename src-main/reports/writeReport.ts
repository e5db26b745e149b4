// A signed report as a file: HTML or PDF for people, the data itself for other programs.
import { resolve } from 'node:path'
import { writeFileAtomically } from '../base/atomicFile'
import type { ReportFormat } from '../contract/evidenceEntries'
import type { EvidenceFile } from '../contract/evidenceFile'
import type { Language } from '../contract/quantities'
import { renderReport } from './renderReport'
import { signReport } from './signedReport'
import { keyIdOf, signingKey } from './signingKey'

export interface ReportForm {
  format: ReportFormat
  language: Language
  path: string
}

/**
 * Signs evidence with the key of the data folder and writes it, whole or not at all.
 * @throws LetheError diskFull, folderNotWritable, fileNotFound (no such folder), fileMalformed (the key)
 */
export async function writeReport(
  evidence: EvidenceFile,
  dataFolder: string,
  { format, language, path }: ReportForm
): Promise<{ path: string; keyId: string; signedAt: number }> {
  const signedAt = Date.now()
  const key = await signingKey(dataFolder)
  const report = signReport(evidence, key, signedAt)
  const to = resolve(path)
  const bytes = await renderReport(report, language, format)
  await writeFileAtomically(to, (file) => file.writeFile(bytes))
  return { path: to, keyId: keyIdOf(key.publicKey), signedAt }
}
