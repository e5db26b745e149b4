// Suggests the name a person probably meant, by restricted edit distance (insert, delete, replace,
// swap of neighbours; Damerau 1964, doi:10.1145/363958.363994).

/** The nearest of `names` if it is near enough to be a slip of the keyboard; case does not count. */
export function nearestName(wanted: string, names: Iterable<string>): string | null {
  const target = wanted.toLocaleLowerCase()
  // A third of the letters may be wrong; a beginning counts as near whatever its length.
  let best = Math.max(1, Math.floor(target.length / 3)) + 1
  let nearest: string | null = null
  for (const name of names) {
    const candidate = name.toLocaleLowerCase()
    const distance =
      target.length >= 3 && candidate.startsWith(target) ? 1 : editDistance(target, candidate, best)
    if (distance < best) {
      best = distance
      nearest = name
    }
  }
  return nearest
}

/** Edits between two texts, counted up to `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (last[j] ?? limit) + 1,
        (row[j - 1] ?? limit) + 1,
        (last[j - 1] ?? limit) + (same ? 0 : 1)
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? limit) + 1)
      }
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return Math.min(limit, last[b.length] ?? limit)
}
