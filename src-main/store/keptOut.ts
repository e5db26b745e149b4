// What is kept out since it was erased: the tombstones of one erasure together, with all that is still
// known of why they are there. Dropped, they catch nothing; until they are purged they can be restored.
import { LetheError } from '../base/errors'
import { keptOutSchema, type KeptOut } from '../contract/erasing'
import type { StoreDatabase } from './database'
import type { ErasePlan } from './erasures'
import { forgetKnown } from './tombstones'

interface Row {
  id: string
  flagSetId: string
  flagSetVersion: number
  records: number
  plan: string
  forgottenAt: number
  fingerprints: number
  near: number
}

/** An erasure without any is none of this list. */
const entries = `SELECT erasures.id, flag_set_id AS flagSetId, flag_set_version AS flagSetVersion, records,
  plan, started_at AS forgottenAt, count(*) AS fingerprints, count(near) AS near
  FROM erasures JOIN tombstones ON forgotten_at = started_at`

export const keptOutReads = {
  /** Newest first. */
  list(database: StoreDatabase, { dropped }: { dropped: boolean }): KeptOut[] {
    return database.$client
      .prepare<[number], Row>(
        `${entries} WHERE (json_extract(plan, '$.droppedAt') IS NOT NULL) = ?
         GROUP BY erasures.ordinal ORDER BY erasures.ordinal DESC`
      )
      .all(dropped ? 1 : 0)
      .map((row) => keptOutOf(database, row))
  }
}

export const keptOutWrites = {
  /** `droppedAt`: null: they catch again. Throws `notFound`. */
  drop(
    database: StoreDatabase,
    { id, droppedAt }: { id: string; droppedAt: number | null }
  ): KeptOut {
    forgetKnown(database)
    return database.transaction(() => {
      const { $client } = database
      $client
        .prepare(`UPDATE erasures SET plan = json_set(plan, '$.droppedAt', ?) WHERE id = ?`)
        .run(droppedAt, id)
      const row = $client.prepare<[string], Row>(`${entries} WHERE erasures.id = ?`).get(id)
      // Of no erasure at all, the counts are of no rows.
      if (!row?.id) throw new LetheError('notFound', { kind: 'erasure', id })
      return keptOutOf(database, row)
    })
  }
}

function keptOutOf({ $client }: StoreDatabase, row: Row): KeptOut {
  const { id, flagSetId, flagSetVersion, records, forgottenAt, fingerprints, near } = row
  const { datasets: numbers, droppedAt = null } = JSON.parse(row.plan) as ErasePlan
  const flagSet = $client
    .prepare<
      [number, string],
      { name: string; removed: number; reason: string | null; requester: string | null }
    >(
      `SELECT name, removed_at IS NOT NULL AS removed, reason, requester FROM flag_sets
       LEFT JOIN flag_set_versions ON flag_set = ordinal AND version = ? WHERE id = ?`
    )
    .get(flagSetVersion, flagSetId)
  const runs = $client
    .prepare<[string, number], { id: string; name: string }>(
      `SELECT id, name FROM runs WHERE removed_at IS NULL
       AND json_extract(forgetting, '$.kind') = 'replay'
       AND json_extract(forgetting, '$.flagSetId') = ?
       AND json_extract(forgetting, '$.flagSetVersion') = ? ORDER BY ordinal`
    )
    .all(flagSetId, flagSetVersion)
  const datasets = $client
    .prepare<[string], { id: string; name: string; removed: number }>(
      `SELECT id, name, removed_at IS NOT NULL AS removed FROM datasets
       WHERE ordinal IN (SELECT value FROM json_each(?)) ORDER BY ordinal`
    )
    .all(JSON.stringify(numbers))
  const letIn = $client
    .prepare<[number], { datasetId: string; datasetName: string; records: number }>(
      `SELECT datasets.id AS datasetId, datasets.name AS datasetName, count(*) AS records
       FROM forgotten_records JOIN tombstones ON tombstones.ordinal = tombstone
       JOIN datasets ON datasets.ordinal = forgotten_records.key >> 32
       WHERE forgotten_at = ? AND datasets.removed_at IS NULL AND datasets.status = 'ready'
       GROUP BY datasets.ordinal ORDER BY datasets.ordinal`
    )
    .all(forgottenAt)
  return keptOutSchema.parse({
    ...{ id, forgottenAt, records, fingerprints, near, runs, letIn, droppedAt },
    flagSet: flagSet
      ? {
          ...{ id: flagSetId, name: flagSet.name, version: flagSetVersion },
          removed: flagSet.removed === 1
        }
      : null,
    ...{ reason: flagSet?.reason ?? '', requester: flagSet?.requester ?? '' },
    datasets: datasets.map((it) => ({ ...it, removed: it.removed === 1 }))
  })
}
