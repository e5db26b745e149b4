import { describe, expect, it } from 'vitest'
import { countWords, wholeSentences } from './announcer.svelte'

describe('what is announced', () => {
  it.each([
    ['One. Two is not', 'One.'],
    ['“One.” Two', '“One.”'],
    ['A line\nand more', 'A line\n'],
    ['3.14 is', ''],
    ['Nothing yet', '']
  ])('of %j is %j', (text, said) => {
    expect(text.slice(0, wholeSentences(text))).toBe(said)
  })
  it('counts words in both languages', () => {
    expect(countWords('Não, o guarda-chuva d’água! 12 don’t 😀')).toBe(6)
  })
})
