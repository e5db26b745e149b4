// A plot as inline SVG that is as wide as its place: positions in percent, sizes in pixels.
import { drawnPlot, type DotPlot, type Shape } from '../dotPlot'
import { escapeText } from './escape'

export function plotSvg(plot: DotPlot): string {
  const { height, shapes } = drawnPlot(plot)
  const label = escapeText(plot.summary)
  return `<svg class="plot" role="img" aria-label="${label}" width="100%" height="${height}">
${shapes.map(shapeSvg).join('\n')}
</svg>`
}

function shapeSvg(shape: Shape): string {
  const { at, dx, role } = shape
  const x = percent(at)
  const moved = dx === 0 ? '' : ` transform="translate(${dx} 0)"`
  const named = `class="${role}"${moved}`
  switch (shape.type) {
    case 'line': {
      const dashes = shape.isDashed ? ' stroke-dasharray="4 4"' : ''
      return `<line ${named} x1="${x}" x2="${percent(shape.to)}" y1="${shape.y}" y2="${shape.toY}"${dashes}/>`
    }
    case 'rectangle': {
      const { to, extra, y, height } = shape
      const width = extra === 0 ? percent(Math.max(0, to - at)) : String(extra)
      return `<rect ${named} x="${x}" y="${y}" width="${width}" height="${height}"/>`
    }
    case 'dot':
      return `<circle ${named} cx="${x}" cy="${shape.y}" r="${shape.radius}"/>`
    case 'square': {
      const { y, radius } = shape
      const size = 2 * radius
      const corner = `transform="translate(${dx - radius} ${y - radius})"`
      return `<rect class="${role}" ${corner} x="${x}" width="${size}" height="${size}"/>`
    }
    case 'diamond': {
      const reach = 1.35 * shape.radius
      const path = `M0 ${-reach}L${reach} 0L0 ${reach}L${-reach} 0Z`
      // A path has no percentages: it stands in a place that has.
      return `<svg x="${x}" y="${shape.y}" overflow="visible"><path ${named} d="${path}"/></svg>`
    }
    case 'text':
      return `<text ${named} x="${x}" y="${shape.y}" text-anchor="${shape.anchor}">${escapeText(shape.text)}</text>`
  }
}

const percent = (share: number): string => `${Number((100 * share).toFixed(3))}%`
