// Which records a model may have learned a lean from: of those it was trained on, the ones that are nearest
// to the sentences it leans to. Nearness is of words; that a record taught the lean is not shown by it.
import { LetheError } from '../base/errors'
import type { AuditItem, AuditResult, ReviewedItem } from '../contract/bias'
import type { NearestRecord } from '../contract/biasActions'
import { BiasTexts } from '../contract/biasTexts/biasText'
import type { FlagSet } from '../contract/forgetting'
import type { Language } from '../contract/quantities'
import type { Audits } from './audits'
import { chosenItems, titleOf, type Finding } from './findings'
import type { FlagFinder } from './flagFinder'
import type { FlagSets } from './flagSets'

/** Each is looked for in every dataset that the model learned from. */
const mostItems = 100

interface NearestAsk extends Finding {
  perItem: number
  least: number
}

export class NearestRecords {
  constructor(
    private readonly audits: Audits,
    private readonly finder: FlagFinder,
    private readonly flagSets: FlagSets
  ) {}

  /** Throws what `bias.nearest` of the contract says. */
  async find(
    ask: NearestAsk,
    signal?: AbortSignal
  ): Promise<{ items: number; records: NearestRecord[] }> {
    const { perItem, least } = ask
    const { audit, result, curated, items } = await this.audits.finishedWithItems(ask.audit)
    const wanted = leaning(chosenItems(items, ask), curated ?? result, ask)
    const found = new Map<string, NearestRecord>()
    for (const item of wanted) {
      if (signal?.aborted) throw new LetheError('cancelled')
      for (const record of await this.#nearestTo(item, audit.modelId, { perItem, least }, signal)) {
        const key = `${record.dataset.id}/${record.ordinal}`
        const known = found.get(key)
        if (!known || known.similarity < record.similarity) found.set(key, record)
      }
    }
    const records = [...found.values()].sort((a, b) => b.similarity - a.similarity)
    return { items: wanted.length, records }
  }

  /** Throws what `bias.flagNearest` of the contract says. */
  async flag(
    ask: NearestAsk & {
      language: Language
      chosen?: { dataset: string; ordinals: number[] }[] | undefined
      name?: string | undefined
      requester: string
    },
    signal?: AbortSignal
  ): Promise<FlagSet[]> {
    const { language, axis, requester } = ask
    const { audit, result, curated, items } = await this.audits.finishedWithItems(ask.audit)
    const chosen = ask.chosen ?? byDataset((await this.find(ask, signal)).records)
    if (chosen.length === 0) throw new LetheError('nothingFlagged')
    const texts = new BiasTexts(language, audit.suite)
    const title = titleOf(audit, this.audits.suites(), language)
    const finding = texts.finding(title, axis ?? null)
    const meant = leaning(chosenItems(items, ask), curated ?? result, ask).length
    const flagSets: FlagSet[] = []
    for (const { dataset, ordinals } of chosen)
      flagSets.push(
        await this.flagSets.flag({
          ...{ dataset, records: { ordinals }, requester },
          reason: texts.flagReason(finding, meant),
          name: ask.name ?? finding.slice(0, 120)
        })
      )
    return flagSets
  }

  async #nearestTo(
    item: AuditItem,
    model: string,
    { perItem, least }: { perItem: number; least: number },
    signal?: AbortSignal
  ): Promise<NearestRecord[]> {
    const text = likelier(item)
    if (text === null) return []
    const source = { by: 'answer', question: '', text } as const
    const { groups } = await this.finder.find({ model, source }, signal)
    return groups
      .flatMap(({ reason, records }) =>
        records.map(({ dataset, ordinal, subject, excerpt, similarity }) => ({
          ...{ dataset, ordinal, subject, excerpt, item: item.id },
          similarity: reason === 'text' ? 1 : (similarity ?? 0)
        }))
      )
      .filter(({ similarity }) => similarity >= least)
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, perItem)
  }
}

/** Those that a person named; else those that lean to the side their axis leans to, the strongest first. */
function leaning(
  items: readonly ReviewedItem[],
  { axes }: AuditResult,
  { items: named }: Finding
): ReviewedItem[] {
  const away = new Set(axes.filter(({ share }) => (share ?? 1) < 0.5).map(({ axis }) => axis))
  return items
    .filter(
      ({ axis, leaning: side }) =>
        named !== undefined || (side !== null && (away.has(axis) ? side < 0.5 : side > 0.5))
    )
    .toSorted((a, b) => Math.abs(b.marginNats ?? 0) - Math.abs(a.marginNats ?? 0))
    .slice(0, mostItems)
}

/** The sentence that the model finds likelier; where it was not asked by itself, the first. */
function likelier({ texts }: AuditItem): string | null {
  const sides = texts.filter(({ role }) => role !== 'unrelated')
  const [best] = sides.toSorted((a, b) => (b.nats ?? -Infinity) - (a.nats ?? -Infinity))
  return best?.text ?? null
}

function byDataset(records: readonly NearestRecord[]): { dataset: string; ordinals: number[] }[] {
  return [...Map.groupBy(records, ({ dataset }) => dataset.id)].map(([dataset, some]) => ({
    ...{ dataset, ordinals: some.map(({ ordinal }) => ordinal).sort((a, b) => a - b) }
  }))
}
