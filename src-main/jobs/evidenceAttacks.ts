// The models after what may bring something back: held as 4-bit blocks, and trained a little on records
// that they knew all along. Both models are attacked alike; one of the same bytes stands for the other.
import { LetheError, type ErrorCode, type LetheErrorData } from '../base/errors'
import type { EvidenceChoice } from '../contract/evidenceEntries'
import type { AttackName } from '../contract/evidenceRequest'
import type { EvidenceRecord } from '../store/evidenceRecords'
import type { StoredRun } from '../store/runs'
import type { EvidenceModel } from './evidence'
import type { Trio } from './evidenceModels'
import { relearned, relearningSettings, type RelearningParts } from './relearning'

export interface AttackAsk {
  folder: string // of the evidence
  trio: Trio
  /** That made the original: the attack trains as it did. Undefined: not known. */
  madeBy: StoredRun | undefined
  choice: EvidenceChoice
  records: readonly EvidenceRecord[]
  hasQuestions: boolean
}

export interface Attacked {
  models: EvidenceModel[]
  /** How it was trained again, as evidence keeps it; null: it was not. */
  relearning: Record<string, unknown> | null
  /** Why an attack has no result. */
  notTested: Partial<Record<AttackName, NotTested>>
}
type NotTested = 'notAsked' | 'noQuestions' | 'noTrainingLog' | 'outOfBounds' | LetheErrorData

/** With these the other tests still tell something. */
const leavesUntested: ReadonlySet<ErrorCode> = new Set([
  ...(['nothingToLearn', 'outOfMemory', 'trainingTooLarge'] as const)
])
/** What an attack may learn from is bounded. */
const mostRelearned = 400

/** How many records the attack by training needs at most. */
export function recordsToRelearn(
  { attacks, relearningSteps }: EvidenceChoice,
  madeBy: StoredRun | undefined
): number {
  if (!madeBy || !attacks.includes('relearning')) return 0
  const { batch, accumulation } = madeBy.settings
  return Math.min(mostRelearned, relearningSteps * batch * accumulation)
}

/** A model as it is asked, after an attack that needs no other one. */
export function asked(
  model: Trio[keyof Trio],
  role: EvidenceModel['role'],
  attack: EvidenceModel['attack'] = null
): EvidenceModel {
  const { id, name, sha256, path } = model
  return { role, attack, id, name, sha256, path }
}

/** @throws LetheError cancelled, engineLost, diskFull, and as a training */
export async function attackedModels(
  parts: RelearningParts,
  ask: AttackAsk,
  signal: AbortSignal
): Promise<Attacked> {
  const { trio, choice, hasQuestions } = ask
  const notTested: Attacked['notTested'] = {}
  const models: EvidenceModel[] = []
  if (!choice.attacks.includes('paraphrase')) notTested.paraphrase = 'notAsked'
  else if (!hasQuestions) notTested.paraphrase = 'noQuestions'
  if (!choice.attacks.includes('quantization')) notTested.quantization = 'notAsked'
  else
    for (const role of ['unlearned', 'reference'] as const)
      models.push(asked(trio[role], role, 'quantization'))
  if (!choice.attacks.includes('relearning')) notTested.relearning = 'notAsked'
  else if (!ask.madeBy) notTested.relearning = 'noTrainingLog'
  const untested = notTested.relearning
  if (untested !== undefined || !ask.madeBy) return { models, notTested, relearning: null }
  try {
    const again = await relearnedModels(parts, ask, ask.madeBy, signal)
    if (again) return { ...again, models: [...models, ...again.models], notTested }
    notTested.relearning = 'outOfBounds'
  } catch (error) {
    if (!(error instanceof LetheError) || !leavesUntested.has(error.code)) throw error
    notTested.relearning = error.toJSON()
  }
  return { models, notTested, relearning: null }
}

/** Null: one of them ran out of bounds. */
async function relearnedModels(
  parts: RelearningParts,
  { folder, trio, choice, records }: AttackAsk,
  madeBy: StoredRun,
  signal: AbortSignal
): Promise<Pick<Attacked, 'models' | 'relearning'> | null> {
  const {
    relearningSteps: steps,
    settings: { seed }
  } = choice
  const settings = relearningSettings(madeBy.settings, { steps, seed })
  const train = (role: 'unlearned' | 'reference') =>
    relearned(parts, folder, { role, model: trio[role], records, steps, settings }, signal)
  const isSame = trio.unlearned.sha256 === trio.reference.sha256
  const unlearned = await train('unlearned')
  const reference = isSame ? unlearned : await train('reference')
  if (!unlearned || !reference) return null
  const { prompts: _prompts, ...told } = settings
  return {
    models: [
      { ...asked(trio.unlearned, 'unlearned', 'relearning'), ...unlearned },
      { ...asked(trio.reference, 'reference', 'relearning'), ...reference }
    ],
    relearning: {
      ...{ steps, settings: told },
      records: records.map(({ datasetNumber, ordinal }) => [datasetNumber, ordinal])
    }
  }
}
