// Inputs of a step that follow from where in its sequence it stands: positions, masks, sizes. A model
// asks for those it needs; its graph has just these, and each says what it is fed.
import type { Value } from '../tensor/graph'
import type { HostTensor } from '../tensor/session'
import type { Shape } from '../tensor/shape'

/** Where a step stands. All rows of a batch stand at the same place, unless they hold `sequences`. */
export interface StepPlace {
  readonly batch: number // B
  readonly time: number // new rows: T
  readonly used: number // remembered rows in use, from the first
  readonly capacity: number // remembered rows, used or not: P
  /** Of the sequence up to this step; of all of it where it is known to be read in several steps. */
  readonly sequenceLength: number
  /**
   * Lengths of the sequences that lie one after the other in each row of a batch that remembers
   * nothing: each stands at its own beginning and sees itself alone. What a row has behind its last
   * one is a sequence too, of nothing that counts.
   */
  readonly sequences?: readonly (readonly number[])[]
  /**
   * Texts with beginnings in common, in a batch that remembers nothing: of each row of it, which of its
   * tokens each one follows, an earlier one; −1: none. A token sees those on the way to it alone. What a
   * row has behind them begins texts of nothing that counts.
   */
  readonly follows?: readonly (readonly number[])[]
  /** Which of two texts each id of a row belongs to (BERT's token types); default: the first, 0. */
  readonly tokenTypes?: readonly (readonly number[])[]
}

/** How many tokens of its sequence stand before each new row: [B·T]. */
export function positionsOf(place: StepPlace): Int32Array {
  const { batch, time, used, sequences, follows } = place
  if (follows) return depthsOf(place, follows)
  const positions = new Int32Array(batch * time)
  for (let b = 0; b < batch; b++) {
    const lengths = sequences?.[b] ?? []
    const total = lengths.reduce((sum, length) => sum + length, 0)
    if (total > time) throw new RangeError(`${total} tokens do not fit a row of ${time}`)
    let place = b * time
    for (const length of [...lengths, time - total])
      for (let row = 0; row < length; row++) positions[place++] = used + row
  }
  return positions
}

function depthsOf(
  { batch, time }: StepPlace,
  follows: NonNullable<StepPlace['follows']>
): Int32Array {
  const depths = new Int32Array(batch * time)
  for (const [b, row] of follows.entries()) {
    if (row.length > time) throw new RangeError(`${row.length} tokens do not fit a row of ${time}`)
    for (const [at, before] of row.entries()) {
      if (before >= at)
        throw new RangeError(`token ${at} follows ${before}, which is not before it`)
      depths[b * time + at] = before < 0 ? 0 : depths[b * time + before]! + 1
    }
  }
  return depths
}

export interface StepInput {
  /** Inputs of one graph with the same name are one input. */
  readonly name: string
  readonly dtype: HostTensor['dtype']
  readonly shape: Shape
  readonly feed: (place: StepPlace) => HostTensor
}

/** Gives the graph's value of an input, which it has from then on. */
export type StepOf = (input: StepInput) => Value

/** i64 [2]: P, T. */
export const stepSizes: StepInput = {
  name: 'sizes',
  dtype: 'i64',
  shape: [2],
  feed: ({ capacity, time }) => integers([2], [capacity, time])
}

/** i64 [B, T] */
export const tokenTypeIds: StepInput = {
  name: 'tokenTypes',
  dtype: 'i64',
  shape: ['B', 'T'],
  feed: ({ batch, time, tokenTypes }) => {
    const types = Array.from({ length: batch * time }, (_, place) => {
      const row = tokenTypes?.[Math.floor(place / time)]
      return row?.[place % time] ?? 0
    })
    return integers([batch, time], types)
  }
}

/** i64 [B, K, T, 3]: where the new rows belong among the remembered ones, for writeRows. */
export function cachePlaces(keyHeads: number): StepInput {
  return {
    name: 'places',
    dtype: 'i64',
    shape: ['B', keyHeads, 'T', 3],
    feed: ({ batch, time, used }) => {
      const places: number[] = []
      for (let b = 0; b < batch; b++)
        for (let head = 0; head < keyHeads; head++)
          for (let row = 0; row < time; row++) places.push(b, head, used + row)
      return integers([batch, keyHeads, time, 3], places)
    }
  }
}

export function integers(shape: readonly number[], numbers: readonly number[]): HostTensor {
  return { dtype: 'i64', shape, data: BigInt64Array.from(numbers, BigInt) }
}
