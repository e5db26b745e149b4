import { expect, it } from 'vitest'
import { nested } from './nested'

const parents: Record<string, string> = { child: 'root', grandchild: 'child', orphan: 'gone' }
const tree = (ids: string[]) =>
  nested(
    ids.map((id) => ({ id })),
    (id) => parents[id] ?? null
  ).map(({ item, depth }) => `${depth} ${item.id}`)

it('puts the trained under what they were made from, each level in the order given', () => {
  expect(tree(['grandchild', 'other', 'child', 'root'])).toEqual([
    ...['0 other', '0 root', '1 child', '2 grandchild']
  ])
})

it('leaves at the root what has no parent in the list', () => {
  expect(tree(['orphan', 'child'])).toEqual(['0 orphan', '0 child'])
})
