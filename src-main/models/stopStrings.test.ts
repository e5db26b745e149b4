import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { StoppingText } from './stopStrings'

/** The pieces that are told after each push and at the end, and whether a stop string was found. */
function run(stops: string[], pieces: string[]): { shown: string[]; found: boolean } {
  let told = ''
  const text = new StoppingText(stops, (piece) => (told += piece))
  const taken = (): string => {
    const piece = told
    told = ''
    return piece
  }
  const shown = pieces.map((piece) => {
    text.push(piece)
    return taken()
  })
  text.end()
  return { shown: [...shown, taken()], found: text.stopped }
}

/** The text up to the stop string that ends first; the longest of those that end there. */
function cutNaively(stops: string[], text: string): string {
  for (let end = 0; end <= text.length; end++) {
    const ending = stops.filter((stop) => text.slice(0, end).endsWith(stop))
    if (ending.length > 0) return text.slice(0, end - Math.max(...ending.map((it) => it.length)))
  }
  return text
}

describe('stop strings', () => {
  test('are found across pieces and never shown', () => {
    expect(run(['END'], ['one E', 'N', 'D two'])).toEqual({
      shown: ['one ', '', '', ''],
      found: true
    })
  })

  test('hold back only what may begin one, and give it back when it was not', () => {
    expect(run(['\n\nQ'], ['a\n', '\n', 'b', '\n'])).toEqual({
      shown: ['a', '', '\n\nb', '', '\n'],
      found: false
    })
  })

  test('of several, the one that is whole first wins', () => {
    expect(run(['abcd', 'bc'], ['xab', 'cd'])).toEqual({ shown: ['x', 'a', ''], found: true })
    expect(run(['bc', 'abc'], ['xabc'])).toEqual({ shown: ['x', ''], found: true })
  })

  test('cut the same text however it comes', () => {
    const letters = (minLength: number, maxLength: number) =>
      fc.string({ unit: fc.constantFrom('a', 'b', '🙂'), minLength, maxLength })
    const stops = fc.array(letters(1, 4), { maxLength: 4 })
    fc.assert(
      fc.property(stops, fc.array(letters(0, 5), { maxLength: 12 }), (stops, pieces) => {
        const text = pieces.join('')
        const { shown, found } = run(stops, pieces)
        expect(shown.join('')).toBe(cutNaively(stops, text))
        expect(found).toBe(stops.some((stop) => text.includes(stop)))
      }),
      { numRuns: 2000 }
    )
  })

  /** Tokens are numbered by their pieces. */
  function tokensOf(stops: string[], pieces: string[]) {
    const told: [string, number | undefined][] = []
    const text = new StoppingText<number>(stops, (piece, token) => told.push([piece, token]))
    for (const [index, piece] of pieces.entries()) text.push(piece, index)
    text.end()
    return told
  }

  test('tell every token once, with the text it begins in', () => {
    expect(tokensOf([], ['a', '', 'é', ''])).toEqual([
      ['a', 0],
      ['', 1],
      ['é', 2],
      ['', 3]
    ])
    expect(tokensOf(['END'], ['one E', 'N', 'X two', ''])).toEqual([
      ['one ', 0],
      ['E', undefined],
      ['N', 1],
      ['X two', 2],
      ['', 3]
    ])
    expect(tokensOf(['END'], ['one', ' E', '', 'N', 'D two'])).toEqual([
      ['one', 0],
      [' ', 1]
    ])
    expect(tokensOf(['END'], ['one', 'END'])).toEqual([['one', 0]])
  })
})
