// The batches of a step from its slots: parts of so many rows, each row its sequences one after the
// other.
import type { Slot } from './packing'

export interface WeightedSequence {
  readonly ids: readonly number[]
  readonly weights: readonly number[]
  /** Of what has gaps: the id that stands in each place. */
  readonly targets?: readonly number[]
}

/** Rows of sequences. */
export type SequenceBatch = WeightedSequence[][]

/** @param slots of one step */
export function batchesOfStep(
  slots: readonly Slot[],
  sequenceOf: (sequence: number) => WeightedSequence,
  rowsOfPart: number
): SequenceBatch[] {
  const parts: SequenceBatch[] = []
  for (const { row, sequence } of slots) {
    const part = (parts[Math.floor(row / rowsOfPart)] ??= [])
    const place = row % rowsOfPart
    for (let at = part.length; at <= place; at++) part.push([])
    part[place]!.push(sequenceOf(sequence))
  }
  return Array.from(parts, (part) => part ?? [])
}
