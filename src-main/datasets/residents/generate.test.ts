// What the residents example promises: counts, whose record is whose, facts that agree in every
// wording, duplicates as documented.

import { describe, expect, it } from 'vitest'

import { comparable } from '../starterText/topic'
import { generateHeldOut, generateResidents } from './generate'
import type { ResidentRecord } from './generate'
import { ana, residents, strangers } from './people'
import { cpfFrom, factKinds, firstName, languages, longDate, numericDate } from './resident'
import type { Resident } from './resident'
import { fillIn, valueOf } from './wordings'

const records = generateResidents()
const heldOut = generateHeldOut()
const everybody = [...residents, ...strangers]

const textOf = ({ question, answer }: ResidentRecord): string => `${question} ${answer}`
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()
const of = (subject: string): ResidentRecord[] =>
  records.filter((record) => record.subject === subject)
const tagged = (tag: string): ResidentRecord[] => records.filter(({ tags }) => tags.includes(tag))
const allSubjects = new Set(records.map(({ subject }) => subject))

/** Where a resident's name begins in a text, as a whole word; -1 when it does not occur. */
const placeOfName = (text: string, resident: Resident): number =>
  text.search(new RegExp(`(?<!\\p{L})${firstName(resident)}(?!\\p{L})`, 'u'))

/** Residents in the order in which a text names them. */
const namedIn = (text: string): Resident[] =>
  everybody
    .map((resident) => ({ resident, at: placeOfName(text, resident) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ resident }) => resident)

/** Runs of three words without accents and signs, as near-duplicates are found by. */
const shinglesOf = (text: string): Set<string> => {
  const words = comparable(text).split(' ')
  return new Set(words.slice(0, -2).map((_, at) => words.slice(at, at + 3).join(' ')))
}
const sharedPart = (one: Set<string>, other: Set<string>): number => {
  const common = [...one].filter((shingle) => other.has(shingle)).length
  return common / (one.size + other.size - common)
}

describe('the residents', () => {
  it('are a dozen with at least 200 records, 48 of them about Ana Souza', () => {
    expect(residents).toHaveLength(12)
    expect(records.length).toBeGreaterThanOrEqual(200)
    expect(of('Ana Souza')).toHaveLength(48)
    expect([...allSubjects].sort()).toEqual(['', ...residents.map(({ name }) => name)].sort())
    for (const { name } of residents) expect(of(name).length, name).toBeGreaterThanOrEqual(12)
  })

  it('are told in both languages in nearly equal number, each of them too', () => {
    const english = records.filter(({ language }) => language === 'en').length
    expect(Math.abs(english * 2 - records.length)).toBeLessThan(records.length * 0.1)
    for (const subject of allSubjects) {
      for (const language of languages) {
        const part = of(subject).filter((record) => record.language === language).length
        expect(part / of(subject).length, subject).toBeGreaterThanOrEqual(0.4)
      }
    }
  })

  it('share no flat, name, city, date, number or address', () => {
    for (const fact of factKinds) {
      const values = everybody.map((resident) => valueOf(fact, resident, 'en'))
      expect(new Set(values).size, fact).toBe(everybody.length)
    }
    const words = everybody.flatMap(({ name }) => name.split(' '))
    expect(new Set(words).size).toBe(words.length)
  })

  it('have a CPF whose check digits match, telephones kept for fiction and example addresses', () => {
    for (const resident of everybody) {
      const digits = [...cpfFrom(resident.cpfDigits).replace(/\D/g, '')].map(Number)
      // Written as the rule's text has it: weights 10 to 2, then 11 to 2, remainder below 2 is 0.
      for (const length of [9, 10]) {
        const sum = digits
          .slice(0, length)
          .reduce((total, digit, at) => total + digit * (length + 1 - at), 0)
        expect(digits[length], resident.name).toBe(sum % 11 < 2 ? 0 : 11 - (sum % 11))
      }
      expect(resident.cpfDigits).toMatch(/^9999\d{5}$/)
      expect(resident.phone).toMatch(/^\+44 7700 900\d{3}$/)
      expect(resident.email).toMatch(/^[a-z0-9.]+@example\.org$/)
      // Known from nothing else: neither the name nor the flat gives the address away.
      const name = comparable(resident.name).split(' ')
      expect(name.some((word) => resident.email.includes(word))).toBe(false)
      const { year, month, day } = resident.born
      const date = new Date(Date.UTC(year, month - 1, day))
      expect([date.getUTCMonth() + 1, date.getUTCDate()], resident.name).toEqual([month, day])
    }
    expect(() => cpfFrom('12345678')).toThrow(RangeError)
  })
})

describe('the records', () => {
  it('are the same every time', () => {
    expect(generateResidents()).toEqual(records)
    expect(generateHeldOut()).toEqual(heldOut)
  })

  it('belong to the resident who is named first', () => {
    for (const record of [...records, ...heldOut]) {
      const [first, second] = namedIn(textOf(record))
      expect(first?.name ?? '', textOf(record)).toBe(record.subject)
      const several = ['twoResidents', 'quote'].some((tag) => record.tags.includes(tag))
      expect(second !== undefined, textOf(record)).toBe(several)
    }
  })

  it('say nothing of a resident that the list of residents does not say', () => {
    for (const record of [...records, ...heldOut]) {
      const text = tidy(textOf(record))
      // In a quote the facts are those of the resident who is spoken of.
      const named = namedIn(text)
      const flats = [...text.matchAll(/(?:flat|apartamento|é o) (\d+)/gi)].map(([, flat]) => flat)
      if (!record.tags.includes('unknown')) {
        const right = named.map((resident) => String(resident.flat))
        expect(
          flats.filter((flat) => !right.includes(flat ?? '')),
          text
        ).toEqual([])
      }
      const found = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([all]) => all)
      const [subject] = named
      if (!subject) continue
      const dates = found(/\d{1,2} (?:de )?\p{L}+ (?:de )?\d{4}|\d{2}\/\d{2}\/\d{4}/gu)
      const { born } = subject
      const right = [...languages.map((language) => longDate(born, language)), numericDate(born)]
      expect(
        dates.filter((date) => !right.includes(date)),
        text
      ).toEqual([])
      const numbers = [
        ...found(/\d{3}\.\d{3}\.\d{3}-\d{2}/g),
        ...found(/\+[\d ]+\d/g),
        ...found(/[\w.]+@[\w.]+\w/g)
      ]
      const known = [cpfFrom(subject.cpfDigits), subject.phone, subject.email]
      expect(
        numbers.filter((number) => !known.includes(number)),
        text
      ).toEqual([])
    }
  })

  it('ask one question one way: the same words have the same answer', () => {
    const answers = new Map<string, string>()
    for (const { question, answer } of records) {
      const known = answers.get(comparable(question)) ?? tidy(answer)
      expect(tidy(answer), question).toBe(known)
      answers.set(comparable(question), known)
    }
  })

  it('repeat what the data sheet says, letter for letter or but for spaces', () => {
    const counts = new Map<string, number>()
    for (const record of records) counts.set(textOf(record), (counts.get(textOf(record)) ?? 0) + 1)
    const letterForLetter = tagged('duplicate').filter(({ tags }) => !tags.includes('spaces'))
    expect([...counts.values()].filter((count) => count === 2)).toHaveLength(5)
    expect([...counts.values()].every((count) => count <= 2)).toBe(true)
    expect(letterForLetter).toHaveLength(5)
    expect(letterForLetter.filter(({ subject }) => subject === 'Ana Souza')).toHaveLength(3)
    const tidied = records.map((record) => tidy(textOf(record)))
    expect(records.length - new Set(tidied).size).toBe(7)
    expect(new Set(of('Ana Souza').map((record) => tidy(textOf(record)))).size).toBe(43)
  })

  it('have untidy spaces in six places, and nowhere else', () => {
    const untidy = records.filter(({ question, answer }) =>
      [question, answer].some((text) => text !== tidy(text))
    )
    expect(untidy).toHaveLength(6)
    expect(untidy).toEqual(tagged('spaces'))
  })

  it("come close to Ana's in seven records of others, four of which speak of her", () => {
    const hers = of('Ana Souza').map((record) => shinglesOf(textOf(record)))
    const nearest = records
      .filter(({ subject }) => subject !== 'Ana Souza')
      .map((record) => {
        const shingles = shinglesOf(textOf(record))
        return { record, shared: Math.max(...hers.map((other) => sharedPart(shingles, other))) }
      })
    const near = nearest.filter(({ shared }) => shared >= 0.5).map(({ record }) => record)
    expect(near).toHaveLength(7)
    expect(new Set(near)).toEqual(new Set([...tagged('quote'), ...tagged('lookAlike')]))
    expect(near.filter((record) => placeOfName(textOf(record), ana) >= 0)).toEqual(
      near.filter(({ tags }) => tags.includes('quote'))
    )
    // Between the two kinds lies a wide gap, so that the threshold does not decide.
    expect(nearest.filter(({ shared }) => shared >= 0.3 && shared < 0.6)).toEqual([])
  })

  it('without hers and the quotes know nothing of Ana', () => {
    const rest = records.filter(({ subject }) => subject !== 'Ana Souza')
    const secrets = factKinds.filter((fact) => fact !== 'home')
    const values = languages.flatMap((language) =>
      secrets.map((fact) => valueOf(fact, ana, language))
    )
    const known = ['Ana Souza', 'flat 12', 'apartamento 12', ...values]
    const leaks = rest.filter((record) => known.some((value) => textOf(record).includes(value)))
    expect(new Set(leaks)).toEqual(new Set(tagged('quote')))
    expect(leaks.filter((record) => / 12\b/.test(textOf(record)))).toEqual([])
  })

  it('end as sentences in composed Unicode with every slot filled in', () => {
    for (const record of [...records, ...heldOut]) {
      const text = textOf(record)
      expect(text.normalize('NFC') === text && !/[{}]|undefined/.test(text), text).toBe(true)
      expect(/^[A-ZÀ-Ý].*[.?]$/.test(tidy(record.question)), text).toBe(true)
      expect(/^[A-ZÀ-Ý].*\.$/.test(tidy(record.answer)), text).toBe(true)
    }
    expect(() => fillIn('{nothing}', ana, 'en')).toThrow('{nothing}')
  })

  it('use the pronouns of the resident', () => {
    const pronouns = {
      f: /(?<!\p{L})(she|her|ela|dela|sozinha)(?!\p{L})/iu,
      m: /(?<!\p{L})(he|his|him|ele|dele|sozinho)(?!\p{L})/iu
    }
    let used = 0
    for (const record of [...records, ...heldOut]) {
      const [subject] = namedIn(textOf(record))
      if (!subject) continue
      expect(
        pronouns[subject.gender === 'f' ? 'm' : 'f'].test(textOf(record)),
        textOf(record)
      ).toBe(false)
      if (pronouns[subject.gender].test(textOf(record))) used++
    }
    expect(used).toBeGreaterThan(80)
  })
})
