// Which documents every step reads: each pass in an order of its own, packed into rows, several
// documents a row, none of them cut.
import { uniform } from '../../base/random'
import type { TrainingBatch, TrainingSequence } from '../../models/trainingRunner'
import { recipe } from './recipe'

/** Rows that are filled at the same time: more leave fewer empty places. */
const openRows = 32
const { batch, time } = recipe.training

interface Row {
  readonly sequences: TrainingSequence[]
  free: number
}

/** @param separator the id that may stand before a document */
export function packPass(
  documents: readonly TrainingSequence[],
  pass: number,
  separator: number
): TrainingBatch[] {
  const seed = recipe.seed * 1000 + pass
  const order = shuffled(documents, seed)
  const rows: Row[] = []
  let open: Row[] = []
  for (const [place, document] of order.entries()) {
    const leads = uniform(seed + 500, place) < recipe.leadSeparatorShare
    const sequence = leads
      ? { ids: [separator, ...document.ids], weights: [0, ...document.weights] }
      : document
    const fitting = open.find(({ free }) => free >= sequence.ids.length)
    const row = fitting ?? { sequences: [], free: time }
    row.sequences.push(sequence)
    row.free -= sequence.ids.length
    if (fitting) continue
    open.push(row)
    if (open.length <= openRows) continue
    const fullest = open.reduce((best, other) => (other.free < best.free ? other : best))
    rows.push(fullest)
    open = open.filter((other) => other !== fullest)
  }
  rows.push(...open)
  const parts = Array.from({ length: Math.ceil(rows.length / batch) }, (_, part) =>
    rows.slice(part * batch, (part + 1) * batch)
  )
  return parts.map((part) => part.map(({ sequences }) => sequences))
}

/** By Fisher and Yates, from the numbers of a seed. */
function shuffled<T>(entries: readonly T[], seed: number): T[] {
  const order = [...entries]
  for (let left = order.length - 1; left > 0; left--) {
    const other = Math.floor(uniform(seed, left) * (left + 1))
    ;[order[left], order[other]] = [order[other]!, order[left]!]
  }
  return order
}
