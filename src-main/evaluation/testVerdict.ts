// The word of one test of forgetting: the unlearned model beside the original, and beside a reference
// that never saw the records. A word never comes from a test that failed to reject: first a positive
// control shows that the test can see the difference, then the unlearned model must lie inside a margin.
import { clusteredMean, intervalOf, type Estimate } from '../statistics/clusteredMean'
import type { Interval } from '../statistics/proportions'

/** One record under the three models, by the same measure. */
export interface MeasuredRecord {
  original: number
  unlearned: number
  reference: number
  subject: string // whose record it is
  nearDuplicates: string // the group of records close to it, itself included
}

export type TestWord = 'forgotten' | 'notForgotten' | 'overForgotten' | 'cannotTell'

export interface TestVerdict {
  word: TestWord
  /** Why it cannot tell; null for the other words. */
  reason: 'noRecords' | 'tooFewGroups' | 'noDifference' | 'tooWide' | null
  /** Means over the records. */
  original: number
  unlearned: number
  reference: number
  /** d = unlearned − reference with its 90 % interval; NaN with one group. */
  difference: number
  interval: Interval
  margin: number // 0.2 · |original − reference|
  records: number
  groups: number
  /** Near-duplicate groups stand in for fewer than 10 subjects: the result speaks of these records only. */
  groupedBy: 'subject' | 'nearDuplicates'
  /** About how many records like these would settle it; null where that cannot be said. */
  neededRecords: number | null
}

const fewestGroups = 10
const marginShare = 0.2
const testLevel = 0.9 // two one-sided tests at 5 %
// Strict: where nothing was memorised, a control that passes by chance makes every other word wrong.
const controlLevel = 0.99

export function testVerdict(records: readonly MeasuredRecord[]): TestVerdict {
  if (records.length === 0) return withoutRecords()
  const isBySubject = new Set(records.map((it) => it.subject)).size >= fewestGroups
  const groupedBy = isBySubject ? 'subject' : 'nearDuplicates'
  const estimate = (of: (record: MeasuredRecord) => number): Estimate =>
    clusteredMean(records.map((it) => ({ value: of(it), group: it[groupedBy] })))
  const effect = estimate((it) => it.original - it.reference)
  const rest = estimate((it) => it.unlearned - it.reference)
  const interval = intervalOf(rest, testLevel)
  const margin = marginShare * Math.abs(effect.value)
  return {
    ...decide(effect, rest, interval, margin),
    original: estimate((it) => it.original).value,
    unlearned: estimate((it) => it.unlearned).value,
    reference: estimate((it) => it.reference).value,
    difference: rest.value,
    ...{ interval, margin, groupedBy },
    records: records.length,
    groups: rest.groups
  }
}

type Decision = Pick<TestVerdict, 'word' | 'reason' | 'neededRecords'>

function decide(effect: Estimate, rest: Estimate, interval: Interval, margin: number): Decision {
  const { records, groups } = rest
  const cannotTell = (
    reason: NonNullable<TestVerdict['reason']>,
    neededRecords: number | null
  ): Decision => ({ word: 'cannotTell', reason, neededRecords })
  if (groups < fewestGroups) {
    return cannotTell('tooFewGroups', Math.ceil((records * fewestGroups) / groups))
  }
  const control = intervalOf(effect, controlLevel)
  if (!(control.low > 0 || control.high < 0)) {
    return cannotTell('noDifference', growth(records, control.high - effect.value, effect.value))
  }
  // Seen from the original's side, so that one rule serves measures that rise and that fall.
  const [low, high] =
    effect.value > 0 ? [interval.low, interval.high] : [-interval.high, -interval.low]
  const settled = (word: TestWord): Decision => ({ word, reason: null, neededRecords: null })
  if (low > -margin && high < margin) return settled('forgotten')
  if (low > margin) return settled('notForgotten')
  if (high < -margin) return settled('overForgotten')
  const toBorder = Math.abs(margin - Math.abs(rest.value))
  return cannotTell('tooWide', growth(records, (high - low) / 2, toBorder))
}

/** More than anybody has: they would not settle it. */
const mostNeeded = 1_000_000

/** Records with which an interval of this half-width shrinks to `wanted`: widths fall with √n. */
function growth(records: number, halfWidth: number, wanted: number): number | null {
  const factor = (halfWidth / Math.abs(wanted)) ** 2
  const needed = Math.ceil(records * Math.max(1, factor))
  return needed <= mostNeeded ? needed : null
}

function withoutRecords(): TestVerdict {
  const none = Number.NaN
  return {
    ...{ word: 'cannotTell', reason: 'noRecords', neededRecords: fewestGroups },
    ...{ original: none, unlearned: none, reference: none, difference: none, margin: none },
    interval: { low: none, high: none },
    ...{ records: 0, groups: 0, groupedBy: 'nearDuplicates' }
  }
}
