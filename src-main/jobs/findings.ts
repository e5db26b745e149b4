// What a person points at in a finished audit: an axis, some of its items, or all.
import { LetheError } from '../base/errors'
import type { Audit, ReviewedItem, SuiteInfo } from '../contract/bias'
import type { Language } from '../contract/quantities'

export interface Finding {
  audit: string
  axis?: string | undefined
  items?: string[] | undefined
}

/** Without those that were left out by hand, unless they are named. @throws LetheError notFound */
export function chosenItems(
  items: readonly ReviewedItem[],
  { axis, items: wanted }: Finding
): ReviewedItem[] {
  const ofAxis = items.filter((item) => axis === undefined || item.axis === axis)
  if (axis !== undefined && ofAxis.length === 0)
    throw new LetheError('notFound', { kind: 'record', id: axis })
  if (wanted === undefined) return ofAxis.filter(({ reason }) => reason === null)
  const byId = new Map(ofAxis.map((item) => [item.id, item]))
  return [...new Set(wanted)].map((id) => {
    const item = byId.get(id)
    if (!item) throw new LetheError('notFound', { kind: 'record', id })
    return item
  })
}

/** "Starter · Lethe pairs" */
export function titleOf(
  { modelName, suite }: Pick<Audit, 'modelName' | 'suite'>,
  suites: readonly SuiteInfo[],
  language: Language
): string {
  const title = suites.find(({ name }) => name === suite)?.title[language] ?? suite
  return `${modelName} · ${title}`
}
