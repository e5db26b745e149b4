// A signed report as a file: HTML or PDF for people, the data itself for other programs.
import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileError } from '../base/errors'
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
  await writeWhole(to, await renderReport(report, language, format))
  return { path: to, keyId: keyIdOf(key.publicKey), signedAt }
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    {
      await using file = await open(temporary, 'wx')
      await file.writeFile(bytes)
      await file.sync()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {}) // what failed is told below
    throw fileError(error, path)
  }
}
