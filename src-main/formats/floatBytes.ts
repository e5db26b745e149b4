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
