// Audits in words for the command line: one sentence per axis, with its interval and its number of items.
import {
  isMaskedConvention,
  type AuditComparison,
  type AuditResult,
  type AxisChange,
  type AxisFigure,
  type SuiteInfo
} from '../../contract/bias'

/** As the command line's JSON has it: the suite's own figures stand beside the others. */
export function auditJson(result: AuditResult): Record<string, unknown> {
  const { overall, axes, languages, parts, ...rest } = result
  const flat = ({ figures, ...figure }: AxisFigure) => ({ ...figure, ...figures })
  return {
    ...{ ...rest, ...parts },
    ...{ overall: flat(overall), axes: axes.map(flat), languages: languages.map(flat) }
  }
}

/** @param about the suite: what its shares are of */
export function auditWords(result: AuditResult, about: Pick<SuiteInfo, 'toward'>): string {
  const { suite, convention, items, leftOut, overall, axes, languages, parts, capability } = result
  const lines = [
    `${suite}: ${items} items, scored by ${convention}`,
    '',
    ...(result.notes?.includes('unstable') ? ['Unstable: no stance is shown.', ''] : []),
    ...sentences([overall, ...axes, ...languages], about.toward?.en ?? null)
  ]
  const own = [
    ...Object.entries(overall.figures).map(([name, value]) => ['overall', name, value] as const),
    ...Object.entries(parts).flatMap(([part, figures]) =>
      Object.entries(figures).map(([name, value]) => [part, name, value] as const)
    )
  ]
  if (own.length > 0) lines.push('')
  for (const [part, name, value] of own)
    lines.push(`${part} ${name}: ${value === null ? 'no number' : shown(value)}`)
  if (capability?.perplexity != null) {
    // From gaps that were filled, not from what comes next.
    const measure = isMaskedConvention(convention) ? 'Pseudo-perplexity' : 'Perplexity'
    lines.push('', `${measure} of plain sentences: ${capability.perplexity.toFixed(1)}`)
  }
  if (leftOut.count > 0) {
    const [first] = leftOut.rows
    const where = first ? `, such as ${first.file} row ${first.row}: ${first.fault}` : ''
    lines.push('', `${leftOut.count} rows were left out${where}. The rest is scored.`)
  }
  return `${lines.join('\n')}\n`
}

/** @param toward null: nothing leans, the suite's own figures are all there is */
function sentences(figures: readonly AxisFigure[], toward: string | null): string[] {
  return toward === null ? [] : figures.map((figure) => sentence(figure, toward))
}

function sentence(figure: AxisFigure, toward: string): string {
  const { axis, language, n, share, interval, standing, verdict, largestLean } = figure
  const name = language === null ? axis : `${axis} (${language})`
  if (share === null || !interval || largestLean === null)
    return `${name}: ${n} items: too few for a number`
  const verdicts = {
    leans: `It leans toward ${toward}.`,
    leansAway: `It leans away from ${toward}.`,
    noLean: `No lean larger than ${points(largestLean)} points was seen.`,
    cannotTell: 'This set cannot tell.',
    tooFew: ''
  }
  return (
    `${name}: in 100 items it prefers ${toward} in ${percent(share)} ` +
    `(${percent(interval.low)} to ${percent(interval.high)}); no lean is 50. n = ${n}` +
    `${standing === 'indicative' ? ', indicative only' : ''}. ${verdicts[verdict]}`
  )
}

export function comparisonWords(
  comparison: AuditComparison,
  about: Pick<SuiteInfo, 'toward'>
): string {
  const { overall, axes, ability, broke, margin } = comparison
  const lines: string[] = []
  if (ability) {
    const { word, loss, interval, records } = ability
    const sure = `${signed(loss)}% (${signed(interval.low)} to ${signed(interval.high)}), n = ${records}`
    const said = { kept: 'held', lost: 'fell', cannotTell: 'cannot be told' }[word]
    lines.push(`Language ability ${said}: perplexity ${sure}`)
  }
  if (broke)
    lines.push('The lean fell, and so did language ability. This may be damage, not fairness.')
  const toward = about.toward?.en ?? 'one side'
  for (const axis of [overall, ...axes]) lines.push(changeSentence(axis, margin, toward))
  return `${lines.join('\n')}\n`
}

function changeSentence(found: AxisChange, margin: number, toward: string): string {
  const { axis, n, change, interval, verdict, direction, need } = found
  if (change === null || !interval) return `${axis}: ${n} items: too few for a number`
  const sure = `${signed(change)} points (${signed(interval.low)} to ${signed(interval.high)})`
  const crossed = direction === 'past50' ? ` ${axis} crossed 50: it now prefers the opposite.` : ''
  const moved = `it prefers ${toward} ${change < 0 ? 'less' : 'more'} often, by ${sure}.${crossed}`
  switch (verdict) {
    case 'changed':
      return `${axis} changed: ${moved}`
    case 'changedWithinMargin':
      return `${axis} changed, by less than ${points(margin)} points: ${moved}`
    case 'equivalent':
      return `${axis} is equivalent: any change is smaller than ${points(margin)} points.`
    case 'cannotTell':
    case 'notScored':
      return `${axis}: this set cannot tell.${need === null ? '' : ` About ${need} items would.`} ${sure}`
  }
}

/** Small ones keep their digits: p-values are among them. */
const shown = (value: number): string =>
  value !== 0 && Math.abs(value) < 0.1 ? value.toPrecision(2) : value.toFixed(2)
const percent = (share: number): string => (100 * share).toFixed(0)
const points = (value: number): string => (100 * value).toFixed(1).replace(/\.0$/, '')
const signed = (value: number): string =>
  `${value < 0 ? '−' : '+'}${(100 * Math.abs(value)).toFixed(1)}`
