// A table over as many pages as it takes; its head is repeated on each.
import type { Table } from '../document'
import { edge, ink, ink2, lineColor } from './colors'
import type { Line, TextStyle } from './lines'
import { bottom, contentWidth, left, type Element, type PdfWriter } from './writer'

const cellStyle: TextStyle = { face: 'sans', size: 7.5, leading: 10, color: ink }
const headStyle: TextStyle = { ...cellStyle, color: ink2 }
const codeStyle: TextStyle = { face: 'mono', size: 6.5, leading: 10, color: ink }
const captionStyle: TextStyle = { face: 'sans', size: 9, leading: 13, color: ink2 }
const gap = 8
const padding = 3

export function writeTable(writer: PdfWriter, parent: Element, table: Table): void {
  const { caption, columns, rows, isNumeric } = table
  const styleOf = (column: number): TextStyle =>
    column === table.codeColumn ? codeStyle : cellStyle
  const widths = columnWidths(writer, table, styleOf)
  const starts = widths.map((_, column) =>
    widths.slice(0, column).reduce((sum, width) => sum + width + gap, left)
  )
  const broken = (cells: readonly string[], style: (column: number) => TextStyle): Line[][] =>
    cells.map((cell, column) => writer.breaker.lines(cell, style(column), widths[column]!))
  const heightOf = (cells: Line[][]): number =>
    Math.max(...cells.map((lines) => lines.length)) * cellStyle.leading + 2 * padding

  const head = broken(columns, () => headStyle)
  const body = rows.map((row) => broken(row, styleOf))
  const element = writer.element(parent, 'Table')
  writer.ensure(captionStyle.leading + heightOf(head) + heightOf(body[0] ?? head) + 6)
  writer.text(element, 'Caption', caption, captionStyle, { after: 3 })

  const place = (
    cells: Line[][],
    style: (column: number) => TextStyle,
    draw: (line: Line, style: TextStyle, column: number, x: number, y: number) => void
  ): void => {
    cells.forEach((lines, column) => {
      lines.forEach((line, index) => {
        const shift = isNumeric[column] ? widths[column]! - line.width : 0
        const y = writer.y + padding + index * cellStyle.leading
        draw(line, style(column), column, starts[column]! + shift, y)
      })
    })
    writer.y += heightOf(cells)
  }
  const tagged = (cells: Line[][], style: (column: number) => TextStyle, isHead: boolean): void => {
    const row = writer.element(element, 'TR')
    const made = cells.map((_, column) => {
      const isHeader = isHead || column === 0
      const scope = isHead ? 'Column' : 'Row'
      const cell = writer.element(row, isHeader ? 'TH' : 'TD', isHeader ? { scope } : {})
      return { cell, tag: isHeader ? 'TH' : 'TD' }
    })
    place(cells, style, (line, look, column, x, y) => {
      const { cell, tag } = made[column]!
      writer.line(cell, tag, line, look, x, y)
    })
    for (const { cell } of made) cell.end()
    row.end()
  }

  tagged(head, () => headStyle, true)
  writer.rule(edge)
  for (const cells of body) {
    if (writer.y + heightOf(cells) > bottom) {
      writer.newPage()
      writer.artifact(() =>
        place(
          head,
          () => headStyle,
          ({ runs }, look, _, x, y) => writer.drawLine(runs, look, x, y)
        )
      )
      writer.rule(edge)
    }
    tagged(cells, styleOf, false)
    writer.rule(lineColor)
  }
  element.end()
  writer.space(12)
}

/** Each as wide as its longest word at least; what is left goes to those that need more. */
function columnWidths(
  { breaker }: PdfWriter,
  { columns, rows }: Table,
  styleOf: (column: number) => TextStyle
): number[] {
  const room = contentWidth - gap * (columns.length - 1)
  const needs = columns.map((title, column) => {
    const style = styleOf(column)
    const cells = rows.map((row) => row[column] ?? '')
    const widest = (texts: readonly string[], look: TextStyle): number =>
      Math.max(0, ...texts.map((text) => breaker.width(text, look)))
    const words = (text: string): string[] => text.split(' ')
    const least = Math.max(widest(cells.flatMap(words), style), widest(words(title), headStyle))
    const most = Math.max(widest(cells, style), widest([title], headStyle))
    // A hash may be broken anywhere.
    return { least: style === codeStyle ? Math.min(least, 120) : Math.min(least, 180), most }
  })
  const least = needs.reduce((sum, need) => sum + need.least, 0)
  if (least >= room) return needs.map((need) => (need.least * room) / least)
  const wanted = needs.reduce((sum, need) => sum + need.most - need.least, 0)
  const share = wanted === 0 ? 0 : Math.min(1, (room - least) / wanted)
  const widths = needs.map(
    (need) => need.least + share * Math.max(0, need.most - need.least) + 0.01
  )
  const left = room - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, column) => (column === 0 ? width + Math.max(0, left) : width))
}
