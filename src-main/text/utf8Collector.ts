// Bytes that come one by one, as text: a character is given out when it is complete, and U+FFFD for
// each byte that can no longer be part of one.

import { characterBytes } from './byteBuffer'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export class Utf8Collector {
  private held: number[] = []

  /** @returns the text that no later byte can change */
  push(byte: number): string {
    this.held.push(byte)
    return this.take(false)
  }

  /** @returns what is left: U+FFFD for each byte of a character that was cut off */
  flush(): string {
    return this.take(true)
  }

  private take(isEnd: boolean): string {
    let text = ''
    while (this.held.length > 0) {
      const needed = characterBytes(this.held[0]!)
      const rest = this.held.slice(1, needed)
      const isOpen = this.held.length < needed && rest.every((byte) => byte >> 6 === 0b10)
      if (isOpen && !isEnd) break
      const character = this.held.length < needed ? undefined : decoded(this.held.slice(0, needed))
      text += character ?? '\ufffd'
      this.held.splice(0, character === undefined ? 1 : needed)
    }
    return text
  }
}

function decoded(bytes: number[]): string | undefined {
  try {
    return strict.decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}
