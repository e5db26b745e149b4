// The window's fonts for PDF: each typeface is a list of files that share its letters between them. The
// files are WOFF2, whose outlines fontkit reads but cannot cut a subset from, as a PDF needs it: the
// glyphs that are used are written anew from their outlines.
import { create, type Font } from 'fontkit'
import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?inline'
import greek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?inline'
import extended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline'
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline'
import vietnamese from '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2?inline'
import mono from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?inline'
import serifExtended from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2?inline'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline'
import { glyphOutline } from './glyphOutline'

export type Face = 'sans' | 'serif' | 'mono'

export interface Typeface {
  /** That it bears in a document. */
  readonly name: string
  readonly font: Font
}

/** The first that has a letter draws it. */
export type Typefaces = Record<Face, readonly Typeface[]>

let opened: Typefaces | null = null

/** Opened once: what a document takes of a font, it cuts for itself. */
export function openTypefaces(): Typefaces {
  if (opened) return opened
  const inter = [latin, extended, vietnamese, cyrillic, greek].map((file, index) => ({
    ...{ name: `sans${index}`, font: openFont(file) }
  }))
  opened = {
    sans: inter,
    serif: [
      { name: 'serif', font: openFont(serif) },
      { name: 'serifExtended', font: openFont(serifExtended) },
      ...inter
    ],
    mono: [{ name: 'mono', font: openFont(mono) }, ...inter]
  }
  return opened
}

/** fontkit's own parts that its types leave out. https://github.com/foliojs/fontkit/tree/v2.0.4/src/subset */
interface TrueTypeSubset {
  glyf: Uint8Array[]
  loca: { offsets: number[]; version: number }
  hmtx: { metrics: { advance: number; bearing: number }[] }
  offset: number
  _addGlyph(id: number): number
}

function openFont(dataUrl: string): Font {
  const bytes = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
  const font = create(bytes) as Font & { _tables: Record<string, unknown> }
  // Glyphs keep the letter that they were first asked for by, and parts of others are asked for by none:
  // then a reader could not copy them. Of the letters that share one, the usual comes first.
  const rank = (point: number): number =>
    point < 0x80 ? 0 : point >= 0x2000 && point < 0x2070 ? 1 : 2
  for (const point of font.characterSet.toSorted((a, b) => rank(a) - rank(b) || a - b))
    font.glyphForCodePoint(point)
  const subsetOf = font.createSubset.bind(font)
  // Long offsets: they need no padding.
  font['_tables']['loca'] = { version: 1, offsets: [] }
  font.createSubset = () => {
    const subset = subsetOf() as unknown as TrueTypeSubset & ReturnType<Font['createSubset']>
    subset['_addGlyph'] = (id) => {
      const glyph = font.getGlyph(id)
      const outline = glyphOutline(glyph.path)
      subset.glyf.push(outline)
      subset.loca.offsets.push(subset.offset)
      const bearing = outline.length === 0 ? 0 : Math.round(glyph.path.bbox.minX)
      subset.hmtx.metrics.push({ advance: glyph.advanceWidth, bearing })
      subset.offset += outline.length
      return subset.glyf.length - 1
    }
    return subset
  }
  return font
}
