// From the scores of three models to the words: one for each test, one for each attack, one for ability,
// and the one that they come to together, with the figures that are shown beside them.
import { kolmogorovSmirnov } from '../statistics/kolmogorovSmirnov'
import { mean } from '../statistics/moments'
import { abilityVerdict, type AbilityVerdict } from './abilityVerdict'
import { canaryExposure } from './canaries'
import type { ItemScores } from './itemScores'
import {
  joined,
  measuredBy,
  perModel,
  type AskedItem,
  type ItemKind,
  type MeasuredItem,
  type PerModel,
  type ScoresById
} from './measuredItems'
import { membershipFigures, type MembershipFigures } from './membershipFigures'
import { modelUtility } from './modelUtility'
import {
  overallVerdict,
  type AttackName,
  type OverallVerdict,
  type ReplayProof,
  type TestName
} from './overallVerdict'
import { testVerdict, type MeasuredRecord, type TestVerdict } from './testVerdict'
import { truthPreference, truthShare } from './truthRatio'
import { worstOfSamples } from './worstOfSamples'

/** The loss of a canary and those of the texts drawn with it, under one model. */
export interface CanaryLosses {
  readonly lossNats: number
  readonly otherLosses: readonly number[]
}

export interface EvidenceScores {
  readonly items: readonly AskedItem[]
  readonly scores: PerModel<ScoresById>
  /** After an attack, of the records. The original as it is, where it was not attacked. */
  readonly attacked: Partial<Record<'relearning' | 'quantization', PerModel<ScoresById>>>
  readonly canaries: readonly PerModel<CanaryLosses>[]
  readonly worstOf: number
  readonly replay: ReplayProof
}

export interface Judgement {
  overall: OverallVerdict
  tests: Record<TestName, TestVerdict | null>
  attacks: Record<AttackName, TestVerdict | null>
  ability: AbilityVerdict
  shown: ShownFigures
  items: MeasuredItem[]
}

export interface ShownFigures {
  probability: PerModel<number>
  rougeL: PerModel<number>
  forgetQuality: { original: number | null; unlearned: number | null }
  truthRatioOf: 'questions' | 'records' | null
  modelUtility: PerModel<number | null>
  membership: MembershipFigures | null
  canaries: { canaries: number; ceilingBits: number | null; exposureBits: PerModel<number | null> }
}

export function judge({
  items: all,
  scores,
  attacked,
  canaries,
  worstOf,
  replay
}: EvidenceScores): Judgement {
  const items = joined(all, scores)
  const of = (kind: ItemKind): MeasuredItem[] => items.filter((item) => item.kind === kind)
  const [records, questions] = [of('record'), of('question')]
  const [kept, heldOut] = [of('kept'), of('heldOut')]
  // What was brought in other words tells more than answers borrowed from elsewhere.
  const truthItems = questions.some(hasTruthRatio) ? questions : records.filter(hasTruthRatio)
  const tests: Judgement['tests'] = {
    extractionStrength: tested(measuredBy(records, (it) => it.extractionStrength)),
    exactMemorisation: tested(measuredBy(records, (it) => it.exactMemorisation)),
    truthRatio: tested(
      measuredBy(truthItems, ({ logTruthRatio }) =>
        logTruthRatio === null ? null : truthShare(logTruthRatio)
      )
    ),
    worstOfSamples: tested(
      measuredBy(records, ({ samples }) =>
        samples.length < worstOf ? null : worstOfSamples(samples, worstOf)
      )
    ),
    membership: tested(measuredBy(records, (it) => it.minKPlusPlus))
  }
  const byExtraction = (given: readonly MeasuredItem[]): TestVerdict | null =>
    tested(measuredBy(given, (it) => it.extractionStrength))
  const after = (attack: 'relearning' | 'quantization'): TestVerdict | null => {
    const found = attacked[attack]
    return found ? byExtraction(joined(all, found).filter((it) => it.kind === 'record')) : null
  }
  const attacks: Judgement['attacks'] = {
    relearning: after('relearning'),
    quantization: after('quantization'),
    paraphrase: byExtraction(questions)
  }
  const ability = abilityOf(kept, heldOut)
  return {
    overall: overallVerdict({ tests, attacks, ability, replay }),
    ...{ tests, attacks, ability, items },
    shown: {
      probability: perModel((role) =>
        mean(records.map(({ models }) => Math.exp(-models[role].lossNats)))
      ),
      rougeL: perModel((role) => mean(records.flatMap(({ models }) => models[role].rougeL ?? []))),
      forgetQuality: forgetQuality(truthItems),
      truthRatioOf:
        truthItems.length === 0 ? null : truthItems === questions ? 'questions' : 'records',
      modelUtility: perModel((role) => utilityOf(kept.map(({ models }) => models[role]))),
      membership: membershipFigures(records, heldOut),
      canaries: exposureOf(canaries)
    }
  }
}

const hasTruthRatio = ({ models }: MeasuredItem): boolean => models.original.logTruthRatio !== null

function tested(records: readonly MeasuredRecord[]): TestVerdict | null {
  return records.length === 0 ? null : testVerdict(records)
}

/** By person where there are enough of them, as the tests are. */
function abilityOf(
  kept: readonly MeasuredItem[],
  heldOut: readonly MeasuredItem[]
): AbilityVerdict {
  const grouped = (items: readonly MeasuredItem[]): (MeasuredItem & { group: string })[] => {
    const isBySubject = new Set(items.map(({ subject }) => subject)).size >= 10
    return items.map((item) => ({
      ...item,
      group: isBySubject ? item.subject : item.nearDuplicates
    }))
  }
  return abilityVerdict(
    grouped(heldOut).map(({ group, models: { original, unlearned } }) => ({
      ...{ tokens: original.tokens, group },
      originalNats: original.lossNats * original.tokens,
      unlearnedNats: unlearned.lossNats * original.tokens
    })),
    grouped(kept).map(({ group, models: { original, unlearned } }) => ({
      ...{ group, original: Math.exp(-original.lossNats) },
      unlearned: Math.exp(-unlearned.lossNats)
    }))
  )
}

/** TOFU's: p-values of two-sided Kolmogorov-Smirnov tests against the reference's truth ratios. */
function forgetQuality(items: readonly MeasuredItem[]): ShownFigures['forgetQuality'] {
  if (items.length === 0) return { original: null, unlearned: null }
  const ratios = perModel((role) => items.map(({ models }) => models[role].logTruthRatio!))
  return {
    original: kolmogorovSmirnov(ratios.original, ratios.reference).pValue,
    unlearned: kolmogorovSmirnov(ratios.unlearned, ratios.reference).pValue
  }
}

function utilityOf(kept: readonly ItemScores[]): number | null {
  const ratios = kept.flatMap((it) => it.logTruthRatio ?? [])
  const recalls = kept.flatMap((it) => it.rougeL ?? [])
  if (ratios.length === 0 || recalls.length === 0) return null
  return modelUtility([
    {
      probability: mean(kept.map((it) => Math.exp(-it.lossNats))),
      rougeLRecall: mean(recalls),
      truthRatio: mean(ratios.map(truthPreference))
    }
  ])
}

function exposureOf(canaries: readonly PerModel<CanaryLosses>[]): ShownFigures['canaries'] {
  if (canaries.length === 0)
    return { canaries: 0, ceilingBits: null, exposureBits: perModel(() => null) }
  const exposures = perModel((role) =>
    canaries.map((canary) => canaryExposure(canary[role].lossNats, canary[role].otherLosses))
  )
  return {
    canaries: canaries.length,
    ceilingBits: mean(exposures.original.map(({ ceilingBits }) => ceilingBits)),
    exposureBits: perModel((role) => mean(exposures[role].map((it) => it.exposureBits)))
  }
}
