// Keys and values a model remembers, in the main memory: fed to every step without copying, and
// extended by the new rows alone. Rows are laid out anew only when a block of capacity is full.
import type { CausalShape } from './architecture'
import { floats, type HostTensor } from '../tensor/session'

const blockRows = 256

export function pastName(layer: number, part: 'key' | 'value'): string {
  return `past.${layer}.${part}`
}

export function rowsName(layer: number, part: 'key' | 'value'): string {
  return `rows.${layer}.${part}`
}

const parts = ['key', 'value'] as const

/** The tensors of one cache: per layer a key and a value [B, K, capacity, D] f32. */
export class KeyValueCache {
  readonly #shape: CausalShape
  readonly #batch: number
  #buffers: Map<string, Float32Array>
  #capacity = 0
  #length = 0
  #sequenceLength = 0

  /** @param rows room from the start; a provider may not take empty tensors */
  constructor(shape: CausalShape, batch: number, rows = 0) {
    this.#shape = shape
    this.#batch = batch
    this.#buffers = new Map(this.#names().map(([past]) => [past, new Float32Array(0)]))
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
      [...this.#buffers].map(([name, data]) => [name, { dtype: 'f32', shape, data }])
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
      const added = floats(outputs[rows]!)
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
    // Half as much again once it is large: laying out anew costs a copy of all rows.
    const wanted = Math.max(rows, this.#length + (this.#length >> 1))
    const capacity = Math.ceil(wanted / blockRows) * blockRows
    const { keyHeads, headSize } = this.#shape.attention
    const heads = this.#batch * keyHeads
    for (const [name, old] of this.#buffers) {
      const buffer = new Float32Array(heads * capacity * headSize)
      for (let head = 0; head < heads; head++) {
        const start = head * this.#capacity * headSize
        const used = old.subarray(start, start + this.#length * headSize)
        buffer.set(used, head * capacity * headSize)
      }
      this.#buffers.set(name, buffer)
    }
    this.#capacity = capacity
  }

  #names(): [past: string, rows: string][] {
    return Array.from({ length: this.#shape.layers }, (_, layer) => layer).flatMap((layer) =>
      parts.map((part): [string, string] => [pastName(layer, part), rowsName(layer, part)])
    )
  }
}
