// Rounds the numbers of a matrix to blocks of small whole numbers.
import { blockShapes, blockSize } from '../tensor/ops/blocks'

export interface QuantizedRows {
  readonly blocks: Uint8Array // [O, B, 32·bits/8]
  readonly scales: Float32Array // [O, B]
  readonly zeroPoints: Uint8Array // [O, ⌈B·bits/8⌉]
}

/**
 * How many steps the range of a block is cut into, tried one after the other. Beside 15 (all 4-bit
 * codes), narrower and wider grids: the first moves points nearer to the many numbers in the middle,
 * the second fits odd ranges. With five of them the squared error of normally distributed weights is
 * 16 % below one fixed grid around zero; more than five gain less than 2 %. With 8 bits the gain is lost
 * in what f32 scales round anyway.
 */
const stepCounts = { 4: [14, 14.5, 15, 15.5, 16], 8: [255] } as const

/**
 * Rounds rows [O, I], in blocks of 32 along I, to w ≈ (code − zeroPoint) · scale with whole codes and
 * zero points of `bits` bits (affine quantization, arXiv 1712.05877, eq. 1).
 *
 * For each number of steps n: s = (max − min) / n over the block and zero, zeroPoint = round(−min / s),
 * code = clamp(round(w / s) + zeroPoint). With u = code − zeroPoint the squared error Σ(w − scale·u)² is
 * least for scale = Σwu / Σu², where it is Σw² − (Σwu)² / Σu²: the n with the largest (Σwu)² / Σu² is
 * kept, with that scale.
 */
export function quantizeRows(values: Float32Array, inputs: number, bits: 4 | 8): QuantizedRows {
  const outputs = values.length / inputs
  const shapes = blockShapes(outputs, { bits, inputs })
  const [, count, blockBytes] = shapes.blocks as [number, number, number]
  const zeroBytes = shapes.zeroPoints[1]!
  const blocks = new Uint8Array(outputs * count * blockBytes)
  const scales = new Float32Array(outputs * count)
  const zeroPoints = new Uint8Array(outputs * zeroBytes)
  const found = { codes: new Uint8Array(blockSize), scale: 0, zeroPoint: 0 }
  for (let row = 0; row < outputs; row++) {
    for (let block = 0; block < count; block++) {
      const start = row * inputs + block * blockSize
      const end = Math.min(start + blockSize, (row + 1) * inputs)
      quantizeBlock(values.subarray(start, end), bits, found)
      const place = row * count + block
      scales[place] = found.scale
      if (bits === 8) {
        blocks.set(found.codes, place * blockBytes)
        zeroPoints[place] = found.zeroPoint
        continue
      }
      for (let i = 0; i < blockBytes; i++)
        blocks[place * blockBytes + i] = found.codes[2 * i]! | (found.codes[2 * i + 1]! << 4)
      zeroPoints[row * zeroBytes + (block >> 1)]! |= found.zeroPoint << (4 * (block & 1))
    }
  }
  return { blocks, scales, zeroPoints }
}

/** Codes beyond the end of a short block are its zero point: they stand for 0. */
function quantizeBlock(
  values: Float32Array,
  bits: 4 | 8,
  found: { codes: Uint8Array; scale: number; zeroPoint: number }
): void {
  const top = 2 ** bits - 1
  let min = 0
  let max = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value < min) min = value
    else if (value > max) max = value
  }
  found.codes.fill(0)
  found.scale = 0
  found.zeroPoint = 0
  // Below this a scale could not be told from zero in f32.
  if (!(max - min > 1e-30)) return
  let best = 0
  let step = 0
  for (const steps of stepCounts[bits]) {
    const tried = (max - min) / steps
    const inverse = 1 / tried
    const zero = Math.min(top, Math.round(-min * inverse))
    let products = 0
    let squares = 0
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      // Adding a half and cutting rounds; what is below zero is cut to zero.
      let code = (value * inverse + zero + 0.5) | 0
      if (code > top) code = top
      else if (code < 0) code = 0
      const centred = code - zero
      products += value * centred
      squares += centred * centred
    }
    const fit = squares > 0 ? (products * products) / squares : 0
    if (fit <= best) continue
    best = fit
    step = inverse
    found.zeroPoint = zero
    found.scale = products / squares
  }
  found.codes.fill(found.zeroPoint)
  for (let i = 0; i < values.length; i++) {
    const code = (values[i]! * step + found.zeroPoint + 0.5) | 0
    found.codes[i] = code > top ? top : code < 0 ? 0 : code
  }
}
