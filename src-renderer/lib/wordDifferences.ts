// Which words of two texts differ: the shortest edit over words as Unicode sees them.
import { diffArrays } from 'diff'

export interface TextPiece {
  text: string
  differs: boolean
}

export interface WordDifferences {
  /** The second text, in pieces. */
  pieces: TextPiece[]
  /** Words of the second text that the first does not have there. */
  words: number
}

const mostEdits = 4_000
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * What `text` has and `other` has not; null when they differ too much to be told word by word.
 * @param lettersAlike capitals and small letters are the same
 */
export function wordDifferences(
  other: string,
  text: string,
  lettersAlike = false
): WordDifferences | null {
  const [before, after] = [segmentsOf(other, lettersAlike), segmentsOf(text, lettersAlike)]
  const changes = diffArrays(before, after, {
    maxEditLength: mostEdits,
    comparator: (a, b) => a.key === b.key
  })
  if (!changes) return null
  let words = 0
  const pieces: TextPiece[] = []
  for (const { removed, added, value } of changes) {
    if (removed) continue
    for (const { text: piece, isWord } of value) {
      // A space between two new words is part of the mark; one beside known words is not.
      const differs = added && isWord
      if (differs) words++
      const last = pieces.at(-1)
      if (last && last.differs === differs) last.text += piece
      else pieces.push({ text: piece, differs })
    }
  }
  return { pieces, words }
}

interface Segment {
  text: string
  key: string
  isWord: boolean
}

/** Words and what stands between them; the same sign written in two ways is the same. */
function segmentsOf(text: string, lettersAlike: boolean): Segment[] {
  return [...segmenter.segment(text)].map(({ segment, isWordLike }) => ({
    text: segment,
    key: keyOf(segment, lettersAlike),
    isWord: isWordLike === true
  }))
}

function keyOf(segment: string, lettersAlike: boolean): string {
  if (segment.trim() === '') return ' '
  const key = segment.normalize('NFC')
  return lettersAlike ? key.toLowerCase() : key
}
