// Signatures of records: finds those that are alike without reading their texts.
import type Database from 'better-sqlite3'
import { mostDifferent, signatureBytes, similarityOf } from '../base/signatures'
import type { StoreDatabase } from './database'
import { keyOf, ordinalOf, rangeOf } from './recordKeys'

/** Records whose signatures are one row. */
const recordsOfRow = 128
/** Rows that one call goes through: others ask between two. */
const rowsAtOnce = 1024

export interface AlikeRecord {
  /** Place of the signature that was asked for. */
  wanted: number
  ordinal: number
  similarity: number
}

export const recordSignatureReads = {
  /**
   * The records of one stretch of a dataset that are like one of these.
   * @param from an ordinal: where the stretch begins
   * @param wanted signatures in base64, as they are stored; '' is like nothing
   * @returns `next`: where the next stretch begins; null behind the last
   */
  alike(
    database: StoreDatabase,
    ask: { number: number; from: number; wanted: string[]; leastSimilarity: number }
  ): { found: AlikeRecord[]; next: number | null } {
    const { number, from, wanted, leastSimilarity } = ask
    const most = mostDifferent(leastSimilarity)
    const signatures = wanted.map((it) => (it === '' ? null : Buffer.from(it, 'base64')))
    const rows = database.$client
      .prepare<[number, number], { key: number; signatures: Buffer }>(
        `SELECT key, signatures FROM record_signatures WHERE key BETWEEN ? AND ?
         ORDER BY key LIMIT ${rowsAtOnce}`
      )
      .iterate(keyOf(number, from), rangeOf(number)[1])
    const found: AlikeRecord[] = []
    let seen = 0
    let next = from
    for (const { key, signatures: bytes } of rows) {
      seen++
      next = ordinalOf(key) + recordsOfRow
      for (let at = 0; at < bytes.length; at += signatureBytes) {
        signatures.forEach((signature, place) => {
          if (!signature) return
          const equal = equalBytes(bytes, at, signature, most)
          if (equal === null) return
          const ordinal = ordinalOf(key) + at / signatureBytes
          found.push({ wanted: place, ordinal, similarity: similarityOf(equal) })
        })
      }
    }
    return { found, next: seen === rowsAtOnce ? next : null }
  },
  /** The records of a dataset whose signature is one of these, in base64. */
  identical(
    database: StoreDatabase,
    { number, signatures }: { number: number; signatures: readonly string[] }
  ): { key: number; signature: string }[] {
    const wanted = new Map(
      signatures.map((it) => [Buffer.from(it, 'base64').toString('latin1'), it])
    )
    const beginnings = new Set(signatures.map((it) => Buffer.from(it, 'base64').readUInt32LE()))
    const found: { key: number; signature: string }[] = []
    if (wanted.size === 0) return found
    const rows = database.$client
      .prepare<[number, number], { key: number; signatures: Buffer }>(
        'SELECT key, signatures FROM record_signatures WHERE key BETWEEN ? AND ?'
      )
      .iterate(...rangeOf(number))
    for (const { key, signatures: bytes } of rows)
      for (let at = 0; at < bytes.length; at += signatureBytes) {
        if (!beginnings.has(bytes.readUInt32LE(at))) continue
        const signature = wanted.get(bytes.toString('latin1', at, at + signatureBytes))
        if (signature !== undefined) found.push({ key: key + at / signatureBytes, signature })
      }
    return found
  },
  /** Of these records, in base64; '': there is none, or the record has no words. */
  of(
    database: StoreDatabase,
    { number, ordinals }: { number: number; ordinals: number[] }
  ): string[] {
    return ordinals.map((ordinal) => {
      const signature = signatureAt(database.$client, keyOf(number, ordinal))
      return signature?.some((byte) => byte !== 0) ? signature.toString('base64') : ''
    })
  },
  /** The first place without one, of a dataset that came in before they were kept; null: all have. */
  firstMissing(database: StoreDatabase, number: number): number | null {
    const rows = database.$client
      .prepare<[number, number], number>(
        'SELECT count(*) FROM record_signatures WHERE key BETWEEN ? AND ?'
      )
      .pluck()
      .get(...rangeOf(number))!
    const last = database.$client
      .prepare<[number, number], number | null>(
        'SELECT max(key) FROM record_facts WHERE key BETWEEN ? AND ?'
      )
      .pluck()
      .get(...rangeOf(number))
    // Records that were erased have left their places.
    const places = last == null ? 0 : ordinalOf(last)
    return rows * recordsOfRow >= places ? null : rows * recordsOfRow + 1
  }
}

export const recordSignatureWrites = {
  /** Of records that lie one behind the other, the first of them at `from`. */
  put(database: StoreDatabase, ask: { number: number; from: number; signatures: string[] }): void {
    database.$client.transaction(() => putSignatures(database.$client, ask))()
  }
}

/** Within a transaction. */
export function putSignatures(
  database: Database.Database,
  { number, from, signatures }: { number: number; from: number; signatures: readonly string[] }
): void {
  const read = database
    .prepare<[number], Buffer>('SELECT signatures FROM record_signatures WHERE key = ?')
    .pluck()
  const write = database.prepare(
    `INSERT INTO record_signatures VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET signatures = excluded.signatures`
  )
  for (let at = 0; at < signatures.length;) {
    const { key, place } = rowOf(keyOf(number, from + at))
    const row = read.get(key) ?? Buffer.alloc(recordsOfRow * signatureBytes)
    for (let to = place; to < recordsOfRow && at < signatures.length; to++, at++) {
      const bytes = Buffer.from(signatures[at]!, 'base64')
      row.fill(0, to * signatureBytes, (to + 1) * signatureBytes)
      bytes.copy(row, to * signatureBytes)
    }
    write.run(key, row)
  }
}

/** Zeros: the record has no words. */
export function signatureAt(database: Database.Database, recordKey: number): Buffer | null {
  const { key, place } = rowOf(recordKey)
  const row = database
    .prepare<[number], Buffer>('SELECT signatures FROM record_signatures WHERE key = ?')
    .pluck()
    .get(key)
  return row?.subarray(place * signatureBytes, (place + 1) * signatureBytes) ?? null
}

function rowOf(recordKey: number): { key: number; place: number } {
  const place = (ordinalOf(recordKey) - 1) % recordsOfRow
  return { key: recordKey - place, place }
}

/** null: more than `most` differ. */
function equalBytes(
  bytes: Uint8Array,
  from: number,
  signature: Uint8Array,
  most: number
): number | null {
  let different = 0
  for (let at = 0; at < signatureBytes; at++) {
    if (bytes[from + at] !== signature[at] && ++different > most) return null
  }
  return signatureBytes - different
}
