// What evidence asks about, from its choice to the items: the same when its cost is counted and when it is
// taken.
import type { EvidenceChoice } from '../contract/evidenceEntries'
import type { EvidenceRole } from '../contract/evidenceRequest'
import type { Canary } from '../contract/training'
import type { Store } from '../store/client'
import type { Lines } from '../store/evidenceRecords'
import type { FlagSetPlace } from '../store/flagSets'
import type { StoredRun } from '../store/runs'
import { otherCanaries, type Canaries } from './canaries'
import type { Datasets } from './datasets'
import { recordsToRelearn } from './evidenceAttacks'
import { gatherItems, type Gathered } from './evidenceGathering'

export interface AskedParts {
  store: Store
  datasets: Datasets
  canaries: Canaries
}

export interface AskedOf {
  flagSet: FlagSetPlace & { name: string }
  choice: EvidenceChoice
  /** What the original is called, where it learned none of them. */
  originalName: string
  lines: Lines
  runs: Record<EvidenceRole, StoredRun[]>
}

/** Throws `neverSaw`, `flaggedGone`, `datasetNotFound`. */
export async function askedItems(parts: AskedParts, ask: AskedOf): Promise<Gathered> {
  const { store, datasets } = parts
  const { flagSet, choice, originalName, lines, runs } = ask
  const numberOf = async (wanted: string | null): Promise<number | null> =>
    wanted === null ? null : (await datasets.find(wanted)).number
  const { datasetId } = await store.read.flagSets.get(flagSet.id)
  return gatherItems(store, {
    ...{ flagSet, originalName, lines, choice },
    canaries: await planted(parts, flagSet, runs.original),
    heldOutNumber:
      choice.heldOutDataset === null
        ? await store.read.datasets.numberOf(datasetId)
        : await numberOf(choice.heldOutDataset),
    questionsNumber: await numberOf(choice.questionsDataset),
    relearned: recordsToRelearn(choice, runs.original.at(-1))
  })
}

/** Texts that had to be forgotten and that no dataset has. */
async function planted(
  { store, canaries }: AskedParts,
  { id, version }: FlagSetPlace,
  runs: readonly StoredRun[]
): Promise<Canary[]> {
  const wanted = new Set(await store.read.evidenceRecords.plantedIds({ id, version }))
  if (wanted.size === 0) return []
  const all = await Promise.all(runs.map((run) => canaries.of(run.id, otherCanaries)))
  return all.flat().filter((it) => wanted.has(it.id))
}
