import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownBlocks } from './blocks'
import { sourceOffsets } from './sourceOffsets'

/** The text that a block's nodes hold, a line for each: its HTML without tags, entities read. */
function shownTexts(source: string): string[] {
  return markdownBlocks(source).map((block) =>
    block.type === 'code'
      ? block.code
      : block.html
          .replace(/<[^>]*>/g, '\n')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&#39;/g, "'")
          .replace(/&amp;/g, '&')
  )
}

/** Each shown word with where it is said to stand. */
function wordPlaces(source: string): [string, number][] {
  const shown = shownTexts(source)
  const offsets = sourceOffsets(source, shown)
  return shown.flatMap((text, block) =>
    [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match): [string, number] => [
      match[0],
      offsets[block]?.[match.index] ?? -1
    ])
  )
}

describe('the place of a shown word in the source', () => {
  it('is found through marks, lists, code, tables, addresses and entities', () => {
    const source =
      '# One **two** *three*\n\n1. four `five`\n2. ~~six~~\n\n```js\nconst seven = 8\n```\n\n' +
      '| nine | ten |\n|------|:---:|\n| eleven | & twelve |\n\n[thirteen](https://example.org) <b>fourteen</b>\r\n\r\nfifteen'
    const places = wordPlaces(source)
    expect(places.map(([word]) => word)).toContain('fifteen')
    const wrong = places.filter(([word, at]) => source.slice(at, at + word.length) !== word)
    expect(wrong).toEqual([])
    expect(places.find(([word]) => word === 'seven')?.[1]).toBe(source.indexOf('seven'))
  })

  it('is never another word, whatever stands around the words', () => {
    const around = fc.constantFrom(
      ...[' ', ', ', '. ', '\n', '\n\n', ' **', '** ', ' *', '* ', ' `', '` ', '\n- ', '\n1) '],
      ...[
        '\n> ',
        '\n## ',
        ' [',
        '](x) ',
        ' & ',
        ' < ',
        '\n```\n',
        '\r\n',
        ' _',
        '_ ',
        ' | ',
        ' 😀 '
      ]
    )
    const pieces = fc.array(fc.tuple(around, fc.constantFrom('w', 'é')), {
      minLength: 1,
      maxLength: 30
    })
    fc.assert(
      fc.property(pieces, (parts) => {
        // Every word is there once: a place that is not its own cannot pass for it.
        const source = parts.map(([mark, sign], i) => `${mark}${sign}${i + 100}q`).join('')
        for (const [word, at] of wordPlaces(source)) {
          if (at !== -1) expect(source.slice(at, at + word.length)).toBe(word)
        }
        const all = sourceOffsets(source, shownTexts(source)).flatMap((it) => [...it])
        const known = all.filter((at) => at !== -1)
        expect(known).toEqual([...known].sort((a, b) => a - b))
        expect(new Set(known).size).toBe(known.length)
      }),
      { numRuns: 500 }
    )
  })

  it('is the same place in text without marks', () => {
    const plain = fc.stringMatching(/^[a-zé]{1,8}( [a-zé]{1,8}){0,20}$/)
    fc.assert(
      fc.property(plain, (text) => {
        const shown = shownTexts(text)
        const [places] = sourceOffsets(text, shown)
        const known = [...(places ?? [])].filter((at) => at !== -1)
        const signs = [...text].flatMap((sign, at) => (sign === ' ' ? [] : [at]))
        expect(known).toEqual(signs)
      })
    )
  })
})
