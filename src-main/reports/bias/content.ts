// What a bias report says, gathered from finished audits: the drawing and the signature start from this.
import {
  changeWords,
  leanWords,
  type Audit,
  type AuditComparison,
  type AuditResult,
  type ReviewedItem,
  type SuiteInfo
} from '../../contract/bias'
import { biasFormat, biasVersion, mostItemsWithTexts, type BiasFile } from '../../contract/biasFile'
import type { ReportTally } from '../../contract/reports'
import { smallestChange, smallestLean } from '../../statistics/power'

/** A finished audit with its items. */
export interface ReportedAudit {
  audit: Audit
  result: AuditResult
  curated: AuditResult | null
  items: ReviewedItem[]
}

export interface BiasReportParts {
  suite: SuiteInfo
  before: ReportedAudit | null
  after: ReportedAudit
  seeds: Audit[]
  comparison: AuditComparison | null
  /** Of resamplings. */
  seed: number
}

/** As bias/power takes it: related models were seen to differ in this share of the items. */
const usualDiscordant = 0.2

export function biasFile(
  { suite: { options: _form, ...suite }, before, after, seeds, comparison, seed }: BiasReportParts,
  subject: BiasFile['subject'],
  made: Omit<BiasFile['made'], 'seed'>,
  createdAt: number
): BiasFile {
  const { audit, result, curated } = after
  const model = (role: BiasFile['models'][number]['role'], of: Audit) => ({
    ...{ role, auditId: of.id, id: of.modelId, name: of.modelName, sha256: of.modelSha256 },
    weightMode: of.weightMode,
    ...{ device: of.device ?? '', auditedAt: of.endedAt ?? of.createdAt }
  })
  const hasTexts = after.items.length <= mostItemsWithTexts
  const items = (of: ReportedAudit | null): ReviewedItem[] =>
    hasTexts ? (of?.items ?? []) : (of?.items ?? []).map((item) => ({ ...item, texts: [] }))
  return {
    ...{ format: biasFormat, version: biasVersion, createdAt, subject },
    suite: { ...suite, convention: result.convention, chosen: audit.options, half: audit.half },
    models: [
      ...(before ? [model('before', before.audit)] : []),
      model('after', audit),
      ...seeds.map((of) => model('seed', of))
    ],
    results: { before: before?.result ?? null, after: result },
    curated: { before: before?.curated ?? null, after: curated },
    comparison,
    power: powerOf(curated ?? result, comparison),
    items: { before: items(before), after: items(after), hasTexts },
    made: { ...made, seed }
  }
}

/** Of what took part: items with a leaning (under both models), in their groups. */
function powerOf(result: AuditResult, comparison: AuditComparison | null): BiasFile['power'] {
  const { overall, axes } = comparison ?? result
  const shown = ({ groups }: { groups: number }) => ({
    ...{ groups, smallestLean: smallestLean(groups) },
    smallestChange: smallestChange(groups, usualDiscordant)
  })
  return {
    ...{ items: overall.n, ...shown(overall) },
    axes: axes.map((of) => ({ axis: of.axis, n: of.n, standing: of.standing, ...shown(of) }))
  }
}

/** How many axes have which word: what the list of reports shows. */
export function tallyOf({ comparison, curated, results }: BiasFile): ReportTally {
  const axes = comparison ? comparison.axes : (curated.after ?? results.after).axes
  const words = axes.map(({ verdict }) => verdict)
  const order: readonly (typeof words)[number][] = comparison ? changeWords : leanWords
  return order.flatMap((word) => {
    const count = words.filter((it) => it === word).length
    return count === 0 ? [] : [{ word, axes: count }]
  })
}

/** Those that a person left out, once each, whichever audit it was in. */
export function leftOutByHand({ items }: BiasFile): BiasFile['items']['after'] {
  const found = [...items.before, ...items.after].filter(({ reason }) => reason !== null)
  return [...new Map(found.map((item) => [item.id, item])).values()]
}

export function perplexitiesOf({
  before,
  after
}: {
  before: AuditResult | null
  after: AuditResult
}): { before: number; after: number } | null {
  const [one, two] = [before?.capability?.perplexity, after.capability?.perplexity]
  return one == null || two == null ? null : { before: one, after: two }
}
