// How well each attack tells the records from texts that no model saw, under each model: shown beside
// the tests, where the reference's area is the target.
import { areaUnderCurve, truePositiveRate } from '../statistics/areaUnderCurve'
import type { Interval } from '../statistics/proportions'
import type { ItemScores } from './itemScores'
import { perModel, type MeasuredItem, type ModelRole, type PerModel } from './measuredItems'
import { privLeak, rmiaScore, type RatedText } from './membership'

export interface MembershipArea {
  area: number
  interval: Interval // 95 %
  truePositiveRate: number
  falsePositiveRate: number // max(1 %, 1/n): fewer texts cannot show a rarer error
}
type ScoreName = 'loss' | 'zlib' | 'minK' | 'minKPlusPlus' | 'reference' | 'rmia'

export interface MembershipFigures {
  records: number
  heldOut: number
  areas: Record<ScoreName, PerModel<MembershipArea | null>>
  privLeak: { original: number | null; unlearned: number | null }
}

/** RMIA's offset for a reference model that saw neither kind of text: its mean is taken as it is. */
const rmiaOffset = 1

/** Null without texts on both sides. */
export function membershipFigures(
  records: readonly MeasuredItem[],
  heldOut: readonly MeasuredItem[]
): MembershipFigures | null {
  if (records.length === 0 || heldOut.length === 0) return null
  const falsePositiveRate = Math.max(0.01, 1 / heldOut.length)
  const area = (scoreOf: (item: MeasuredItem) => number): MembershipArea => {
    const [members, others] = [records.map(scoreOf), heldOut.map(scoreOf)]
    const found = areaUnderCurve(members, others)
    return {
      ...{ area: found.area, interval: found.interval, falsePositiveRate },
      truePositiveRate: truePositiveRate(members, others, falsePositiveRate)
    }
  }
  const alone = (score: (of: ItemScores) => number): PerModel<MembershipArea> =>
    perModel((role) => area(({ models }) => score(models[role])))
  const beside = (
    score: (item: MeasuredItem, role: ModelRole) => number
  ): PerModel<MembershipArea | null> =>
    perModel((role) => (role === 'reference' ? null : area((item) => score(item, role))))

  const minKOf = (role: ModelRole): { forget: number[]; neverSeen: number[] } => ({
    forget: records.map(({ models }) => models[role].minK),
    neverSeen: heldOut.map(({ models }) => models[role].minK)
  })
  const populations = perModel((role) => heldOut.map((item) => ratedText(item, role)))
  return {
    ...{ records: records.length, heldOut: heldOut.length },
    areas: {
      loss: alone(({ lossNats }) => -lossNats),
      zlib: alone(({ lossNats, zlibBytes }) => -lossNats / zlibBytes),
      minK: alone(({ minK }) => minK),
      minKPlusPlus: alone(({ minKPlusPlus }) => minKPlusPlus),
      reference: beside(({ models }, role) => models.reference.lossNats - models[role].lossNats),
      rmia: beside((item, role) => rmiaScore(ratedText(item, role), populations[role], rmiaOffset))
    },
    privLeak: {
      original: leakOf(minKOf('original'), minKOf('reference')),
      unlearned: leakOf(minKOf('unlearned'), minKOf('reference'))
    }
  }
}

function ratedText({ models }: MeasuredItem, role: ModelRole): RatedText {
  return { logProb: -models[role].lossNats, referenceLogProbs: [-models.reference.lossNats] }
}

/** Null where the reference tells every text apart: there is nothing to divide by. */
function leakOf(...scores: Parameters<typeof privLeak>): number | null {
  const [, { forget, neverSeen }] = scores
  return areaUnderCurve(forget, neverSeen).area === 1 ? null : privLeak(...scores)
}
