// The steps of forgetting, each a page with its own address, and where a flag set stands among them.
import type { EvidenceEntry } from '../../../src-main/contract/evidenceEntries'
import type { FlagSet } from '../../../src-main/contract/forgetting'
import type { Run } from '../../../src-main/contract/training'

export const steps = ['flag', 'touches', 'way', 'run', 'evidence', 'report', 'erase'] as const
export type Step = (typeof steps)[number]

export const isStep = (name: string | undefined): name is Step =>
  steps.some((step) => step === name)

/** The step before (-1) or behind (1) another; null: there is none. */
export function stepBeside(step: Step, way: -1 | 1): Step | null {
  return steps[steps.indexOf(step) + way] ?? null
}

type ForgettingRun = Pick<Run, 'status' | 'resultModelId' | 'forgetting'>

/** Runs that replay without the records of a set, as its latest version has them. */
export function replaysOf<T extends ForgettingRun>(
  { id, version }: Pick<FlagSet, 'id' | 'version'>,
  runs: readonly T[]
): T[] {
  return runs.filter(
    ({ forgetting }) =>
      forgetting?.kind === 'replay' &&
      forgetting.flagSetId === id &&
      forgetting.flagSetVersion === version
  )
}

/** What is to be done next; the steps before it are done. */
export function currentStep(
  set: Pick<FlagSet, 'id' | 'version'>,
  runs: readonly ForgettingRun[],
  entries: readonly Pick<EvidenceEntry, 'flagSetId' | 'flagSetVersion' | 'status'>[]
): Step {
  const taken = entries.some(
    ({ flagSetId, flagSetVersion, status }) =>
      flagSetId === set.id && flagSetVersion === set.version && status === 'finished'
  )
  const replays = replaysOf(set, runs)
  if (taken) return 'report'
  if (replays.some(({ resultModelId }) => resultModelId !== null)) return 'evidence'
  return replays.length > 0 ? 'run' : 'touches'
}
