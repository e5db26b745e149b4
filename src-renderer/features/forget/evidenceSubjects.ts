// The models of a flag set that evidence can be about, each with what was taken about it.
import type { EvidenceEntry } from '../../../src-main/contract/evidenceEntries'
import type { FlagSet } from '../../../src-main/contract/forgetting'
import type { Run } from '../../../src-main/contract/training'
import { replaysOf } from './steps'

interface EvidenceSubject {
  modelId: string
  name: string
  /** The replay that made it; null: it forgot in another way. */
  run: Run | null
  /** Newest first. */
  entries: EvidenceEntry[]
}

/** Those that the latest version of the set led to, newest first. `entries` newest first. */
export function evidenceSubjects(
  set: Pick<FlagSet, 'id' | 'version'>,
  runs: readonly Run[],
  entries: readonly EvidenceEntry[]
): EvidenceSubject[] {
  const own = entries.filter(
    ({ flagSetId, flagSetVersion }) => flagSetId === set.id && flagSetVersion === set.version
  )
  const subjects = replaysOf(set, runs).flatMap((run): EvidenceSubject[] => {
    const { resultModelId: modelId } = run
    if (modelId === null) return []
    return [{ modelId, name: run.name, run, entries: own.filter(({ runId }) => runId === run.id) }]
  })
  for (const entry of own) {
    if (subjects.some(({ entries: known }) => known.includes(entry))) continue
    const { id: modelId, name } = entry.models.unlearned
    const there = subjects.find((subject) => subject.modelId === modelId)
    if (there) there.entries.push(entry)
    else subjects.push({ modelId, name, run: null, entries: [entry] })
  }
  return subjects
}
