// A report as a PDF: the same blocks as the HTML, tagged for screen readers, with the signed data attached.
// Nothing of it is compressed and no clock is read, so that the same report gives the same bytes.
import PdfDocument from 'pdfkit'
import type { Block, Fact, ListedLine, ReportDocument, Result } from '../document'
import { attachedName } from './attachment'
import { ink, ink2, lineColor, toneColors } from './colors'
import { LineBreaker, type TextStyle } from './lines'
import { writePlot } from './plot'
import { writeTable } from './table'
import { openTypefaces } from './typefaces'
import { contentWidth, left, pageSize, PdfWriter, type Element } from './writer'

const sans = (size: number, leading: number, color = ink): TextStyle => ({
  ...{ face: 'sans', size, leading, color }
})
const serif = (size: number, leading: number): TextStyle => ({
  ...{ face: 'serif', size, leading, color: ink }
})
const titleStyle = serif(20, 26)
const headingStyle = serif(14, 19)
const verdictStyle = serif(15, 21)
const textStyle = sans(9.5, 14)
const noteStyle = sans(8.5, 12.5, ink2)
const codeStyle: TextStyle = { face: 'mono', size: 8, leading: 12, color: ink }
const listingStyle: TextStyle = { face: 'mono', size: 6.5, leading: 9.5, color: ink }
const termWidth = 150

/**
 * @param data JSON that is attached
 * @param madeAt epoch ms, as the file says it
 */
export async function pdfPages(
  document: ReportDocument,
  data: string,
  madeAt: number
): Promise<Buffer> {
  const { language, title, kind, notice, sections } = document
  const date = new Date(madeAt)
  const faces = openTypefaces()
  const pdf = new PdfDocument({
    ...{ size: [pageSize.width, pageSize.height], margin: 0, bufferPages: true },
    ...{ autoFirstPage: false, compress: false, pdfVersion: '1.7', lang: language, tagged: true },
    displayTitle: true,
    // None yet: the usual one would be a font of its own.
    font: '',
    info: {
      ...{ Title: `${title} · ${kind}`, Creator: 'Lethe', Producer: 'Lethe' },
      ...{ CreationDate: date, ModDate: date }
    }
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((done, fail) => {
    pdf.on('end', done)
    pdf.on('error', fail)
  })
  // First: what is looked for in the file is found at once, and before all text.
  pdf.file(Buffer.from(data), {
    ...{ name: attachedName, type: 'application/json', relationship: 'Source' },
    ...{ creationDate: date, modifiedDate: date }
  })
  for (const { name, font } of Object.values(faces).flat())
    pdf.registerFont(name, font as unknown as PDFKit.Mixins.PDFFontSource)
  const measure = (text: string, font: string, size: number): number =>
    pdf.font(font).fontSize(size).widthOfString(text)
  const writer = new PdfWriter(pdf, new LineBreaker(faces, measure))
  writer.newPage()
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  writer.text(root, 'H1', title, titleStyle, { after: 2 })
  writer.text(root, 'P', kind, noteStyle, { after: 10 })
  for (const section of sections) {
    const element = writer.element(root, 'Sect')
    writer.ensure(90)
    writer.text(element, 'H2', section.title, headingStyle, { after: 4 })
    for (const block of section.blocks) writeBlock(writer, element, block)
    element.end()
    writer.space(10)
  }
  root.end()
  writeFooters(writer, notice)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

function writeBlock(writer: PdfWriter, parent: Element, block: Block): void {
  switch (block.type) {
    case 'verdict':
      return writer.text(parent, 'P', block.text, verdictStyle, { after: 6 })
    case 'paragraph':
      return writer.text(parent, 'P', block.text, textStyle, { after: 4 })
    case 'note':
      return writer.text(parent, 'P', block.text, noteStyle, { after: 6 })
    case 'command':
      return writer.text(parent, 'P', block.text, codeStyle, { after: 6 })
    case 'list':
      return writeList(writer, parent, block.items)
    case 'listing':
      return writeListing(writer, parent, block.lines)
    case 'facts':
      return writeFacts(writer, parent, block.rows)
    case 'results':
      return writeResults(writer, parent, block.rows)
    case 'plot':
      return writePlot(writer, parent, block.plot)
    case 'table':
      return writeTable(writer, parent, block.table)
  }
}

function writeList(writer: PdfWriter, parent: Element, items: readonly string[]): void {
  const list = writer.element(parent, 'L')
  for (const item of items) {
    const element = writer.element(list, 'LI')
    writer.ensure(textStyle.leading)
    const y = writer.y + textStyle.leading / 2
    writer.artifact(() =>
      writer.pdf
        .circle(left + 3, y, 1.4)
        .fillColor(ink2)
        .fill()
    )
    writer.text(element, 'LBody', item, textStyle, {
      ...{ x: left + 12, width: contentWidth - 12, after: 2 }
    })
    element.end()
  }
  list.end()
  writer.space(4)
}

function writeListing(writer: PdfWriter, parent: Element, lines: readonly ListedLine[]): void {
  for (const { depth, text } of lines) {
    const x = left + 10 * Math.min(depth, 20)
    writer.text(parent, 'P', text, listingStyle, { x, width: contentWidth + left - x })
  }
  writer.space(8)
}

/** The term beside its value; a value of many lines may go on overleaf. */
function writeFacts(writer: PdfWriter, parent: Element, rows: readonly Fact[]): void {
  const [x, width] = [left + termWidth + 10, contentWidth - termWidth - 10]
  const list = writer.element(parent, 'L')
  for (const { term, value, isCode } of rows) {
    const item = writer.element(list, 'LI')
    const terms = writer.breaker.lines(term, noteStyle, termWidth)
    writer.ensure(terms.length * noteStyle.leading)
    const label = writer.element(item, 'Lbl')
    terms.forEach((line, index) =>
      writer.line(label, 'Lbl', line, noteStyle, left, writer.y + index * noteStyle.leading)
    )
    label.end()
    const lowest = writer.y + terms.length * noteStyle.leading
    const page = writer.pdf.bufferedPageRange().count
    writer.text(item, 'LBody', value, isCode ? codeStyle : sans(8.5, 12.5), { x, width })
    const isSamePage = writer.pdf.bufferedPageRange().count === page
    writer.y = (isSamePage ? Math.max(writer.y, lowest) : writer.y) + 2
    item.end()
  }
  list.end()
  writer.space(8)
}

function writeResults(writer: PdfWriter, parent: Element, rows: readonly Result[]): void {
  const titleOf: TextStyle = sans(10, 14)
  for (const { title, word, tone, sentences } of rows) {
    writer.ensure(46)
    writer.rule(lineColor)
    writer.space(4)
    const wordStyle = { ...titleOf, color: toneColors[tone] }
    const [line] = writer.breaker.lines(word, wordStyle, contentWidth)
    const y = writer.y
    writer.text(parent, 'H3', title, titleOf, { width: contentWidth - line!.width - 12 })
    const element = writer.element(parent, 'P')
    writer.line(element, 'P', line!, wordStyle, left + contentWidth - line!.width, y)
    element.end()
    for (const sentence of sentences)
      writer.text(parent, 'P', sentence, sans(8.5, 12.5, ink), { after: 1 })
    writer.space(5)
  }
  writer.space(4)
}

function writeFooters(writer: PdfWriter, notice: string): void {
  const { pdf, breaker } = writer
  const style: TextStyle = sans(7.5, 10, ink2)
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    const y = pageSize.height - 40
    const [said] = breaker.lines(notice, style, contentWidth - 60)
    const [number] = breaker.lines(`${page + 1} / ${count}`, style, 60)
    writer.artifact(() => {
      pdf.moveTo(left, y - 6).lineTo(left + contentWidth, y - 6)
      pdf.lineWidth(0.5).strokeColor(lineColor).stroke()
      writer.drawLine(said!.runs, style, left, y)
      writer.drawLine(number!.runs, style, left + contentWidth - number!.width, y)
    }, 'Pagination')
  }
}
