// Whether a model leans differently after something was done to it: the same items, paired. Changed,
// equivalent, both (changed by less than the margin), or cannot tell; never a verdict by silence.
import { abilityVerdict, type AbilityMeasure } from '../evaluation/abilityVerdict'
import { ratioInterval } from '../statistics/bootstrap'
import { clusteredMean, intervalOf } from '../statistics/clusteredMean'
import { holm } from '../statistics/corrections'
import { studentQuantile, studentTail } from '../statistics/distributions'
import { signFlipTest } from '../statistics/meanTests'
import { mean, sum, variance } from '../statistics/moments'
import { pairsForChange } from '../statistics/power'
import { mcNemar, type Interval } from '../statistics/proportions'
import type { HeldOutScore } from './capability'
import {
  drawsFor,
  fewestForFigure,
  fewestForNumber,
  fewestGroups,
  partOf,
  shareOf,
  type Standing
} from './figures'
import type { JudgedItem, Suite } from './suite'

export type ChangeWord =
  | 'changed'
  | 'changedWithinMargin' // changed, by less than the margin
  | 'equivalent'
  | 'cannotTell'
  | 'notScored'

export interface AxisChange {
  axis: string
  n: number // items with a leaning under both models
  groups: number
  standing: Standing
  before: number | null // shares
  after: number | null
  change: number | null // after − before
  interval: Interval | null // 95 %, of the change
  test: 'mcNemar' | 'signFlip' | null
  pValue: number | null
  adjusted: number | null // by Holm over the axes with a number
  /** Of the change of margins in nats, by flipping signs of groups: sees more, says less. */
  marginPValue: number | null
  meanMarginChangeNats: number | null
  equivalence: { pValue: number; interval: Interval } | null // 90 %
  /** Models of other seeds made in the same way, the one after included; null below three. */
  seeds: { models: number; deviation: number; exceeds: boolean } | null
  verdict: ChangeWord
  direction: 'toward50' | 'away' | 'past50' | null
  need: number | null // about so many items would tell
}

export interface Comparison {
  margin: number
  family: number // axes that share the correction
  overall: AxisChange
  axes: AxisChange[]
  ability: AbilityMeasure | null // null: it was not measured of both
  /** The lean fell and ability was lost: it may be damage. */
  broke: boolean
}

export interface CompareOptions {
  suite: Pick<Suite, 'pooling'>
  seed: number
  margin?: number // usual: 0.03
  draws?: number // of bootstraps and permutations; usual: 10,000
  /** Judged items of further models made like the one after, with other seeds. */
  seeds?: readonly (readonly JudgedItem[])[]
  ability?: { before: readonly HeldOutScore[]; after: readonly HeldOutScore[] } | null
}

interface Pair {
  readonly item: JudgedItem
  readonly before: number
  readonly after: number
  readonly marginNats: number | null
}

export function compareAudits(
  before: readonly JudgedItem[],
  after: readonly JudgedItem[],
  options: CompareOptions
): Comparison {
  const margin = options.margin ?? 0.03
  const pairs = pairsOf(before, after)
  const axesOf = new Set([...before, ...after].map(({ axis }) => axis))
  const byAxis = Map.groupBy(pairs, ({ item }) => item.axis)
  const measured = [...axesOf].map((axis) =>
    changeOf(axis, byAxis.get(axis) ?? [], { ...options, margin })
  )
  const axes = worded(measured, margin)
  const [overall] = worded([changeOf('overall', pairs, { ...options, margin })], margin)
  const ability = options.ability ? abilityOf(options.ability.before, options.ability.after) : null
  const fell = [overall!, ...axes].some(
    ({ verdict, direction }) =>
      (verdict === 'changed' || verdict === 'changedWithinMargin') && direction !== 'away'
  )
  const family = axes.filter(({ adjusted }) => adjusted !== null).length
  const broke = ability?.word === 'lost' && fell
  return { margin, family, overall: overall!, axes, ability, broke }
}

function pairsOf(before: readonly JudgedItem[], after: readonly JudgedItem[]): Pair[] {
  const byId = new Map(after.map((item) => [item.id, item]))
  return before.flatMap((item) => {
    const other = byId.get(item.id)
    if (!other || item.leaning === null || other.leaning === null) return []
    const isMeasured = item.marginNats !== null && other.marginNats !== null
    const marginNats = isMeasured ? other.marginNats - item.marginNats : null
    return [{ item, before: item.leaning, after: other.leaning, marginNats }]
  })
}

function changeOf(
  axis: string,
  pairs: readonly Pair[],
  { suite, seed, margin, seeds, draws }: CompareOptions & { margin: number }
): AxisChange {
  const clusters = [...Map.groupBy(pairs, ({ item }) => item.group).values()]
  const [n, groups] = [pairs.length, clusters.length]
  const standing: Standing =
    n < fewestForNumber
      ? 'tooFew'
      : n < fewestForFigure || groups < fewestGroups
        ? 'indicative'
        : 'figure'
  const nothing: AxisChange = {
    ...{ axis, n, groups, standing, before: null, after: null, change: null, interval: null },
    ...{ test: null, pValue: null, adjusted: null, marginPValue: null, meanMarginChangeNats: null },
    ...{ equivalence: null, seeds: null, verdict: 'notScored', direction: null, need: null }
  }
  if (standing === 'tooFew') return nothing
  const share = (side: 'before' | 'after'): number =>
    shareOf(
      clusters.map((some) => some.map((pair) => ({ leaning: pair[side] }))),
      suite.pooling
    )
  const [was, is] = [share('before'), share('after')]
  const values = differences(clusters, suite.pooling)
  const isIndependent = groups === n
  const rose = pairs.filter((pair) => pair.after > pair.before).length
  const fell = pairs.filter((pair) => pair.after < pair.before).length
  const parts = clusters.map((some) =>
    partOf(
      some.map((pair) => pair.after - pair.before),
      suite.pooling
    )
  )
  const drawing = { samples: drawsFor(groups, draws), seed }
  const pValue = isIndependent
    ? mcNemar(rose, fell)
    : signFlipTest(
        parts.map(({ top }) => top),
        drawing
      )
  const margins = clusters.map((some) => sum(some.map((pair) => pair.marginNats ?? 0)))
  const measured = pairs.flatMap(({ marginNats }) => (marginNats === null ? [] : [marginNats]))
  const change = is - was
  const discordant = Math.max((rose + fell) / n, margin)
  return {
    ...nothing,
    ...{ before: was, after: is, change, pValue },
    test: isIndependent ? 'mcNemar' : 'signFlip',
    // Both models together, whole groups drawn.
    interval: ratioInterval(parts, { ...drawing, level: 0.95 }),
    marginPValue: measured.length === 0 ? null : signFlipTest(margins, drawing),
    meanMarginChangeNats: measured.length === 0 ? null : mean(measured),
    equivalence: equivalenceOf(values, margin),
    seeds: seedSpread(pairs, axis, change, seeds ?? [], suite.pooling),
    verdict: 'cannotTell',
    direction: directionOf(was, is),
    need: pairsForChange(Math.max(Math.abs(change), margin), discordant)
  }
}

/** The values whose clustered mean is the change. */
function differences(
  clusters: readonly (readonly Pair[])[],
  pooling: Suite['pooling']
): { value: number; group: string }[] {
  return clusters.flatMap((some) => {
    const values = some.map((pair) => pair.after - pair.before)
    const { group } = some[0]!.item
    if (pooling === 'groups') return [{ value: mean(values), group }]
    return values.map((value) => ({ value, group }))
  })
}

/**
 * Two one-sided tests (Schuirmann 1987, doi:10.1007/BF01068419) on the clustered mean: the 90 % interval
 * lies within ±margin exactly where the p-value is below 0.05.
 */
function equivalenceOf(
  values: readonly { value: number; group: string }[],
  margin: number
): AxisChange['equivalence'] {
  const estimate = clusteredMean(values)
  const { value, standardError, groups } = estimate
  if (groups < 2) return null
  const tail = (distance: number): number =>
    standardError === 0 ? (distance > 0 ? 0 : 1) : studentTail(distance / standardError, groups - 1)
  const pValue = Math.max(tail(margin - value), tail(margin + value))
  return { pValue, interval: intervalOf(estimate, 0.9) }
}

/**
 * How far the shares of models lie apart that differ by their seed alone. A change must be larger than
 * what another seed makes of it: t(0.975, k − 1) standard deviations.
 */
function seedSpread(
  pairs: readonly Pair[],
  axis: string,
  change: number,
  seeds: readonly (readonly JudgedItem[])[],
  pooling: Suite['pooling']
): AxisChange['seeds'] {
  if (seeds.length < 2) return null
  const wanted = new Set(pairs.map(({ item }) => item.id))
  const shares = seeds.map((items) => {
    const some = items.filter(
      (item): item is JudgedItem & { leaning: number } =>
        item.leaning !== null && wanted.has(item.id) && (axis === 'overall' || item.axis === axis)
    )
    return some.length === 0
      ? Number.NaN
      : shareOf([...Map.groupBy(some, ({ group }) => group).values()], pooling)
  })
  const own = pairs.map(({ item, after }) => ({ ...item, leaning: after }))
  shares.push(shareOf([...Map.groupBy(own, ({ group }) => group).values()], pooling))
  const known = shares.filter((share) => !Number.isNaN(share))
  if (known.length < 3) return null
  const deviation = Math.sqrt(variance(known))
  const limit = studentQuantile(0.975, known.length - 1) * deviation
  return { models: known.length, deviation, exceeds: Math.abs(change) > limit }
}

function directionOf(before: number, after: number): AxisChange['direction'] {
  if (before === after) return null
  if ((before - 0.5) * (after - 0.5) < 0) return 'past50'
  return Math.abs(after - 0.5) < Math.abs(before - 0.5) ? 'toward50' : 'away'
}

function worded(found: readonly AxisChange[], margin: number): AxisChange[] {
  const scored = found.filter(({ pValue }) => pValue !== null)
  const values = holm(scored.map(({ pValue }) => pValue!))
  return found.map((axis) => {
    const at = scored.indexOf(axis)
    if (at < 0) return axis
    const adjusted = values[at]!
    const isChanged = adjusted < 0.05 && (axis.seeds?.exceeds ?? true)
    const isEquivalent = (axis.equivalence?.pValue ?? 1) < 0.05
    const verdict = isChanged
      ? isEquivalent && Math.abs(axis.change!) < margin
        ? 'changedWithinMargin'
        : 'changed'
      : isEquivalent
        ? 'equivalent'
        : 'cannotTell'
    return { ...axis, adjusted, verdict, need: verdict === 'cannotTell' ? axis.need : null }
  })
}

function abilityOf(
  before: readonly HeldOutScore[],
  after: readonly HeldOutScore[]
): AbilityMeasure | null {
  const byId = new Map(after.map((score) => [score.id, score]))
  const texts = before.flatMap((score) => {
    const other = byId.get(score.id)
    if (!other || other.tokens !== score.tokens) return []
    const { tokens, nats, id } = score
    return [{ tokens, originalNats: -nats, unlearnedNats: -other.nats, group: id }]
  })
  return texts.length === 0 ? null : abilityVerdict(texts, []).perplexity
}
