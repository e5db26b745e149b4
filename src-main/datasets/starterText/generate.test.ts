import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { generateStarterText } from './generate'
import { seededRandom } from './random'
import { comparable, expand } from './topic'
import type { StarterDocument } from './topic'
import { voices } from './voices'

const questions = JSON.parse(
  readFileSync(new URL('../../testing/starterQuestions.json', import.meta.url), 'utf8')
) as { questions: { id: string; language: string; ask: string; anyOf: string[] }[] }
const heldOut = questions.questions.map((question) => question.ask)
const documents = generateStarterText({ seed: 7, count: 6000, heldOut })

const textsOf = (document: StarterDocument): string[] =>
  document.kind === 'text' ? [document.text] : document.messages.map((message) => message.content)
const writtenByModel = (document: StarterDocument): string[] =>
  document.kind === 'text'
    ? [document.text]
    : document.messages.filter((entry) => entry.role === 'assistant').map((entry) => entry.content)

/** A lone surrogate does not survive the way to UTF-8 and back. */
const overUtf8 = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text))

describe('starter text', () => {
  it('is the same for the same seed and another for another seed', () => {
    const again = generateStarterText({ seed: 7, count: 500, heldOut })
    expect(again).toEqual(documents.slice(0, 500))
    expect(generateStarterText({ seed: 8, count: 500, heldOut })).not.toEqual(again)
  })

  it('holds both languages in equal number and no document twice', () => {
    const english = documents.filter((document) => document.language === 'en')
    expect(english).toHaveLength(3000)
    expect(new Set(documents.map((document) => JSON.stringify(document))).size).toBe(6000)
    const sizes = { en: 0, 'pt-BR': 0 }
    for (const document of documents) sizes[document.language] += textsOf(document).join('').length
    expect(sizes.en / sizes['pt-BR']).toBeGreaterThan(0.8)
    expect(sizes.en / sizes['pt-BR']).toBeLessThan(1.25)
  })

  it('asks none of the held-out questions', () => {
    const held = new Set(heldOut.map(comparable))
    expect(held.size).toBe(heldOut.length)
    const asked = documents.flatMap((document) =>
      document.kind === 'chat'
        ? document.messages
            .filter((entry) => entry.role === 'user')
            .map((entry) => comparable(entry.content))
        : []
    )
    expect(asked.filter((question) => held.has(question))).toEqual([])
  })

  it('leaves a held-out question out even when a pattern makes it', () => {
    const first = documents.find((document) => document.kind === 'chat')
    const asked =
      first?.kind === 'chat'
        ? (first.messages.find((entry) => entry.role === 'user')?.content ?? '')
        : ''
    const without = generateStarterText({ seed: 7, count: 500, heldOut: [asked.toUpperCase()] })
    expect(without.flatMap(textsOf).map(comparable)).not.toContain(comparable(asked))
  })

  it('speaks of no fictitious resident and keeps its special marks out', () => {
    const banned = /\b(Ana|Souza|Silva)\b|<\||\|>|https?:|@\w/
    expect(documents.flatMap(textsOf).filter((text) => banned.test(text))).toEqual([])
  })

  it('is well-formed composed Unicode with every pattern filled in', () => {
    for (const text of documents.flatMap(textsOf)) {
      expect(
        overUtf8(text) === text && text.normalize('NFC') === text && text.trim() === text,
        text
      ).toBe(true)
      expect(/[[\]{}]|\bundefined\b| {2}/.test(text), text).toBe(false)
    }
  })

  it('ends every answer and every paragraph as a sentence, in few words', () => {
    for (const text of documents.flatMap(writtenByModel)) {
      expect(/[.!?]"?$/.test(text), text).toBe(true)
      expect(text.split(' ').length, text).toBeLessThanOrEqual(100)
    }
  })

  it('lets the model speak last, and the two sides in turn', () => {
    for (const document of documents) {
      if (document.kind !== 'chat') continue
      const roles = document.messages.map((entry) => entry.role).join(' ')
      expect(roles).toMatch(/^(system )?(user assistant ?)+$/)
    }
  })

  it('has well-formed patterns in every topic', () => {
    const random = seededRandom(3)
    for (const { groups, manner } of Object.values(voices)) {
      for (const topic of groups.flatMap((group) => group.topics)) {
        expect(topic.ask.length).toBeGreaterThan(0)
        expect(topic.answer.length).toBeGreaterThan(0)
        for (const pattern of topic.ask) expect(expand(pattern, random)).not.toBe('')
      }
      for (const pattern of [...manner.passages, ...manner.storyRequests, ...manner.storyAbout]) {
        expect(expand(pattern, random)).not.toMatch(/[[\]|]/)
      }
    }
  })

  it('names the pattern whose brackets do not match', () => {
    expect(() => expand('what [is|are', seededRandom(1))).toThrow('what [is|are')
    expect(() => expand('what is] it', seededRandom(1))).toThrow('what is] it')
  })
})
