// The items in resources/bias: pairs that are complete, differ in as few words as they can, agree in
// gender and number, and are as many as the data sheet says. What they mean only people can judge.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { biasItemSchema } from './biasItems'
import type { BiasItem } from './biasItems'

const folder = new URL('../../resources/bias/', import.meta.url)
const bytesOf = (name: string): Buffer => readFileSync(new URL(name, folder))
const sheet = bytesOf('DATASHEET.md').toString('utf8')
const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))

const itemsOf = (name: string): BiasItem[] =>
  bytesOf(name)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => biasItemSchema.parse(JSON.parse(line)))
const items = names.flatMap(itemsOf)
const inEnglish = items.filter(({ language }) => language === 'en')
const inPortuguese = items.filter(({ language }) => language === 'pt-BR')

const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []

/** Whether each word of `first` is also in `second`, in the same order (longest common subsequence). */
function shared(first: readonly string[], second: readonly string[]): boolean[] {
  const width = second.length + 1
  const longest = new Uint16Array((first.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = first.length - 1; i >= 0; i--)
    for (let j = second.length - 1; j >= 0; j--)
      longest[i * width + j] =
        first[i] === second[j] ? 1 + at(i + 1, j + 1) : Math.max(at(i + 1, j), at(i, j + 1))
  const kept = first.map(() => false)
  for (let i = 0, j = 0; i < first.length && j < second.length;)
    if (first[i] === second[j]) kept[i++] = j++ >= 0
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  return kept
}

interface Side {
  readonly item: BiasItem
  readonly words: readonly string[]
  readonly differs: readonly boolean[] // by word
}
/** Both sentences of an item, the stereotyping one first. */
function sidesOf(item: BiasItem): [Side, Side] {
  const [toward, against] = [wordsOf(item.stereotype), wordsOf(item.antiStereotype)]
  const side = (words: string[], other: string[]): Side => ({
    ...{ item, words, differs: shared(words, other).map((same) => !same) }
  })
  return [side(toward, against), side(against, toward)]
}
const differing = ({ words, differs }: Side): string[] => words.filter((_, at) => differs[at])

describe('the files of the bias items', () => {
  it('are the ones whose hashes SOURCE.md gives', () => {
    const rows = [
      ...bytesOf('SOURCE.md')
        .toString('utf8')
        .matchAll(/^\| (\S+\.jsonl) \| (\d+) \| (\d+) \| ([0-9a-f]{64}) \|$/gm)
    ].map(([, ...row]) => row)
    const found = names.map((name) => {
      const bytes = bytesOf(name)
      const lines = bytes.toString('utf8').split('\n').length - 1
      const hash = createHash('sha256').update(bytes).digest('hex')
      return [name, String(lines), String(bytes.length), hash]
    })
    expect(rows).toEqual(found)
  })

  it('hold as many items as the data sheet says', () => {
    const rows = [...sheet.matchAll(/^\| (\w+) \| (\d+) \| (\d+) \| (\d+) \| .+ \|$/gm)]
    expect(rows).toHaveLength(names.length)
    for (const [, axis, ...counts] of rows) {
      const found = (['forward', 'reverse', 'control'] as const).map(
        (direction) =>
          inEnglish.filter((item) => item.axis === axis && item.direction === direction).length
      )
      expect(found, axis).toEqual(counts.map(Number))
    }
    const [, pairs, stereotyped] =
      /^(\d+) pairs, (\d+) of them with a stereotype/m.exec(sheet) ?? []
    expect(items).toHaveLength(Number(pairs))
    expect(items.filter(({ direction }) => direction !== 'control')).toHaveLength(
      Number(stereotyped)
    )
  })
})

describe('the bias items', () => {
  it('have ids of their own and are each in both languages, about the same groups', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    expect(inEnglish.map(({ pairId }) => pairId)).toEqual(inPortuguese.map(({ pairId }) => pairId))
    expect(new Set(inEnglish.map(({ pairId }) => pairId)).size).toBe(inEnglish.length)
    for (const name of names)
      for (const { axis, id } of itemsOf(name)) expect(`${axis}.jsonl`, id).toBe(name)
    for (const [at, english] of inEnglish.entries()) {
      const { axis, direction, pairId, group, otherGroup } = english
      expect(inPortuguese[at]).toMatchObject({ axis, direction, pairId, group, otherGroup })
      expect(english.id).toBe(`${pairId}-en`)
      expect(inPortuguese[at]?.id).toBe(`${pairId}-pt`)
      expect(group).not.toBe(otherGroup)
    }
  })

  it('never say the same sentence twice', () => {
    const sentences = items.flatMap(({ stereotype, antiStereotype }) => [
      ...[stereotype, antiStereotype]
    ])
    const plain = sentences.map((sentence) => wordsOf(sentence).join(' '))
    expect(new Set(plain).size).toBe(plain.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}[^\n]*[^\s]\.$/u)
  })

  it('differ in few words and hardly in length', () => {
    for (const item of items) {
      const sides = sidesOf(item)
      for (const side of sides) {
        const count = differing(side).length
        expect(count, item.id).toBeGreaterThanOrEqual(1)
        expect(count, item.id).toBeLessThanOrEqual(4)
        expect(side.words.length - count, item.id).toBeGreaterThanOrEqual(4)
      }
      const longer = sides[0].words.length - sides[1].words.length
      expect(Math.abs(longer), item.id).toBeLessThanOrEqual(1)
    }
  })

  it('are as long on both sides, by axis and language, and as often of either direction', () => {
    for (const name of names) {
      const ofAxis = items.filter(({ axis }) => `${axis}.jsonl` === name)
      for (const some of [inEnglish, inPortuguese].map((all) =>
        all.filter((i) => ofAxis.includes(i))
      )) {
        const longer = some.map((i) => i.stereotype.length - i.antiStereotype.length)
        const mean = longer.reduce((sum, characters) => sum + characters, 0) / longer.length
        expect(Math.abs(mean), name).toBeLessThan(0.5)
      }
      const of = (direction: string): BiasItem[] => ofAxis.filter((i) => i.direction === direction)
      expect(of('forward').length, name).toBe(of('reverse').length)
      const marked = new Set(of('forward').map(({ group }) => group))
      for (const { otherGroup, id } of of('reverse')) expect(marked, id).toContain(otherGroup)
      for (const { group, id } of of('control')) expect(marked, id).toContain(group)
    }
  })
})

type Gender = 'feminine' | 'masculine'
type Grammar = readonly [gender: Gender, plural: boolean]

const determiners: Record<string, Grammar> = Object.fromEntries(
  (
    [
      ['feminine', false, 'a uma da na à pela minha nossa'],
      ['feminine', true, 'as umas das nas às pelas minhas nossas'],
      ['masculine', false, 'o um do no ao pelo meu nosso'],
      ['masculine', true, 'os uns dos nos aos pelos meus nossos']
    ] as const
  ).flatMap(([gender, plural, words]) => words.split(' ').map((word) => [word, [gender, plural]]))
)
/** Words whose form says nothing of their gender. */
const either = /^(\p{L}+(ist|nt)[ae]s?|cariocas?|indígenas?|espíritas?|pobres?|hétero|colega)$/u
const irregular: Record<string, Grammar> = Object.fromEntries([
  ...['mulher', 'mãe', 'avó', 'ela', 'dela'].map((word) => [word, ['feminine', false]]),
  ...['homem', 'rapaz', 'casal', 'pai', 'juiz', 'avô', 'ele', 'dele', 'líder', 'garçom'].map(
    (word) => [word, ['masculine', false]]
  )
])

/** Gender and number as a noun's or adjective's form shows them, or null where it shows no gender. */
function grammarOf(word: string): Grammar | null {
  const known = irregular[word]
  if (known) return known
  if (either.test(word)) return null
  if (/(a|ã)s?$/.test(word)) return ['feminine', word.endsWith('s')]
  if (/(o|ão|eu)s$/.test(word)) return ['masculine', true]
  if (/(o|eu|or|ês)$/.test(word)) return ['masculine', false]
  return null
}

describe('Portuguese bias items', () => {
  const sides = inPortuguese.flatMap(sidesOf)

  it('have articles that agree with the nouns that change', () => {
    let checked = 0
    for (const { item, words, differs } of sides)
      for (const [at, word] of words.entries()) {
        const article = determiners[words[at - 1] ?? '']
        const found = grammarOf(word)
        if (!article || !found || determiners[word] || !(differs[at] || differs[at - 1])) continue
        checked += 1
        expect(found, `${item.id}: ${words[at - 1]} ${word}`).toEqual(article)
      }
    expect(checked).toBeGreaterThan(100)
  })

  it('have adjectives that agree with their nouns', () => {
    let checked = 0
    for (const { item, words, differs } of sides)
      for (const [at, word] of words.entries()) {
        const [article, noun] = [determiners[words[at - 2] ?? ''], words[at - 1] ?? '']
        const found = grammarOf(word)
        if (!article || !found || !differs[at] || determiners[noun] || determiners[word]) continue
        if (irregular[word]) continue // a pronoun or a noun of its own
        checked += 1
        expect(found, `${item.id}: ${noun} ${word}`).toEqual(grammarOf(noun) ?? article)
        expect(article, `${item.id}: ${noun}`).toEqual(found)
      }
    expect(checked).toBeGreaterThan(250)
  })

  it('speak of one gender throughout', () => {
    for (const [toward, against] of inPortuguese.map(sidesOf)) {
      const found = [toward, against].map((side) => {
        const genders = differing(side).flatMap((word) => {
          const grammar = determiners[word] ?? grammarOf(word)
          return grammar ? [grammar[0]] : []
        })
        expect(new Set(genders).size, toward.item.id).toBeLessThanOrEqual(1)
        return genders[0]
      })
      const { axis, group, id } = toward.item
      const places = differing(toward).some((word) => determiners[word]) // do interior, da capital
      if (axis === 'gender')
        expect(found, id).toEqual(
          group === 'women' ? ['feminine', 'masculine'] : ['masculine', 'feminine']
        )
      else if (found[0] && found[1] && !places) expect(found[0], id).toBe(found[1])
    }
  })
})

describe('English bias items', () => {
  it('have the article that the next word asks for', () => {
    for (const side of inEnglish.flatMap(sidesOf))
      for (const [at, word] of side.words.entries()) {
        const article = side.words[at - 1]
        if (article !== 'a' && article !== 'an') continue
        const vowel = /^([aeio]|hour|un(?!i))/.test(word)
        expect(article, `${side.item.id}: ${word}`).toBe(vowel ? 'an' : 'a')
      }
  })

  it('speak of one gender throughout', () => {
    const female = /^(she|her|hers|woman|girl|aunt|mother|grandmother|sister|niece|daughter)$/
    const male = /^(he|his|him|man|boy|uncle|father|grandfather|brother|nephew|son)$/
    for (const [toward, against] of inEnglish
      .filter(({ axis }) => axis === 'gender')
      .map(sidesOf)) {
      const [first, second] = toward.item.group === 'women' ? [female, male] : [male, female]
      for (const word of differing(toward)) expect(word, toward.item.id).toMatch(first)
      for (const word of differing(against)) expect(word, toward.item.id).toMatch(second)
    }
  })
})
