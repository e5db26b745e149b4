// Which elements two sequences share, as Python's difflib.SequenceMatcher finds them (Ratcliff and Obershelp
// 1988): the longest common block, the earliest of equal ones, then the same on both sides of it. Its short
// cut for 200 elements and more, which skips frequent ones, is not taken.

type Block = readonly [a: number, b: number, size: number]

/** Places in both sequences, rising. Not symmetric: the other way round it may find other ones. */
export function sharedPlaces(
  a: readonly number[],
  b: readonly number[]
): (readonly [inA: number, inB: number])[] {
  const placesInB = Map.groupBy(b.keys(), (place) => b[place]!)
  const blocks: Block[] = []
  const open: (readonly [fromA: number, toA: number, fromB: number, toB: number])[] = [
    [0, a.length, 0, b.length]
  ]
  for (let part = open.pop(); part; part = open.pop()) {
    const [fromA, toA, fromB, toB] = part
    const [atA, atB, size] = longestBlock(a, placesInB, part)
    if (size === 0) continue
    blocks.push([atA, atB, size])
    open.push([fromA, atA, fromB, atB], [atA + size, toA, atB + size, toB])
  }
  return blocks
    .sort((one, other) => one[0] - other[0])
    .flatMap(([atA, atB, size]) =>
      Array.from({ length: size }, (_, at) => [atA + at, atB + at] as const)
    )
}

function longestBlock(
  a: readonly number[],
  placesInB: ReadonlyMap<number, readonly number[]>,
  [fromA, toA, fromB, toB]: readonly [number, number, number, number]
): Block {
  let best: Block = [fromA, fromB, 0]
  /** Of blocks that end with the element of `a` before: their size by where they end in `b`. */
  let sizes = new Map<number, number>()
  for (let at = fromA; at < toA; at++) {
    const ending = new Map<number, number>()
    for (const place of placesInB.get(a[at]!) ?? []) {
      if (place < fromB || place >= toB) continue
      const size = (sizes.get(place - 1) ?? 0) + 1
      ending.set(place, size)
      if (size > best[2]) best = [at - size + 1, place - size + 1, size]
    }
    sizes = ending
  }
  return best
}
