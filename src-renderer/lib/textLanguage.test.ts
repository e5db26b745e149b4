import { describe, expect, it } from 'vitest'
import { textLanguage } from './textLanguage'

describe('language of a text', () => {
  it.each([
    ['I do not know who lives in flat 12.', 'en'],
    ['Eu não sei quem mora no apartamento 12.', 'pt-BR'],
    ['O que é um modelo de linguagem?', 'pt-BR'],
    ['What is a language model?', 'en'],
    ['12 34', null],
    ['Lethe', null],
    ['', null]
  ])('%j is %s', (text, language) => {
    expect(textLanguage(text)).toBe(language)
  })
})
