// What a screen reader hears while an answer is written: whole sentences, at most one update in
// three seconds, and a last word at the end. The visible log itself stays silent.

export type AnnounceMode = 'sentence' | 'finished' | 'never'

const pauseMs = 3_000

/** How much of `text` is whole sentences or lines. */
export function wholeSentences(text: string): number {
  let end = 0
  for (const match of text.matchAll(/[.!?…]["'”’)\]]*(?=\s)|\n+/g))
    end = match.index + match[0].length
  return end
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

class Announcer {
  /** The content of the polite region. */
  text = $state('')
  #said = 0
  #lastAt = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `said`: how much of the answer is there already and not to be read again. */
  start(said = 0): void {
    this.#said = said
    this.#lastAt = 0
    clearTimeout(this.#timer)
    this.text = ''
  }

  /** `whole` is the answer so far. */
  follow(whole: string, mode: AnnounceMode): void {
    if (mode !== 'sentence') return
    const end = wholeSentences(whole)
    if (end <= this.#said) return
    const waitMs = this.#lastAt + pauseMs - performance.now()
    clearTimeout(this.#timer)
    if (waitMs > 0) {
      this.#timer = setTimeout(() => this.follow(whole, mode), waitMs)
      return
    }
    this.text = whole.slice(this.#said, end).trim()
    this.#said = end
    this.#lastAt = performance.now()
  }

  finish(whole: string, closing: string, mode: AnnounceMode): void {
    clearTimeout(this.#timer)
    if (mode === 'never') return
    const rest = mode === 'sentence' ? whole.slice(this.#said).trim() : ''
    this.text = `${rest} ${closing}`.trim()
  }
}

export const announcer = new Announcer()
