// Canaries of runs: planted behind the records that a run reads, and told again with what could have been
// planted in their place.
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canaryText, firstCanaryOrdinal } from '../base/canaries'
import { fileError } from '../base/errors'
import type { RecordPart } from '../contract/records'
import type { Canary } from '../contract/training'
import type { Store } from '../store/client'
import { recordsFile } from './trainingRecords'

export interface PlantedCanary {
  ordinal: number
  parts: RecordPart[]
}

/** Into a run's folder, behind its records. Throws `diskFull`, `folderNotWritable`. */
export async function plantCanaries(
  folder: string,
  { seed, count }: { seed: number; count: number }
): Promise<PlantedCanary[]> {
  const planted = Array.from({ length: count }, (_, place) => ({
    ordinal: firstCanaryOrdinal + place,
    parts: [{ role: 'text' as const, text: canaryText(seed, place, 0) }]
  }))
  const lines = planted.map(({ ordinal, parts }) =>
    JSON.stringify({
      ...{ ordinal, first: ordinal, pii: false, subject: false, tags: [], split: null },
      ...{ planted: true, parts }
    })
  )
  const path = join(folder, recordsFile)
  try {
    await appendFile(path, lines.map((line) => `${line}\n`).join(''), { flush: true })
  } catch (error) {
    throw fileError(error, path)
  }
  return planted
}

/** Texts that each is compared with in evidence: 8 bits of exposure at most. */
export const otherCanaries = 256

export class Canaries {
  constructor(private readonly store: Store) {}

  /** What a run planted and still holds; none where it was not asked to. Throws `notFound`. */
  async of(runId: string, others: number): Promise<Canary[]> {
    const { canarySeed: seed } = await this.store.read.runs.get(runId)
    if (seed === null) return []
    const held = await this.store.read.runRecords.canaries(runId)
    return held.map(({ recordId: id, ordinal }) => {
      const place = ordinal - firstCanaryOrdinal
      return {
        ...{ id, ordinal, text: canaryText(seed, place, 0) },
        others: Array.from({ length: others }, (_, at) => canaryText(seed, place, at + 1))
      }
    })
  }
}
