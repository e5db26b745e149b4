// Which records are learned from, which are kept out to measure with, and in what order they are read.
// All of it follows from the seed and the records' places alone: the same on every machine.
import { philox } from '../base/random'

/** What decides a record's part in a run. */
export interface PlacedRecord {
  readonly ordinal: number
  /** Of the first record that says the same; its own, where it is the first. */
  readonly firstOrdinal: number
  /** It may have to be forgotten: it is read in a last phase. */
  readonly isSensitive: boolean
  /** A person put it among those to measure with. */
  readonly isKeptOut: boolean
  /** It is there to be learned, and takes no part in choosing what is kept out. */
  readonly isPlanted?: boolean
}

export interface Split<R extends PlacedRecord> {
  readonly learned: readonly R[]
  readonly keptOut: readonly R[]
}

/** What the hash is asked for; each purpose draws numbers of its own. */
const purposes = { order: 1, split: 2, rehearsal: 3 } as const

/** 64 random bits of (seed, purpose, epoch, ordinal), as two numbers. */
function hashOf(
  seed: number,
  purpose: keyof typeof purposes,
  epoch: number,
  ordinal: number
): readonly [number, number] {
  const counter = [ordinal >>> 0, epoch >>> 0, 0, 0] as const
  const [high, low] = philox(counter, [seed >>> 0, purposes[purpose]])
  return [high, low]
}

function sortedByHash<R>(
  records: readonly R[],
  hash: (record: R) => readonly [number, number],
  ordinal: (record: R) => number
): R[] {
  return records
    .map((record) => ({ record, hash: hash(record) }))
    .sort(
      (a, b) =>
        a.hash[0] - b.hash[0] || a.hash[1] - b.hash[1] || ordinal(a.record) - ordinal(b.record)
    )
    .map(({ record }) => record)
}

/** The order of one epoch. */
export function inOrder<R extends PlacedRecord>(
  records: readonly R[],
  seed: number,
  epoch: number
): R[] {
  return sortedByHash(
    records,
    ({ ordinal }) => hashOf(seed, 'order', epoch, ordinal),
    ({ ordinal }) => ordinal
  )
}

/**
 * Where a person chose what to measure with, that stays. Else keeps about `share` of the records out.
 * Those that say the same stay on one side: else what is measured with would have been learned. Something
 * is always left to learn from. Planted records are all learned and change nothing for the others.
 */
export function splitRecords<R extends PlacedRecord>(
  records: readonly R[],
  seed: number,
  share: number
): Split<R> {
  if (records.some((it) => it.isKeptOut)) {
    return {
      learned: records.filter((it) => !it.isKeptOut),
      keptOut: records.filter((it) => it.isKeptOut)
    }
  }
  const own = records.filter((it) => it.isPlanted !== true)
  const wanted = share > 0 ? Math.max(1, Math.round(share * own.length)) : 0
  const groups = new Map<number, R[]>()
  for (const record of own) {
    const group = groups.get(record.firstOrdinal)
    if (group) group.push(record)
    else groups.set(record.firstOrdinal, [record])
  }
  const order = sortedByHash(
    [...groups.keys()],
    (ordinal) => hashOf(seed, 'split', 0, ordinal),
    (ordinal) => ordinal
  )
  const kept = new Set<number>()
  let count = 0
  for (const ordinal of order) {
    if (count >= wanted || kept.size === order.length - 1) break
    kept.add(ordinal)
    count += groups.get(ordinal)!.length
  }
  const isKept = (record: R): boolean => kept.has(record.firstOrdinal)
  return { learned: records.filter((it) => !isKept(it)), keptOut: records.filter(isKept) }
}

/** What each epoch reads, in its order; with a last phase, its epochs come after all others. */
export function epochsOf<R extends PlacedRecord>(
  learned: readonly R[],
  { seed, epochs, rehearsalShare }: { seed: number; epochs: number; rehearsalShare: number | null }
): { records: readonly R[]; epoch: number; isLastPhase: boolean }[] {
  const numbers = Array.from({ length: epochs }, (_, index) => index + 1)
  const sensitive = rehearsalShare === null ? [] : learned.filter((it) => it.isSensitive)
  const others = sensitive.length === 0 ? learned : learned.filter((it) => !it.isSensitive)
  const first = numbers.map((epoch) => ({
    ...{ records: inOrder(others, seed, epoch), epoch, isLastPhase: false }
  }))
  if (sensitive.length === 0 || rehearsalShare === null) return first
  const rehearsed = Math.min(others.length, Math.round(rehearsalShare * sensitive.length))
  const last = numbers.map((epoch) => {
    const again = sortedByHash(
      others,
      ({ ordinal }) => hashOf(seed, 'rehearsal', epoch, ordinal),
      ({ ordinal }) => ordinal
    ).slice(0, rehearsed)
    // Numbers of their own: the order of this phase is not that of the first.
    const number = epochs + epoch
    return { records: inOrder([...sensitive, ...again], seed, number), epoch, isLastPhase: true }
  })
  return [...(others.length > 0 ? first : []), ...last]
}
