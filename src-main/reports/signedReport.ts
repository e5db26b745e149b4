// Signs what a report says, and tells whether it still says that.
import { sign, verify } from 'node:crypto'
import { LetheError } from '../base/errors'
import type { Reason } from '../base/reasons'
import { valueReason } from '../base/valueReasons'
import {
  reportContentSchemas,
  reportFormat,
  type ReportCheck,
  type ReportContents,
  type ReportKind,
  type ReportStatement,
  type SignedReport
} from '../contract/signedReport'
import { canonicalJson, canonicalSha256 } from './canonicalJson'
import { keyIdOf, publicKeyOf, type SigningKey } from './signingKey'

export function signReport<K extends ReportKind>(
  kind: K,
  content: ReportContents[K],
  { privateKey, publicKey }: SigningKey,
  signedAt: number
): SignedReport {
  const statement: ReportStatement = {
    ...{ format: reportFormat, version: 1, kind, signedAt, publicKey },
    parts: hashesOf(content)
  }
  const signature = sign(null, Buffer.from(canonicalJson(statement)), privateKey)
  return { statement, signature: signature.toString('base64'), content: { ...content } }
}

/** Whether each part is as it was signed. @param path of the file, for errors */
export function checkReport(
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

export function malformed(path: string, reason: Reason): LetheError {
  return new LetheError('fileMalformed', { path, format: 'report', reason })
}
