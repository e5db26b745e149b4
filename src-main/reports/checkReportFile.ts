// Checks a report that somebody hands in: JSON, HTML or PDF.
import { readFile, stat } from 'node:fs/promises'
import { fileError } from '../base/errors'
import { wordsOf } from '../base/reasons'
import { valueReason } from '../base/valueReasons'
import { signedReportSchema, type ReportCheck, type SignedReport } from '../contract/signedReport'
import { dataOf, differenceOf, drawnFormatOf, parseDrawn, type DrawnReport } from './drawnReport'
import { checkReport, malformed } from './signedReport'
import { keyIdOf, publicKeyIn } from './signingKey'

const largestBytes = 200_000_000

/**
 * @param given a file with the public key that the report should be signed with
 * @throws LetheError fileNotFound, fileNotReadable, fileMalformed (not a report, not a key)
 */
export async function checkReportFile(path: string, given?: string): Promise<ReportCheck> {
  const bytes = await readWhole(path)
  const format = drawnFormatOf(bytes)
  const drawn = format === null ? null : drawnIn(dataOf(bytes, format), path)
  const found = await checkSigned(drawn?.report ?? signedIn(bytes, path), path, given)
  if (found.result !== 'unchanged' || drawn === null || format === null) return found
  // The data is as it was signed; is that what stands on the page?
  const difference = await differenceOf(bytes, format, drawn)
  const { keyId, signedAt, keyGiven } = found
  if (difference === null) return found
  if (difference === 'otherLayout') return { result: 'otherLayout', keyId, signedAt, keyGiven }
  return { result: 'changed', keyId, parts: [difference] }
}

/** What a report says, in whichever format it is; whether it is as it was signed is not asked. */
export async function readReport(path: string): Promise<SignedReport> {
  const bytes = await readWhole(path)
  const format = drawnFormatOf(bytes)
  return format === null ? signedIn(bytes, path) : drawnIn(dataOf(bytes, format), path).report
}

async function checkSigned(
  report: SignedReport,
  path: string,
  given: string | undefined
): Promise<ReportCheck> {
  const { statement } = report
  let publicKey: string
  try {
    publicKey = publicKeyIn(statement.publicKey, path)
  } catch {
    return { result: 'signatureWrong', keyId: keyIdOf(statement.publicKey) }
  }
  const keyId = keyIdOf(publicKey)
  if (given !== undefined) {
    const wanted = publicKeyIn((await readWhole(given)).toString('utf8'), given)
    if (wanted !== publicKey) return { result: 'otherKey', keyId, givenKeyId: keyIdOf(wanted) }
  }
  return checkReport(report, path, given !== undefined)
}

function drawnIn(data: string | null, path: string): DrawnReport {
  if (data === null) throw malformed(path, { code: 'noSignedData' })
  const drawn = parseDrawn(jsonOf(data, path))
  if (!drawn.success) throw malformed(path, valueReason(drawn.error.issues[0]))
  return drawn.data
}

function signedIn(bytes: Buffer, path: string): SignedReport {
  const report = signedReportSchema.safeParse(jsonOf(bytes.toString('utf8'), path))
  if (!report.success) throw malformed(path, valueReason(report.error.issues[0]))
  return report.data
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw malformed(path, { code: 'notJson', text: wordsOf(cause) })
  }
}

async function readWhole(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path)
    if (size > largestBytes)
      throw malformed(path, { code: 'fileTooLarge', sizeBytes: size, limitBytes: largestBytes })
    return await readFile(path)
  } catch (error) {
    throw fileError(error, path)
  }
}
