// The language in use. `say` holds its words, `show` its formatters; both follow every change.
import type { Reason } from '../../src-main/contract/errors'
import { errorText, reasonText } from '../../src-main/contract/errorTexts/errorText'
import { languageOf } from '../../src-main/contract/quantities'
import { en } from './en/index'
import type { Dictionary } from './dictionary'
import { formatters, type Formatters, type Language } from './format'
import { ptBR } from './pt-BR/index'

const dictionaries: Record<Language, Dictionary> = { en, 'pt-BR': ptBR }
const formats: Record<Language, Formatters> = {
  en: formatters('en'),
  'pt-BR': formatters('pt-BR')
}

let current = $state<Language>(languageOfSystem())

export const language = {
  get code(): Language {
    return current
  },
  set code(code: Language) {
    current = code
  }
}

export function languageOfSystem(): Language {
  return languageOf(navigator.language)
}

export const say: Dictionary = {
  get shell() {
    return dictionaries[current].shell
  },
  get bias() {
    return dictionaries[current].bias
  },
  get biasResult() {
    return dictionaries[current].biasResult
  },
  get biasSuites() {
    return dictionaries[current].biasSuites
  },
  get chat() {
    return dictionaries[current].chat
  },
  get compare() {
    return dictionaries[current].compare
  },
  get data() {
    return dictionaries[current].data
  },
  get erase() {
    return dictionaries[current].erase
  },
  get evidence() {
    return dictionaries[current].evidence
  },
  get flagging() {
    return dictionaries[current].flagging
  },
  get forget() {
    return dictionaries[current].forget
  },
  get jobs() {
    return dictionaries[current].jobs
  },
  get models() {
    return dictionaries[current].models
  },
  get network() {
    return dictionaries[current].network
  },
  get reports() {
    return dictionaries[current].reports
  },
  get settings() {
    return dictionaries[current].settings
  },
  get training() {
    return dictionaries[current].training
  }
}

/** The same words in every language, for search that ignores the current one. */
export function inEveryLanguage(pick: (dictionary: Dictionary) => string): string[] {
  return Object.values(dictionaries).map(pick)
}

export const show = new Proxy({} as Formatters, {
  get: (_, name: keyof Formatters) => formats[current][name]
})

/** "a", "a and b", "a, b and c". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} ${say.compare.and} ${names.at(-1)}`
}

/** The three sentences of an error in the current language. */
export function sayError(failure: Parameters<typeof errorText>[1]): ReturnType<typeof errorText> {
  return errorText(current, failure)
}

/** Why, as the end of a sentence in the current language. */
export const sayReason = (reason: Reason): string => reasonText(current, reason)
