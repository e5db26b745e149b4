// Which records belong together: those of one person, and those that say nearly the same. Records of a
// cluster are not independent of each other.
import { NearDuplicates } from '../datasets/nearDuplicates'
import { signatureBytesOf } from '../text/similarity'

export interface ToCluster {
  readonly id: string
  readonly subject: string | null
  /** Records known to be close to each other; null: found by their texts. */
  readonly group: string | null
  readonly text: string
}

export interface Clustered {
  readonly subject: string
  readonly nearDuplicates: string
}

/** By id. Where it is nobody's, a record stands for itself and its near-duplicates. */
export async function clusters(
  records: readonly ToCluster[],
  turn: () => Promise<void> = async () => {}
): Promise<Map<string, Clustered>> {
  const near = new NearDuplicates()
  for (const { text } of records) near.add(signatureBytesOf(text))
  const parents = records.map((_, place) => place)
  const rootOf = (place: number): number => {
    let at = place
    while (parents[at] !== at) at = parents[at]!
    return at
  }
  const join = (a: number, b: number): void => {
    const [one, other] = [rootOf(a), rootOf(b)]
    parents[Math.max(one, other)] = Math.min(one, other)
  }
  for (const [ordinal, of] of await near.find(turn)) join(ordinal - 1, of - 1)
  const firstOf = new Map<string, number>()
  for (const [place, { group }] of records.entries()) {
    if (group === null) continue
    const first = firstOf.get(group)
    if (first === undefined) firstOf.set(group, place)
    else join(first, place)
  }
  return new Map(
    records.map(({ id, subject }, place) => {
      const nearDuplicates = `near ${records[rootOf(place)]!.id}`
      return [id, { subject: subject ?? nearDuplicates, nearDuplicates }]
    })
  )
}
