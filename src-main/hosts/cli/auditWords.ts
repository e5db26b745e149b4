// Audits in words for the command line: the sentences of contract/biasTexts, and the suite's own figures.
import type { AuditComparison, AuditResult, AxisFigure, SuiteInfo } from '../../contract/bias'
import { BiasTexts, type AxisText } from '../../contract/biasTexts/biasText'

/** As the command line's JSON has it: the suite's own figures stand beside the others. */
export function auditJson(result: AuditResult): Record<string, unknown> {
  const { overall, axes, languages, parts, ...rest } = result
  const flat = ({ figures, ...figure }: AxisFigure) => ({ ...figure, ...figures })
  return {
    ...{ ...rest, ...parts },
    ...{ overall: flat(overall), axes: axes.map(flat), languages: languages.map(flat) }
  }
}

/** @param about the suite: what its shares are of; where it says nothing, its own figures are all there is */
export function auditWords(result: AuditResult, about: About): string {
  const { suite, convention, items, leftOut, overall, axes, languages, parts } = result
  const texts = new BiasTexts('en', suite, about.toward)
  const figures = about.toward === null ? [] : [overall, ...axes, ...languages]
  const lines = [
    `${suite}: ${texts.items(items)}, scored by ${texts.convention(convention)}`,
    '',
    ...texts.warnings(result).flatMap((warning) => [warning, '']),
    ...figures.map((figure) => line(texts.lean(figure)))
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
  const ability = texts.abilityAlone(result)
  if (ability !== null) lines.push('', ability)
  if (leftOut.count > 0) {
    const [first] = leftOut.rows
    const example = first ? ` Such as ${first.file} row ${first.row}: ${first.fault}.` : ''
    lines.push('', `${texts.leftOut(leftOut.count)}${example} The rest is scored.`)
  }
  return `${lines.join('\n')}\n`
}

/** @param about the suite that both audits are by */
export function comparisonWords(comparison: AuditComparison, about: About): string {
  const { overall, axes, ability, margin } = comparison
  const texts = new BiasTexts('en', about.name, about.toward)
  const broke = texts.broke(comparison)
  const lines = [
    texts.ability(ability, null),
    ...(broke === null ? [] : [broke]),
    ...[overall, ...axes].map((axis) => {
      const { sentence, notes } = texts.change(axis, margin)
      return [sentence, ...notes].join(' ')
    })
  ]
  return `${lines.join('\n')}\n`
}

const line = ({ title, sentence, notes }: AxisText): string =>
  `${title}: ${[sentence, ...notes].join(' ')}`

type About = Pick<SuiteInfo, 'name' | 'toward'>

/** Small ones keep their digits: p-values are among them. */
const shown = (value: number): string =>
  value !== 0 && Math.abs(value) < 0.1 ? value.toPrecision(2) : value.toFixed(2)
