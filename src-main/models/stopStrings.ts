// Ends a text before the first of some strings, however the text is cut into pieces.

/** Gives out text as soon as no stop string can begin in it any more. */
class StopStrings {
  #held = ''
  #found = false

  /** @param stops none is empty */
  constructor(private readonly stops: readonly string[]) {}

  /** True once one has come: nothing follows it. */
  get found(): boolean {
    return this.#found
  }

  /** @returns the text that is certain now */
  push(piece: string): string {
    if (this.#found) return ''
    const text = this.#held + piece
    const cut = this.#cutOf(text)
    if (cut !== null) {
      this.#found = true
      this.#held = ''
      return text.slice(0, cut)
    }
    const certain = text.length - this.#begunLength(text)
    this.#held = text.slice(certain)
    return text.slice(0, certain)
  }

  /** @returns what was held back: the text ended before a stop string was whole */
  flush(): string {
    const rest = this.#held
    this.#held = ''
    return rest
  }

  /** Where the stop string begins that is whole first, the longest of those: null without one. */
  #cutOf(text: string): number | null {
    let cut: number | null = null
    let end = Infinity
    for (const stop of this.stops) {
      const start = text.indexOf(stop)
      if (start < 0 || start + stop.length > end) continue
      if (start + stop.length < end || start < (cut ?? Infinity)) cut = start
      end = start + stop.length
    }
    return cut
  }

  /** How much of the end of `text` may be the beginning of a stop string. */
  #begunLength(text: string): number {
    let longest = 0
    for (const stop of this.stops) {
      for (let length = Math.min(stop.length - 1, text.length); length > longest; length--) {
        if (text.endsWith(stop.slice(0, length))) longest = length
      }
    }
    return longest
  }
}

/**
 * Tells pieces of a text, each with the token it came with, until a stop string comes. Neither its
 * text nor the tokens it begins and goes on in are told.
 */
export class StoppingText<Token> {
  readonly #stops: StopStrings
  readonly #waiting: { piece: string; token: Token | undefined }[] = []

  constructor(
    private readonly stops: readonly string[],
    private readonly tell: (piece: string, token: Token | undefined) => void
  ) {
    this.#stops = new StopStrings(stops)
  }

  /** True once a stop string has come: nothing is told after it. */
  get stopped(): boolean {
    return this.#stops.found
  }

  push(piece: string, token?: Token): void {
    if (this.stopped) return
    this.#waiting.push({ piece, token })
    this.#release(this.#stops.push(piece).length)
  }

  /** Tells what was held back. */
  end(): void {
    if (this.stopped) return
    this.#release(this.#stops.flush().length)
    for (const { piece, token } of this.#waiting.splice(0)) this.tell(piece, token)
  }

  #release(certainLength: number): void {
    let left = certainLength
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      // Half of a character has no text yet: with stop strings it waits for its other half.
      if (left === 0 && (first.piece !== '' || this.stops.length > 0)) return
      const piece = first.piece.slice(0, left)
      left -= piece.length
      this.tell(piece, first.token)
      if (piece.length < first.piece.length) {
        this.#waiting[0] = { piece: first.piece.slice(piece.length), token: undefined }
      } else {
        this.#waiting.shift()
      }
    }
  }
}
