import { expect, test } from 'vitest'
import { PairSet } from './pairSet'
import { ByteWindows, spansOf, SpanWindows, termsOf, Traces } from './traces'
import { WordReader, wordsOfText } from './wordReader'

const text = 'A avó de Ana mora no 12; ela conserta violinos "velhos" há anos.'

/** How often spans and words of the traces stand in these bytes, read in pieces of a size. */
function found(traces: Traces, bytes: Uint8Array, unescapes: boolean, piece: number) {
  const counts = { spans: 0, terms: 0, wide: 0, narrow: 0 }
  const windows = new SpanWindows((first, second) => {
    if (traces.spans.has(first, second)) counts.spans++
  })
  const reader = new WordReader(traces.key, unescapes, (first, second) => {
    windows.push(first, second)
    if (traces.terms.has(first, second)) counts.terms++
  })
  const sets = [
    [traces.wideIds, 32, 'wide'],
    [traces.narrowIds, 16, 'narrow']
  ] as const
  const ids = sets.map(
    ([set, length, name]) =>
      new ByteWindows(traces.key, length, set, (first, second) => {
        if (set.has(first, second)) counts[name]++
      })
  )
  for (let at = 0; at < bytes.length; at += piece) {
    const some = bytes.subarray(at, at + piece)
    reader.push(some)
    for (const it of ids) it.push(some)
  }
  reader.end()
  return counts
}

test('words are told without case, accents and signs', () => {
  expect(wordsOfText(text)).toEqual(
    'a avo de ana mora no 12 ela conserta violinos velhos ha anos'.split(' ')
  )
  expect(wordsOfText('Ｆｕｌｌ ﬁne Σίσυφος')).toEqual(['full', 'fine', 'σισυφοσ'])
})

test('eight words in a row are found in every form, wherever the pieces part', () => {
  const traces = Traces.fresh()
  for (const [first, second] of spansOf(text, traces.key)) traces.spans.add(first, second)
  for (const [first, second] of termsOf('violinos', traces.key)) traces.terms.add(first, second)
  const kept = Traces.read(traces.bytes())
  const noise = Buffer.from([0, 255, 0xc3, 65, 0x80, 10])
  const around = (form: string): Buffer => Buffer.concat([noise, Buffer.from(form), noise])
  const decomposed = text.normalize('NFD')
  for (const piece of [1, 3, 7, 1000]) {
    for (const form of [text, text.toUpperCase(), decomposed])
      expect(found(kept, around(form), false, piece)).toMatchObject({ spans: 6, terms: 1 })
    const escaped = JSON.stringify(`${text}\n`).replaceAll('ó', String.raw`\u00f3`)
    expect(found(kept, around(escaped), true, piece)).toMatchObject({ spans: 6, terms: 1 })
  }
  const seven = text.split(' ').slice(0, 7).join(' ')
  expect(found(kept, around(seven), false, 5).spans).toBe(0)
})

test('eight ids in a row are found as bytes and as numbers', () => {
  const ids = [5, 600, 12, 7, 9, 300, 41, 8, 13]
  const traces = Traces.fresh()
  traces.addIds(ids)
  const wide = Buffer.from(Int32Array.from([1, ...ids, 2]).buffer)
  const narrow = Buffer.from(Uint16Array.from([1, ...ids, 2]).buffer)
  const odd = Buffer.concat([Buffer.from([9]), wide])
  for (const piece of [1, 5, 1000]) {
    expect(found(traces, odd, false, piece)).toMatchObject({ wide: 2, narrow: 0 })
    expect(found(traces, narrow, false, piece)).toMatchObject({ wide: 0, narrow: 2 })
    expect(found(traces, Buffer.from(JSON.stringify({ ids })), false, piece).spans).toBe(2)
  }
  const other = Buffer.from(Int32Array.from(ids.toReversed()).buffer)
  expect(found(traces, other, false, 7)).toMatchObject({ wide: 0, narrow: 0 })
})

test('a set of pairs has what was added, however much it is', () => {
  const set = new PairSet()
  for (let at = 1; at <= 5000; at++) set.add(Math.imul(at, 2654435761) >>> 0, at)
  const again = new PairSet(set.pairs())
  expect([set.size, again.size]).toEqual([5000, 5000])
  for (let at = 1; at <= 5000; at++) {
    expect(again.has(Math.imul(at, 2654435761) >>> 0, at)).toBe(true)
    expect(again.has(Math.imul(at, 2654435761) >>> 0, at + 1)).toBe(false)
  }
})
