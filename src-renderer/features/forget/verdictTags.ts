// How a verdict looks beside a name: its sign and its colour, never the colour alone.
import type { EvidenceEntry } from '../../../src-main/contract/evidenceEntries'
import type { TestWord } from '../../../src-main/contract/evidenceMeasured'
import type { FlagSet } from '../../../src-main/contract/forgetting'
import type { Run } from '../../../src-main/contract/training'
import { replaysOf } from './steps'

export type VerdictLook = 'settled' | 'against' | 'over' | 'open' | 'untested'
export type VerdictKey = NonNullable<EvidenceEntry['overall']>['key'] | 'different'

export const looksOfWords: Record<TestWord | 'kept' | 'lost' | 'notTested', VerdictLook> = {
  ...{ forgotten: 'settled', kept: 'settled', notForgotten: 'against', lost: 'against' },
  ...{ overForgotten: 'over', cannotTell: 'open', notTested: 'untested' }
}

export const looksOfVerdicts: Record<VerdictKey, VerdictLook> = {
  ...{ exact: 'settled', forgotten: 'settled', replayedNotCompared: 'open', cannotTell: 'open' },
  ...{ notForgotten: 'against', comesBack: 'against', lostAbility: 'against' },
  ...{ overForgotten: 'over', different: 'against' }
}

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
