// Floating-point numbers of checkpoint files as f32, whatever their precision.

const f16Table = /* @__PURE__ */ makeF16Table()

/** IEEE 754 half precision: 1 sign, 5 exponent and 10 fraction bits; its 65,536 numbers as f32. */
function makeF16Table(): Float32Array {
  return Float32Array.from({ length: 65_536 }, (_, bits) => {
    const sign = bits & 0x8000 ? -1 : 1
    const exponent = (bits >> 10) & 31
    const fraction = bits & 1023
    if (exponent === 0) return sign * fraction * 2 ** -24
    if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN
    return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
  })
}

export type FloatDtype = 'F32' | 'F16' | 'BF16'

export const floatBytes = { F32: 4, F16: 2, BF16: 2 } as const satisfies Record<FloatDtype, number>

export function isFloatDtype(dtype: string): dtype is FloatDtype {
  return Object.hasOwn(floatBytes, dtype)
}

/** Little-endian numbers of `bytes` into `out`, one each. */
export function widenInto(out: Float32Array, bytes: Uint8Array, dtype: FloatDtype): void {
  // A copy of its own begins at a multiple of 4, as the views below need.
  const { buffer } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const offset = bytes.byteOffset % 4 === 0 ? bytes.byteOffset : 0
  if (dtype === 'F32') {
    out.set(new Float32Array(buffer, offset, out.length))
    return
  }
  const halves = new Uint16Array(buffer, offset, out.length)
  if (dtype === 'F16') {
    for (let i = 0; i < halves.length; i++) out[i] = f16Table[halves[i]!]!
    return
  }
  // bfloat16 is the upper half of an f32.
  const bits = new Uint32Array(out.buffer, out.byteOffset, out.length)
  for (let i = 0; i < halves.length; i++) bits[i] = halves[i]! << 16
}

const f32 = /* @__PURE__ */ new Float32Array(1)
const f32Bits = /* @__PURE__ */ new Uint32Array(f32.buffer)

/** Rounded to half precision, ties to the even one, as little-endian bytes; too large is infinite. */
export function halfBytes(numbers: Float32Array): Uint8Array {
  const halves = new Uint16Array(numbers.length)
  for (let i = 0; i < numbers.length; i++) {
    f32[0] = numbers[i]!
    const bits = f32Bits[0]!
    const sign = (bits >>> 16) & 0x8000
    const size = bits & 0x7fff_ffff
    halves[i] = sign | halfOf(size)
  }
  return new Uint8Array(halves.buffer)
}

/** @param size the bits of a number that is not negative */
function halfOf(size: number): number {
  if (size > 0x7f80_0000) return 0x7e00 // no number
  if (size >= 0x4780_0000) return 0x7c00 // 2¹⁶ and more
  // From 2⁻¹⁴ on the exponents differ by 112, and 13 digits go; what carries over is right as well.
  if (size >= 0x3880_0000) return roundedShift(size - (112 << 23), 13)
  const exponent = size >>> 23
  // Below half of the least half everything is 0.
  if (exponent < 102) return 0
  return roundedShift((size & 0x7f_ffff) | 0x80_0000, 126 - exponent)
}

/** bits / 2^count, rounded to the nearest whole number, ties to the even one. */
function roundedShift(bits: number, count: number): number {
  const whole = bits >>> count
  const rest = bits - whole * 2 ** count
  const half = 2 ** (count - 1)
  return rest > half || (rest === half && whole % 2 === 1) ? whole + 1 : whole
}
