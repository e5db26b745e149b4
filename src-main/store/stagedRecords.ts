// Records on their way into a dataset that nobody sees yet: staged in batches, those that were forgotten
// left out.
import type { DatasetRecord } from '../contract/records'
import type { StoreDatabase } from './database'
import { languageNumber, piiBits, problemBits } from './recordConditions'
import { keyOf, ordinalOf, rangeOf, searchTable } from './recordKeys'
import { putSignatures } from './recordSignatures'
import { idBytes, storedFindings } from './storedRecords'
import { tombstonesOf, type Caught } from './tombstones'

/** What is derived from the text of a record; `contentHash` in hexadecimal. */
export type DerivedRecord = Pick<
  DatasetRecord,
  'text' | 'layout' | 'pii' | 'language' | 'problems'
> & {
  contentHash: string
  /** In base64; '': it has no words. */
  signature: string
}

/** A record on its way in. */
export type StagedRecord = DerivedRecord & Pick<DatasetRecord, 'id' | 'line' | 'subject' | 'extra'>

/** A record that was forgotten, by its place among those that came with it. */
export interface CaughtInBatch extends Caught {
  place: number
  line: number
}

export const recordWrites = {
  /** Records of such a dataset that are like an earlier one: their ordinals and the likeness. */
  stageNear(
    database: StoreDatabase,
    { number, pairs }: { number: number; pairs: [number, number, number][] }
  ): void {
    const { $client } = database
    // What says the same is known already.
    const set = $client.prepare(
      `UPDATE record_facts SET near_of = ?, near_percent = ? WHERE key = ? AND duplicate_of IS NULL`
    )
    $client.transaction(() => {
      for (const [ordinal, of, percent] of pairs) set.run(of, percent, keyOf(number, ordinal))
    })()
  },
  /**
   * One batch of a dataset that nobody sees yet; the first record gets the place `from`. Returns those
   * that were forgotten, by their places in the batch: they are left out unless `allowForgotten`.
   */
  stage(
    database: StoreDatabase,
    ask: { number: number; from: number; records: StagedRecord[]; allowForgotten: boolean }
  ): CaughtInBatch[] {
    const { number, from, allowForgotten } = ask
    const { $client } = database
    const tombstones = tombstonesOf(database)
    const caught: CaughtInBatch[] = []
    ask.records.forEach((record, place) => {
      const found = tombstones?.find(record)
      if (found) caught.push({ place, line: record.line, ...found })
    })
    const left = new Set(allowForgotten ? [] : caught.map(({ place }) => place))
    const records = left.size > 0 ? ask.records.filter((_, place) => !left.has(place)) : ask.records
    const mark = $client.prepare('INSERT INTO forgotten_records VALUES (?, ?)')
    const [first] = rangeOf(number)
    const earliest = $client
      .prepare<[Buffer, number, number], number | null>(
        'SELECT min(key) FROM records WHERE content_hash = ? AND key BETWEEN ? AND ?'
      )
      .pluck()
    const insert = $client.prepare('INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    const facts = $client.prepare(
      'INSERT INTO record_facts VALUES (?, ?, ?, ?, 0, ?, ?, ?, NULL, NULL, 1)'
    )
    const table = searchTable(number)
    const index = $client.prepare(`INSERT INTO ${table} (rowid, text) VALUES (?, ?)`)
    $client.transaction(() => {
      records.forEach((record, at) => {
        const key = keyOf(number, from + at)
        const hash = Buffer.from(record.contentHash, 'hex')
        const same = earliest.get(hash, first, key)
        insert.run(
          ...([key, idBytes(record.id), record.line, record.text] as const),
          ...([JSON.stringify(record.layout), record.extra, hash] as const),
          storedFindings(record.pii)
        )
        facts.run(
          ...([key, record.subject ?? '', record.text.length] as const),
          ...([languageNumber(record.language), problemBits(record.problems)] as const),
          piiBits(record.pii.map(({ type }) => type)),
          same ? ordinalOf(same) : null
        )
        index.run(key, record.text)
      })
      const signatures = records.map(({ signature }) => signature)
      putSignatures($client, { number, from, signatures })
      if (allowForgotten)
        for (const { place, tombstone } of caught) mark.run(keyOf(number, from + place), tombstone)
    })()
    return caught
  }
}
