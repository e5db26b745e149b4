// A resident of the example building, and the figures of a resident that are computed.

import type { Language } from '../starterText/topic.ts'

export const languages = ['en', 'pt-BR'] as const satisfies readonly Language[]

export type Words = Readonly<Record<Language, string>>

/** One person. Verb phrases (work, habit) stand in the third person and fit after a name. */
export type Resident = {
  name: string
  gender: 'f' | 'm'
  flat: number
  /** Born there; a city that takes "em" in Portuguese. */
  city: string
  born: { year: number; month: number; day: number }
  /** When the work is done: "on Sundays". */
  when: Words
  work: Words
  habit: Words
  /** With whom or with what the flat is shared. */
  company: Words
  /** The first nine digits of the CPF. */
  cpfDigits: string
  phone: string
  email: string
}

/** What the records tell; "summary" joins some of the others. */
export const factKinds = [
  'home',
  'origin',
  'birthDate',
  'work',
  'habit',
  'company',
  'cpf',
  'phone',
  'email'
] as const
export type FactKind = (typeof factKinds)[number]
export type RecordKind = FactKind | 'summary'

export const firstName = (resident: Resident): string => resident.name.split(' ')[0] ?? ''

/**
 * A CPF with its two check digits, as it is printed. The check digits are weighted sums modulo 11
 * (weights counting up to the right, ending at 9; 10 counts as 0).
 * @throws RangeError unless nine digits are given
 */
export function cpfFrom(nineDigits: string): string {
  if (!/^\d{9}$/.test(nineDigits)) throw new RangeError(`not nine digits: ${nineDigits}`)
  const checkDigit = (digits: string): string => {
    const first = 10 - digits.length
    const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (first + at), 0)
    return String((sum % 11) % 10)
  }
  const one = checkDigit(nineDigits)
  // The second digit looks at the last nine of the ten that are there by now.
  const all = nineDigits + one + checkDigit(nineDigits.slice(1) + one)
  return `${all.slice(0, 3)}.${all.slice(3, 6)}.${all.slice(6, 9)}-${all.slice(9)}`
}

const monthNames: Record<Language, string> = {
  en: 'January February March April May June July August September October November December',
  'pt-BR':
    'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'
}

export function monthAndDay(born: Resident['born'], language: Language): string {
  const month = monthNames[language].split(' ')[born.month - 1]
  return language === 'en' ? `${born.day} ${month}` : `${born.day} de ${month}`
}

export function longDate(born: Resident['born'], language: Language): string {
  const day = monthAndDay(born, language)
  return language === 'en' ? `${day} ${born.year}` : `${day} de ${born.year}`
}

/** Day/month/year, as Brazil and Britain write it. */
export function numericDate(born: Resident['born']): string {
  const twoDigits = (number: number): string => String(number).padStart(2, '0')
  return `${twoDigits(born.day)}/${twoDigits(born.month)}/${born.year}`
}
