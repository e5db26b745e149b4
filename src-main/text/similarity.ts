// Near-duplicates by MinHash: two texts' share of common shingles is the share of hash functions whose
// smallest values agree (Broder 1997, "On the resemblance and containment of documents"); bands of
// those values find candidates without comparing all pairs (Leskovec, Rajaraman, Ullman, "Mining of
// Massive Datasets", section 3.4). With b bands of r rows a pair of similarity s is found with
// probability 1 − (1 − sʳ)ᵇ: at 16 × 4, 0.05 at s = 0.24, 0.5 at 0.45, 0.99 at 0.71.

export const bandCount = 16
export const rowsPerBand = 4
const hashCount = bandCount * rowsPerBand

/** Words of a shingle; texts of fewer words are one shingle. */
const shingleWords = 3

/** 32-bit hashes of the runs of three words, without regard to case, accents and signs. */
export function shinglesOf(text: string): Set<number> {
  const words = wordsOf(text)
  const shingles = new Set<number>()
  if (words.length === 0) return shingles
  const last = Math.max(0, words.length - shingleWords)
  for (let at = 0; at <= last; at++) {
    shingles.add(hashWords(words, at, Math.min(words.length, at + shingleWords)))
  }
  return shingles
}

function wordsOf(text: string): string[] {
  // Most texts have signs without accents alone, which need not be taken apart.
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase().match(/[a-z\d]+/g) ?? []
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** |a ∩ b| / |a ∪ b|; two texts without words are alike. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0
  for (const shingle of a) if (b.has(shingle)) common++
  const all = a.size + b.size - common
  return all === 0 ? 1 : common / all
}

/** The smallest value of each hash function over the shingles; null without any. */
export function minHash(shingles: ReadonlySet<number>): Uint32Array | null {
  if (shingles.size === 0) return null
  const smallest = new Uint32Array(hashCount).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let at = 0; at < hashCount; at++) {
      const value = mix(shingle ^ seeds[at]!)
      if (value < smallest[at]!) smallest[at] = value
    }
  }
  return smallest
}

/** The lowest byte of each smallest value (base/signatures); null for a text without words. */
export function signatureBytesOf(text: string): Uint8Array | null {
  const smallest = minHash(shinglesOf(text))
  return smallest && Uint8Array.from(smallest)
}

/** The same in base64; '' for a text without words. */
export function signatureOf(text: string): string {
  const signature = signatureBytesOf(text)
  return signature ? Buffer.from(signature).toString('base64') : ''
}

/** The share of equal values: estimates `jaccard` with standard error √(s(1 − s)/64). */
export function estimatedSimilarity(a: Uint32Array, b: Uint32Array): number {
  let equal = 0
  for (let at = 0; at < hashCount; at++) if (a[at] === b[at]) equal++
  return equal / hashCount
}

/** The values of each band, 16 bytes each; texts that share a band are candidates. */
export function bandsOf(signature: Uint32Array): Uint32Array[] {
  return Array.from({ length: bandCount }, (_, band) =>
    signature.slice(band * rowsPerBand, (band + 1) * rowsPerBand)
  )
}

/**
 * FNV-1a over the UTF-16 units of the words with a space between them, then mixed.
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
function hashWords(words: readonly string[], from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let number = from; number < to; number++) {
    const word = words[number]!
    if (number > from) hash = Math.imul(hash ^ 0x20, 0x01000193)
    for (let at = 0; at < word.length; at++) {
      hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
    }
  }
  return mix(hash)
}

/** The finalizer of MurmurHash3 (Appleby, public domain): a bijection of 32-bit numbers. */
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** One for each hash function: multiples of 2³²/φ, mixed. */
const seeds = Uint32Array.from({ length: hashCount }, (_, at) => mix(Math.imul(at + 1, 0x9e3779b9)))
