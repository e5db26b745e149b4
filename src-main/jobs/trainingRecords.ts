// The records of a dataset, as they are at one version, in a file of a run's folder.
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LetheError, writeError } from '../base/errors'
import { recordFilterSchema, type RecordSplit } from '../contract/records'
import type { LearnFrom } from '../contract/training'
import type { Store } from '../store/client'
import type { StoredDataset } from '../store/datasets'

const readAtOnce = 500
export const recordsFile = 'records.jsonl'

export interface RecordName {
  ordinal: number
  id: string
  contentHash: string
}

/**
 * Written once, before a run is there; of all records those that the run has a use for.
 * Returns what they are called. Throws `cancelled`, `diskFull`, `folderNotWritable`.
 */
export async function writeRunRecords(
  store: Store,
  { number, version }: StoredDataset,
  learnFrom: LearnFrom | null,
  folder: string,
  signal: AbortSignal
): Promise<RecordName[]> {
  const path = join(folder, recordsFile)
  const names: RecordName[] = []
  // The split is looked at here: what is measured with is not in the one that is learned.
  const filter = learnFrom && recordFilterSchema.parse({ ...learnFrom, split: null })
  const wanted = learnFrom?.split ?? null
  const firstOf = new Map<string, number>() // by content
  try {
    await using file = await open(path, 'w', 0o600)
    for (let after = 0; ;) {
      if (signal.aborted) throw new LetheError('cancelled')
      const ask = { number, version, filter, after, limit: readAtOnce }
      const records = await store.read.records.forTraining(ask)
      const last = records.at(-1)
      if (!last) break
      const used = records.flatMap((record) => {
        const split = splitIn(record.split, wanted)
        return split === 'out' ? [] : [{ ...record, split }]
      })
      const lines = used.map(({ ordinal, contentHash, hasPii, subject, tags, split, parts }) => {
        const first = firstOf.get(contentHash) ?? ordinal
        firstOf.set(contentHash, first)
        const facts = { ordinal, first, pii: hasPii, subject: subject !== null, tags, split, parts }
        return lineOfFile(facts)
      })
      await file.appendFile(lines.join(''))
      for (const { ordinal, id, contentHash } of used) names.push({ ordinal, id, contentHash })
      after = last.ordinal
    }
    await file.sync()
  } catch (error) {
    throw writeError(error, path)
  }
  return names
}

/** Once a plan holds their ids, their text needs no second place that it could be found in. */
export async function removeRunRecords(folder: string): Promise<void> {
  await rm(join(folder, recordsFile), { force: true })
}

/** What a record's split means for a run that learns from one split alone. */
function splitIn(
  split: RecordSplit | null,
  wanted: LearnFrom['split']
): RecordSplit | null | 'out' {
  if (wanted === null) return split
  if (split === (wanted === 'none' ? null : wanted)) return null // learned, whatever it was put aside for
  return split === 'validation' ? split : 'out'
}

/** A value as one line of a file of JSON. */
export function lineOfFile(value: object): string {
  // These end a line for some readers, and JSON lets them stand.
  const json = JSON.stringify(value)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
  return `${json}\n`
}
