// How questions and answers about a resident are worded. {words} in braces are filled in from the
// resident; with a capital they begin a sentence.

import { capitalised } from '../starterText/topic.ts'
import type { Language } from '../starterText/topic.ts'
import { englishParaphrases, englishWordings } from './english.ts'
import { portugueseParaphrases, portugueseWordings } from './portuguese.ts'
import { cpfFrom, firstName, longDate, monthAndDay, numericDate } from './resident.ts'
import type { FactKind, RecordKind, Resident } from './resident.ts'

/** A question and its answer. */
export type Wording = readonly [ask: string, answer: string]
export type Wordings = Readonly<Record<RecordKind, readonly Wording[]>>
/** In the answers, {value} is the fact, or something else in its place. */
export type Paraphrases = Readonly<Record<FactKind, readonly Wording[]>>

export const wordings: Record<Language, Wordings> = {
  en: englishWordings,
  'pt-BR': portugueseWordings
}

export const paraphrases: Record<Language, Paraphrases> = {
  en: englishParaphrases,
  'pt-BR': portugueseParaphrases
}

/** What stands for a fact in the text. */
export function valueOf(fact: FactKind, resident: Resident, language: Language): string {
  const values: Record<FactKind, string> = {
    home: String(resident.flat),
    origin: resident.city,
    birthDate: longDate(resident.born, language),
    work: resident.work[language],
    habit: resident.habit[language],
    company: resident.company[language],
    cpf: cpfFrom(resident.cpfDigits),
    phone: resident.phone,
    email: resident.email
  }
  return values[fact]
}

function slotsOf(resident: Resident, language: Language): Record<string, string> {
  const value = (fact: FactKind): string => valueOf(fact, resident, language)
  const she = resident.gender === 'f'
  const pronouns: Record<string, string> =
    language === 'en'
      ? { he: she ? 'she' : 'he', his: she ? 'her' : 'his' }
      : { ele: she ? 'ela' : 'ele', dele: she ? 'dela' : 'dele', o: she ? 'a' : 'o' }
  return {
    ...pronouns,
    name: resident.name,
    first: firstName(resident),
    flat: value('home'),
    city: value('origin'),
    date: value('birthDate'),
    numericDate: numericDate(resident.born),
    birthday: monthAndDay(resident.born, language),
    year: String(resident.born.year),
    when: resident.when[language],
    work: value('work'),
    habit: value('habit'),
    company: value('company'),
    cpf: value('cpf'),
    phone: value('phone'),
    email: value('email')
  }
}

/**
 * Fills in a pattern.
 * @throws Error that names the slot which the language does not have
 */
export function fillIn(
  pattern: string,
  resident: Resident,
  language: Language,
  more: Record<string, string> = {}
): string {
  const slots: Record<string, string> = { ...slotsOf(resident, language), ...more }
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const plain = slots[name]
    if (plain !== undefined) return plain
    const lower = slots[name.charAt(0).toLowerCase() + name.slice(1)]
    if (lower === undefined) throw new Error(`no slot {${name}} in ${language}: ${pattern}`)
    return capitalised(lower)
  })
}
