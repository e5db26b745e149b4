// The records that models are asked about: flagged ones that a model learned, others that all learned,
// and those that none did. Which of many are taken is drawn by their random ids.
import { firstCanaryOrdinal } from '../base/canaries'
import type { RecordPart } from '../contract/records'
import type { StoreDatabase } from './database'
import { flagSetNumber, type FlagSetPlace } from './flagSets'
import { numberOf, ordinalOf, rangeOf } from './recordKeys'
import { partsOf } from './recordsForTraining'
import { idBytes, idText } from './storedRecords'

/** A record as a training read it, or as it is now where none did. */
export interface EvidenceRecord {
  id: string
  datasetNumber: number
  ordinal: number
  parts: RecordPart[]
  subject: string | null
  extra: string | null
}

/** Ids of the runs that led to each model, the last one too. */
export interface Lines {
  original: string[]
  unlearned: string[]
  reference: string[]
}

interface Draw {
  /** Hexadecimal: the draw goes on from this id, around. */
  start: string
  most: number
}

/** What is drawn, how many there were to draw from, and how many say something else by now. */
export interface DrawnRecords {
  records: EvidenceRecord[]
  all: number
  changed: number
}

interface Found {
  id: Buffer
  content_hash: Buffer
}

/** Records of datasets that runs of a line have read, behind their step. */
const readBy = (line: string): string =>
  `run_records JOIN runs ON runs.ordinal = run_records.run
   WHERE runs.id IN (SELECT value FROM json_each(:${line})) AND kept_out = 0
   AND run_records.record < ${firstCanaryOrdinal}
   AND (SELECT min(value) FROM json_each(steps)) < runs.step`
const flagged = 'SELECT id FROM flagged_records WHERE flag_set = :set AND version = :version'
const sameAsFlagged =
  'SELECT content_hash FROM flagged_records WHERE flag_set = :set AND version = :version'
/** Bare columns beside max() are those of its row: the content that was read last. */
const content = 'run_records.id, run_records.content_hash, max(run_records.run)'

export const evidenceRecordReads = {
  /** Ids of the flagged records that a training planted. */
  plantedIds(database: StoreDatabase, { id, version }: FlagSetPlace): string[] {
    return database.$client
      .prepare<[number, number], Buffer>(
        `SELECT id FROM flagged_records
         WHERE flag_set = ? AND version = ? AND record >= ${firstCanaryOrdinal} ORDER BY record`
      )
      .pluck()
      .all(flagSetNumber(database, id), version)
      .map(idText)
  },
  /** Flagged records that the original learned. */
  learned(
    database: StoreDatabase,
    { original, ...ask }: FlagSetPlace & Draw & Pick<Lines, 'original'>
  ): DrawnRecords {
    const wanted = `SELECT ${content} FROM ${readBy('original')} AND run_records.id IN (${flagged})
      GROUP BY run_records.id`
    return drawn(database, wanted, { ...ask, original })
  },
  /** Records that all of them learned and that need not be forgotten. */
  kept(database: StoreDatabase, ask: FlagSetPlace & Draw & Lines): DrawnRecords {
    const alsoBy = (line: string): string =>
      `AND run_records.id IN (SELECT run_records.id FROM ${readBy(line)})`
    const wanted = `SELECT ${content} FROM ${readBy('original')}
      ${alsoBy('unlearned')} ${alsoBy('reference')}
      AND run_records.id NOT IN (${flagged})
      AND run_records.content_hash NOT IN (${sameAsFlagged})
      GROUP BY run_records.id`
    return drawn(database, wanted, ask)
  },
  /** Records of a dataset that none of them was to read, nor anything that is known to be like them. */
  unseen(
    database: StoreDatabase,
    { number, ...ask }: FlagSetPlace & Draw & Lines & { number: number }
  ): DrawnRecords {
    const [first, last] = rangeOf(number)
    const planned = (column: string): string =>
      `SELECT ${column} FROM run_records JOIN runs ON runs.ordinal = run_records.run
       WHERE kept_out = 0 AND steps <> '[]' AND runs.id IN (SELECT value FROM json_each(:original)
         UNION SELECT value FROM json_each(:unlearned) UNION SELECT value FROM json_each(:reference))`
    const wanted = `SELECT records.id, records.content_hash FROM records
      JOIN record_facts ON record_facts.key = records.key
      WHERE records.key BETWEEN ${first} AND ${last}
      AND near_of IS NULL AND duplicate_of IS NULL
      AND NOT EXISTS (SELECT 1 FROM record_facts AS other WHERE other.key >> 32 = ${number}
        AND other.near_of = records.key & 4294967295)
      AND records.id NOT IN (${flagged}) AND records.content_hash NOT IN (${sameAsFlagged})
      AND records.id NOT IN (${planned('run_records.id')})
      AND records.content_hash NOT IN (${planned('run_records.content_hash')})`
    return drawn(database, wanted, ask)
  },
  /** Records of a dataset that are about one of these people. */
  about(
    database: StoreDatabase,
    { number, subjects, start, most }: Draw & { number: number; subjects: string[] }
  ): DrawnRecords {
    const wanted = `SELECT records.id, records.content_hash FROM record_facts
      JOIN records ON records.key = record_facts.key
      WHERE record_facts.key >> 32 = :number
      AND subject IN (SELECT value FROM json_each(:subjects))`
    const rows = select(database, wanted, {
      ...{ number, subjects: JSON.stringify(subjects), start: idBytes(start), most }
    })
    return withTexts(database, rows)
  }
}

function drawn(
  database: StoreDatabase,
  wanted: string,
  { id, version, start, most, ...lines }: FlagSetPlace & Draw & Partial<Lines>
): DrawnRecords {
  const asJson = Object.entries(lines).map(([name, runs]) => [name, JSON.stringify(runs)])
  const rows = select(database, wanted, {
    ...{ set: flagSetNumber(database, id), version, start: idBytes(start), most },
    ...Object.fromEntries(asJson)
  })
  return withTexts(database, rows)
}

function select(database: StoreDatabase, wanted: string, values: Record<string, unknown>) {
  const { $client } = database
  const all = $client
    .prepare<unknown[], number>(`SELECT count(*) FROM (${wanted})`)
    .pluck()
    .get(values)!
  const found = $client
    .prepare<unknown[], Found>(
      `SELECT id, content_hash FROM (${wanted}) ORDER BY id < :start, id LIMIT :most`
    )
    .all(values)
  return { all, found }
}

interface TextRow {
  key: number
  text: string
  layout: string
  subject: string
  extra: string | null
  content_hash: Buffer
}

function withTexts(
  { $client }: StoreDatabase,
  { all, found }: { all: number; found: Found[] }
): DrawnRecords {
  const now = $client.prepare<[Buffer], TextRow>(
    `SELECT records.key, text, layout, subject, extra, content_hash
     FROM records JOIN record_facts ON record_facts.key = records.key WHERE id = ?`
  )
  const before = $client.prepare<[number, Buffer], Pick<TextRow, 'text' | 'layout' | 'subject'>>(
    `SELECT text, layout, subject FROM record_contents_before
     WHERE key = ? AND content_hash = ? LIMIT 1`
  )
  const records = found.flatMap(({ id, content_hash }): EvidenceRecord[] => {
    const row = now.get(id)
    if (!row) return []
    // What was asked and answered is what was read, whatever the record says since.
    const read = row.content_hash.equals(content_hash) ? row : before.get(row.key, content_hash)
    if (!read) return []
    const [number, ordinal] = [numberOf(row.key), ordinalOf(row.key)]
    return [
      {
        ...{ id: idText(id), datasetNumber: number, ordinal },
        parts: partsOf(read.text, read.layout),
        subject: read.subject === '' ? null : read.subject,
        extra: row.extra
      }
    ]
  })
  return { records, all, changed: found.length - records.length }
}
