// Fingerprints of forgotten records: what they catch, what they let by, and what dropping them does.
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import { uniform } from '../base/random'
import { signatureBytes } from '../base/signatures'
import type { StoreDatabase } from './database'
import { keptOutReads, keptOutWrites } from './keptOut'
import { migrate } from './migrate'
import {
  addTombstones,
  leastEqualBands,
  tombstoneReads,
  tombstonesOf,
  tombstoneWrites
} from './tombstones'

let database: StoreDatabase
beforeEach(() => {
  const client = new Database(':memory:')
  client.pragma('foreign_keys = ON')
  migrate(client, ':memory:')
  database = drizzle({ client })
})

const signature = (seed: number): Uint8Array =>
  Uint8Array.from({ length: signatureBytes }, (_, at) => Math.floor(256 * uniform(seed, at)))
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const record = (text: string, bytes: Uint8Array | null) => ({
  text,
  signature: bytes ? base64(bytes) : ''
})

/** The same but for some values, those first that stand apart. */
function changed(bytes: Uint8Array, count: number): Uint8Array {
  const others = bytes.slice()
  for (let at = 0; at < count; at++) others[(at * 5) % signatureBytes]! += 1
  return others
}

test('what says the same is caught, whatever its case, accents and signs', () => {
  expect(tombstonesOf(database)).toBeNull()
  addTombstones(database, [record('Ana Souza mora no 12.', null), record('!?', null)], 5)
  const known = tombstonesOf(database)!
  const same = known.find(record('ANA SOUZA: mora… no 12', signature(3)))
  expect(same).toMatchObject({ forgottenAt: 5, similarity: null })
  expect(known.find(record('Ana Souza mora no 13.', signature(3)))).toBeNull()
  expect(known.find(record('!?', null))).not.toBeNull()
  expect(known.find(record('?!', null))).toBeNull()
})

test('what is nearly the same is caught by as many bands as are said, and by no fewer', () => {
  const forgotten = signature(1)
  addTombstones(database, [record('a text', forgotten), record('another', signature(2))], 7)
  const known = tombstonesOf(database)!
  const most = signatureBytes - leastEqualBands
  for (const count of [0, 1, 8, 15])
    expect(known.find(record('other words', changed(forgotten, count)))?.similarity).toBeCloseTo(
      (1 - count / 64 - 1 / 256) / (1 - 1 / 256)
    )
  // The first values of all, so that other bands stay whole together.
  const front = forgotten.map((value, at) => (at < most ? value + 1 : value))
  expect(known.find(record('other words', front))?.similarity).toBeCloseTo(0.655, 3)
  const beyond = forgotten.map((value, at) => (at <= most ? value + 1 : value))
  expect(known.find(record('other words', beyond))).toBeNull()
  for (let seed = 10; seed < 200; seed++)
    expect(known.find(record('unrelated', signature(seed)))).toBeNull()
})

test('the shares of texts that are caught are those that are told', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
  const caught = (share: number): number => {
    const p = share + (1 - share) / 256
    let sum = 0
    for (let k = leastEqualBands; k <= 64; k++) sum += choose(64, k) * p ** k * (1 - p) ** (64 - k)
    return sum
  }
  expect(caught(0.85)).toBeGreaterThan(0.9999)
  expect(caught(0.8)).toBeCloseTo(0.998, 3)
  expect(caught(0.7)).toBeCloseTo(0.82, 2)
  expect(caught(0.6)).toBeCloseTo(0.22, 2)
  expect(caught(0.5)).toBeCloseTo(0.009, 3)
  expect(caught(0.4)).toBeLessThan(0.0001)
})

test('nothing of a text is in its fingerprint, and dropping all of them drops their key', () => {
  addTombstones(database, [record('Ana Souza', signature(1))], 5)
  const before = tombstoneReads.list(database, { of: null, after: 0, limit: 10 })
  expect(before).toMatchObject({ count: 1, tombstones: [{ forgottenAt: 5, near: true }] })
  // The same again is no other one.
  expect(addTombstones(database, [record('ana souza', signature(1))], 9)).toBe(0)
  const rows = database.$client.prepare('SELECT content, near FROM tombstones').all()
  expect(Buffer.from(JSON.stringify(rows)).includes(base64(signature(1)))).toBe(false)
  expect(tombstoneWrites.drop(database)).toBe(1)
  expect(tombstonesOf(database)).toBeNull()
  addTombstones(database, [record('Ana Souza', signature(1))], 5)
  const [after] = tombstoneReads.list(database, { of: null, after: 0, limit: 10 }).tombstones
  expect(after!.fingerprint).not.toBe(before.tombstones[0]!.fingerprint)
})

test('those of one erasure are dropped and kept again; another that says the same takes them', () => {
  const { $client } = database
  const began = (id: string, at: number): void => {
    $client
      .prepare(
        `INSERT INTO erasures (id, flag_set_id, flag_set_version, records, plan, step, started_at)
         VALUES (?, 'gone', 1, 1, '{"datasets":[]}', 'verify', ?)`
      )
      .run(id, at)
  }
  began('first', 5)
  expect(addTombstones(database, [record('Ana Souza', signature(1)), record('Rui', null)], 5)).toBe(
    2
  )
  began('second', 7)
  addTombstones(database, [record('Leo', null)], 7)
  const isCaught = (text: string): boolean =>
    (tombstonesOf(database)?.find(record(text, null)) ?? null) !== null
  expect([isCaught('ana souza'), isCaught('leo')]).toEqual([true, true])

  const listed = (dropped: boolean): string[] =>
    keptOutReads.list(database, { dropped }).map(({ id }) => id)
  expect(keptOutReads.list(database, { dropped: false })).toMatchObject([
    { id: 'second', fingerprints: 1, near: 0, flagSet: null, forgottenAt: 7, droppedAt: null },
    { id: 'first', fingerprints: 2, near: 1 }
  ])
  expect(keptOutWrites.drop(database, { id: 'first', droppedAt: 8 })).toMatchObject({
    droppedAt: 8
  })
  expect([isCaught('ana souza'), isCaught('leo')]).toEqual([false, true])
  expect([listed(false), listed(true)]).toEqual([['second'], ['first']])
  const count = (of: string | null): number =>
    tombstoneReads.list(database, { of, after: 0, limit: 10 }).count
  expect([count(null), count('first')]).toEqual([1, 2])
  keptOutWrites.drop(database, { id: 'first', droppedAt: null })
  expect([isCaught('ana souza'), listed(true)]).toEqual([true, []])

  keptOutWrites.drop(database, { id: 'first', droppedAt: 9 })
  began('third', 11)
  expect(addTombstones(database, [record('ANA SOUZA', signature(1))], 11)).toBe(1)
  expect([isCaught('ana souza'), isCaught('rui'), count('third')]).toEqual([true, false, 1])
  expect(tombstoneWrites.purge(database, 10)).toBe(1)
  expect([listed(true), count('first')]).toEqual([[], 0])
  expect(() => keptOutWrites.drop(database, { id: 'first', droppedAt: null })).toThrow('first')
})
