// The contrast of every pair of colours that the window uses, computed from the tokens themselves:
// text needs 4.5 to 1, controls and marks 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(resolve(import.meta.dirname, 'app.css'), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name, light, dark]) => [name, { light, dark }] as const
  )
)
const themes = ['light', 'dark'] as const

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (bright + 0.05) / (dim + 0.05)
}

const grounds = ['canvas', 'surface', 'sunken']
const text: [string, string[]][] = [
  ['ink', [...grounds, 'accent-soft', 'caution-soft', 'danger-soft']],
  ['ink2', [...grounds, 'accent-soft', 'caution-soft']],
  ['ink3', [...grounds, 'accent-soft']],
  ['accent', [...grounds, 'accent-soft']],
  ['on-accent', ['accent']],
  ['caution', [...grounds, 'caution-soft']],
  ['danger', [...grounds, 'danger-soft']],
  ['over', [...grounds, 'over-soft']]
]
const marks: [string, string[]][] = [
  ['edge', grounds],
  ['accent', grounds],
  ...['d1', 'd2', 'd3', 'd4', 'd5', 'd6'].map((mark): [string, string[]] => [mark, ['surface']])
]

function pairs(list: [string, string[]][]): [string, string, 'light' | 'dark'][] {
  return list.flatMap(([front, backs]) =>
    backs.flatMap((back) =>
      themes.map((theme): [string, string, 'light' | 'dark'] => [front, back, theme])
    )
  )
}

function ratio(front: string, back: string, theme: 'light' | 'dark'): number {
  const [a, b] = [tokens.get(front)?.[theme], tokens.get(back)?.[theme]]
  if (!a || !b) throw new Error(`no token ${front} or ${back}`)
  return contrast(a, b)
}

describe('colour tokens', () => {
  it('gives every colour for both themes', () => {
    expect(tokens.size).toBe(23)
    const defined = [...css.matchAll(/^ {2}--color-([\w-]+):/gm)].map(([, name]) => name)
    const plain = ['transparent', 'current']
    expect(defined.filter((name) => !tokens.has(name ?? ''))).toEqual(plain)
  })

  it.each(pairs(text))('%s on %s can be read (%s)', (front, back, theme) => {
    expect(ratio(front, back, theme)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(marks))('%s on %s can be seen (%s)', (front, back, theme) => {
    expect(ratio(front, back, theme)).toBeGreaterThanOrEqual(3)
  })
})
