// A file of records on its way into the store: rows become records with a content hash and the personal
// data found in them, in batches; what cannot be read is counted, and the first of it is kept.
import { createHmac, createSecretKey, randomUUID, type KeyObject } from 'node:crypto'
import { LetheError } from '../base/errors'
import { languageOf, type TextLanguage } from '../text/language'
import { findPii, type PiiFinding } from '../text/pii'
import { signatureOf } from '../text/similarity'
import { openFile, type FileForm } from './fileForm'
import { NearDuplicates, type NearPair } from './nearDuplicates'
import type { ReadRow } from './readers/rows'
import { problemsOf, type ContentProblem } from './recordProblems'
import { recordOf, type Mapping, type Part, type RecordProblem, type Role } from './shapes'

export interface NewRecord {
  id: string
  line: number
  /** The parts' texts, a line feed between them. */
  text: string
  /** Role and length of each part, in order. */
  layout: [role: Role, length: number][]
  subject: string | null
  extra: string | null // JSON
  /** HMAC-SHA-256 of the parts, in hexadecimal. */
  contentHash: string
  /** In base64; '': it has no words. */
  signature: string
  pii: PiiFinding[]
  language: TextLanguage
  problems: ContentProblem[]
}

export interface RejectedRow {
  line: number
  problem: RecordProblem
  detail: string
}

export interface ReadingResult {
  records: number
  rejected: { count: number; first: RejectedRow[] }
  /** False: there were too many to look for near-duplicates. */
  compared: boolean
}

export interface ReadRecordsOptions {
  path: string
  form: FileForm
  mapping: Mapping
  /** Of the data folder, in hexadecimal. */
  contentKey: string
  /** Stop at the first row that cannot be read, with `rowRefused`. */
  stopAtRejected: boolean
  signal: AbortSignal
  /** Resolves when the next batch may come. */
  onBatch(batch: ReadBatch): Promise<void>
}

export interface ReadBatch {
  records: NewRecord[]
  near: NearPair[]
  doneBytes: number
  totalBytes: number
  rejected: number
}

const batchRecords = 500
const batchChars = 512 * 1024
const batchPairs = 10_000
const keptRejected = 100
/** Rows after which the work lets others, and an abort, have their turn. */
const turnRows = 2000

export async function readRecords(options: ReadRecordsOptions): Promise<ReadingResult> {
  const { path, form, mapping, contentKey, stopAtRejected, signal, onBatch } = options
  const file = await openFile(path, form)
  const key = contentKeyOf(contentKey)
  const first: RejectedRow[] = []
  let rejected = 0
  let records = 0
  let rows = 0
  let batch: NewRecord[] = []
  let chars = 0
  const near = new NearDuplicates()
  const send = async (pairs: NearPair[] = []): Promise<void> => {
    const sent = batch
    batch = []
    chars = 0
    const progress = { doneBytes: file.doneBytes(), totalBytes: file.sizeBytes, rejected }
    await onBatch({ records: sent, near: pairs, ...progress })
  }
  const turn = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve))
    if (signal.aborted) throw new LetheError('cancelled')
  }
  for await (const row of file.rows()) {
    if (++rows % turnRows === 0) await turn()
    if (signal.aborted) throw new LetheError('cancelled')
    const read = readRow(row, mapping, key)
    if ('problem' in read) {
      if (stopAtRejected) throw new LetheError('rowRefused', { path, ...read })
      if (rejected++ < keptRejected) first.push(read)
      continue
    }
    records++
    batch.push(read)
    near.add(read.signature === '' ? null : Buffer.from(read.signature, 'base64'))
    chars += read.text.length
    if (batch.length >= batchRecords || chars >= batchChars) await send()
  }
  await send()
  const pairs = await near.find(turn)
  for (let at = 0; at < pairs.length; at += batchPairs) await send(pairs.slice(at, at + batchPairs))
  return { records, rejected: { count: rejected, first }, compared: near.looks }
}

function readRow(row: ReadRow, mapping: Mapping, key: KeyObject): NewRecord | RejectedRow {
  if ('problem' in row) return row
  const content = recordOf(row.value, mapping)
  if ('problem' in content) return { line: row.line, ...content }
  const { parts, subject, extra } = content
  return {
    ...{ id: randomUUID(), line: row.line, subject },
    extra: extra === null ? null : JSON.stringify(extra),
    ...recordParts(parts, key)
  }
}

/** The key of content hashes from its hexadecimal form; made once for many records. */
export const contentKeyOf = (contentKey: string): KeyObject => createSecretKey(contentKey, 'hex')

/** What is derived from the parts of a record, when it is read and when it is edited. */
export function recordParts(
  parts: readonly Part[],
  key: KeyObject
): Omit<NewRecord, 'id' | 'line' | 'subject' | 'extra'> {
  const text = parts.map((part) => part.text).join('\n')
  const content = JSON.stringify(parts.map((part) => [part.role, part.text]))
  return {
    text,
    layout: parts.map((part) => [part.role, part.text.length]),
    contentHash: createHmac('sha256', key).update(content).digest('hex'),
    signature: signatureOf(text),
    pii: findPii(text),
    language: languageOf(text),
    problems: problemsOf(parts)
  }
}
