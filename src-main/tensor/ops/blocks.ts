// Matrices kept as blocks of small whole numbers: 32 neighbours along the inputs share a scale and a
// zero point. The layout is that of ONNX Runtime's MatMulNBits (its ContribOperators.md), which its
// kernels read as it lies in the file.
import { formatShape, sameShape } from '../shape'
import { refuse, take, type OpDefinition } from './definition'

/** Numbers of one row that share a scale and a zero point. */
export const blockSize = 32

export interface BlockLayout {
  readonly bits: 4 | 8
  readonly inputs: number // I; the last block of a row may reach beyond it
  /** What the matrix is as a checkpoint stores it: [O, I], or [I, O]. */
  readonly layout: 'outIn' | 'inOut'
}

/** Sizes of the three parts of a matrix with O outputs. */
export function blockShapes(
  outputs: number,
  { bits, inputs }: Pick<BlockLayout, 'bits' | 'inputs'>
): { blocks: number[]; scales: number[]; zeroPoints: number[] } {
  const count = Math.ceil(inputs / blockSize)
  return {
    blocks: [outputs, count, (blockSize * bits) / 8],
    scales: [outputs, count],
    zeroPoints: [outputs, Math.ceil((count * bits) / 8)]
  }
}

/**
 * w = (code − zeroPoint) · scale. blocks u8 [O, B, 32·bits/8], the first of two 4-bit codes in the low
 * half of its byte; scales f32 [O, B]; zeroPoints u8 [O, ⌈B·bits/8⌉], packed like the codes.
 * -> [O, I] or [I, O] f32
 */
export const dequantizeBlocks: OpDefinition<BlockLayout> = {
  kind: 'composite',
  infer: (inputs, attributes) => {
    const [blocks, scales, zeroPoints] = take(inputs, 3)
    const outputs = blocks!.shape[0]
    if (typeof outputs !== 'number')
      refuse(`blocks ${formatShape(blocks!.shape)} have no fixed shape`)
    const expected = blockShapes(outputs, attributes)
    const parts = [
      [blocks!, expected.blocks, 'u8'],
      [scales!, expected.scales, 'f32'],
      [zeroPoints!, expected.zeroPoints, 'u8']
    ] as const
    for (const [got, shape, dtype] of parts)
      if (got.dtype !== dtype || !sameShape(got.shape, shape))
        refuse(`${got.dtype}${formatShape(got.shape)} is not ${dtype}${formatShape(shape)}`)
    const { layout, inputs: columns } = attributes
    return [{ dtype: 'f32', shape: layout === 'outIn' ? [outputs, columns] : [columns, outputs] }]
  },
  gradient: { none: 'weights in blocks are not trained themselves; an adapter over them is' }
}
