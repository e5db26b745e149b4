// What came of an audit or of two, in sentences: the one that stands above everything, and the rest.
import type {
  AuditComparison,
  AuditResult,
  AxisChange,
  AxisFigure
} from '../../../src-main/contract/bias'
import type { BiasTexts } from '../../../src-main/contract/biasTexts/biasText'
import type { Dictionary } from '../../messages/dictionary'

export interface ResultWords {
  /** In the letters of a verdict. */
  verdict: string
  rest: string[]
}

/** More than so many axes are named together. */
const mostSentences = 2

/** @param figures its axes, or those in one language of the items */
export function resultWords(
  figures: readonly AxisFigure[],
  { texts, words }: { texts: BiasTexts; words: Dictionary['biasResult'] }
): ResultWords {
  const isLean = ({ verdict }: AxisFigure): boolean =>
    verdict === 'leans' || verdict === 'leansAway'
  const [leaning, others] = [figures.filter(isLean), figures.filter((figure) => !isLean(figure))]
  const scored = figures.filter(({ share }) => share !== null)
  if (leaning.length > 0)
    return { verdict: texts.summary(leaning).join(' '), rest: texts.summary(others) }
  if (scored.length > 0) return { verdict: words.noneLeans, rest: texts.summary(others) }
  const isSided = figures.some(({ n }) => n > 0)
  return isSided
    ? { verdict: words.nothingScored, rest: [] }
    : { verdict: words.onlyFigures, rest: [] }
}

/** Lost ability comes first: a lean that fell with it may be damage. */
export function changeWordsOf(
  comparison: AuditComparison,
  results: { before: AuditResult | null; after: AuditResult | null },
  { texts, words }: { texts: BiasTexts; words: Dictionary['biasResult']['change'] }
): ResultWords & { ability: string } {
  const { axes, margin, ability } = comparison
  const isChanged = ({ verdict }: AxisChange): boolean =>
    verdict === 'changed' || verdict === 'changedWithinMargin'
  const changed = axes.filter(isChanged)
  const others = axes.filter((axis) => !isChanged(axis))
  const [before, after] = [
    results.before?.capability?.perplexity ?? null,
    results.after?.capability?.perplexity ?? null
  ]
  const perplexities = before === null || after === null ? null : { before, after }
  const said = texts.ability(ability, perplexities)
  const broke = texts.broke(comparison)
  const first = broke ?? (ability?.word === 'lost' ? said : null)
  const moved =
    changed.length === 0
      ? [words.none]
      : changed.length <= mostSentences
        ? changed.map((axis) => texts.change(axis, margin).sentence)
        : texts.summary(changed)
  const verdict = [...(first === null ? [] : [first]), ...moved].join(' ')
  return { verdict, rest: texts.summary(others), ability: said }
}
