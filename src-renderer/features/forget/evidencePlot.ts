// Where the marks of a test lie: shares of its axis, from 0 at its left end to 1 at its right end.
import type {
  MeasuredEvidence,
  TestName,
  TestResult
} from '../../../src-main/contract/evidenceMeasured'

interface Axis {
  low: number
  high: number
}

export interface PlotMarks {
  axis: Axis
  before: number | null
  now: number | null
  reference: number | null
  /** 90 % interval around now. */
  whiskers: [number, number] | null
  /** Where it counts as the same as the reference. */
  band: [number, number] | null
}

export const shareAxis: Axis = { low: 0, high: 1 }
const room = 0.08

/** Membership is a score without bounds; all others are shares. */
export function testAxis(name: TestName, result: TestResult): Axis {
  if (name !== 'membership') return shareAxis
  const { original, unlearned, reference } = result
  const sides = [...(bandOf(result) ?? []), ...(whiskersOf(result) ?? [])]
  return axisAround([original, unlearned, reference, ...sides])
}

export function testMarks(result: TestResult, axis: Axis): PlotMarks {
  const place = placeOn(axis)
  const span = (of: [number, number] | null): [number, number] | null =>
    of && [place(of[0]), place(of[1])]
  const put = (value: number | null): number | null => (value === null ? null : place(value))
  return {
    axis,
    ...{ before: put(result.original), now: put(result.unlearned) },
    ...{ reference: put(result.reference), whiskers: span(whiskersOf(result)) },
    band: span(bandOf(result))
  }
}

/** A loss of ability up to this much is none (relative). */
const lossLimit = 0.05

type AbilityMeasure = MeasuredEvidence['ability']['perplexity']

/** Before is at no loss; the band reaches to what still counts as kept. */
export function abilityMarks({ loss, interval }: AbilityMeasure): PlotMarks {
  const { low, high } = interval
  const widest = Math.max(...[2 * lossLimit, loss, low, high].map((it) => Math.abs(it ?? 0)))
  const end = widest * (1 + room)
  const axis = { low: -end, high: end }
  const place = placeOn(axis)
  return {
    axis,
    ...{ before: place(0), now: loss === null ? null : place(loss), reference: null },
    whiskers: low === null || high === null ? null : [place(low), place(high)],
    band: [0, place(lossLimit)]
  }
}

/** Of `value`: reference + the interval of the difference. */
export function whiskersOf({ reference, interval }: TestResult): [number, number] | null {
  const { low, high } = interval
  if (reference === null || low === null || high === null) return null
  return [reference + low, reference + high]
}

export function bandOf({ reference, margin }: TestResult): [number, number] | null {
  if (reference === null || margin === null) return null
  return [reference - margin, reference + margin]
}

function axisAround(values: readonly (number | null)[]): Axis {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return shareAxis
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const beside = high === low ? 0.5 : (high - low) * room
  return { low: low - beside, high: high + beside }
}

const placeOn =
  ({ low, high }: Axis) =>
  (value: number): number =>
    Math.min(1, Math.max(0, (value - low) / (high - low)))

type Spread = Record<'before' | 'now' | 'reference', number | null>

/** From 0 to 1 where all values are shares; else around them. */
export function spreadAxis(rows: readonly Spread[]): Axis {
  const values = rows.flatMap(({ before, now, reference }) => [before, now, reference])
  const areShares = values.every((value) => value === null || (value >= 0 && value <= 1))
  return areShares ? shareAxis : axisAround(values)
}

export function spreadPlaces(values: readonly (number | null)[], axis: Axis): number[] {
  return values.filter((value) => value !== null).map(placeOn(axis))
}
