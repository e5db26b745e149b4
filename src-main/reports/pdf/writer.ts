// Writes lines, tables' cells and shapes onto pages, from top to bottom, and tags what it writes so that a
// screen reader finds headings, paragraphs and cells (PDF 1.7, section 14.8).
import type PdfDocument from 'pdfkit'
import type { Line, LineBreaker, TextStyle } from './lines'

export type Element = PDFKit.PDFStructureElement
/** What pdfkit takes, beside what its types know. */
type ElementOptions = PDFKit.Mixins.StructureElementOptions & {
  scope?: 'Row' | 'Column'
  bbox?: readonly number[]
  placement?: 'Block'
}
export type Pdf = InstanceType<typeof PdfDocument>

export const pageSize = { width: 595.28, height: 841.89 } // A4, in points
const margins = { left: 48, right: 48, top: 48, bottom: 64 }
export const left = margins.left
export const contentWidth = pageSize.width - margins.left - margins.right
export const bottom = pageSize.height - margins.bottom

export class PdfWriter {
  y = margins.top

  constructor(
    readonly pdf: Pdf,
    readonly breaker: LineBreaker
  ) {}

  newPage(): void {
    this.pdf.addPage()
    this.y = margins.top
  }

  /** A new page where less is left. Whether there is one now. */
  ensure(height: number): boolean {
    if (this.y + height <= bottom || this.y === margins.top) return false
    this.newPage()
    return true
  }

  space(height: number): void {
    this.y += height
  }

  element(parent: Element, type: string, options: ElementOptions = {}): Element {
    const made = this.pdf.struct(type, options)
    parent.add(made)
    return made
  }

  /** A text of as many lines as it takes, over pages where need be. */
  text(
    parent: Element,
    tag: string,
    text: string,
    style: TextStyle,
    { x = left, width = contentWidth, after = 0 } = {}
  ): void {
    const element = this.element(parent, tag)
    for (const line of this.breaker.lines(text, style, width)) {
      this.ensure(style.leading)
      this.line(element, tag, line, style, x, this.y)
      this.y += style.leading
    }
    element.end()
    this.y += after
  }

  /** One line in its place, `y` its upper edge, as content of the element. */
  line(
    element: Element,
    tag: string,
    { runs }: Line,
    style: TextStyle,
    x: number,
    y: number
  ): void {
    const { pdf } = this
    const content = pdf.markStructureContent(tag)
    this.drawLine(runs, style, x, y)
    pdf.endMarkedContent()
    element.add(content)
  }

  /** A line without a tag of its own: within what was marked, or an artifact. */
  drawLine(runs: Line['runs'], style: TextStyle, x: number, y: number): void {
    const { pdf } = this
    // Letters sit in the middle of their line; fonts differ in what they call their height.
    const baseline = y + style.leading / 2 + style.size * 0.36
    let at = x
    pdf.fillColor(style.color)
    for (const { text, font, width } of runs) {
      pdf.font(font).fontSize(style.size)
      pdf.text(text, at, baseline, { lineBreak: false, baseline: 'alphabetic' })
      at += width
    }
  }

  /** What only decorates. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type })
    draw()
    this.pdf.endMarkedContent()
  }

  rule(color: string, x = left, width = contentWidth): void {
    const y = this.y
    this.artifact(() => {
      this.pdf
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(0.5)
        .strokeColor(color)
        .stroke()
    })
  }
}
