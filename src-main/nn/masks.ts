// Additive attention masks: 0 where a row may look, a large negative number where it may not.
import type { HostTensor } from '../tensor/session'
import { addDims, multiplyDims } from '../tensor/shape'
import type { StepInput, StepPlace } from './stepInputs'

/** Finite, so that a row that may look nowhere gives no NaN; e^this is 0 in f32. */
const hidden = -1e9

/**
 * Each new row sees itself and the rows before it, the remembered ones in use first; with a `window`
 * (sliding-window attention, arXiv 2004.05150) only the last `window` of these, itself included.
 * [B, 1, G·T, P+T], the T rows repeated for each of the G query heads that share a key head.
 */
export function causalMask(groupSize: number, window: number | null): StepInput {
  return {
    name: window === null ? 'mask' : `mask.${window}`,
    dtype: 'f32',
    shape: ['B', 1, multiplyDims(groupSize, 'T'), addDims('P', 'T')],
    feed: (place) => maskTensor(place, groupSize, window ?? Infinity)
  }
}

function maskTensor(
  { batch, time, used, capacity }: StepPlace,
  groupSize: number,
  window: number
): HostTensor {
  const width = capacity + time
  const block = new Float32Array(time * width).fill(hidden)
  for (let row = 0; row < time; row++) {
    const oldest = Math.max(used + row + 1 - window, 0) // of the sequence
    const start = row * width
    block.fill(0, start + Math.min(oldest, used), start + used)
    block.fill(0, start + capacity + Math.max(oldest - used, 0), start + capacity + row + 1)
  }
  const data = new Float32Array(batch * groupSize * block.length)
  for (let start = 0; start < data.length; start += block.length) data.set(block, start)
  return { dtype: 'f32', shape: [batch, 1, groupSize * time, width], data }
}
