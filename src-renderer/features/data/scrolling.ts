// Which rows of a long list are in view. A browser draws nothing higher than some 16 million pixels:
// a list that would be higher is scrolled in proportion, and its rows keep their height.

const highestPx = 12_000_000
const beyond = 6

export interface Scrolled {
  count: number
  rowPx: number
  topPx: number
  heightPx: number
}

export interface RowWindow {
  totalPx: number
  first: number
  /** Behind the last one. */
  last: number
  /** Where the first is drawn. */
  offsetPx: number
}

export function windowOf({ count, rowPx, topPx, heightPx }: Scrolled): RowWindow {
  const totalPx = Math.min(count * rowPx, highestPx)
  const place = topPx * perPixel({ count, rowPx, heightPx })
  const first = Math.max(0, Math.min(count, Math.floor(place)) - beyond)
  const last = Math.min(count, Math.ceil(place + heightPx / rowPx) + beyond)
  return { totalPx, first, last, offsetPx: topPx - (place - first) * rowPx }
}

/** Where to scroll so that the row is in view; nowhere if it is. */
export function placeOf(index: number, { count, rowPx, topPx, heightPx }: Scrolled): number {
  const rows = perPixel({ count, rowPx, heightPx })
  if (rows === 0) return topPx
  const place = topPx * rows
  if (index < place) return index / rows
  const lowest = index + 1 - heightPx / rowPx
  return lowest > place ? lowest / rows : topPx
}

/** Rows that one pixel of scrolling passes. */
function perPixel({ count, rowPx, heightPx }: Omit<Scrolled, 'topPx'>): number {
  const scrollablePx = Math.min(count * rowPx, highestPx) - heightPx
  return scrollablePx <= 0 ? 0 : (count - heightPx / rowPx) / scrollablePx
}
