import { expect, test } from 'vitest'
import { uniform } from '../base/random'
import { jaccard, shinglesOf, signatureOf } from '../text/similarity'
import { NearDuplicates, nearSimilarity } from './nearDuplicates'

const turn = async (): Promise<void> => {}

async function pairsOf(texts: readonly string[]) {
  const near = new NearDuplicates()
  for (const text of texts) {
    const signature = signatureOf(text)
    near.add(signature === '' ? null : Buffer.from(signature, 'base64'))
  }
  return near.find(turn)
}

const sentence =
  'Ana Souza lives in flat 12 of the old house by the river and repairs violins for the school band ' +
  'every Sunday afternoon, when the children have no lessons and the street is quiet.'

test('a slight change is found with its first, others and texts without words are not', async () => {
  const other = 'The tide tables of the northern coast are printed once a year in a small booklet.'
  const changed = sentence.replace('old house', 'new house')
  const pairs = await pairsOf([sentence, '…', other, changed, '!', sentence])
  expect(pairs).toEqual([
    [4, 1, expect.any(Number)],
    [6, 1, 100]
  ])
  expect(pairs[0]![2]).toBeGreaterThanOrEqual(nearSimilarity * 100)
})

test('of many texts, those alike are found and hardly any others', async () => {
  const words = Array.from({ length: 4000 }, (_, at) => `word${at}`)
  const drawn = (seed: number) =>
    Array.from({ length: 60 }, (_, at) => words[Math.floor(uniform(seed, at) * words.length)]!)
  const texts: string[] = []
  const like = new Map<number, number>() // a changed text's place, and its first's
  for (let seed = 0; seed < 3000; seed++) {
    const original = drawn(seed)
    texts.push(original.join(' '))
    if (seed % 10 !== 0) continue
    const changed = original.with(seed % 60, 'another')
    texts.push(changed.join(' '))
    like.set(texts.length, texts.length - 1)
  }
  const pairs = await pairsOf(texts)
  // One word of sixty touches three shingles of 58 at most: similarity of 0.9, found by the bands
  // with probability 1 − (1 − 0.9⁴)¹⁶ and estimated above 0.7 hardly ever less.
  const found = pairs.filter(([at, of]) => like.get(at) === of)
  expect(found.length).toBeGreaterThan(like.size * 0.97)
  expect(pairs.length).toBe(found.length)
  for (const [at, of, percent] of found) {
    const exact = jaccard(shinglesOf(texts[at - 1]!), shinglesOf(texts[of - 1]!))
    expect(Math.abs(percent / 100 - exact)).toBeLessThan(0.25)
  }
})
