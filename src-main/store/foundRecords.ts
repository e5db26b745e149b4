// Looks for records that may have to be forgotten, in one dataset.
import { foldedText } from '../base/foldedText'
import {
  recordFilterSchema,
  type DatasetRecord,
  type PiiType,
  type RecordFilter
} from '../contract/records'
import type { StoreDatabase } from './database'
import { conditionOf, piiBits } from './recordConditions'
import { keyOf, ordinalOf, rangeOf, searchTable } from './recordKeys'
import { matchExpression } from './search'
import { findingsOf, recordOf, recordsAt } from './storedRecords'
import { runNumber } from './runs'

/** Records whose findings one call goes through: others ask between two. */
const readAtOnce = 5000
/** Records that the ranking of words looks at, at most. */
const rankedMatches = 20_000

export const foundRecordReads = {
  /** Whose records there are that go by this name, in whatever case and with whatever accents. */
  subjectsNamed(
    database: StoreDatabase,
    { number, name }: { number: number; name: string }
  ): string[] {
    const wanted = foldedText(name)
    const all = database.$client
      .prepare<[number], string>(
        `SELECT DISTINCT subject FROM record_facts WHERE key >> 32 = ? AND subject <> ''`
      )
      .pluck()
      .iterate(number)
    return [...all].filter((subject) => foldedText(subject) === wanted)
  },
  /** In the order of the dataset, at most `limit`. */
  matching(
    database: StoreDatabase,
    ask: { number: number; filter: Partial<RecordFilter>; limit: number }
  ): number[] {
    const filter = { ...recordFilterSchema.parse({}), ...ask.filter }
    const condition = conditionOf(ask.number, filter)
    if (!condition) return []
    const { from, key, where, values } = condition
    return database.$client
      .prepare<unknown[], number>(
        `SELECT ${key} FROM ${from} WHERE ${where} ORDER BY ${key} LIMIT ?`
      )
      .pluck()
      .all(...values, ask.limit)
      .map(ordinalOf)
  },
  /**
   * Records of one stretch in which the same was found, however it is written.
   * @param from an ordinal: where the stretch begins
   * @returns `next`: where the next stretch begins; null behind the last
   */
  withFinding(
    database: StoreDatabase,
    ask: { number: number; type: PiiType; text: string; from: number }
  ): { ordinals: number[]; next: number | null } {
    const { number, type, from } = ask
    const wanted = findingForm(type, ask.text)
    const rows = database.$client
      .prepare<unknown[], { key: number; text: string; pii: string }>(
        `SELECT records.key, records.text, records.pii
         FROM record_facts INDEXED BY record_facts_pii
         JOIN records ON records.key = record_facts.key
         WHERE record_facts.key BETWEEN ? AND ? AND pii_types <> 0 AND pii_types & ?
         ORDER BY record_facts.key LIMIT ${readAtOnce}`
      )
      .iterate(keyOf(number, from), rangeOf(number)[1], piiBits([type]))
    const ordinals: number[] = []
    let [seen, last] = [0, from]
    for (const { key, text, pii } of rows) {
      seen++
      last = ordinalOf(key)
      const has = findingsOf(pii).some(
        (it) => it.type === type && findingForm(type, text.slice(it.start, it.end)) === wanted
      )
      if (has) ordinals.push(last)
    }
    return { ordinals, next: seen === readAtOnce ? last + 1 : null }
  },
  /** Those that have the rarest of these words, the best first; common words alone find nothing. */
  closest(
    database: StoreDatabase,
    { number, words, limit }: { number: number; words: readonly string[]; limit: number }
  ): number[] {
    const table = searchTable(number)
    const { $client } = database
    const counting = $client
      .prepare<unknown[], number>(
        `SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT ?)`
      )
      .pluck()
    const rare = words
      .flatMap((word) => matchExpression(`"${word}"`) ?? [])
      .map((word) => ({ word, count: counting.get(word, rankedMatches)! }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.count - b.count)
    let left = rankedMatches
    const asked = rare.filter(({ count }) => (left -= count) > 0).map(({ word }) => word)
    if (asked.length === 0) return []
    return $client
      .prepare<unknown[], number>(
        `SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rank LIMIT ?`
      )
      .pluck()
      .all(asked.join(' OR '), limit)
      .map(ordinalOf)
  },
  /** Whole, in the order that was asked; what is not there is left out. */
  whole(
    database: StoreDatabase,
    { number, ordinals }: { number: number; ordinals: readonly number[] }
  ): DatasetRecord[] {
    const keys = ordinals.map((ordinal) => keyOf(number, ordinal))
    return recordsAt(database.$client, keys, true).map(recordOf)
  },
  /** Which of these records one of the runs has learned from. */
  learnedBy(
    database: StoreDatabase,
    { number, ordinals, runs }: { number: number; ordinals: readonly number[]; runs: string[] }
  ): number[] {
    const numbers = runs.map((id) => runNumber(database, id))
    const keys = ordinals.map((ordinal) => keyOf(number, ordinal))
    return database.$client
      .prepare<unknown[], number>(
        `SELECT key FROM records WHERE key IN (SELECT value FROM json_each(?)) AND EXISTS
           (SELECT 1 FROM run_records WHERE run_records.id = records.id AND kept_out = 0
            AND steps <> '[]' AND run IN (SELECT value FROM json_each(?)))`
      )
      .pluck()
      .all(JSON.stringify(keys), JSON.stringify(numbers))
      .map(ordinalOf)
  }
}

/** What two ways of writing the same have in common. */
function findingForm(type: PiiType, text: string): string {
  const lower = text.trim().toLowerCase()
  return type === 'email' ? lower : lower.replace(/[^\p{L}\p{N}]/gu, '')
}
