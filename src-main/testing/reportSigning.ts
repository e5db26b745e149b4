// Reports signed by a key of a moment, and checked as files.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { BiasFile } from '../contract/biasFile'
import type { EvidenceFile } from '../contract/evidenceFile'
import type { ReportCheck, SignedReport } from '../contract/signedReport'
import { checkReportFile } from '../reports/checkReportFile'
import { signReport } from '../reports/signedReport'

const pair = generateKeyPairSync('ed25519')
export const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
export const signedAt = Date.UTC(2026, 10, 12, 14, 3)

export const signed = (evidence: EvidenceFile): SignedReport =>
  signReport('evidence', evidence, { privateKey: pair.privateKey, publicKey }, signedAt)

export const signedBias = (bias: BiasFile): SignedReport =>
  signReport('bias', bias, { privateKey: pair.privateKey, publicKey }, signedAt)

/** To be called where the tests of a file are described. */
export function fileChecker(): (bytes: Buffer | string) => Promise<ReportCheck> {
  const folder = mkdtempSync(join(tmpdir(), 'lethe-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (bytes) => {
    const path = join(folder, 'report')
    writeFileSync(path, bytes)
    return checkReportFile(path)
  }
}
