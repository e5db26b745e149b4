// What measures memory beside the residents example: records about people who are never taught, and
// the facts asked in other words.

import { describe, expect, it } from 'vitest'

import { comparable } from '../starterText/topic'
import { generateHeldOut, generateParaphrases, generateResidents } from './generate'
import type { ResidentRecord } from './generate'
import { ana, controls, residents, strangers } from './people'
import { factKinds, firstName, languages, monthAndDay, numericDate } from './resident'
import type { Resident } from './resident'
import { valueOf } from './wordings'
import { wrongValues } from './wrongValues'

const records = generateResidents()
const heldOut = generateHeldOut()
const paraphrases = generateParaphrases()
const everybody = [...residents, ...strangers]

const textOf = ({ question, answer }: ResidentRecord): string =>
  `${question} ${answer}`.replace(/\s+/g, ' ')
const of = (subject: string): ResidentRecord[] =>
  records.filter((record) => record.subject === subject)
const allText = records.map(textOf).join('\n')

/** A record's wording: the text with every fact of the resident taken out. */
const bare = (record: ResidentRecord, resident: Resident): string => {
  const { language } = record
  const facts = [
    ...factKinds.map((fact) => valueOf(fact, resident, language)),
    ...[resident.name, firstName(resident), resident.when[language], String(resident.born.year)],
    monthAndDay(resident.born, language)
  ].sort((one, other) => other.length - one.length)
  const pattern = facts.map((fact) => fact.replace(/[.+]/g, '\\$&')).join('|')
  return textOf(record).trim().replace(new RegExp(pattern, 'gi'), '…')
}

describe('the held-out records', () => {
  it('are about two whom no training record names', () => {
    expect(heldOut.length).toBeGreaterThanOrEqual(40)
    expect(new Set(heldOut.map(({ subject }) => subject))).toEqual(
      new Set(strangers.map(({ name }) => name))
    )
    for (const stranger of strangers) {
      const names = stranger.name.split(' ')
      expect(names.filter((word) => allText.includes(word))).toEqual([])
      for (const language of languages) {
        const values = factKinds.map((fact) => valueOf(fact, stranger, language))
        const flat = new RegExp(`(flat|apartamento|é o) ${stranger.flat}\\b`, 'i')
        expect(values.filter((value) => value.length > 2 && allText.includes(value))).toEqual([])
        expect(flat.test(allText)).toBe(false)
      }
    }
    expect(heldOut.filter(({ language }) => language === 'en')).toHaveLength(heldOut.length / 2)
  })

  it("are worded as Ana's are", () => {
    const [nair] = strangers
    if (!nair) throw new Error('nobody is held out')
    const hers = of(ana.name).filter(({ tags }) =>
      [...factKinds, 'summary'].some((kind) => kind === tags[0])
    )
    const own = heldOut.filter(({ subject }) => subject === nair.name)
    // Both are women, so that nothing but the facts tells their records apart.
    expect(nair.gender).toBe(ana.gender)
    expect(new Set(own.map((record) => bare(record, nair)))).toEqual(
      new Set(hers.map((record) => bare(record, ana)))
    )
    expect(own).toHaveLength(new Set(hers.map(textOf).map((text) => text.trim())).size)
  })
})

describe('the paraphrases', () => {
  it("ask each fact of Ana and two others twice in each language, in words that weren't taught", () => {
    const taught = new Set(records.map(({ question }) => comparable(question)))
    for (const resident of [ana, ...controls]) {
      for (const fact of factKinds) {
        for (const language of languages) {
          const asked = paraphrases.filter(
            (entry) =>
              entry.subject === resident.name && entry.fact === fact && entry.language === language
          )
          expect(asked.length, `${resident.name} ${fact}`).toBeGreaterThanOrEqual(2)
          expect(asked.every(({ role }) => role === (resident === ana ? 'forget' : 'keep'))).toBe(
            true
          )
          // What is asked was taught, in this language.
          const value = valueOf(fact, resident, language)
          const numeric = numericDate(resident.born)
          const told = of(resident.name)
            .filter((record) => record.language === language)
            .map(textOf)
          expect(
            told.some(
              (text) => text.includes(value) || (fact === 'birthDate' && text.includes(numeric))
            ),
            `${resident.name} ${fact} ${language}`
          ).toBe(true)
        }
      }
    }
    expect(paraphrases.filter(({ question }) => taught.has(comparable(question)))).toEqual([])
  })

  it("have answers that hold the fact, and wrong ones that hold what is nobody's", () => {
    for (const { answer, value, wrongAnswers, question } of paraphrases) {
      expect(comparable(answer)).toContain(comparable(value))
      expect(new Set([answer, ...wrongAnswers]).size, question).toBe(wrongAnswers.length + 1)
      expect(wrongAnswers.length).toBeGreaterThanOrEqual(3)
      expect(wrongAnswers.filter((wrong) => wrong.includes(value) && value.length > 2)).toEqual([])
    }
    for (const fact of factKinds) {
      for (const language of languages) {
        const real = everybody.map((resident) => valueOf(fact, resident, language))
        const wrong = wrongValues[fact].map((words) => words[language])
        expect(
          wrong.filter((value) => real.includes(value)),
          fact
        ).toEqual([])
        const within = fact === 'home' ? wrong.map((flat) => ` ${flat}`) : wrong
        expect(
          within.filter((value) => allText.includes(value)),
          fact
        ).toEqual([])
      }
    }
  })
})
