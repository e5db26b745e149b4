// The records of a dataset, as they are at one version, in a file of a run's folder.
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { fileError, LetheError } from '../base/errors'
import type { Store } from '../store/client'
import type { StoredDataset } from '../store/datasets'

const readAtOnce = 500
export const recordsFile = 'records.jsonl'

export interface RecordName {
  ordinal: number
  id: string
  contentHash: string
}

/** Written once, before a run is there. Throws `cancelled`, `diskFull`, `folderNotWritable`. */
export async function writeRunRecords(
  store: Store,
  { number, version }: StoredDataset,
  folder: string,
  signal: AbortSignal,
  onRecords: (names: RecordName[]) => Promise<void> = async () => {}
): Promise<void> {
  const path = join(folder, recordsFile)
  const firstOf = new Map<string, number>() // by content
  try {
    await using file = await open(path, 'w', 0o600)
    for (let after = 0; ;) {
      if (signal.aborted) throw new LetheError('cancelled')
      const ask = { number, version, after, limit: readAtOnce }
      const records = await store.read.records.forTraining(ask)
      const last = records.at(-1)
      if (!last) break
      const lines = records.map(({ ordinal, contentHash, hasPii, subject, tags, split, parts }) => {
        const first = firstOf.get(contentHash) ?? ordinal
        firstOf.set(contentHash, first)
        const facts = { ordinal, first, pii: hasPii, subject: subject !== null, tags, split, parts }
        return lineOfFile(facts)
      })
      await file.appendFile(lines.join(''))
      await onRecords(records.map(({ ordinal, id, contentHash }) => ({ ordinal, id, contentHash })))
      after = last.ordinal
    }
    await file.sync()
  } catch (error) {
    throw fileError(error, path)
  }
}

/** A value as one line of a file of JSON. */
export function lineOfFile(value: object): string {
  // These end a line for some readers, and JSON lets them stand.
  const json = JSON.stringify(value)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
  return `${json}\n`
}
