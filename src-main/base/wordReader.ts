// Reads words out of bytes, whatever else is among them: text of any program, in UTF-8, without regard to
// case, accents and signs. Of each word two keyed 32-bit hashes are told, not the word. FNV-1a:
// http://www.isthe.com/chongo/tech/comp/fnv/

/** Two odd numbers that make hashes of one purpose differ from those of another. */
export type HashKey = readonly [number, number]

export type OnWord = (first: number, second: number, chars: number) => void

const prime = 0x01000193
const otherPrime = 0x85ebca6b
const backslash = 0x5c
/** A sequence of UTF-8, or an escape of JSON, is no longer. */
const longestSequence = 6

/** Of each ASCII sign what it counts as; 0: it parts words. */
const folded = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code)
  return /[a-z\d]/i.test(char) ? char.toLowerCase().charCodeAt(0) : 0
})
const foldedBeyond = new Map<number, readonly number[] | null>()

/** UTF-16 units that it counts as; none: it is a mark and counts nothing; null: it parts words. */
function foldBeyond(codePoint: number): readonly number[] | null {
  const known = foldedBeyond.get(codePoint)
  if (known !== undefined) return known
  const plain = String.fromCodePoint(codePoint).normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const isWord = plain === '' || /^[\p{L}\p{N}]+$/u.test(plain)
  const small = plain.toLowerCase().replaceAll('ς', 'σ')
  const units = isWord
    ? Array.from({ length: small.length }, (_, at) => small.charCodeAt(at))
    : null
  foldedBeyond.set(codePoint, units)
  return units
}

export class WordReader {
  readonly #key: HashKey
  readonly #unescapes: boolean
  readonly #onWord: OnWord
  readonly #onUnit: ((unit: number) => void) | null
  #first = 0
  #second = 0
  #chars = 0
  #rest: Uint8Array = new Uint8Array()

  /**
   * @param unescapes whether `\n`, `\"` and `\u0041` are what they stand for in JSON
   * @param onUnit told the units of a word, before the word
   */
  constructor(
    key: HashKey,
    unescapes: boolean,
    onWord: OnWord,
    onUnit: ((unit: number) => void) | null = null
  ) {
    this.#key = key
    this.#unescapes = unescapes
    this.#onWord = onWord
    this.#onUnit = onUnit
  }

  /** The next bytes; what a word has of them is told once it has ended. */
  push(bytes: Uint8Array): void {
    const whole = this.#rest.length > 0 ? joined(this.#rest, bytes) : bytes
    this.#rest = whole.subarray(this.#read(whole, whole.length - longestSequence)).slice()
  }

  end(): void {
    this.#read(joined(this.#rest, new Uint8Array(longestSequence)), this.#rest.length)
    this.#rest = new Uint8Array()
    this.#endWord()
  }

  /** Reads what begins before `until`; where it came to. */
  #read(bytes: Uint8Array, until: number): number {
    let at = 0
    while (at < until) {
      const byte = bytes[at]!
      if (byte < 128) {
        if (byte === backslash && this.#unescapes) {
          at += this.#escape(bytes, at)
          continue
        }
        const unit = folded[byte]!
        if (unit === 0) this.#endWord()
        else this.#take(unit)
        at++
        continue
      }
      const length = sequenceLength(bytes, at)
      if (length === 0) {
        this.#endWord()
        at++
        continue
      }
      this.#takeCodePoint(codePointAt(bytes, at, length))
      at += length
    }
    return at
  }

  #escape(bytes: Uint8Array, at: number): number {
    if (bytes[at + 1] !== 0x75) {
      this.#endWord()
      return 2
    }
    const digits = String.fromCharCode(...bytes.subarray(at + 2, at + 6))
    if (!/^[\da-f]{4}$/i.test(digits)) {
      this.#endWord()
      return 2
    }
    this.#takeCodePoint(Number.parseInt(digits, 16))
    return 6
  }

  #takeCodePoint(codePoint: number): void {
    const units = foldBeyond(codePoint)
    if (units === null) this.#endWord()
    else for (const unit of units) this.#take(unit)
  }

  #take(unit: number): void {
    if (this.#chars++ === 0) [this.#first, this.#second] = this.#key
    this.#first = Math.imul(this.#first ^ unit, prime)
    this.#second = Math.imul(this.#second ^ unit, otherPrime)
    this.#onUnit?.(unit)
  }

  #endWord(): void {
    if (this.#chars === 0) return
    this.#onWord(this.#first >>> 0, this.#second >>> 0, this.#chars)
    this.#chars = 0
  }
}

/** The words of a text as they are compared: small letters and digits, without accents. */
export function wordsOfText(text: string): string[] {
  const words: string[] = []
  let units: number[] = []
  const reader = new WordReader(
    [1, 1],
    false,
    () => {
      words.push(units.map((unit) => String.fromCharCode(unit)).join(''))
      units = []
    },
    (unit) => units.push(unit)
  )
  reader.push(Buffer.from(text))
  reader.end()
  return words
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** 0: no sequence of UTF-8 begins there. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!
  const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0
  if (byte >= 0xf5) return 0
  for (let more = 1; more < length; more++) if ((bytes[at + more]! & 0xc0) !== 0x80) return 0
  return length
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  let code = bytes[at]! & (0xff >> (length + 1))
  for (let more = 1; more < length; more++) code = (code << 6) | (bytes[at + more]! & 0x3f)
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0xfffd : code
}
