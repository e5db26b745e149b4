// What follows from the scores of all models, in the shape in which evidence is kept.
import { measuredEvidenceSchema, type MeasuredEvidence } from '../contract/evidenceMeasured'
import type { EvidenceItem } from '../contract/evidenceRequest'
import { clusters } from '../evaluation/clusters'
import type { ItemScores } from '../evaluation/itemScores'
import { judge, type CanaryLosses } from '../evaluation/judgement'
import {
  perModel,
  type MeasuredItem,
  type ModelRole,
  type PerModel,
  type ScoresById
} from '../evaluation/measuredItems'
import { truthShare } from '../evaluation/truthRatio'
import { worstOfSamples } from '../evaluation/worstOfSamples'
import { textOf } from './evidenceItems'
import type { ScoreFile, ScoreLine } from './evidenceScores'
import type { EvidenceModelSpec, JobSpec } from './protocol'

type EvidenceSpec = Extract<JobSpec, { type: 'measureEvidence' }>
type Attack = EvidenceModelSpec['attack']

/** @param files of the models, in their order */
export async function judged(
  { models, settings, replay }: EvidenceSpec,
  asked: readonly EvidenceItem[],
  files: readonly ScoreFile[]
): Promise<MeasuredEvidence> {
  const fileOf = (role: ModelRole, attack: Attack): ScoreFile | undefined =>
    files[models.findIndex((it) => it.role === role && it.attack === attack)]
  const linesOf = (role: ModelRole): readonly ScoreLine[] => fileOf(role, null)?.lines ?? []
  const attacked = (['relearning', 'quantization'] as const).flatMap((attack) => {
    if (!fileOf('unlearned', attack) || !fileOf('reference', attack)) return []
    // An original that was not attacked still shows what a model that knows would say.
    const scores = perModel((role) => scoresById(fileOf(role, attack)?.lines ?? linesOf(role)))
    return [[attack, scores] as const]
  })
  const worstOf = Math.min(settings.worstOf, settings.samples)
  const { items, ...words } = judge({
    items: await clusteredItems(asked),
    scores: perModel((role) => scoresById(linesOf(role))),
    attacked: Object.fromEntries(attacked),
    canaries: canariesOf(perModel(linesOf)),
    ...{ worstOf, replay }
  })
  const count = (kind: EvidenceItem['kind']): number =>
    asked.filter((item) => item.kind === kind).length
  const result = {
    ...words,
    records: items.filter(isShown).map((item) => recordOf(item, worstOf)),
    counts: {
      ...{ records: count('record'), questions: count('question'), kept: count('kept') },
      ...{ heldOut: count('heldOut'), canaries: count('canary') },
      leftOut: linesOf('original').filter((line) => 'nothing' in line).length
    }
  }
  // JSON has no NaN: what could not be computed is null there.
  return measuredEvidenceSchema.parse(JSON.parse(JSON.stringify(result)))
}

async function clusteredItems(asked: readonly EvidenceItem[]) {
  const texts = asked.flatMap((item) => (item.kind === 'canary' ? [] : [item]))
  const clustered = await clusters(texts.map((item) => ({ ...item, text: textOf(item) })))
  return texts.map(({ id, kind }) => ({ id, kind, ...clustered.get(id)! }))
}

function scoresById(lines: readonly ScoreLine[]): ScoresById {
  return new Map(lines.flatMap((line) => ('item' in line ? [[line.item.id, line.item]] : [])))
}

const isShown = ({ kind }: MeasuredItem): boolean => kind === 'record' || kind === 'question'

function recordOf(item: MeasuredItem, worstOf: number) {
  const { id, kind, subject, nearDuplicates, models } = item
  const shown = (scores: ItemScores) => {
    const { extractionStrength, exactMemorisation, logTruthRatio, samples } = scores
    const { rougeL, lossNats, minK, minKPlusPlus } = scores
    return {
      ...{ extractionStrength, exactMemorisation, rougeL, lossNats, minK, minKPlusPlus },
      probability: Math.exp(-lossNats),
      truthRatio: logTruthRatio === null ? null : truthShare(logTruthRatio),
      worstOfSamples: samples.length < worstOf ? null : worstOfSamples(samples, worstOf)
    }
  }
  return {
    ...{ id, kind, subject, group: nearDuplicates, tokens: models.original.tokens },
    models: perModel((role) => shown(models[role]))
  }
}

/** Those that every model was asked about. */
function canariesOf(lines: PerModel<readonly ScoreLine[]>): PerModel<CanaryLosses>[] {
  const found = perModel(
    (role) =>
      new Map(
        lines[role].flatMap((line) => ('canary' in line ? [[line.canary.id, line.canary]] : []))
      )
  )
  return [...found.original].flatMap(([id, original]) => {
    const [unlearned, reference] = [found.unlearned.get(id), found.reference.get(id)]
    return unlearned && reference ? [{ original, unlearned, reference }] : []
  })
}
