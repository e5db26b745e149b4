// The figures beside the tests, written, one row a measure.
import type { MeasuredEvidence } from '../../../src-main/contract/evidenceMeasured'
import type { Dictionary } from '../../messages/dictionary'
import type { Formatters } from '../../messages/format'

interface FigureRow {
  name: string
  before: string
  now: string
  reference: string
}

type Shown = MeasuredEvidence['shown']
type Words = Dictionary['evidence']['shown']
type PerModel<T> = { original: T; unlearned: T; reference: T }

const none = '–'
const membershipScores = ['loss', 'zlib', 'minK', 'minKPlusPlus', 'reference', 'rmia'] as const

function row<T>(
  name: string,
  { original, unlearned, reference }: PerModel<T | null>,
  written: (value: T) => string
): FigureRow {
  const cell = (value: T | null): string => (value === null ? none : written(value))
  return { name, before: cell(original), now: cell(unlearned), reference: cell(reference) }
}

/** Planted texts only where there were some. */
export function figureRows(shown: Shown, words: Words, show: Formatters): FigureRow[] {
  const { probability, rougeL, modelUtility, forgetQuality, membership, canaries } = shown
  const { significant } = show
  const beside = { reference: null }
  return [
    row(words.probability, probability, show.hundredths),
    row(words.rougeL, rougeL, show.hundredths),
    row(words.utility, modelUtility, show.hundredths),
    row(words.quality, { ...forgetQuality, ...beside }, significant),
    ...(membership
      ? [row(words.privLeak, { ...membership.privLeak, ...beside }, significant)]
      : []),
    ...(canaries.canaries > 0
      ? [
          row(
            words.exposure(canaries.ceilingBits === null ? none : show.rate(canaries.ceilingBits)),
            canaries.exposureBits,
            show.hundredths
          )
        ]
      : [])
  ]
}

type Area = NonNullable<
  NonNullable<Shown['membership']>['areas'][(typeof membershipScores)[number]]['original']
>

export function membershipRows(
  { areas }: NonNullable<Shown['membership']>,
  words: Words,
  show: Formatters
): FigureRow[] {
  const bound = (value: number | null): string => (value === null ? none : show.hundredths(value))
  const written = ({ area, interval }: Area): string =>
    words.area(show.hundredths(area), bound(interval.low), bound(interval.high))
  return membershipScores.map((name) => row(words.areas[name], areas[name], written))
}
