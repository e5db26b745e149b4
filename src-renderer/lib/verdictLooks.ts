// How a verdict looks beside a name: its sign and its colour, never the colour alone.
import type { EvidenceEntry } from '../../src-main/contract/evidenceEntries'
import type { TestWord } from '../../src-main/contract/evidenceMeasured'

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
