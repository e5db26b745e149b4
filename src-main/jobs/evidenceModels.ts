// Which models evidence compares: the one that saw the records, the one that had to forget them, and the
// reference that never saw them; and how each was made.
import { LetheError } from '../base/errors'
import type { EvidenceOf } from '../contract/evidenceEntries'
import type { EvidenceFile } from '../contract/evidenceFile'
import { evidenceRoles, type EvidenceRole } from '../contract/evidenceRequest'
import type { ReplayComparison } from '../contract/forgetting'
import type { Store } from '../store/client'
import type { StoredEvidence } from '../store/evidence'
import type { Lines } from '../store/evidenceRecords'
import type { StoredModel } from '../store/models'
import type { StoredRun } from '../store/runs'
import { firstDependence, type FlagSets } from './flagSets'
import type { ModelLibrary } from './library'
import { lineOf } from './replayPlan'
import type { Replays } from './replays'

export interface ComparedModels {
  flagSet: Awaited<ReturnType<FlagSets['place']>>
  /** That forgot by replay; null: another way. */
  runId: string | null
  original: StoredModel
  unlearned: StoredModel
  /** Null: it is being made, or is not there at all. */
  reference: StoredModel | null
  /** That makes the reference; null: nothing does. */
  referenceRunId: string | null
}

export type Trio = Record<EvidenceRole, StoredModel>

export class EvidenceModels {
  constructor(
    private readonly store: Store,
    private readonly library: ModelLibrary,
    private readonly flagSets: FlagSets,
    private readonly replays: Replays
  ) {}

  /** Throws `notAReplay`, `runStatusRefused` (it has not ended), `referenceSaw`, `modelNotFound`. */
  async find(of: EvidenceOf): Promise<ComparedModels> {
    return 'run' in of ? this.#ofRun(of.run) : this.#chosen(of)
  }

  /** As they are when they are asked. Throws `noReference`, `modelNotFound`, `modelFilesMissing`. */
  async trio(evidence: StoredEvidence): Promise<Trio> {
    const { models, referenceRunId, flagSetName: flagSet } = evidence
    const run = referenceRunId === null ? null : await this.store.read.runs.get(referenceRunId)
    const reference = run ? run.resultModelId : models.reference?.id
    if (!reference) throw new LetheError('noReference', { model: models.unlearned.name, flagSet })
    const ids = { original: models.original.id, unlearned: models.unlearned.id, reference }
    const found = await Promise.all(
      evidenceRoles.map(async (role) => {
        const model = await this.store.read.models.get(ids[role])
        if (!model)
          throw new LetheError('modelNotFound', { model: models[role]?.name ?? ids[role] })
        await this.library.files.check(model)
        return [role, model] as const
      })
    )
    return Object.fromEntries(found) as Trio
  }

  /** Runs that led to each. One whose training is not known is taken to have read what the original did. */
  async lines(trio: Trio): Promise<{ lines: Lines; runs: Record<EvidenceRole, StoredRun[]> }> {
    const all = await this.store.read.runs.all()
    const makers = new Map(all.map((run) => [run.resultModelId, run]))
    const runs = Object.fromEntries(
      evidenceRoles.map((role) => [role, lineOf(trio[role].id, makers)])
    ) as Record<EvidenceRole, StoredRun[]>
    const known = (role: EvidenceRole): string[] =>
      (runs[role].length > 0 ? runs[role] : runs.original).map(({ id }) => id)
    const lines = {
      ...{ original: known('original'), unlearned: known('unlearned') },
      reference: known('reference')
    }
    return { lines, runs }
  }

  /** Whether the bytes of replay and reference are the same, as far as it is known now. */
  async proof(runId: string | null): Promise<EvidenceFile['replay']> {
    if (runId === null) return { proof: 'notReplayed', replayedSha256: null, retrainedSha256: null }
    const { state, replay, retrain } = await this.replays.compare(runId)
    return {
      proof: proofs[state],
      ...{ replayedSha256: replay.sha256, retrainedSha256: retrain?.sha256 ?? null }
    }
  }

  async #ofRun(wanted: string): Promise<ComparedModels> {
    const { run, origin, reference } = await this.replays.around(wanted)
    const { flagSetId, flagSetVersion } = run.forgetting!
    const model = async ({ resultModelId, name, status }: StoredRun): Promise<StoredModel> => {
      if (resultModelId === null) throw new LetheError('runStatusRefused', { run: name, status })
      const found = await this.store.read.models.get(resultModelId)
      if (!found) throw new LetheError('modelNotFound', { model: name })
      return found
    }
    return {
      flagSet: await this.flagSets.place(flagSetId, flagSetVersion),
      ...{ runId: run.id, original: await model(origin), unlearned: await model(run) },
      reference: reference && reference.resultModelId !== null ? await model(reference) : null,
      referenceRunId: reference?.id ?? null
    }
  }

  async #chosen(of: Exclude<EvidenceOf, { run: string }>): Promise<ComparedModels> {
    const flagSet = await this.flagSets.place(of.flagSet, of.version)
    const [original, unlearned, reference] = [
      await this.library.find(of.original),
      await this.library.find(of.unlearned),
      await this.library.find(of.reference)
    ]
    const runs = await this.store.read.runs.all()
    const makers = new Map(runs.map((run) => [run.resultModelId, run]))
    const line = lineOf(reference.id, makers)
    const uses = await this.store.read.flaggedUses.ofRuns(flagSet)
    for (const use of uses) {
      const run = line.find(({ id }) => id === use.runId)
      if (run && firstDependence(run, use) !== null)
        throw new LetheError('referenceSaw', { model: reference.name, flagSet: flagSet.name })
    }
    return { flagSet, original, unlearned, reference, runId: null, referenceRunId: null }
  }
}

const proofs: Record<ReplayComparison['state'], EvidenceFile['replay']['proof']> = {
  ...{ equal: 'sameHash', different: 'otherHash' },
  // Bytes that were made elsewhere tell nothing.
  ...{ otherPlace: 'notCompared', none: 'notCompared', running: 'notCompared' }
}

/** How a model came about, as evidence keeps it. What it was asked along the way changed nothing. */
export function madeBy(run: StoredRun) {
  const { id, name, modelId, modelName, modelSha256, datasetId, datasetName } = run
  const { prompts: _prompts, ...settings } = run.settings
  const { step, steps, records, device, threads, runtime, cpuFeatures } = run
  const { forgetting, endedEarly } = run
  return {
    ...{ id, name, modelId, modelName, modelSha256, datasetId, datasetName, settings },
    ...{ step, steps, records, device, threads, runtime, cpuFeatures, forgetting, endedEarly }
  }
}
