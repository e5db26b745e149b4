// Changes of records. Each makes a new version of the dataset and keeps what the records were before it,
// so that it can be undone, and a training goes on with the version that it began with.
import type Database from 'better-sqlite3'
import { LetheError } from '../base/errors'
import {
  datasetChangeSchema,
  recordVersionSchema,
  type DatasetChange,
  type RecordVersion
} from '../contract/records'
import type { StoreDatabase } from './database'
import { readyOf } from './datasets'
import { languageNumber, piiBits, problemBits } from './recordConditions'
import { keyOf, ordinalOf, rangeOf, searchTable } from './recordKeys'
import { requireChange, type Changed } from './recordMarks'
import type { DerivedRecord } from './stagedRecords'
import { putSignatures, signatureAt } from './recordSignatures'
import { findingsOf, storedFindings } from './storedRecords'
import { tombstonesOf } from './tombstones'

const shownChanges = 100

interface Content {
  text: string
  layout: string
  subject: string
  content_hash: Buffer
  pii: string | null
  language: number
  problems: number
  signature: Buffer | null
}

export const recordChangeReads = {
  /** The latest first. */
  list(database: StoreDatabase, number: number): DatasetChange[] {
    return database.$client
      .prepare<[number], Record<string, unknown>>(
        `SELECT version, kind, records, changed_at AS changedAt FROM dataset_changes
         WHERE dataset = ? ORDER BY version DESC LIMIT ${shownChanges}`
      )
      .all(number)
      .map((row) => datasetChangeSchema.parse(row))
  },
  /** What a record says and said, the latest first. */
  versions(
    database: StoreDatabase,
    { number, ordinal }: { number: number; ordinal: number }
  ): RecordVersion[] {
    const key = keyOf(number, ordinal)
    const rows = database.$client
      .prepare<unknown[], Content & { since: number; changedAt: number }>(
        `SELECT contents.*, ifnull(changed_at, created_at) AS changedAt FROM (
           SELECT text, layout, subject, pii, version AS since FROM records
             JOIN record_facts USING (key) WHERE key = :key
           UNION ALL
           SELECT text, layout, subject, pii, since FROM record_contents_before WHERE key = :key
         ) AS contents
         JOIN datasets ON datasets.ordinal = :number
         LEFT JOIN dataset_changes ON dataset = :number AND dataset_changes.version = since
         ORDER BY since DESC`
      )
      .all({ key, number })
    if (rows.length === 0) throw new LetheError('notFound', { kind: 'record', id: String(ordinal) })
    return rows.map((row) =>
      recordVersionSchema.parse({
        ...{ from: row.since, changedAt: row.changedAt, text: row.text },
        ...{ layout: JSON.parse(row.layout), pii: findingsOf(row.pii) },
        subject: row.subject === '' ? null : row.subject
      })
    )
  },
  /** Whether a version changed texts; else it changed tags or splits. */
  changedTexts(
    database: StoreDatabase,
    { number, version }: { number: number; version: number }
  ): boolean {
    requireChange(database.$client, number, version)
    return contentsBefore(database.$client, number, version).length > 0
  },
  tags(database: StoreDatabase, number: number): { tag: string; records: number }[] {
    return database.$client
      .prepare<[number], { tag: string; records: number }>(
        `SELECT name AS tag, count(*) AS records FROM record_tag_names
         JOIN record_tags ON tag = ordinal WHERE dataset = ? GROUP BY ordinal ORDER BY name`
      )
      .all(number)
  }
}

export const recordChangeWrites = {
  /** Another text, or another subject, or both. Throws `recordForgotten` unless that is allowed. */
  edit(
    database: StoreDatabase,
    ask: {
      id: string
      ordinal: number
      record: DerivedRecord
      subject: string | null
      allowForgotten: boolean
      at: number
    }
  ): Changed {
    const { id, ordinal, record, subject, allowForgotten, at } = ask
    return changed(database, { id, kind: 'edit', at }, ({ number, version }) => {
      const key = keyOf(number, ordinal)
      const now = contentOf(database.$client, key)
      const content: Content = {
        ...{ text: record.text, layout: JSON.stringify(record.layout), subject: subject ?? '' },
        ...{ content_hash: Buffer.from(record.contentHash, 'hex') },
        ...{ pii: storedFindings(record.pii), language: languageNumber(record.language) },
        problems: problemBits(record.problems),
        signature: Buffer.from(record.signature, 'base64')
      }
      const isSameText = now.content_hash.equals(content.content_hash)
      if (isSameText && now.subject === content.subject) return 0
      const caught = isSameText ? null : tombstonesOf(database)?.find(record)
      if (caught && !allowForgotten)
        throw new LetheError('recordForgotten', { forgottenAt: caught.forgottenAt })
      if (caught)
        database.$client
          .prepare('INSERT OR REPLACE INTO forgotten_records VALUES (?, ?)')
          .run(key, caught.tombstone)
      setContent(database.$client, { number, version, key, content })
      return 1
    })
  },
  /** Gives the records whose texts a change touched what they said before it. */
  undo(
    database: StoreDatabase,
    { id, version: undone, at }: { id: string; version: number; at: number }
  ): Changed {
    return changed(database, { id, kind: 'undo', at }, ({ number, version }) => {
      const contents = contentsBefore(database.$client, number, undone)
      for (const { key, ...content } of contents) {
        setContent(database.$client, { number, version, key, content })
      }
      return contents.length
    })
  }
}

function contentsBefore(
  database: Database.Database,
  number: number,
  until: number
): (Content & { key: number })[] {
  return database
    .prepare<[number, number, number], Content & { key: number }>(
      'SELECT * FROM record_contents_before WHERE key BETWEEN ? AND ? AND until = ?'
    )
    .all(...rangeOf(number), until)
}

/** Runs `work` as the next version; when it changed no record, nothing happened. */
function changed(
  database: StoreDatabase,
  { id, kind, at }: { id: string; kind: DatasetChange['kind']; at: number },
  work: (next: { number: number; version: number }) => number
): Changed {
  return database.transaction(() => {
    const { $client } = database
    const { number, version: before } = readyOf(database, id)
    const version = before + 1
    const records = work({ number, version })
    if (records === 0) return { dataset: readyOf(database, id), change: null }
    $client
      .prepare('INSERT INTO dataset_changes VALUES (?, ?, ?, ?, ?)')
      .run(number, version, kind, records, at)
    $client.prepare('UPDATE datasets SET version = ? WHERE id = ?').run(version, id)
    return { dataset: readyOf(database, id), change: { version, kind, records, changedAt: at } }
  })
}

function contentOf(database: Database.Database, key: number): Omit<Content, 'signature'> {
  const content = database
    .prepare<[number], Omit<Content, 'signature'>>(
      `SELECT text, layout, subject, content_hash, pii, language, problems
       FROM records JOIN record_facts USING (key) WHERE key = ?`
    )
    .get(key)
  if (content) return content
  throw new LetheError('notFound', { kind: 'record', id: String(ordinalOf(key)) })
}

/** The text it had goes to what was before, and the index of words and all that is known of it follow. */
function setContent(
  database: Database.Database,
  ask: { number: number; version: number; key: number; content: Content }
): void {
  const { number, version, key, content } = ask
  const now = contentOf(database, key)
  database
    .prepare(
      `INSERT INTO record_contents_before
         (key, until, since, text, layout, subject, content_hash, pii, language, problems, signature)
       SELECT key, ?, version, text, layout, subject, content_hash, pii, language, problems, ?
       FROM records JOIN record_facts USING (key) WHERE key = ?`
    )
    .run(version, signatureAt(database, key), key)
  database
    .prepare(
      `UPDATE record_facts SET near_of = NULL, near_percent = NULL
       WHERE key = :key OR (key >> 32 = :number AND near_of = :ordinal)`
    )
    .run({ key, number, ordinal: ordinalOf(key) })
  const search = searchTable(number)
  database
    .prepare(`INSERT INTO ${search} (${search}, rowid, text) VALUES ('delete', ?, ?)`)
    .run(key, now.text)
  const { text, layout, content_hash, pii, subject, language, problems } = content
  // A dataset that came in before signatures were kept gets all of them at once, when they are looked for.
  if (signatureAt(database, key)) {
    const signatures = [content.signature?.toString('base64') ?? '']
    putSignatures(database, { number, from: ordinalOf(key), signatures })
  }
  database
    .prepare('UPDATE records SET text = ?, layout = ?, content_hash = ?, pii = ? WHERE key = ?')
    .run(text, layout, content_hash, pii, key)
  database.prepare(`INSERT INTO ${search} (rowid, text) VALUES (?, ?)`).run(key, text)
  const types = piiBits(findingsOf(pii).map(({ type }) => type))
  database
    .prepare(
      `UPDATE record_facts SET subject = ?, length = ?, language = ?, problems = ?, pii_types = ?,
       version = ? WHERE key = ?`
    )
    .run(subject, text.length, language, problems, types, version, key)
  for (const hash of [now.content_hash, content_hash]) markDuplicates(database, number, hash)
}

/** Of the records that say the same, all but the first are duplicates of it. */
function markDuplicates(database: Database.Database, number: number, hash: Buffer): void {
  const keys = database
    .prepare<unknown[], number>(
      'SELECT key FROM records WHERE content_hash = ? AND key BETWEEN ? AND ? ORDER BY key'
    )
    .pluck()
    .all(hash, ...rangeOf(number))
  const [first] = keys
  if (first === undefined) return
  database
    .prepare(
      `UPDATE record_facts SET duplicate_of = iif(key = :first, NULL, :ordinal)
       WHERE key IN (SELECT value FROM json_each(:keys))
       AND duplicate_of IS NOT iif(key = :first, NULL, :ordinal)`
    )
    .run({ first, ordinal: ordinalOf(first), keys: JSON.stringify(keys) })
}
