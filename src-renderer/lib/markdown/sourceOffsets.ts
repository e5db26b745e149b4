// Where the signs of a rendered answer stand in its source. Markdown drops signs (marks, fences,
// addresses' brackets) and adds hardly any, so what is shown is nearly a subsequence of the source:
// block by block, each shown word is looked for a little way ahead.
import { sourceBlocks } from './blocks'

/** Further ahead than marks, list signs and the rules of tables reach. */
const furthest = 160

/**
 * @param shown for each block (as markdownBlocks gives them) the text of its nodes, parted by line breaks
 * @returns for each block, for each UTF-16 unit of its text, the place in `source`, or -1 for what the
 * source does not have; places only grow
 */
export function sourceOffsets(source: string, shown: readonly string[]): Int32Array[] {
  const blocks = sourceBlocks(source)
  return shown.map((text, index) => {
    const block = blocks[index]
    return block ? aligned(source, block.start, block.end, text) : filled(text.length)
  })
}

const filled = (length: number): Int32Array => new Int32Array(length).fill(-1)

function aligned(source: string, start: number, end: number, text: string): Int32Array {
  const places = filled(text.length)
  let at = start
  // Words and single signs; space is not looked for, it goes with what stands before it.
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}\s]/gu)) {
    const [piece] = match
    const found = place(source, piece, at, end)
    if (found === -1) continue
    for (let i = 0; i < piece.length; i++) places[match.index + i] = found + i
    at = found + piece.length
  }
  return places
}

function place(source: string, piece: string, from: number, end: number): number {
  const isWord = /[\p{L}\p{N}\p{M}]/u.test(piece)
  // A lone sign further away is more likely another one: marks look like punctuation.
  const limit = Math.min(end, from + (isWord ? furthest : 24) + piece.length)
  let found = source.slice(from, limit).indexOf(piece)
  while (found !== -1 && isWord && !wholeWord(source, from + found, piece)) {
    found = source.slice(from, limit).indexOf(piece, found + 1)
  }
  return found === -1 ? -1 : from + found
}

/** False where the word found is only a part of a longer one. */
function wholeWord(source: string, at: number, piece: string): boolean {
  const before = /[\p{L}\p{N}\p{M}]$/u.test(source.slice(Math.max(0, at - 2), at))
  const after = /^[\p{L}\p{N}\p{M}]/u.test(source.slice(at + piece.length, at + piece.length + 2))
  return !before && !after
}
