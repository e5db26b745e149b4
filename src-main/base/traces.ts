// What a text leaves where it stood: eight of its words in a row, eight of its token ids in a row, a word
// that nothing else holds. Kept as keyed hashes of 64 bits, so that they can be looked for when the text
// itself is gone.
import { randomBytes } from 'node:crypto'
import { PairSet } from './pairSet'
import { WordReader, type HashKey } from './wordReader'

export const spanWords = 8
export const spanIds = 8
/** Shorter words stand in many files by chance. */
export const leastTermChars = 5

const rollPrime = 0x9e3779b1
const otherRollPrime = 0xc2b2ae35

/** To drop what leaves a window of `length`: the prime to that power. */
const power = (prime: number, length: number): number => {
  let result = 1
  for (let at = 0; at < length; at++) result = Math.imul(result, prime)
  return result
}

const leaving = power(rollPrime, spanWords - 1)
const otherLeaving = power(otherRollPrime, spanWords - 1)

export class Traces {
  constructor(
    readonly key: HashKey,
    /** Of eight words in a row; also of eight ids written as numbers. */
    readonly spans = new PairSet(),
    readonly terms = new PairSet(),
    /** Of eight ids as bytes, the lowest first, four of them or two an id. */
    readonly wideIds = new PairSet(),
    readonly narrowIds = new PairSet()
  ) {}

  static fresh(): Traces {
    const bytes = randomBytes(8)
    return new Traces([(bytes.readUInt32LE(0) | 1) >>> 0, (bytes.readUInt32LE(4) | 1) >>> 0])
  }

  static read(bytes: Uint8Array): Traces {
    const numbers = new Uint32Array(Uint8Array.from(bytes).buffer)
    const [first = 1, second = 1, ...sizes] = numbers.subarray(0, 6)
    let from = 6
    const sets = sizes.map((size) => new PairSet(numbers.subarray(from, (from += 2 * size))))
    return new Traces([first, second], ...sets)
  }

  bytes(): Uint8Array {
    const sets = [this.spans, this.terms, this.wideIds, this.narrowIds]
    const pairs = sets.map((set) => set.pairs())
    const head = Uint32Array.of(...this.key, ...sets.map(({ size }) => size))
    return Buffer.concat(
      [head, ...pairs].map((it) => Buffer.from(it.buffer, it.byteOffset, it.byteLength))
    )
  }

  addIds(ids: readonly number[]): void {
    const isNarrow = ids.every((id) => id < 2 ** 16)
    for (const window of idWindows(ids)) {
      addBytes(this.wideIds, this.key, Buffer.from(Int32Array.from(window).buffer))
      if (isNarrow) addBytes(this.narrowIds, this.key, Buffer.from(Uint16Array.from(window).buffer))
      for (const [first, second] of spansOf(window.join(' '), this.key))
        this.spans.add(first, second)
    }
  }
}

/** Eight in a row; those of one or two ids stand everywhere. */
export function* idWindows(ids: readonly number[]): Generator<readonly number[]> {
  for (let at = 0; at + spanIds <= ids.length; at++) {
    const window = ids.slice(at, at + spanIds)
    if (new Set(window).size > 2) yield window
  }
}

function addBytes(set: PairSet, key: HashKey, bytes: Uint8Array): void {
  new ByteWindows(key, bytes.length, null, (first, second) => set.add(first, second)).push(bytes)
}

/** Hashes of every eight words in a row of a text, with the words that they are of. */
export function spansOf(text: string, key: HashKey): [first: number, second: number][] {
  const found: [number, number][] = []
  const spans = new SpanWindows((first, second) => found.push([first, second]))
  const reader = new WordReader(key, false, spans.push)
  reader.push(Buffer.from(text))
  reader.end()
  return found
}

/** Hashes of a text's words, in their order. */
export function termsOf(text: string, key: HashKey): [first: number, second: number][] {
  const found: [number, number][] = []
  const reader = new WordReader(key, false, (first, second) => found.push([first, second]))
  reader.push(Buffer.from(text))
  reader.end()
  return found
}

/** Rolls over hashes of words. */
export class SpanWindows {
  readonly #ring = new Uint32Array(2 * spanWords)
  #count = 0
  #first = 0
  #second = 0

  constructor(private readonly onSpan: (first: number, second: number) => void) {}

  readonly push = (first: number, second: number): void => {
    const at = (this.#count % spanWords) * 2
    const ring = this.#ring
    if (this.#count >= spanWords) {
      this.#first -= Math.imul(ring[at]!, leaving)
      this.#second -= Math.imul(ring[at + 1]!, otherLeaving)
    }
    ring[at] = first
    ring[at + 1] = second
    this.#first = (Math.imul(this.#first, rollPrime) + first) | 0
    this.#second = (Math.imul(this.#second, otherRollPrime) + second) | 0
    if (++this.#count >= spanWords) this.onSpan(this.#first >>> 0, this.#second >>> 0)
  }
}

/** Rolls over bytes. */
export class ByteWindows {
  readonly #ring: Uint8Array
  readonly #leaving: number
  #count = 0
  #first = 0

  /** @param among what is told of: windows that may be in it; null: all */
  constructor(
    private readonly key: HashKey,
    private readonly length: number,
    private readonly among: PairSet | null,
    private readonly onWindow: (first: number, second: number) => void
  ) {
    this.#ring = new Uint8Array(length)
    this.#leaving = power(rollPrime, length - 1)
  }

  push(bytes: Uint8Array): void {
    const ring = this.#ring
    const { length, among } = this
    const [mask] = this.key
    let [count, first, place] = [this.#count, this.#first, this.#count % this.length]
    for (const byte of bytes) {
      if (count >= length) first -= Math.imul(ring[place]! + 1, this.#leaving)
      ring[place] = byte
      if (++place === length) place = 0
      first = (Math.imul(first, rollPrime) + byte + 1) | 0
      if (++count < length) continue
      const hash = (first ^ mask) >>> 0
      if (among === null || among.mayHave(hash)) this.onWindow(hash, this.#secondAt(place))
    }
    this.#count = count
    this.#first = first
  }

  /** FNV-1a of the window whose first byte stands there. */
  #secondAt(place: number): number {
    let second = this.key[1]
    for (let at = 0; at < this.length; at++)
      second = Math.imul(second ^ this.#ring[(place + at) % this.length]!, 0x01000193)
    return second >>> 0
  }
}
