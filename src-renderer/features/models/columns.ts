// The columns of the model list: what they show and how they sort.
import type { Model } from '../../../src-main/contract/models'
import type { Dictionary } from '../../messages/dictionary'
import type { Formatters } from '../../messages/format'

export type ColumnKey = keyof Dictionary['models']['column']

export interface Column {
  key: ColumnKey
  number: boolean
  sortBy: (model: Model) => string | number
  show: (model: Model, words: Dictionary['models'], formats: Formatters) => string
}

/** How it came here, for a word of it. */
export const cameBy = ({ origin, hub }: Model): keyof Dictionary['models']['origin'] =>
  hub ? 'downloaded' : origin

export const columns: readonly Column[] = [
  {
    key: 'name',
    number: false,
    sortBy: (model) => model.name.toLowerCase(),
    show: (model) => model.name
  },
  {
    key: 'family',
    number: false,
    sortBy: (model) => model.family,
    show: (model) => model.family
  },
  {
    key: 'parameters',
    number: true,
    sortBy: (model) => model.parameterCount,
    show: (model, _words, formats) => formats.compact(model.parameterCount)
  },
  {
    key: 'size',
    number: true,
    sortBy: (model) => model.sizeBytes,
    show: (model, _words, formats) => formats.bytes(model.sizeBytes)
  },
  {
    key: 'precision',
    number: false,
    sortBy: (model) => model.precision,
    show: (model) => model.precision
  },
  {
    key: 'from',
    number: false,
    sortBy: (model) => cameBy(model),
    show: (model, words) => words.origin[cameBy(model)]
  },
  {
    key: 'lastUsed',
    number: false,
    sortBy: (model) => model.lastUsedAt ?? 0,
    show: (model, words, formats) =>
      model.lastUsedAt === null ? words.never : formats.day(model.lastUsedAt)
  }
]
