import { describe, expect, it } from 'vitest'
import { en } from './en/index'
import { formatters } from './format'
import { ptBR } from './pt-BR/index'

/** Every text by its path; functions are called with numbered marks. */
function texts(dictionary: object, path = ''): [string, string][] {
  return Object.entries(dictionary).flatMap(([key, value]): [string, string][] => {
    const here = `${path}/${key}`
    if (typeof value === 'string') return [[here, value]]
    if (typeof value === 'function') return [[here, value('{1}', '{2}', '{3}')]]
    return texts(value, here)
  })
}
const marks = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort()

describe('both languages', () => {
  const english = new Map(texts(en))
  const portuguese = new Map(texts(ptBR))

  it('have the same keys, none empty', () => {
    expect([...portuguese.keys()]).toEqual([...english.keys()])
    const empty = [...english, ...portuguese].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })
  it('use the same parameters', () => {
    const marksOf = (all: Map<string, string>) => [...all].map(([key, text]) => [key, marks(text)])
    expect(marksOf(portuguese)).toEqual(marksOf(english))
  })
})

describe('numbers and dates', () => {
  const [inEnglish, inPortuguese] = [formatters('en'), formatters('pt-BR')]
  const noBreak = '\u00a0'

  it('keeps a number and its unit together', () => {
    expect(inEnglish.bytes(9_700_000)).toBe(`9.7${noBreak}MB`)
    expect(inPortuguese.bytes(9_700_000)).toBe(`9,7${noBreak}MB`)
    expect(inEnglish.bytes(0)).toBe(`0${noBreak}B`)
    expect(inEnglish.bytes(999_600)).toBe(`1${noBreak}MB`)
    expect(inEnglish.compact(1_100_048_384)).toBe(`1.1${noBreak}B`)
    expect(inPortuguese.compact(1_100_048_384)).toBe(`1,1${noBreak}bi`)
    expect(inEnglish.compact(260_000)).toBe(`260${noBreak}K`)
  })
  it('says times in the unit that fits', () => {
    expect(inEnglish.seconds(0.123)).toBe(`0.12${noBreak}s`)
    expect(inEnglish.seconds(0.0042)).toBe(`4${noBreak}ms`)
    expect(inPortuguese.seconds(0.123)).toBe(`0,12${noBreak}s`)
    expect(inEnglish.seconds(50.2)).toBe(`50${noBreak}s`)
    expect(inEnglish.seconds(185)).toBe(`3${noBreak}min`)
    expect(inEnglish.seconds(4020)).toBe(`1${noBreak}h 7${noBreak}min`)
    expect(inEnglish.seconds(7200)).toBe(`2${noBreak}h`)
  })
  it('says days as people do', () => {
    const now = new Date(2026, 10, 14, 9).getTime()
    expect(inEnglish.day(now - 3_600_000, now)).toBe('today')
    expect(inPortuguese.day(now - 86_400_000, now)).toBe('ontem')
    expect(inEnglish.day(new Date(2026, 10, 12).getTime(), now)).toBe('12 Nov')
    expect(inPortuguese.day(new Date(2026, 10, 12).getTime(), now)).toBe('12 de nov.')
    expect(inEnglish.day(new Date(2025, 10, 12).getTime(), now)).toBe('12 Nov 2025')
  })
  it('shows shares to the hundredth and changes with their sign', () => {
    expect(inPortuguese.hundredths(0.104)).toBe('0,10')
    expect(inEnglish.hundredths(-1.5)).toBe('\u22121.50')
    expect(inEnglish.relativeChange(0.0112)).toBe('+1.1%')
    expect(inPortuguese.relativeChange(-0.008)).toBe('\u22120,8%')
  })
  it('uses the real minus sign and both plurals', () => {
    expect(inEnglish.count(-1242)).toBe('\u22121,242')
    expect(inEnglish.plural(1, en.chat.wordForms)).toBe(`1${noBreak}word`)
    expect(inPortuguese.plural(2, ptBR.chat.wordForms)).toBe(`2${noBreak}palavras`)
  })
})
