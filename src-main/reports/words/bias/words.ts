// The words of a bias report. English gives the keys, the compiler holds the other languages to them.
import type { Language } from '../../../contract/quantities'
import type { SameShape } from '../words'
import { english } from './english'
import { portuguese } from './portuguese'

export type BiasReportWords = SameShape<typeof english>

export const wordsOfBiasReports: Record<Language, BiasReportWords> = {
  en: english,
  'pt-BR': portuguese
}
