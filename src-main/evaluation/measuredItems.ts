// Scores of three models on the same items, joined: what the tests and the figures beside them are
// computed from.
import type { Clustered } from './clusters'
import type { ItemScores } from './itemScores'
import type { MeasuredRecord } from './testVerdict'

export const modelRoles = ['original', 'unlearned', 'reference'] as const
export type ModelRole = (typeof modelRoles)[number]
export type PerModel<T> = Record<ModelRole, T>

export type ItemKind = 'record' | 'question' | 'kept' | 'heldOut'

export interface AskedItem extends Clustered {
  readonly id: string
  readonly kind: ItemKind
}

export interface MeasuredItem extends AskedItem {
  readonly models: PerModel<ItemScores>
}

/** Of each model the scores by item. */
export type ScoresById = ReadonlyMap<string, ItemScores>

/** Items that every model was asked about. */
export function joined(items: readonly AskedItem[], scores: PerModel<ScoresById>): MeasuredItem[] {
  return items.flatMap(({ id, kind, subject, nearDuplicates }) => {
    const [original, unlearned, reference] = modelRoles.map((role) => scores[role].get(id))
    if (!original || !unlearned || !reference) return []
    return [{ id, kind, subject, nearDuplicates, models: { original, unlearned, reference } }]
  })
}

/** For one test: the items for which the measure has a value under each model. */
export function measuredBy(
  items: readonly MeasuredItem[],
  measure: (scores: ItemScores) => number | null
): MeasuredRecord[] {
  return items.flatMap(({ models, subject, nearDuplicates }) => {
    const values = perModel((role) => measure(models[role]))
    const { original, unlearned, reference } = values
    if (original === null || unlearned === null || reference === null) return []
    return [{ original, unlearned, reference, subject, nearDuplicates }]
  })
}

export function perModel<T>(of: (role: ModelRole) => T): PerModel<T> {
  return {
    original: of('original'),
    unlearned: of('unlearned'),
    reference: of('reference')
  }
}
