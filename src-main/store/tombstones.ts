// What is left of a forgotten record: keyed hashes of its words and of its signature, and when it was
// forgotten. A record that says the same, or nearly so, is known by them when it comes again.
//
// A signature has 64 values of one byte (base/signatures); each is kept as four bytes of an HMAC-SHA-256
// of its place and itself: 64 bands of one row (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets",
// section 3.4.2). Two texts whose shingles have the share s in common agree in a band with probability
// p = s + (1 − s)/256, and are taken to be alike where they agree in at least 42 of the 64, which tells of
// a share of 0.65: P(Bin(64, p) ≥ 42) is 0.9999 at s = 0.85, 0.998 at 0.8, 0.82 at 0.7, 0.22 at 0.6,
// 0.009 at 0.5 and under 0.0001 at 0.4. Candidates are those that agree in four bands that stand
// together, of the 16 that do: at 0.8 that passes over 2 in 10,000.
import { createHmac, randomBytes } from 'node:crypto'
import { signatureBytes, similarityOf } from '../base/signatures'
import { wordsOfText } from '../base/wordReader'
import type { CaughtRecord, Tombstone } from '../contract/erasing'
import type { StoreDatabase } from './database'
import { folderKeyWrites } from './folderKeys'

export const leastEqualBands = 42
const bandBytes = 4
const bandsTogether = 4
const shownBytes = 6
const keyName = 'tombstones'

interface Row {
  ordinal: number
  content: Buffer
  near: Buffer | null
  forgotten_at: number
}

/** One that a text is caught by. */
export interface Caught extends Omit<CaughtRecord, 'line'> {
  tombstone: number
}

/** What a record is compared by. */
export interface Comparable {
  text: string
  /** In base64; '': it has no words. */
  signature: string
}

/** All tombstones, ready to be compared with; made anew once there are others. */
class Known {
  readonly #byContent: Map<string, Row>
  readonly #byBands = new Map<string, Row[]>()

  constructor(
    private readonly key: Buffer,
    rows: readonly Row[]
  ) {
    this.#byContent = new Map(rows.map((row) => [row.content.toString('hex'), row]))
    for (const row of rows)
      if (row.near)
        for (const name of bandNames(row.near)) {
          const found = this.#byBands.get(name)
          if (found) found.push(row)
          else this.#byBands.set(name, [row])
        }
  }

  find({ text, signature }: Comparable): Caught | null {
    const same = this.#byContent.get(contentOf(this.key, text).toString('hex'))
    if (same) return caughtBy(same, null)
    if (signature === '') return null
    const near = nearOf(this.key, Buffer.from(signature, 'base64'))
    let best: { row: Row; equal: number } | null = null
    const seen = new Set<number>()
    for (const name of bandNames(near))
      for (const row of this.#byBands.get(name) ?? []) {
        if (seen.has(row.ordinal)) continue
        seen.add(row.ordinal)
        const equal = equalBands(near, row.near!)
        if (equal >= leastEqualBands && equal > (best?.equal ?? 0)) best = { row, equal }
      }
    return best && caughtBy(best.row, similarityOf(best.equal))
  }
}

/**
 * Those that catch nothing any more: a person dropped what was kept out since one erasure (store/keptOut).
 * The tombstones of an erasure are those of its moment: there is one at a time.
 */
export const isDropped =
  "forgotten_at IN (SELECT started_at FROM erasures WHERE json_extract(plan, '$.droppedAt') IS NOT NULL)"

const known = new WeakMap<StoreDatabase, Known | null>()

/** Others catch, or none: they are looked up anew. Within the writer. */
export function forgetKnown(database: StoreDatabase): void {
  known.delete(database)
}

/** Compares with all tombstones; null: there are none. Within the writer. */
export function tombstonesOf(database: StoreDatabase): Pick<Known, 'find'> | null {
  const found = known.get(database)
  if (found !== undefined) return found
  const rows = database.$client
    .prepare<[], Row>(`SELECT * FROM tombstones WHERE NOT ${isDropped}`)
    .all()
  const made = rows.length > 0 ? new Known(keyOf(database), rows) : null
  known.set(database, made)
  return made
}

/** Within a transaction. How many catch that did not before: one that was dropped does so again. */
export function addTombstones(
  database: StoreDatabase,
  records: readonly Comparable[],
  at: number
): number {
  forgetKnown(database)
  const key = keyOf(database)
  const insert = database.$client.prepare(
    `INSERT INTO tombstones (content, near, forgotten_at) VALUES (?, ?, ?)
     ON CONFLICT (content) DO UPDATE SET forgotten_at = excluded.forgotten_at WHERE ${isDropped}`
  )
  let added = 0
  for (const { text, signature } of records) {
    const near = signature === '' ? null : nearOf(key, Buffer.from(signature, 'base64'))
    added += insert.run(contentOf(key, text), near, at).changes
  }
  return added
}

export const tombstoneReads = {
  /** The latest first. `of`: of one erasure alone, dropped or not; null: all that catch. */
  list(
    database: StoreDatabase,
    { of, after, limit }: { of: string | null; after: number; limit: number }
  ): { count: number; tombstones: Tombstone[] } {
    const { $client } = database
    const meant =
      of === null
        ? `NOT ${isDropped} AND :of IS NULL`
        : 'forgotten_at = (SELECT started_at FROM erasures WHERE id = :of)'
    return {
      count: $client
        .prepare<unknown[], number>(`SELECT count(*) FROM tombstones WHERE ${meant}`)
        .pluck()
        .get({ of })!,
      tombstones: $client
        .prepare<unknown[], Row>(
          `SELECT * FROM tombstones WHERE ${meant} ORDER BY ordinal DESC LIMIT :limit OFFSET :after`
        )
        .all({ of, limit, after })
        .map((row) => ({
          fingerprint: fingerprintOf(row),
          forgottenAt: row.forgotten_at,
          near: row.near !== null
        }))
    }
  },
  /** Records of a dataset that came in though they were forgotten. */
  inDataset(database: StoreDatabase, number: number): number {
    return database.$client
      .prepare<[number], number>(
        `SELECT count(*) FROM forgotten_records JOIN tombstones ON ordinal = tombstone
         WHERE key >> 32 = ? AND NOT ${isDropped}`
      )
      .pluck()
      .get(number)!
  }
}

export const tombstoneWrites = {
  /** All of them, and the key that made them. How many there were. */
  drop(database: StoreDatabase): number {
    forgetKnown(database)
    return database.transaction(() => {
      const { $client } = database
      $client.prepare('DELETE FROM forgotten_records').run()
      $client.prepare('DELETE FROM folder_keys WHERE name = ?').run(keyName)
      return $client.prepare('DELETE FROM tombstones').run().changes
    })
  },
  /** Forgets those that were dropped before `before`. How many there were. */
  purge(database: StoreDatabase, before: number): number {
    return database.$client
      .prepare(
        `DELETE FROM tombstones WHERE forgotten_at IN
         (SELECT started_at FROM erasures WHERE json_extract(plan, '$.droppedAt') < ?)`
      )
      .run(before).changes
  }
}

/** The folder's key under a number of its own: without the number nobody makes it again. */
function keyOf(database: StoreDatabase): Buffer {
  const { $client } = database
  $client
    .prepare('INSERT OR IGNORE INTO folder_keys (name, value) VALUES (?, ?)')
    .run(keyName, randomBytes(32))
  const own = $client
    .prepare<[string], Buffer>('SELECT value FROM folder_keys WHERE name = ?')
    .pluck()
    .get(keyName)!
  const folder = Buffer.from(folderKeyWrites.content(database), 'hex')
  return createHmac('sha256', folder).update(keyName).update(own).digest()
}

/** Of its words alone; a text without any is taken as it stands. */
function contentOf(key: Buffer, text: string): Buffer {
  const words = wordsOfText(text)
  const normal = words.length > 0 ? `w ${words.join(' ')}` : `t ${text}`
  return createHmac('sha256', key).update(normal).digest()
}

let bandTable: { key: Buffer; bands: Buffer } | null = null

function nearOf(key: Buffer, signature: Uint8Array): Buffer {
  if (!bandTable?.key.equals(key)) bandTable = { key, bands: allBands(key) }
  const near = Buffer.alloc(signatureBytes * bandBytes)
  for (let place = 0; place < signatureBytes; place++) {
    const from = (place * 256 + signature[place]!) * bandBytes
    bandTable.bands.copy(near, place * bandBytes, from, from + bandBytes)
  }
  return near
}

/** What each value can become at each place. */
function allBands(key: Buffer): Buffer {
  const bands = Buffer.alloc(signatureBytes * 256 * bandBytes)
  for (let at = 0; at < signatureBytes * 256; at++)
    createHmac('sha256', key)
      .update(Uint8Array.of(at >> 8, at & 255))
      .digest()
      .copy(bands, at * bandBytes, 0, bandBytes)
  return bands
}

function bandNames(near: Buffer): string[] {
  const step = bandsTogether * bandBytes
  return Array.from(
    { length: near.length / step },
    (_, at) => `${at} ${near.toString('latin1', at * step, (at + 1) * step)}`
  )
}

function equalBands(a: Buffer, b: Buffer): number {
  let equal = 0
  for (let at = 0; at < a.length; at += bandBytes)
    if (a.readUInt32LE(at) === b.readUInt32LE(at)) equal++
  return equal
}

const fingerprintOf = ({ content }: Row): string => content.toString('hex', 0, shownBytes)

function caughtBy(row: Row, similarity: number | null): Caught {
  const { ordinal: tombstone, forgotten_at: forgottenAt } = row
  return { tombstone, fingerprint: fingerprintOf(row), forgottenAt, similarity }
}
