import { describe, expect, it } from 'vitest'
import type { EvidenceEntry } from '../../../src-main/contract/evidenceEntries'
import type { Run, RunForgetting } from '../../../src-main/contract/training'
import { currentStep, stepBeside } from './steps'
import { verdictOf } from './verdictOf'

const set = { id: 'ana', version: 2 }
const forgetting = (more: Partial<RunForgetting> = {}): RunForgetting => ({
  ...{ kind: 'replay', originRunId: 'taught', flagSetId: 'ana', flagSetName: 'Ana' },
  ...{ flagSetVersion: 2, records: 2, holes: 2, fromStep: 3, lastStep: null, follows: null },
  ...{ compared: null, ...more }
})
const run = (status: Run['status'], of: RunForgetting, resultModelId: string | null = null) =>
  ({ id: 'r', status, resultModelId, forgetting: of }) as Run
const entry = (status: EvidenceEntry['status'], overall: EvidenceEntry['overall']) =>
  ({ flagSetId: 'ana', flagSetVersion: 2, status, overall }) as EvidenceEntry
const compared = (equal: boolean) => ({ runId: 'x', sha256: 'y', equal, comparedAt: 0 })

describe('where a flag set stands', () => {
  it('goes from what it touches to its evidence', () => {
    expect(currentStep(set, [], [])).toBe('touches')
    expect(currentStep(set, [run('running', forgetting())], [])).toBe('run')
    expect(currentStep(set, [run('failed', forgetting())], [])).toBe('run')
    expect(currentStep(set, [run('finished', forgetting(), 'm')], [])).toBe('evidence')
    expect(currentStep(set, [], [entry('finished', { key: 'exact' })])).toBe('report')
  })
  it('begins anew with a new version', () => {
    const before = run('finished', forgetting({ flagSetVersion: 1 }), 'm')
    expect(currentStep(set, [before], [])).toBe('touches')
    expect(verdictOf(set, [before], [])).toBeNull()
  })
  it('has a step on each side, but for its ends', () => {
    expect(stepBeside('flag', -1)).toBeNull()
    expect(stepBeside('flag', 1)).toBe('touches')
    expect(stepBeside('evidence', -1)).toBe('run')
    expect(stepBeside('erase', 1)).toBeNull()
  })
})

describe('the verdict of a flag set', () => {
  const replayed = run('finished', forgetting(), 'm')
  const evidence = [
    entry('running', null),
    entry('finished', { key: 'cannotTell', undecided: [], notTested: [] })
  ]

  it('is what the newest evidence says', () => {
    expect(verdictOf(set, [run('running', forgetting())], [])).toBeNull()
    expect(verdictOf(set, [replayed], [])).toBe('replayedNotCompared')
    expect(verdictOf(set, [replayed], evidence)).toBe('cannotTell')
  })
  it('is overruled by the comparison of bytes, once every model was compared', () => {
    const equal = run('finished', forgetting({ compared: compared(true) }), 'm')
    const other = run('finished', forgetting({ compared: compared(false) }), 'm')
    expect(verdictOf(set, [equal], evidence)).toBe('exact')
    expect(verdictOf(set, [equal, replayed], evidence)).toBe('cannotTell')
    expect(verdictOf(set, [equal, other], evidence)).toBe('different')
  })
})
