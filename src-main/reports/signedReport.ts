// Signs what a report says, and checks a report that somebody hands in.
import { sign, verify } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { fileError, LetheError } from '../base/errors'
import { wordsOf, type Reason } from '../base/reasons'
import { valueReason } from '../base/valueReasons'
import type { EvidenceFile } from '../contract/evidenceFile'
import {
  reportContentSchemas,
  reportFormat,
  signedReportSchema,
  type ReportCheck,
  type ReportStatement,
  type SignedReport
} from '../contract/signedReport'
import { canonicalJson, canonicalSha256 } from './canonicalJson'
import { keyIdOf, publicKeyIn, publicKeyOf, type SigningKey } from './signingKey'

const largestBytes = 200_000_000

export function signReport(
  content: EvidenceFile,
  { privateKey, publicKey }: SigningKey,
  signedAt: number
): SignedReport {
  const statement: ReportStatement = {
    ...{ format: reportFormat, version: 1, kind: 'evidence', signedAt, publicKey },
    parts: hashesOf(content)
  }
  const signature = sign(null, Buffer.from(canonicalJson(statement)), privateKey)
  return { statement, signature: signature.toString('base64'), content: { ...content } }
}

/**
 * @param given a file with the public key that the report should be signed with
 * @throws LetheError fileNotFound, fileNotReadable, fileMalformed (not a report, not a key)
 */
export async function checkReportFile(path: string, given?: string): Promise<ReportCheck> {
  const report = signedReportSchema.safeParse(await readJson(path))
  if (!report.success) throw malformed(path, valueReason(report.error.issues[0]))
  const { statement } = report.data
  let publicKey: string
  try {
    publicKey = publicKeyIn(statement.publicKey, path)
  } catch {
    return { result: 'signatureWrong', keyId: keyIdOf(statement.publicKey) }
  }
  const keyId = keyIdOf(publicKey)
  if (given !== undefined) {
    const wanted = publicKeyIn(await readText(given), given)
    if (wanted !== publicKey) return { result: 'otherKey', keyId, givenKeyId: keyIdOf(wanted) }
  }
  return checkReport(report.data, path, given !== undefined)
}

function checkReport(
  { statement, signature, content }: SignedReport,
  path: string,
  keyGiven: boolean
): ReportCheck {
  const keyId = keyIdOf(statement.publicKey)
  const bytes = Buffer.from(canonicalJson(statement))
  const key = publicKeyOf(statement.publicKey)
  if (!verify(null, bytes, key, Buffer.from(signature, 'base64')))
    return { result: 'signatureWrong', keyId }
  const found = hashesOf(content)
  const names = [...new Set([...Object.keys(statement.parts), ...Object.keys(found)])]
  const parts = names.filter((name) => statement.parts[name] !== found[name])
  if (parts.length > 0) return { result: 'changed', keyId, parts }
  // What this app signed has its form; what another program signed need not.
  const parsed = reportContentSchemas[statement.kind].safeParse(content)
  if (!parsed.success) throw malformed(path, valueReason(parsed.error.issues[0], ['content']))
  return { result: 'unchanged', signedAt: statement.signedAt, keyId, keyGiven }
}

function hashesOf(content: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(content).map(([name, part]) => [name, canonicalSha256(part)])
  )
}

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path)
    if (size > largestBytes)
      throw malformed(path, { code: 'fileTooLarge', sizeBytes: size, limitBytes: largestBytes })
    return await readFile(path, 'utf8')
  } catch (error) {
    throw fileError(error, path)
  }
}

async function readJson(path: string): Promise<unknown> {
  const text = await readText(path)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw malformed(path, { code: 'notJson', text: wordsOf(cause) })
  }
}

function malformed(path: string, reason: Reason): LetheError {
  return new LetheError('fileMalformed', { path, format: 'report', reason })
}
