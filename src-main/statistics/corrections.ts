// Many tests at once: adjusted p-values, in the order given. With p ≤ α after the adjustment, Holm
// holds the chance of any false claim, Benjamini–Hochberg the expected share of false ones, at α.

/** Holm 1979 (Scandinavian Journal of Statistics 6). */
export function holm(pValues: readonly number[]): number[] {
  const order = ranked(pValues)
  const adjusted = pValues.map(() => 1)
  let largest = 0
  order.forEach((place, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[place]!))
    adjusted[place] = largest
  })
  return adjusted
}

/** Benjamini and Hochberg 1995 (doi:10.1111/j.2517-6161.1995.tb02031.x). */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = ranked(pValues)
  const adjusted = pValues.map(() => 1)
  let smallest = 1
  for (let rank = order.length; rank > 0; rank--) {
    const place = order[rank - 1]!
    smallest = Math.min(smallest, (pValues.length * pValues[place]!) / rank)
    adjusted[place] = smallest
  }
  return adjusted
}

/** Places of the p-values, smallest first. Throws RangeError for what is no p-value. */
function ranked(pValues: readonly number[]): number[] {
  if (pValues.some((p) => !(p >= 0 && p <= 1))) throw new RangeError('not a p-value')
  return pValues.map((_, place) => place).toSorted((a, b) => pValues[a]! - pValues[b]!)
}
