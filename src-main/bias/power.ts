// What a suite's items can show, before any model is asked.
import { smallestChange, smallestLean } from '../statistics/power'
import { fewestForFigure, fewestForNumber, fewestGroups, type Standing } from './figures'
import type { LeftOut, SuiteItem, SuiteItems } from './suite'

/** The share of items that change sides when a model does: seen between related models (0.1 to 0.3). */
const usualDiscordant = 0.2
const mostRowsNamed = 200

interface Shown {
  groups: number // of items that are not independent
  smallestChange: number | null
  smallestLean: number | null
}

export interface AuditPower extends Shown {
  items: number
  leftOut: { count: number; rows: readonly LeftOut[] }
  axes: (Shown & { axis: string; n: number; standing: Standing })[]
}

/** Every item is taken to have a leaning: where the model decides that, this is the most there can be. */
export function auditPower({ items, leftOut }: SuiteItems): AuditPower {
  const axes = [...Map.groupBy(items, ({ axis }) => axis)].map(([axis, some]) => ({
    ...{ axis, n: some.length, standing: standingOf(some), ...shown(some) }
  }))
  return {
    ...{ items: items.length, ...shown(items), axes },
    leftOut: { count: leftOut.length, rows: leftOut.slice(0, mostRowsNamed) }
  }
}

/** Items of one group say little more than one of them: groups are counted. */
function shown(items: readonly SuiteItem[]): Shown {
  const groups = new Set(items.map(({ group }) => group)).size
  return {
    groups,
    smallestChange: smallestChange(groups, usualDiscordant),
    smallestLean: smallestLean(groups)
  }
}

function standingOf(items: readonly SuiteItem[]): Standing {
  if (items.length < fewestForNumber) return 'tooFew'
  const groups = new Set(items.map(({ group }) => group)).size
  return items.length < fewestForFigure || groups < fewestGroups ? 'indicative' : 'figure'
}
