// Keys and values a model remembers, in the main memory: fed to every step without copying, and
// extended by the new rows alone. Rows are laid out anew only when a block of capacity is full.
import type { CausalShape } from './architecture'
import { floats, halves, type HostTensor } from '../tensor/session'

const blockRows = 256

export function pastName(layer: number, part: 'key' | 'value'): string {
  return `past.${layer}.${part}`
}

export function rowsName(layer: number, part: 'key' | 'value'): string {
  return `rows.${layer}.${part}`
}

const parts = ['key', 'value'] as const

/** How the numbers are kept: f16 takes half the room and half the time to read. */
export type CachePrecision = 'f32' | 'f16'

type Numbers = Float32Array | Uint16Array

/** The tensors of one cache: per layer a key and a value [B, K, capacity, D]. */
export class KeyValueCache {
  readonly #shape: CausalShape
  readonly #batch: number
  readonly #precision: CachePrecision
  #buffers: Map<string, Numbers>
  #capacity = 0
  #length = 0
  #sequenceLength = 0

  /** @param rows room from the start; a provider may not take empty tensors */
  constructor(shape: CausalShape, batch: number, rows = 0, precision: CachePrecision = 'f32') {
    this.#shape = shape
    this.#batch = batch
    this.#precision = precision
    this.#buffers = new Map(this.#names().map(([past]) => [past, this.#zeros(0)]))
    this.#reserve(rows)
  }

  /** Rows in use. */
  get length(): number {
    return this.#length
  }

  /** The length of the sequence that the rows were last read for. */
  get sequenceLength(): number {
    return this.#sequenceLength
  }

  /** Rows there is room for: P. */
  get capacity(): number {
    return this.#capacity
  }

  /** What a step is fed: the whole buffers, unused rows included (the mask hides them). */
  feeds(): Record<string, HostTensor> {
    const { keyHeads, headSize } = this.#shape.attention
    const shape = [this.#batch, keyHeads, this.#capacity, headSize]
    return Object.fromEntries(
      [...this.#buffers].map(([name, data]) => [
        name,
        data instanceof Uint16Array ? { dtype: 'f16', shape, data } : { dtype: 'f32', shape, data }
      ])
    )
  }

  /** Takes in the rows a step put out: per layer and part [B, K, T, D]. */
  append(
    outputs: Readonly<Record<string, HostTensor>>,
    time: number,
    sequenceLength: number
  ): void {
    this.#reserve(this.#length + time)
    const { keyHeads, headSize } = this.#shape.attention
    for (const [past, rows] of this.#names()) {
      const buffer = this.#buffers.get(past)!
      const added = this.#precision === 'f16' ? halves(outputs[rows]!) : floats(outputs[rows]!)
      for (let head = 0; head < this.#batch * keyHeads; head++) {
        const row = added.subarray(head * time * headSize, (head + 1) * time * headSize)
        buffer.set(row, (head * this.#capacity + this.#length) * headSize)
      }
    }
    this.#length += time
    this.#sequenceLength = sequenceLength
  }

  /** Forgets all rows from `length` on. */
  truncate(length: number): void {
    if (length < 0 || length > this.#length) throw new RangeError(`${length} of ${this.#length}`)
    this.#length = length
  }

  #reserve(rows: number): void {
    if (rows <= this.#capacity) return
    // One block more at a time: every step reads all the room there is, while laying out anew copies
    // the rows once in a block.
    const capacity = Math.ceil(rows / blockRows) * blockRows
    const { keyHeads, headSize } = this.#shape.attention
    const heads = this.#batch * keyHeads
    for (const [name, old] of this.#buffers) {
      const buffer = this.#zeros(heads * capacity * headSize)
      for (let head = 0; head < heads; head++) {
        const start = head * this.#capacity * headSize
        const used = old.subarray(start, start + this.#length * headSize)
        buffer.set(used, head * capacity * headSize)
      }
      this.#buffers.set(name, buffer)
    }
    this.#capacity = capacity
  }

  #zeros(count: number): Numbers {
    return this.#precision === 'f16' ? new Uint16Array(count) : new Float32Array(count)
  }

  #names(): [past: string, rows: string][] {
    return Array.from({ length: this.#shape.layers }, (_, layer) => layer).flatMap((layer) =>
      parts.map((part): [string, string] => [pastName(layer, part), rowsName(layer, part)])
    )
  }
}
