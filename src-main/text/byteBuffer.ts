// UTF-8 bytes: a buffer that grows, and the length of a character by its first byte.

export class ByteBuffer {
  private bytes: Uint8Array
  length = 0

  constructor(capacityBytes: number) {
    this.bytes = new Uint8Array(Math.max(16, capacityBytes))
  }

  push(byte: number): void {
    if (this.length === this.bytes.length) this.grow(this.length + 1)
    this.bytes[this.length++] = byte
  }

  append(source: Uint8Array, start = 0, end = source.length): void {
    if (this.length + end - start > this.bytes.length) this.grow(this.length + end - start)
    for (let at = start; at < end; at++) this.bytes[this.length++] = source[at]!
  }

  endsWith(suffix: Uint8Array): boolean {
    const start = this.length - suffix.length
    return start >= 0 && suffix.every((byte, index) => this.bytes[start + index] === byte)
  }

  /** A view, valid until the next change. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  private grow(needed: number): void {
    const bigger = new Uint8Array(Math.max(needed, this.bytes.length * 2))
    bigger.set(this.view())
    this.bytes = bigger
  }
}

/** Bytes of the character that starts with `first`; 1 for a byte that starts none. */
export function characterBytes(first: number): number {
  if (first < 0xc0 || first >= 0xf8) return 1
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
}
