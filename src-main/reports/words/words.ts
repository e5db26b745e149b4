// The words of a report around its sentences about evidence. English gives the keys, the compiler holds
// the other languages to them.
import type { Language } from '../../contract/quantities'
import { english } from './english'
import { portuguese } from './portuguese'

export type SameShape<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: SameShape<T[K]> }

export type ReportWords = SameShape<typeof english>

export const wordsOfReports: Record<Language, ReportWords> = { en: english, 'pt-BR': portuguese }
