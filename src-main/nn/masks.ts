// Additive attention masks: 0 where a row may look, a large negative number where it may not.
import type { HostTensor } from '../tensor/session'

/** Finite, so that a row that may look nowhere gives no NaN; e^this is 0 in f32. */
const hidden = -1e9

export interface CausalMask {
  readonly batch: number // B
  readonly groupSize: number // query heads that share a key head: G
  readonly time: number // new rows: T
  readonly capacity: number // remembered rows, used or not: P
  readonly used: number // remembered rows in use, from the first
}

/**
 * Each new row sees the used remembered rows, itself and the new rows before it.
 * -> [B, 1, G·T, P+T], the T rows repeated for each of the G query heads of a group.
 */
export function causalMask({ batch, groupSize, time, capacity, used }: CausalMask): HostTensor {
  const width = capacity + time
  const block = new Float32Array(time * width)
  for (let row = 0; row < time; row++) {
    block.fill(hidden, row * width + used, row * width + capacity)
    block.fill(hidden, row * width + capacity + row + 1, (row + 1) * width)
  }
  const data = new Float32Array(batch * groupSize * block.length)
  for (let start = 0; start < data.length; start += block.length) data.set(block, start)
  return { dtype: 'f32', shape: [batch, 1, groupSize * time, width], data }
}
