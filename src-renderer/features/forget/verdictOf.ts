// What became of a flag set, in one word.
import type { EvidenceEntry } from '../../../src-main/contract/evidenceEntries'
import type { FlagSet } from '../../../src-main/contract/forgetting'
import type { Run } from '../../../src-main/contract/training'
import type { VerdictKey } from '../../lib/verdictLooks'
import { replaysOf } from './steps'

/**
 * Of a set as it is now: byte identity before all else, then the newest evidence, then what the replay
 * alone says. Null: nothing was forgotten yet. `entries` newest first.
 */
export function verdictOf(
  set: Pick<FlagSet, 'id' | 'version'>,
  runs: readonly Run[],
  entries: readonly EvidenceEntry[]
): VerdictKey | null {
  const made = replaysOf(set, runs).filter(({ resultModelId }) => resultModelId !== null)
  const compared = made.flatMap(({ forgetting }) => forgetting?.compared ?? [])
  if (compared.some(({ equal }) => !equal)) return 'different'
  if (compared.length > 0 && compared.length === made.length) return 'exact'
  const newest = entries.find(
    (it) => it.flagSetId === set.id && it.flagSetVersion === set.version && it.overall !== null
  )
  if (newest?.overall) return newest.overall.key
  return made.length > 0 ? 'replayedNotCompared' : null
}
