// Where the words of an answer are on the screen: between places of its source text and the nodes that
// markdown made of it.
import { sourceOffsets } from '../../lib/markdown/sourceOffsets'

interface Piece {
  node: Text
  places: Int32Array // of each UTF-16 unit in the source; -1: the source does not have it
}

export class WordSight {
  readonly #pieces: Piece[] = []

  /** @param prose the rendered answer, a child for each block of markdown */
  constructor(prose: Element, source: string) {
    const blocks = [...prose.children].map(textNodes)
    const shown = blocks.map((nodes) => nodes.map(({ data }) => data).join('\n'))
    for (const [index, places] of sourceOffsets(source, shown).entries()) {
      let at = 0
      for (const node of blocks[index] ?? []) {
        this.#pieces.push({ node, places: places.subarray(at, at + node.data.length) })
        at += node.data.length + 1
      }
    }
  }

  /** The place in the source of the sign under a point of the window, or null beside all text. */
  placeAt(x: number, y: number): number | null {
    const caret = document.caretPositionFromPoint(x, y)
    const piece = this.#pieces.find(({ node }) => node === caret?.offsetNode)
    if (!caret || !piece) return null
    for (const at of [caret.offset, caret.offset - 1]) {
      const place = piece.places[at] ?? -1
      if (place !== -1 && covers(rangeIn(piece.node, at, at + 1), x, y)) return place
    }
    return null
  }

  /** What is to be seen of the source between two places, piece by piece. */
  ranges(start: number, end: number): Range[] {
    return this.#pieces.flatMap(({ node, places }) => {
      const within = (place: number): boolean => place >= start && place < end
      const first = places.findIndex(within)
      if (first === -1) return []
      return [rangeIn(node, first, places.findLastIndex(within) + 1)]
    })
  }
}

/** The text of a block, without the heading of code. */
function textNodes(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('figcaption') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
  )
  const found: Text[] = []
  while (walker.nextNode()) found.push(walker.currentNode as Text)
  return found
}

function rangeIn(node: Text, start: number, end: number): Range {
  const range = new Range()
  range.setStart(node, start)
  range.setEnd(node, Math.min(end, node.data.length))
  return range
}

function covers(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom
  )
}
