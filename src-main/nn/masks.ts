// Additive attention masks: 0 where a row may look, a large negative number where it may not.
import type { HostTensor } from '../tensor/session'
import { addDims, multiplyDims } from '../tensor/shape'
import { positionsOf, type StepInput, type StepPlace } from './stepInputs'

/** Finite, so that a row that may look nowhere gives no NaN; e^this is 0 in f32. */
const hidden = -1e9

/**
 * Each new row sees itself and the rows before it, the remembered ones in use first; with a `window`
 * (sliding-window attention, arXiv 2004.05150) only the last `window` of these, itself included. Of
 * texts with beginnings in common each sees what comes before it in its own.
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

/**
 * Each row sees all rows of its own sequence, before and after it; what a batch is filled up with is a
 * sequence too. [B, 1, T, T]; nothing is remembered.
 */
export const sequenceMask: StepInput = {
  name: 'sequenceMask',
  dtype: 'f32',
  shape: ['B', 1, 'T', 'T'],
  feed: ({ batch, time, sequences }) => {
    const data = new Float32Array(batch * time * time).fill(hidden)
    for (let b = 0; b < batch; b++) {
      const lengths = sequences?.[b] ?? [time]
      const total = lengths.reduce((sum, length) => sum + length, 0)
      if (total > time) throw new RangeError(`${total} tokens do not fit a row of ${time}`)
      let first = 0
      for (const length of [...lengths, time - total]) {
        for (let row = first; row < first + length; row++) {
          const start = (b * time + row) * time
          data.fill(0, start + first, start + first + length)
        }
        first += length
      }
    }
    return { dtype: 'f32', shape: [batch, 1, time, time], data }
  }
}

function maskTensor(place: StepPlace, groupSize: number, window: number): HostTensor {
  const { batch, time, used, capacity, follows } = place
  const positions = positionsOf(place)
  const width = capacity + time
  const data = new Float32Array(batch * groupSize * time * width).fill(hidden)
  for (let b = 0; b < batch; b++) {
    const first = b * groupSize * time * width
    const block = data.subarray(first, first + time * width)
    for (let row = 0; row < time; row++) {
      const start = row * width
      const seen = Math.min(positions[b * time + row]! + 1, window)
      if (follows) {
        // From the token itself back along its text.
        let token = row
        for (let left = seen; left > 0; left--) {
          block[start + capacity + token] = 0
          token = follows[b]?.[token] ?? -1
        }
        continue
      }
      const seenNew = Math.min(seen, row + 1)
      block.fill(0, start + used - (seen - seenNew), start + used)
      block.fill(0, start + capacity + row + 1 - seenNew, start + capacity + row + 1)
    }
    for (let copy = 1; copy < groupSize; copy++) data.set(block, first + copy * block.length)
  }
  return { dtype: 'f32', shape: [batch, 1, groupSize * time, width], data }
}
