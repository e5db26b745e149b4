// An outline as a simple glyph of a TrueType font's glyf table.
// https://learn.microsoft.com/typography/opentype/spec/glyf
import type { Path } from 'fontkit'

/** Quadratic curves and lines only. Empty for a glyph without an outline, as the format wants it. */
export function glyphOutline({ commands }: Pick<Path, 'commands'>): Uint8Array {
  const points: { x: number; y: number; isOnCurve: boolean }[] = []
  const ends: number[] = []
  const add = (x: number, y: number, isOnCurve: boolean): unknown =>
    points.push({ x: Math.round(x), y: Math.round(y), isOnCurve })
  for (const { command, args } of commands) {
    const [a, b, c, d] = args as [number, number, number, number]
    if (command === 'moveTo' || command === 'lineTo') add(a, b, true)
    else if (command === 'quadraticCurveTo') {
      add(a, b, false)
      add(c, d, true)
    } else if (command === 'closePath') ends.push(points.length - 1)
    else throw new TypeError(`a ${command} in an outline of TrueType`)
  }
  if (points.length === 0) return new Uint8Array()
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const length = 10 + 2 * ends.length + 2 + 5 * points.length
  const bytes = Buffer.alloc(Math.ceil(length / 4) * 4)
  let at = 0
  const write = (value: number): void => void (at = bytes.writeInt16BE(value, at))
  write(ends.length)
  for (const edge of [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
    write(edge)
  for (const end of ends) at = bytes.writeUInt16BE(end, at)
  write(0) // no instructions
  for (const { isOnCurve } of points) at = bytes.writeUInt8(isOnCurve ? 1 : 0, at)
  for (const axis of [xs, ys]) axis.forEach((value, index) => write(value - (axis[index - 1] ?? 0)))
  return bytes
}
