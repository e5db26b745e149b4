// Models as a tree: each trained one follows the one it was made from.
export interface Nested<T> {
  item: T
  depth: number
}

/** Keeps the order among siblings; one whose parent is not in the list stands at the root. */
export function nested<T extends { id: string }>(
  items: readonly T[],
  parentOf: (id: string) => string | null
): Nested<T>[] {
  const ids = new Set(items.map(({ id }) => id))
  const children = new Map<string | null, T[]>()
  for (const item of items) {
    const parent = parentOf(item.id)
    const under = parent !== null && parent !== item.id && ids.has(parent) ? parent : null
    children.set(under, [...(children.get(under) ?? []), item])
  }
  const below = (parent: string | null, depth: number): Nested<T>[] =>
    (children.get(parent) ?? []).flatMap((item) => [{ item, depth }, ...below(item.id, depth + 1)])
  return below(null, 0)
}
