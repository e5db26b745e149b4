// A plot in vectors, with its sentence for whoever does not see it.
import { drawnPlot, type DotPlot, type Shape } from '../dotPlot'
import { ink2, roleColors } from './colors'
import type { TextStyle } from './lines'
import { contentWidth, left, type Element, type PdfWriter } from './writer'

const captionStyle: TextStyle = { face: 'sans', size: 9, leading: 13, color: ink2 }
/** Its sizes are those of a screen; on paper smaller ones read as well. */
const scale = 0.8

export function writePlot(writer: PdfWriter, parent: Element, plot: DotPlot): void {
  const { height, shapes } = drawnPlot(plot)
  writer.ensure(captionStyle.leading + 4 + height * scale)
  writer.text(parent, 'P', plot.title, captionStyle, { after: 4 })
  const { pdf, y } = writer
  const figure = writer.element(parent, 'Figure', {
    alt: plot.summary,
    ...{ bbox: [left, y, left + contentWidth, y + height * scale], placement: 'Block' }
  })
  const content = pdf.markStructureContent('Figure')
  for (const shape of shapes) drawShape(writer, shape, y)
  pdf.endMarkedContent()
  figure.add(content)
  figure.end()
  writer.space(height * scale + 10)
}

function drawShape({ pdf, breaker }: PdfWriter, shape: Shape, top: number): void {
  const { role } = shape
  const color = roleColors[role]
  const across = (share: number): number => left + share * contentWidth
  const x = across(shape.at) + shape.dx * scale
  const down = (y: number): number => top + y * scale
  pdf.lineWidth(role === 'now' ? 1.4 : 0.6)
  switch (shape.type) {
    case 'line':
      if (shape.isDashed) pdf.dash(3, { space: 3 })
      pdf
        .moveTo(x, down(shape.y))
        .lineTo(across(shape.to) + shape.dx * scale, down(shape.toY))
        .strokeColor(color)
        .stroke()
      if (shape.isDashed) pdf.undash()
      return
    case 'rectangle': {
      const width = across(shape.to) - across(shape.at) + shape.extra * scale
      pdf
        .rect(x, down(shape.y), width, shape.height * scale)
        .fillColor('#dcdfe1')
        .fill()
      return
    }
    case 'dot':
      pdf
        .circle(x, down(shape.y), shape.radius * scale)
        .fillColor(color)
        .fill()
      return
    case 'square': {
      const side = 2 * shape.radius * scale
      pdf
        .lineWidth(1.4)
        .rect(x - side / 2, down(shape.y) - side / 2, side, side)
        .fillAndStroke('#ffffff', color)
      return
    }
    case 'diamond': {
      const [reach, y] = [1.35 * shape.radius * scale, down(shape.y)]
      pdf
        .moveTo(x, y - reach)
        .lineTo(x + reach, y)
        .lineTo(x, y + reach)
        .lineTo(x - reach, y)
        .closePath()
        .fillColor(color)
        .fill()
      return
    }
    case 'text': {
      const size = role === 'label' ? 9 : 8
      const style: TextStyle = { face: 'sans', size, leading: size, color }
      const [line] = breaker.lines(shape.text, style, contentWidth)
      const shift = { start: 0, middle: 0.5, end: 1 }[shape.anchor] * line!.width
      let at = x - shift
      for (const { text, font, width } of line!.runs) {
        pdf.font(font).fontSize(size).fillColor(color)
        pdf.text(text, at, down(shape.y), { lineBreak: false, baseline: 'alphabetic' })
        at += width
      }
    }
  }
}
