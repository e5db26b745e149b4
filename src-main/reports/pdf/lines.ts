// Text broken into lines, each a row of runs in the font that has their letters.
import { visible } from '../html/escape'
import type { Face, Typeface, Typefaces } from './typefaces'

export interface TextStyle {
  readonly face: Face
  readonly size: number // points
  readonly leading: number
  readonly color: string
}

export interface Run {
  readonly text: string
  readonly font: string // its name in the document
  readonly width: number
}
export interface Line {
  readonly runs: readonly Run[]
  readonly width: number
}

/** The width of a text in one font, in points. */
export type Measure = (text: string, font: string, size: number) => number

export class LineBreaker {
  constructor(
    private readonly faces: Typefaces,
    private readonly measure: Measure
  ) {}

  /** Lines no wider than `width` points: broken at spaces, inside a word only where it is wider itself. */
  lines(text: string, { face, size }: TextStyle, width: number): Line[] {
    const words = this.#drawable(visible(text), face).split(' ')
    const lines: string[] = []
    let line = ''
    for (const word of words) {
      const longer = line === '' ? word : `${line} ${word}`
      if (this.#width(longer, face, size) <= width) {
        line = longer
        continue
      }
      if (line !== '') lines.push(line)
      const pieces = this.#pieces(word, face, size, width)
      lines.push(...pieces.slice(0, -1))
      line = pieces.at(-1) ?? ''
    }
    return [...lines, line].map((it) => this.#line(it, face, size))
  }

  /** In one line, however wide. */
  width(text: string, { face, size }: TextStyle): number {
    return this.#width(this.#drawable(visible(text), face), face, size)
  }

  #pieces(word: string, face: Face, size: number, width: number): string[] {
    if (this.#width(word, face, size) <= width) return [word]
    const pieces: string[] = []
    let piece = ''
    for (const letter of word) {
      if (piece !== '' && this.#width(piece + letter, face, size) > width) {
        pieces.push(piece)
        piece = ''
      }
      piece += letter
    }
    return [...pieces, piece]
  }

  #width(text: string, face: Face, size: number): number {
    return this.#line(text, face, size).width
  }

  #line(text: string, face: Face, size: number): Line {
    const parts: { text: string; font: string }[] = []
    for (const letter of text) {
      const font = (this.#fontOf(letter, face) ?? this.faces[face][0]!).name
      const last = parts.at(-1)
      if (last?.font === font) last.text += letter
      else parts.push({ text: letter, font })
    }
    const runs = parts.map((part) => ({
      ...part,
      width: this.measure(part.text, part.font, size)
    }))
    return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) }
  }

  /** A sign that no font has is written as its number: it is seen that there is one, and which. */
  #drawable(text: string, face: Face): string {
    let drawn = ''
    for (const letter of text) {
      if (letter === ' ' || this.#fontOf(letter, face)) drawn += letter
      else if (letter === '⟨') drawn += '['
      else if (letter === '⟩') drawn += ']'
      else drawn += `[U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`
    }
    return drawn
  }

  #fontOf(letter: string, face: Face): Typeface | undefined {
    const point = letter.codePointAt(0)!
    return this.faces[face].find(({ font }) => font.hasGlyphForCodePoint(point))
  }
}
