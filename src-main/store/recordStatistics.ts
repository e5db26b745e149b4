// What a dataset's records are like as a whole. Counted over the narrow table of facts and its indexes:
// a million records take well below a second, so nothing is sampled.
import { type DatasetStatistics } from '../contract/datasetStatistics'
import {
  piiTypes,
  recordLanguages,
  recordProblems,
  recordSplits,
  type PiiType
} from '../contract/records'
import type { StoreDatabase } from './database'
import { languageNumber, problemBits, splitNumber } from './recordConditions'
import { rangeOf } from './recordKeys'

interface LengthCount {
  length: number
  records: number
}

function piiSummary(database: StoreDatabase, number: number): DatasetStatistics['pii'] {
  const found = database.$client
    .prepare<unknown[], { type: PiiType; findings: number; valid: number; records: number }>(
      `SELECT json_extract(value, '$[0]') AS type, count(*) AS findings,
       sum(json_extract(value, '$[3]') IS 1) AS valid, count(DISTINCT records.key) AS records
       FROM record_facts INDEXED BY record_facts_pii
       JOIN records ON records.key = record_facts.key, json_each(records.pii)
       WHERE record_facts.key BETWEEN ? AND ? AND pii_types <> 0 GROUP BY 1`
    )
    .all(...rangeOf(number))
  return piiTypes.flatMap((type) => found.filter((it) => it.type === type))
}

export const recordStatisticsReads = {
  piiSummary,
  all(
    database: StoreDatabase,
    number: number
  ): Omit<DatasetStatistics, 'rejected' | 'nearDuplicates'> {
    const { $client } = database
    const byLength = $client
      .prepare<[number], LengthCount>(
        `SELECT length, count(*) AS records FROM record_facts
         WHERE key >> 32 = ? GROUP BY length ORDER BY length`
      )
      .all(number)
    const kinds = $client
      .prepare<
        unknown[],
        { language: number; split: number; problems: number; records: number; repeated: number }
      >(
        `SELECT language, split, problems, count(*) AS records, count(duplicate_of) AS repeated
         FROM record_facts WHERE key BETWEEN ? AND ? GROUP BY language, split, problems`
      )
      .all(...rangeOf(number))
    const subjects = $client
      .prepare<[number], number>(
        `SELECT count(DISTINCT subject) FROM record_facts WHERE key >> 32 = ? AND subject <> ''`
      )
      .pluck()
      .get(number)
    type Kind = (typeof kinds)[number]
    const sum = (counts: (kind: Kind) => boolean, of: 'records' | 'repeated' = 'records') =>
      kinds.reduce((total, kind) => total + (counts(kind) ? kind[of] : 0), 0)
    return {
      records: sum(() => true),
      duplicates: sum(() => true, 'repeated'),
      subjects: subjects ?? 0,
      ...lengthsOf(byLength),
      languages: recordLanguages.map((language) => ({
        language,
        records: sum((kind) => kind.language === languageNumber(language))
      })),
      splits: [...recordSplits, null].map((split) => ({
        split,
        records: sum((kind) => kind.split === splitNumber(split))
      })),
      problems: recordProblems.map((problem) => ({
        problem,
        records: sum((kind) => (kind.problems & problemBits([problem])) !== 0)
      })),
      pii: piiSummary(database, number)
    }
  }
}

function lengthsOf(
  byLength: readonly LengthCount[]
): Pick<DatasetStatistics, 'characters' | 'lengths' | 'histogram'> {
  const all = byLength.reduce((sum, { records }) => sum + records, 0)
  /** The smallest length that at least this share of the records does not exceed. */
  const quantile = (share: number): number => {
    let seen = 0
    for (const { length, records } of byLength) if ((seen += records) >= share * all) return length
    return 0
  }
  const bins = new Map<number, number>()
  for (const { length, records } of byLength) {
    const from = binOf(length)
    bins.set(from, (bins.get(from) ?? 0) + records)
  }
  const [min, max] = [byLength[0]?.length, byLength.at(-1)?.length]
  return {
    characters: byLength.reduce((sum, { length, records }) => sum + length * records, 0),
    lengths:
      min === undefined || max === undefined
        ? null
        : { min, median: quantile(0.5), p95: quantile(0.95), max },
    histogram: min === undefined || max === undefined ? [] : binsBetween(min, max, bins)
  }
}

/** Empty ones too. */
function binsBetween(
  min: number,
  max: number,
  bins: ReadonlyMap<number, number>
): DatasetStatistics['histogram'] {
  const found: DatasetStatistics['histogram'] = []
  for (let from = binOf(min); from <= max; from = from === 0 ? 1 : from * 2) {
    found.push({ from, to: from === 0 ? 1 : from * 2, records: bins.get(from) ?? 0 })
  }
  return found
}

const binOf = (length: number): number => (length === 0 ? 0 : 2 ** Math.floor(Math.log2(length)))
