// An error in the words of a language: of the window, or of the command line.
import type { LetheErrorData } from '../../base/errors'
import type { Reason } from '../../base/reasons'
import type { Language } from '../quantities'
import { englishErrors } from './english'
import { englishReasons } from './englishReasons'
import { portugueseErrors } from './portuguese'
import { portugueseReasons } from './portugueseReasons'
import {
  reasonIn,
  type ErrorSentences,
  type ErrorSentenceTable,
  type ErrorText,
  type ReasonTable
} from './sentences'

const errors: Record<Language, ErrorSentenceTable> = {
  en: englishErrors,
  'pt-BR': portugueseErrors
}
const reasons: Record<Language, ReasonTable> = {
  en: englishReasons,
  'pt-BR': portugueseReasons
}

type Said = LetheErrorData | { code: 'connectionLost'; params: Record<string, never> }

export function errorText(
  language: Language,
  { code, params }: Said,
  place: 'window' | 'commandLine' | 'start' = 'window'
): ErrorText {
  const say = errors[language][code] as (params: Said['params']) => ErrorSentences
  const { commandLine, start, ...words } = say(params)
  const text = { ...words, ...{ commandLine, start, window: undefined }[place] }
  return { ...text, what: text.what.replace(/([.!?…]”?)\.$/, '$1') } // quoted words may bring their own
}

/** Why, as a sentence of its own without a full stop. */
export function reasonText(language: Language, reason: Reason): string {
  return reasonIn(reasons[language], reason)
}
