// A piece put into what is typed, and how it is taken out again when more was typed since.

export interface Insertion {
  text: string
  /** Behind the piece. */
  caret: number
  /** Of what stands there by then: without the piece, and with what it took the place of. */
  undo: (now: string) => string
}

/** The piece stands where the letters from `start` to `end` were. */
export function insertion(before: string, piece: string, start: number, end: number): Insertion {
  const text = before.slice(0, start) + piece + before.slice(end)
  return {
    text,
    caret: start + piece.length,
    undo: (now) => (now === text ? before : now.replace(piece, () => before.slice(start, end)))
  }
}
