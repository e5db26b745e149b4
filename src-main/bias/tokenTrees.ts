// Texts that begin alike, as one tree of tokens: what they share is computed once. Two sentences of a pair
// differ in a word or two, and choices have their whole context in common.

/** Ids of one text, and the first of them that counts: not the very first, which nothing predicts. */
export interface Row {
  readonly key: string
  readonly ids: readonly number[]
  readonly from: number
  readonly unknown: number
}

/** What is asked of a tree: how likely an id is behind one of its tokens. */
export interface AskedOfTree {
  readonly behind: number
  readonly id: number
}

export interface TokenTree {
  /** What is read, and which of these tokens each one follows; −1: none. Last tokens are asked about alone. */
  readonly ids: readonly number[]
  readonly follows: readonly number[]
  readonly asked: readonly AskedOfTree[]
  /** Each text with the places in `asked` that it is the sum of. */
  readonly texts: readonly { readonly row: Row; readonly places: readonly number[] }[]
}

export interface TreeOptions {
  /** Tokens of a tree at most; a longer text is a tree by itself. */
  readonly mostTokens: number
  /**
   * Pairs of tokens that attention looks at in the time that a token takes otherwise: a tree has all
   * pairs of its tokens, those that see nothing of each other too.
   */
  readonly pairsOfToken: number
}

/** The smallest tree first. Every row is in one of them, once. */
export function tokenTrees(rows: readonly Row[], options: TreeOptions): TokenTree[] {
  const sorted = rows.toSorted((a, b) => orderOf(a.ids, b.ids))
  const trees: TreeBuilder[] = []
  for (const row of sorted) {
    const last = trees.at(-1)
    if (last?.hasRoomFor(row, options)) last.add(row)
    else trees.push(new TreeBuilder(row))
  }
  return trees.sort((a, b) => a.ids.length - b.ids.length)
}

/** A token on the way to the last text of a tree: where it is read, and where it is asked about, if it is. */
interface Node {
  readonly id: number
  read: number | null
  asked: number | null
}

class TreeBuilder implements TokenTree {
  readonly ids: number[] = []
  readonly follows: number[] = []
  readonly asked: AskedOfTree[] = []
  readonly texts: { row: Row; places: readonly number[] }[] = []
  #path: Node[] = []

  constructor(first: Row) {
    this.add(first)
  }

  /** Whether reading a row here takes less than reading it by itself. */
  hasRoomFor({ ids }: Row, { mostTokens, pairsOfToken }: TreeOptions): boolean {
    const [before, alone] = [this.ids.length, ids.length - 1]
    const onTheWay = this.#path.slice(0, Math.min(this.#shared(ids), alone))
    const there = onTheWay.filter(({ read }) => read !== null).length
    const after = before + alone - there
    if (after > mostTokens) return false
    return after ** 2 - before ** 2 - alone ** 2 < pairsOfToken * there
  }

  /** @param row comes after those that are there in the order of their ids */
  add(row: Row): void {
    const { ids, from } = row
    const path: Node[] = this.#path.slice(0, this.#shared(ids))
    for (const id of ids.slice(path.length)) path.push({ id, read: null, asked: null })
    const readAt = (at: number): number => {
      const node = path[at]!
      if (node.read === null) {
        const before = at === 0 ? -1 : readAt(at - 1)
        node.read = this.ids.push(node.id) - 1
        this.follows.push(before)
      }
      return node.read
    }
    const places = ids.slice(from).map((id, past) => {
      const at = from + past
      const node = path[at]!
      node.asked ??= this.asked.push({ behind: readAt(at - 1), id }) - 1
      return node.asked
    })
    this.texts.push({ row, places })
    this.#path = path
  }

  #shared(ids: readonly number[]): number {
    return sharedTokens(this.texts.at(-1)?.row.ids ?? [], ids)
  }
}

/** How many of their first ids are the same. */
export function sharedTokens(a: readonly number[], b: readonly number[]): number {
  const parting = a.findIndex((id, at) => b[at] !== id)
  return parting < 0 ? a.length : parting
}

/** By the first id in which they differ; what another one goes on from stands before it. */
export function orderOf(a: readonly number[], b: readonly number[]): number {
  const most = Math.min(a.length, b.length)
  for (let at = 0; at < most; at++) if (a[at] !== b[at]) return a[at]! - b[at]!
  return a.length - b.length
}
