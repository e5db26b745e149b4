// A trie over bytes: which of many short byte strings begin at a position. Children sit in one
// hash table with open addressing, so that hundreds of thousands of strings stay small and fast.

export class ByteTrie {
  static readonly root = 0

  /** Slot: parent × 256 + byte + 1; 0 is empty. Exact in a double, hence not an Int32Array. */
  private keys = new Float64Array(1 << 10)
  private children = new Int32Array(1 << 10)
  private values: number[] = [-1]

  /** Adds `text` with a value ≥ 0; a second one for the same text replaces the first. */
  add(text: Uint8Array, value: number): void {
    let node = ByteTrie.root
    for (const byte of text) {
      let child = this.child(node, byte)
      if (child === -1) {
        child = this.values.push(-1) - 1
        this.insert(node * 256 + byte + 1, child)
      }
      node = child
    }
    this.values[node] = value
  }

  /** The node one byte further, -1 where no string goes on like that. */
  child(node: number, byte: number): number {
    const key = node * 256 + byte + 1
    const mask = this.keys.length - 1
    for (let slot = hash(node, byte) & mask; ; slot = (slot + 1) & mask) {
      const found = this.keys[slot]!
      if (found === key) return this.children[slot]!
      if (found === 0) return -1
    }
  }

  /** The node after `text[start..end)`, from `node`; -1 where no string goes on like that. */
  walk(node: number, text: Uint8Array, start: number, end: number): number {
    for (let at = start; at < end && node !== -1; at++) node = this.child(node, text[at]!)
    return node
  }

  /** The value of the string that ends at `node`, -1 when none does. */
  value(node: number): number {
    return this.values[node]!
  }

  /** Length in bytes of the longest string at `at`, 0 when there is none. */
  longestAt(text: Uint8Array, at: number): number {
    let longest = 0
    let node = ByteTrie.root
    for (let end = at; end < text.length; end++) {
      node = this.child(node, text[end]!)
      if (node === -1) break
      if (this.values[node] !== -1) longest = end + 1 - at
    }
    return longest
  }

  private insert(key: number, child: number): void {
    // At most half full: a search ends after a step or two.
    if (this.values.length * 2 > this.keys.length) this.grow()
    this.put(key, child)
  }

  private put(key: number, child: number): void {
    const mask = this.keys.length - 1
    const node = Math.floor((key - 1) / 256)
    let slot = hash(node, (key - 1) % 256) & mask
    while (this.keys[slot] !== 0) slot = (slot + 1) & mask
    this.keys[slot] = key
    this.children[slot] = child
  }

  private grow(): void {
    const { keys, children } = this
    this.keys = new Float64Array(keys.length * 2)
    this.children = new Int32Array(keys.length * 2)
    for (const [slot, key] of keys.entries()) if (key !== 0) this.put(key, children[slot]!)
  }
}

function hash(node: number, byte: number): number {
  const mixed = Math.imul((node << 8) ^ byte ^ (node >>> 24), 0x9e37_79b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
