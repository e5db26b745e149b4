import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenTrees, type Row, type TokenTree } from './tokenTrees'

const texts = fc.array(
  fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 9 })
    .chain((ids) =>
      fc.record({ ids: fc.constant(ids), from: fc.integer({ min: 1, max: ids.length - 1 }) })
    ),
  { maxLength: 12 }
)
const rowsOf = (some: readonly { ids: number[]; from: number }[]): Row[] =>
  some.map((it, at) => ({ ...it, key: String(at), unknown: 0 }))

/** The ids up to a token of a tree. */
function wayTo(tree: TokenTree, token: number): number[] {
  return token < 0 ? [] : [...wayTo(tree, tree.follows[token]!), tree.ids[token]!]
}

test('each text is asked about once, behind its own tokens', () => {
  const options = fc.record({
    mostTokens: fc.integer({ min: 4, max: 20 }),
    pairsOfToken: fc.nat(40)
  })
  fc.assert(
    fc.property(texts, options, (some, given) => {
      const rows = rowsOf(some)
      const trees = tokenTrees(rows, given)
      const found = trees.flatMap((tree) =>
        tree.texts.map(({ row, places }) => {
          const asked = places.map((place) => tree.asked[place]!)
          const { ids, from } = row
          const wanted = ids.slice(from).map((id, at) => ({ way: ids.slice(0, from + at), id }))
          expect(asked.map(({ behind, id }) => ({ way: wayTo(tree, behind), id }))).toEqual(wanted)
          return row.key
        })
      )
      expect(found.toSorted()).toEqual(rows.map(({ key }) => key).toSorted())
      for (const { ids, texts: own } of trees)
        expect(own.length === 1 || ids.length <= given.mostTokens).toBe(true)
      expect(trees.map(({ ids }) => ids.length)).toEqual(
        trees.map(({ ids }) => ids.length).toSorted((a, b) => a - b)
      )
    })
  )
})

test('what texts have in common is read once, and last tokens not at all', () => {
  const rows = rowsOf([
    { ids: [1, 5, 6, 7, 8], from: 1 },
    { ids: [1, 5, 6, 9, 8], from: 3 },
    { ids: [1, 5, 6], from: 1 },
    { ids: [2, 2, 2], from: 1 }
  ])
  const trees = tokenTrees(rows, { mostTokens: 64, pairsOfToken: 1000 })
  expect(trees.map(({ ids }) => ids)).toEqual([
    [2, 2],
    [1, 5, 6, 7, 9]
  ])
  expect(trees[1]!.follows).toEqual([-1, 0, 1, 2, 2])
  // 5, 6, 7, 8 of the first; 9, 8 of the second; the third has its own from the first.
  expect(trees[1]!.asked).toHaveLength(6)
})

test('little in common is worth it where a token takes long', () => {
  const rows = rowsOf([
    { ids: [1, 5, 5, 5, 5, 5], from: 1 },
    { ids: [1, 6, 6, 6, 6, 6], from: 1 }
  ])
  // 81 pairs of tokens in place of 50, for one token fewer.
  expect(tokenTrees(rows, { mostTokens: 64, pairsOfToken: 31 })).toHaveLength(2)
  expect(tokenTrees(rows, { mostTokens: 64, pairsOfToken: 32 })).toHaveLength(1)
  expect(tokenTrees(rows, { mostTokens: 8, pairsOfToken: 32 })).toHaveLength(2)
})
