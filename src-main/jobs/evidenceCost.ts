// How long it takes to ask models, by how long it took before: on this machine, kind by kind; else by how
// fast a training was.
import type { EvidenceChoice } from '../contract/evidenceEntries'
import type { EvidenceCost, EvidenceTook } from '../contract/evidenceCost'
import {
  evidenceItemKinds,
  type EvidenceItem,
  type EvidenceItemKind,
  type EvidenceSettings
} from '../contract/evidenceRequest'
import { secondsAtPace } from '../contract/training'
import type { StoredRun } from '../store/runs'
import { otherCanaries } from './canaries'
import { paceOf } from './runPace'

/** What one model is asked. */
export interface Asking {
  kind: EvidenceItemKind
  attacked: boolean
  items: number
}

/** Evidence that was taken. */
export interface Taken {
  took: EvidenceTook
  choice: EvidenceChoice
}

export interface AskingTime {
  seconds: number | null
  basis: EvidenceCost['basis']
}

/** A token that is drawn costs about so much of reading a record once, all at once. */
const drawnToken = 1 / 8
/** Of a training step, what reading alone takes: the way back is twice as long. */
const readingShare = 1 / 3

export interface CostAsk {
  items: readonly Pick<EvidenceItem, 'kind'>[]
  /** Whether there is something to learn from in the attack by training. */
  relearned: boolean
  choice: EvidenceChoice
  taken: readonly Taken[]
  madeBy: StoredRun | undefined
  parameters: number // of the model before
  /** Whether the model that forgot and the reference have the same bytes. */
  isSame: boolean
  reference: EvidenceCost['reference']
  referenceSeconds: number | null
}

export function evidenceCost(ask: CostAsk): EvidenceCost {
  const { items, choice, madeBy, parameters, isSame, reference, referenceSeconds } = ask
  const count = (kind: EvidenceItemKind): number => items.filter((it) => it.kind === kind).length
  const whole = evidenceItemKinds.flatMap((kind): Asking[] =>
    count(kind) === 0 ? [] : [{ kind, attacked: false, items: count(kind) }]
  )
  const attacked: Asking[] = [{ kind: 'record', attacked: true, items: count('record') }]
  const relearns = ask.relearned && choice.attacks.includes('relearning')
  const attacks = (choice.attacks.includes('quantization') ? 1 : 0) + (relearns ? 1 : 0)
  const others = isSame ? 1 : 2
  const models = [
    ...Array.from({ length: 1 + others }, () => whole),
    ...Array.from({ length: attacks * others }, () => attacked)
  ]
  const time = askingTime(models, { parameters, settings: choice.settings }, ask.taken, madeBy)
  const pace = madeBy && paceOf(madeBy)
  const training = pace ? others * secondsAtPace(choice.relearningSteps, pace) : null
  const relearningSeconds = relearns ? training : 0
  const parts = [referenceSeconds, relearningSeconds, time.seconds]
  return {
    ...{ models: models.length, records: count('record'), questions: count('question') },
    ...{ kept: count('kept'), heldOut: count('heldOut'), canaries: count('canary') },
    ...{ reference, referenceSeconds, relearningSeconds, askingSeconds: time.seconds },
    seconds: parts.includes(null) ? null : parts.reduce<number>((sum, it) => sum + (it ?? 0), 0),
    basis: time.basis
  }
}

/**
 * Seconds of asking, model by model.
 * @param taken newest first
 * @param madeBy the run that made the model before
 */
export function askingTime(
  models: readonly (readonly Asking[])[],
  of: { parameters: number; settings: EvidenceSettings },
  taken: readonly Taken[],
  madeBy: StoredRun | undefined
): AskingTime {
  const earlier = nearest(taken, of)
  const all = models.flat()
  if (earlier) {
    const { took } = earlier
    let seconds = models.length * took.openSeconds * (of.parameters / took.parameters)
    let isExact = isAlike(earlier, of)
    for (const asking of all) {
      const own = took.timings.find(
        ({ kind, attacked }) => kind === asking.kind && attacked === asking.attacked
      )
      // Of another kind: by how much more there is to do.
      const known = own ?? took.timings[0]!
      if (!own) isExact = false
      const more = workOf(asking, of.settings) / workOf(known, earlier.choice.settings)
      const size = of.parameters / took.parameters
      seconds += asking.items * (known.seconds / known.items) * more * size
    }
    return { seconds, basis: isExact ? 'measured' : 'scaled' }
  }
  const pace = madeBy && paceOf(madeBy)
  if (!madeBy || !pace) return { seconds: null, basis: null }
  const { batch, accumulation, sequenceLength } = madeBy.settings
  const tokens = Math.min(sequenceLength, madeBy.tokens / Math.max(1, madeBy.records))
  const aRow = (pace.stepSeconds / (batch * accumulation)) * readingShare
  const reading = aRow * (tokens / sequenceLength)
  const work = all.reduce((sum, it) => sum + it.items * workOf(it, of.settings), 0)
  return { seconds: work * reading, basis: 'training' }
}

/** The newest about models of this size, asked in this way; else of the nearest size. */
function nearest(
  taken: readonly Taken[],
  of: { parameters: number; settings: EvidenceSettings }
): Taken | undefined {
  const known = taken.filter(({ took }) => took.timings.some(({ items }) => items > 0))
  const distance = ({ took }: Taken): number => Math.abs(Math.log(took.parameters / of.parameters))
  return (
    known.find((it) => isAlike(it, of)) ?? known.toSorted((a, b) => distance(a) - distance(b))[0]
  )
}

/** Equal in all that makes an item take longer or shorter. */
function isAlike(
  { took, choice }: Taken,
  { parameters, settings }: { parameters: number; settings: EvidenceSettings }
): boolean {
  const costly = ({
    samples,
    mostAnswerTokens,
    drawnWrongAnswers,
    sequenceLength
  }: EvidenceSettings) =>
    JSON.stringify([samples, mostAnswerTokens, drawnWrongAnswers, sequenceLength])
  return took.parameters === parameters && costly(choice.settings) === costly(settings)
}

/** In readings of one record. */
function workOf(
  { kind, attacked }: Pick<Asking, 'kind' | 'attacked'>,
  { samples, mostAnswerTokens, drawnWrongAnswers }: EvidenceSettings
): number {
  if (attacked || kind === 'heldOut') return 1
  const read = 1 + drawnWrongAnswers
  const answer = mostAnswerTokens * drawnToken
  return {
    record: read + (samples + 1) * answer,
    kept: read + answer,
    question: read,
    canary: 1 + otherCanaries
  }[kind]
}
