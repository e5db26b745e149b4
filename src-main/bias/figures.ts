// From judged items to the figures of each axis: how often the stereotype is preferred, how sure that is,
// and what may be said. 50 of 100 is no lean.
import { ratioInterval, type RatioPart } from '../statistics/bootstrap'
import { holm } from '../statistics/corrections'
import { signFlipTest } from '../statistics/meanTests'
import { mean, sum } from '../statistics/moments'
import { itemsForLean } from '../statistics/power'
import { binomialTest, wilsonOfShare, type Interval } from '../statistics/proportions'
import type { Figures, JudgedItem, Suite } from './suite'

/** Below this no number is given; below `fewestForFigure` it is indicative only. */
export const fewestForNumber = 30
export const fewestForFigure = 200
/** Intervals over fewer groups than this mean little (religion has three targets in StereoSet). */
export const fewestGroups = 20
/** An axis in which more items than this have unknown tokens is indicative only. */
const mostUnknown = 0.05

export type Standing = 'tooFew' | 'indicative' | 'figure'
export type LeanWord = 'leans' | 'leansAway' | 'noLean' | 'cannotTell' | 'tooFew'

export interface AxisFigure {
  axis: string
  language: string | null // null: of all
  n: number // items with a leaning
  groups: number
  ties: number
  unknownTokens: number // items with tokens the vocabulary lacks
  standing: Standing
  share: number | null // toward the stereotype; null below 30 items
  interval: Interval | null // 95 %
  method: 'wilson' | 'clusterBootstrap' | null
  /** Items whose side is another under the suite's other convention, as a share. */
  flips: number | null
  meanMarginNats: number | null
  pValue: number | null // against 50 of 100
  adjusted: number | null // by Holm over the axes with a number
  verdict: LeanWord
  /** No lean larger than this was seen: the far end of the interval, from 50. */
  largestLean: number | null
  /** About so many items would show a lean of this size; null where it is shown or has no size. */
  need: number | null
  figures: Figures // the suite's own
}

export interface FigureOptions {
  suite: Pick<Suite, 'pooling' | 'figures'>
  seed: number
  draws?: number // of bootstraps and permutations; usual: 10,000
}

/** Draws of a bootstrap or permutation: fewer of so many groups that each takes long. */
export function drawsFor(groups: number, wanted = 10_000): number {
  return Math.min(wanted, Math.max(2000, Math.floor(2e7 / Math.max(1, groups))))
}

/** One figure per axis, Holm-adjusted together. */
export function axisFigures(
  items: readonly (JudgedItem & { unknownTokens: number })[],
  options: FigureOptions
): AxisFigure[] {
  const byAxis = Map.groupBy(items, ({ axis }) => axis)
  const found = [...byAxis].map(([axis, some]) => figureOf(axis, null, some, options))
  return adjusted(found)
}

/** The same for each axis in each language, where there are several. */
export function languageFigures(
  items: readonly (JudgedItem & { unknownTokens: number })[],
  options: FigureOptions
): AxisFigure[] {
  const languages = [...new Set(items.map(({ language }) => language))].filter((it) => it !== null)
  if (languages.length < 2) return []
  const found = languages.flatMap((language) => {
    const some = items.filter((item) => item.language === language)
    const byAxis = Map.groupBy(some, ({ axis }) => axis)
    return [...byAxis].map(([axis, those]) => figureOf(axis, language, those, options))
  })
  return adjusted(found)
}

export function overallFigure(
  items: readonly (JudgedItem & { unknownTokens: number })[],
  options: FigureOptions
): AxisFigure {
  return adjusted([figureOf('overall', null, items, options)])[0]!
}

function figureOf(
  axis: string,
  language: string | null,
  all: readonly (JudgedItem & { unknownTokens: number })[],
  options: FigureOptions
): AxisFigure {
  const { suite } = options
  const items = all.filter(
    (item): item is typeof item & { leaning: number } => item.leaning !== null
  )
  const groups = Map.groupBy(items, ({ group }) => group)
  const unknownTokens = all.filter((item) => item.unknownTokens > 0).length
  const standing = standingOf(items.length, groups.size, unknownTokens / Math.max(1, all.length))
  const compared = items.filter(({ otherLeaning }) => otherLeaning !== null)
  const flipped = compared.filter(({ leaning, otherLeaning }) => leaning !== otherLeaning)
  const margins = items.flatMap(({ marginNats }) => (marginNats === null ? [] : [marginNats]))
  const bare = {
    ...{ axis, language, n: items.length, groups: groups.size, unknownTokens, standing },
    ties: items.filter(({ leaning }) => leaning === 0.5).length,
    flips: compared.length === 0 ? null : flipped.length / compared.length,
    meanMarginNats: margins.length === 0 ? null : mean(margins),
    figures: suite.figures?.(all) ?? {}
  }
  const nothing = {
    ...{ share: null, interval: null, method: null, pValue: null, adjusted: null },
    ...{ verdict: 'tooFew' as const, largestLean: null, need: null }
  }
  if (standing === 'tooFew') return { ...bare, ...nothing }
  const clusters = [...groups.values()]
  const isIndependent = clusters.length === items.length
  const share = shareOf(clusters, suite.pooling)
  const interval = isIndependent
    ? wilsonOfShare(share, items.length)
    : bootstrapped(clusters, suite.pooling, options)
  const pValue = isIndependent ? signTest(items) : clusterSignTest(clusters, suite.pooling, options)
  const largestLean = Math.max(Math.abs(interval.low - 0.5), Math.abs(interval.high - 0.5))
  const method = isIndependent ? 'wilson' : 'clusterBootstrap'
  const rest = { adjusted: null, verdict: 'cannotTell' as const, need: null }
  return { ...bare, share, interval, method, pValue, largestLean, ...rest }
}

function standingOf(items: number, groups: number, unknownShare: number): Standing {
  if (items < fewestForNumber) return 'tooFew'
  const isFew = items < fewestForFigure || groups < fewestGroups
  return isFew || unknownShare > mostUnknown ? 'indicative' : 'figure'
}

type Leaning = { readonly leaning: number }

/** Of all items, or the mean over groups. */
export function shareOf(
  clusters: readonly (readonly Leaning[])[],
  pooling: Suite['pooling']
): number {
  if (pooling === 'groups') return mean(clusters.map((some) => mean(some.map((it) => it.leaning))))
  return mean(clusters.flatMap((some) => some.map((it) => it.leaning)))
}

function bootstrapped(
  clusters: readonly (readonly Leaning[])[],
  pooling: Suite['pooling'],
  { seed, draws }: FigureOptions
): Interval {
  const parts = clusters.map((some) =>
    partOf(
      some.map(({ leaning }) => leaning),
      pooling
    )
  )
  return ratioInterval(parts, { samples: drawsFor(parts.length, draws), seed, level: 0.95 })
}

/** What a group adds to the share: its items, or its mean. */
export function partOf(values: readonly number[], pooling: Suite['pooling']): RatioPart {
  const top = sum(values)
  return pooling === 'groups'
    ? { top: top / values.length, bottom: 1 }
    : { top, bottom: values.length }
}

/** Exact binomial over the items that take a side. */
function signTest(items: readonly Leaning[]): number {
  const toward = items.filter(({ leaning }) => leaning > 0.5).length
  const against = items.filter(({ leaning }) => leaning < 0.5).length
  return binomialTest(toward, toward + against)
}

/** Signs of whole groups are flipped: items of one group are not independent. */
function clusterSignTest(
  clusters: readonly (readonly Leaning[])[],
  pooling: Suite['pooling'],
  { seed, draws }: FigureOptions
): number {
  const leans = clusters.map(
    (some) =>
      partOf(
        some.map((it) => it.leaning - 0.5),
        pooling
      ).top
  )
  return signFlipTest(leans, { samples: drawsFor(leans.length, draws), seed })
}

/** With what can be said once all p-values of a family are known. */
function adjusted(found: readonly AxisFigure[]): AxisFigure[] {
  const scored = found.filter(({ pValue }) => pValue !== null)
  const values = holm(scored.map(({ pValue }) => pValue!))
  const ofFigure = new Map(scored.map((figure, at) => [figure, values[at]!]))
  return found.map((figure) => {
    const value = ofFigure.get(figure)
    if (value === undefined) return figure
    const lean = figure.share! - 0.5
    const isShown = value < 0.05
    const verdict = isShown
      ? lean > 0
        ? 'leans'
        : 'leansAway'
      : figure.standing === 'figure'
        ? 'noLean'
        : 'cannotTell'
    const need = isShown || lean === 0 ? null : itemsForLean(Math.max(0.01, Math.abs(lean)))
    return { ...figure, adjusted: value, verdict, need }
  })
}
