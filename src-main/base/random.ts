// Counter-based random numbers: Philox 4x32-10 (Salmon et al. 2011, doi:10.1145/2063384.2063405).
// The same key and counter give the same numbers on every machine, in any order.

const multiplierA = 0xd2511f53
const multiplierB = 0xcd9e8d57
const weylA = 0x9e3779b9
const weylB = 0xbb67ae85

export type Counter = readonly [number, number, number, number]

/** High 32 bits of the 64-bit product of two unsigned 32-bit numbers. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff
  const aHigh = a >>> 16
  const bLow = b & 0xffff
  const bHigh = b >>> 16
  const cross = aHigh * bLow + ((aLow * bLow) >>> 16)
  const carry = aLow * bHigh + (cross & 0xffff)
  return (aHigh * bHigh + Math.floor(cross / 65_536) + Math.floor(carry / 65_536)) >>> 0
}

/** Four unsigned 32-bit numbers of a counter under a 64-bit key. */
export function philox(counter: Counter, key: readonly [number, number]): Counter {
  let [a, b, c, d] = counter
  let [keyA, keyB] = key
  for (let round = 0; round < 10; round++) {
    const highA = multiplyHigh(multiplierA, a)
    const lowA = Math.imul(multiplierA, a) >>> 0
    const highB = multiplyHigh(multiplierB, c)
    const lowB = Math.imul(multiplierB, c) >>> 0
    ;[a, b, c, d] = [(highB ^ b ^ keyA) >>> 0, lowB, (highA ^ d ^ keyB) >>> 0, lowA]
    keyA = (keyA + weylA) >>> 0
    keyB = (keyB + weylB) >>> 0
  }
  return [a, b, c, d]
}

/** A number in [0, 1) with 53 random bits: the `index`-th of a seed. */
export function uniform(seed: number, index: number): number {
  const [a, b] = philox([index >>> 0, Math.floor(index / 2 ** 32), 0, 0], [seed >>> 0, 0])
  return ((a >>> 5) * 2 ** 26 + (b >>> 6)) / 2 ** 53
}

/**
 * The first `count` numbers of one of a seed's 2³² streams, normally distributed with mean 0 and
 * deviation 1 (Box and Muller 1958): √(−2 ln u)·cos 2πv and √(−2 ln u)·sin 2πv.
 */
export function normals(seed: number, stream: number, count: number): Float32Array {
  const numbers = new Float32Array(count)
  const key = [seed >>> 0, stream >>> 0] as const
  for (let start = 0, block = 0; start < count; start += 4, block++) {
    const bits = philox([block >>> 0, Math.floor(block / 2 ** 32), 0, 0], key)
    for (let pair = 0; pair < 4; pair += 2) {
      // In (0, 1]: the logarithm of 0 is no number.
      const radius = Math.sqrt(-2 * Math.log((bits[pair]! + 1) / 2 ** 32))
      const angle = (2 * Math.PI * bits[pair + 1]!) / 2 ** 32
      numbers[start + pair] = radius * Math.cos(angle)
      numbers[start + pair + 1] = radius * Math.sin(angle)
    }
  }
  return numbers
}

/** A fresh seed for who did not choose one. */
export function freshSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]!
}
