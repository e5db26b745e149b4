// Keys and values a model remembers. In the main memory (here) they are fed to every step without
// copying and extended by the new rows alone; on a device (deviceCache.ts) they never leave it.
import type { CausalShape } from './architecture'
import { floats, halves, type DeviceTensor, type HostTensor } from '../tensor/session'

const blockRows = 256

/** The tensors of one cache: per layer a key and a value [B, K, capacity, D]. */
export abstract class KeyValueCache {
  #capacity = 0
  #length = 0
  #sequenceLength = 0

  constructor(
    protected readonly shape: CausalShape,
    protected readonly batch: number
  ) {}

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

  /** Makes what room a step of `time` new rows needs before it runs. */
  abstract reserve(time: number): Promise<void>

  /** What a step is fed: the whole buffers, unused rows included (the mask hides them). */
  abstract feeds(): Record<string, HostTensor | DeviceTensor>

  /** Takes in what a step put out for it. */
  append(outputs: StepOutputs, time: number, sequenceLength: number): void {
    this.take(outputs, time)
    this.#length += time
    this.#sequenceLength = sequenceLength
  }

  /** Forgets all rows from `length` on. */
  truncate(length: number): void {
    if (length < 0 || length > this.#length) throw new RangeError(`${length} of ${this.#length}`)
    this.#length = length
  }

  /**
   * Forgets the rows from `length` on and the room they had: what is read from there on is as if they
   * had never been. False where that cannot be done; then nothing has changed.
   */
  abstract cutTo(length: number): boolean

  /** Gives its memory back; the cache is not used any more. */
  abstract dispose(): void

  /** Puts `time` new rows behind those in use. */
  protected abstract take(outputs: StepOutputs, time: number): void

  /** There is room for so many rows from now on. */
  protected roomIs(capacity: number): void {
    this.#capacity = capacity
  }

  /** [B, K, rows, D] */
  protected shapeOf(rows: number): number[] {
    const { keyHeads, headSize } = this.shape.attention
    return [this.batch, keyHeads, rows, headSize]
  }
}

export type StepOutputs = Readonly<Record<string, HostTensor | DeviceTensor>>

export function pastName(layer: number, part: 'key' | 'value'): string {
  return `past.${layer}.${part}`
}

export function rowsName(layer: number, part: 'key' | 'value'): string {
  return `rows.${layer}.${part}`
}

/** The rows of `past` with those of a step in place. */
export function nextName(layer: number, part: 'key' | 'value'): string {
  return `next.${layer}.${part}`
}

/** One name for each layer and part. */
export function cacheNames(layers: number, name: typeof pastName): string[] {
  return Array.from({ length: layers }, (_, layer) => [
    name(layer, 'key'),
    name(layer, 'value')
  ]).flat()
}

/**
 * Room for `rows`, in blocks, one more at a time: every step reads all the room there is, while laying
 * out anew copies the rows once in a block.
 */
export function roomFor(rows: number): number {
  return Math.ceil(rows / blockRows) * blockRows
}

/** How the numbers are kept: f16 takes half the room and half the time to read. */
export type CachePrecision = 'f32' | 'f16'

type Numbers = Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>

export class HostCache extends KeyValueCache {
  readonly #precision: CachePrecision
  #buffers: Map<string, Numbers>

  constructor(shape: CausalShape, batch: number, precision: CachePrecision = 'f32') {
    super(shape, batch)
    this.#precision = precision
    const names = cacheNames(shape.layers, pastName)
    this.#buffers = new Map(names.map((name) => [name, this.#zeros(0)]))
  }

  /** New rows come apart from the buffers: room for them is made when they are here. */
  async reserve(): Promise<void> {}

  feeds(): Record<string, HostTensor> {
    const shape = this.shapeOf(this.capacity)
    return Object.fromEntries(
      [...this.#buffers].map(([name, data]) => [
        name,
        data instanceof Uint16Array ? { dtype: 'f16', shape, data } : { dtype: 'f32', shape, data }
      ])
    )
  }

  cutTo(length: number): boolean {
    this.truncate(length)
    this.#layOut(roomFor(length))
    return true
  }

  dispose(): void {
    this.#buffers.clear()
  }

  /** Of each layer and part [B, K, T, D]. */
  protected take(outputs: StepOutputs, time: number): void {
    if (this.length + time > this.capacity) this.#layOut(roomFor(this.length + time))
    const { keyHeads, headSize } = this.shape.attention
    const rowNames = cacheNames(this.shape.layers, rowsName)
    for (const [index, buffer] of [...this.#buffers.values()].entries()) {
      const rows = outputs[rowNames[index]!] as HostTensor
      const added = this.#precision === 'f16' ? halves(rows) : floats(rows)
      for (let head = 0; head < this.batch * keyHeads; head++) {
        const row = added.subarray(head * time * headSize, (head + 1) * time * headSize)
        buffer.set(row, (head * this.capacity + this.length) * headSize)
      }
    }
  }

  /**
   * Moves the rows in use to where they lie with another room. The memory of each buffer is handed on:
   * what is left behind would stay until the garbage collector takes notice.
   */
  #layOut(capacity: number): void {
    if (capacity === this.capacity) return
    const { keyHeads, headSize } = this.shape.attention
    const heads = this.batch * keyHeads
    const [from, to] = [this.capacity * headSize, capacity * headSize]
    const used = this.length * headSize
    const move = (numbers: Numbers, head: number): void => {
      numbers.copyWithin(head * to, head * from, head * from + used)
      if (to > from) numbers.fill(0, head * to + used, (head + 1) * to)
    }
    for (const [name, old] of this.#buffers) {
      const count = heads * to
      // Heads move apart from the last on, together from the first on: none lands on one that waits.
      if (to < from) for (let head = 0; head < heads; head++) move(old, head)
      const buffer = this.#ofSize(old, count)
      if (to > from) for (let head = heads - 1; head >= 0; head--) move(buffer, head)
      this.#buffers.set(name, buffer)
    }
    this.roomIs(capacity)
  }

  #ofSize({ buffer, BYTES_PER_ELEMENT }: Numbers, count: number): Numbers {
    const handed = buffer.transfer(count * BYTES_PER_ELEMENT)
    return this.#precision === 'f16' ? new Uint16Array(handed) : new Float32Array(handed)
  }

  #zeros(count: number): Numbers {
    return this.#precision === 'f16' ? new Uint16Array(count) : new Float32Array(count)
  }
}
