// Where a page of a long list is asked for: behind or in front of a row that is known, or from one of the
// ends, whichever leaves the fewest rows to pass over.

export interface KnownPage {
  readonly at: number
  /** Of its first and its last row. */
  readonly first: number
  readonly last: number
}

export interface PagePlace {
  readonly from: 'start' | 'end'
  readonly after: number // ordinal; 0: none
  readonly skip: number
  readonly limit: number
}

/**
 * @param at number of the page, from 0
 * @param count of all rows; null: not known exactly, so that nothing is counted from the end
 */
export function pagePlace(
  at: number,
  pageSize: number,
  count: number | null,
  known: Iterable<KnownPage>
): PagePlace {
  const limit = count === null ? pageSize : Math.min(pageSize, count - at * pageSize)
  const places: PagePlace[] = [{ from: 'start', after: 0, skip: at * pageSize, limit: pageSize }]
  if (count !== null && limit > 0)
    places.push({ from: 'end', after: 0, skip: count - at * pageSize - limit, limit })
  for (const page of known) {
    const between = Math.abs(page.at - at) - 1
    if (between < 0) continue
    const skip = between * pageSize
    places.push(
      page.at < at
        ? { from: 'start', after: page.last, skip, limit: pageSize }
        : { from: 'end', after: page.first, skip, limit: pageSize }
    )
  }
  return places.reduce((best, place) => (place.skip < best.skip ? place : best))
}
