// A set of pairs of 32-bit numbers, as they are found in gigabytes: what is not in it is told by one bit.

const filterBits = 2 ** 24

export class PairSet {
  #size = 0
  #slots: Uint32Array // pairs; a pair of zeros is an empty slot
  readonly #filter = new Uint32Array(filterBits / 32)

  constructor(pairs: Uint32Array = new Uint32Array()) {
    this.#slots = emptySlots(pairs.length / 2)
    for (let at = 0; at + 1 < pairs.length; at += 2) this.add(pairs[at]!, pairs[at + 1]!)
  }

  get size(): number {
    return this.#size
  }

  has(first: number, second: number): boolean {
    if (!this.mayHave(first)) return false
    const at = this.#slotOf(first, second)
    return this.#slots[at] !== 0 || this.#slots[at + 1] !== 0
  }

  /** False: no pair of it begins with this number. */
  mayHave(first: number): boolean {
    const bit = first & (filterBits - 1)
    return (this.#filter[bit >>> 5]! & (1 << (bit & 31))) !== 0
  }

  add(first: number, second: number): void {
    if (first === 0 && second === 0) return
    const at = this.#slotOf(first, second)
    if (this.#slots[at] !== 0 || this.#slots[at + 1] !== 0) return
    this.#slots[at] = first
    this.#slots[at + 1] = second
    const bit = first & (filterBits - 1)
    this.#filter[bit >>> 5]! |= 1 << (bit & 31)
    if (++this.#size * 4 <= this.#slots.length) return
    const pairs = this.pairs()
    this.#slots = emptySlots(this.#size * 2)
    for (let of = 0; of < pairs.length; of += 2) {
      const to = this.#slotOf(pairs[of]!, pairs[of + 1]!)
      this.#slots.set(pairs.subarray(of, of + 2), to)
    }
  }

  /** One behind the other. */
  pairs(): Uint32Array {
    const pairs = new Uint32Array(this.#size * 2)
    let to = 0
    for (let at = 0; at < this.#slots.length; at += 2) {
      if (this.#slots[at] === 0 && this.#slots[at + 1] === 0) continue
      pairs[to++] = this.#slots[at]!
      pairs[to++] = this.#slots[at + 1]!
    }
    return pairs
  }

  #slotOf(first: number, second: number): number {
    const mask = this.#slots.length / 2 - 1
    let slot = (Math.imul(first, 0x9e3779b1) ^ second) & mask
    for (; ; slot = (slot + 1) & mask) {
      const [one, other] = [this.#slots[2 * slot]!, this.#slots[2 * slot + 1]!]
      if ((one === first && other === second) || (one === 0 && other === 0)) return 2 * slot
    }
  }
}

function emptySlots(pairs: number): Uint32Array {
  return new Uint32Array(2 * 2 ** Math.ceil(Math.log2(Math.max(8, pairs * 4))))
}
