// Sequences into rows of one length, rows into steps. Decided once, from lengths alone, and kept: a
// sequence that is taken out later leaves its place empty, and nothing else moves.

/** A sequence's place: the step, the row of the step's batch; several share a row, in their order. */
export interface Slot {
  readonly step: number // from 0
  readonly row: number
  readonly sequence: number
}

export interface PackingSizes {
  readonly rows: number // of a step
  readonly time: number // tokens of a row
}

/**
 * The steps of one epoch: each sequence goes into the first row of the current step that has room for
 * it; where none has, a step begins. So what is read together differs from the order of the epoch by
 * one step at most.
 * @param order sequences in the order of the epoch; each is at most `time` long
 */
export function packEpoch(
  order: readonly number[],
  lengthOf: (sequence: number) => number,
  { rows, time }: PackingSizes,
  firstStep: number
): { slots: Slot[]; steps: number } {
  const slots: Slot[] = []
  let step = firstStep
  let used: number[] = []
  for (const sequence of order) {
    const length = lengthOf(sequence)
    if (length > time) throw new RangeError(`${length} tokens in a row of ${time}`)
    let row = used.findIndex((taken) => taken + length <= time)
    if (row < 0 && used.length < rows) row = used.push(0) - 1
    if (row < 0) {
      step++
      used = [0]
      row = 0
    }
    used[row]! += length
    slots.push({ step, row, sequence })
  }
  return { slots, steps: order.length === 0 ? 0 : step - firstStep + 1 }
}
